export { buildFigures, type FigureInput } from './build-figures.ts';
export { type ChangeReason, compareFigures, type FigureChange, type FigurePoint } from './compare-figures.ts';
export {
  type AbsentReason,
  type ComparedFigure,
  type ComparedRelease,
  compareEveryFigure,
  type TableAnswer,
} from './difference/figure-comparison.ts';
export type { FigureDifference, ToldApart } from './difference/figure-difference.ts';
export { distanceMoved, type FigureMove, movedFar } from './difference/how-far.ts';
export { type ExpectationInput, type ExpectedHalfWidth, expectedHalfWidths } from './expected-half-widths.ts';
export { type LeadingOptions, type LeadingSet, leadingFigures, leadingSectors } from './leading-figures.ts';
export { addLanguage, languageTags, missingTexts, speaks } from './messages/languages.ts';
export { contributorGroups } from './reading/declared.ts';
export { derivedTogether } from './registry/derived-families.ts';
export { families, type RegistryOptions } from './registry/families.ts';
export type * from './registry/family.ts';
export { figureTables, splitFlags, type TableOptions, type WeightedTable } from './registry/figure-tables.ts';
export * from './types.ts';
export { directionOf } from './wording/claim.ts';
export { type Counted, withCounted } from './wording/counted.ts';
export {
  caveatText,
  exampleText,
  familyLabel,
  nounText,
  partText,
  statusText,
  unitText,
  withheldText,
} from './wording/labels.ts';
export { filledBy, openMessage, unbroken } from './wording/open-message.ts';
export { placeText, regionLabel, sectorLabel } from './wording/place.ts';
export { countedBy, sentenceOf, unknownLeads } from './wording/sentences.ts';
export type { SentenceContext, Unspoken } from './wording/spoken.ts';
