export { type BcaFacts, bcaFacts, bcaLimit, type LeftOut, quantile } from './bca.ts';
export { chaoBound, chaoUnseen, type PairEstimate, pairEstimates } from './bounds.ts';
export { captureTableFromRows, countColumn } from './capture-csv.ts';
export {
  type CaptureTable,
  captureTable,
  keepLists,
  knownPeople,
  mostLists,
  peopleOnExactly,
  withoutList,
} from './capture-table.ts';
export {
  type EstimateOptions,
  estimateFromNoisy,
  estimatePrevalence,
  type ModelEstimate,
  type PrevalenceEstimate,
  type StepwiseEstimate,
  shownThresholds,
} from './estimate.ts';
export { type ModelStatus, type StatusChecker, statusChecker } from './existence.ts';
export { fitModel, type ModelFit, type ModelResult } from './fit.ts';
export { type EnumerationOptions, modelsByInformation, mostEnumeratedLists, type RankedModel } from './information.ts';
export { withMissedMatches, withWrongMatches } from './matching.ts';
export { type NoisyTable, wholeTable } from './noisy-table.ts';
export { seededUniform, type Uniform } from './random.ts';
export { leastStratum, refuseWithoutOverlap, type Shortfall, shortfalls } from './requirements.ts';
export { bootstrap, jackknife, type Resamples, resampleTable } from './resample.ts';
export { type Instability, instabilities, stabilityLimits, twoDigits } from './stability.ts';
export { type StepCandidate, type StepwiseFit, stepwise, usualThreshold } from './stepwise.ts';
export { pairsOf, termName } from './terms.ts';
export {
  type CaveatKey,
  caveatKeys,
  caveats,
  type WordLanguage,
  wordLanguages,
} from './words/caveats.ts';
export { type EstimateWords, estimateWords } from './words/estimate-words.ts';
