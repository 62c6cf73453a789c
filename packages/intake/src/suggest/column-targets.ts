import { columnsOf, hasVariable, isMissing, missingReasonOf, variable } from '@casebridge/standard';
import { cellForm } from '../mapping/cell-form.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { shareOf } from './column-profile.ts';
import { hasCodes, matchCode, matchPart } from './match-codes.ts';
import { meaningfulWords } from './phrases.ts';
import { allPhrases, headerFit } from './phrases-of-variables.ts';
import { bestSeparator, partsOf } from './split-values.ts';
import { answerOf } from './value-words.ts';

/** A variable a column may fill, and for flag columns the code. */
export interface Target {
  readonly id: string;
  readonly code: string | null;
  readonly confidence: number;
  /** Cells of the canonical layout already: copied as they are. */
  readonly isCanonical?: true;
  /** Read from a column that fills another variable first: what it does not name is no gap. */
  readonly isBeside?: true;
}

/** The targets of a column, best first, from its header and its cells. */
export function targetsOf(evidence: ColumnEvidence): readonly Target[] {
  const canonical = canonicalTarget(evidence);
  if (canonical) return [canonical];
  const header = meaningfulWords(evidence.profile.column);
  const flags = evidence.answers >= 0.8 || evidence.known.filled === 0 ? flagTargets(evidence, header) : [];
  const whole = allPhrases().flatMap((variablePhrases) => {
    const { id } = variablePhrases;
    const name = headerFit(variablePhrases, header);
    const fit = evidence.known.filled === 0 ? 0.5 : valueFit(id, evidence);
    const confidence = fit < 0.3 ? 0 : name >= 0.5 ? 0.6 * name + 0.4 * fit : byValuesOnly(id, fit, evidence);
    return confidence >= 0.35 ? [{ id, code: null, confidence }] : [];
  });
  return [...flags, ...whole].sort((first, second) => second.confidence - first.confidence);
}

/** A column of the canonical layout: its id, and nothing but legal cells. */
function canonicalTarget({ profile }: ColumnEvidence): Target | null {
  const dot = profile.column.indexOf('.');
  const id = dot < 0 ? profile.column : profile.column.slice(0, dot);
  if (!hasVariable(id) || !columnsOf(id).includes(profile.column) || profile.values.size === 0) return null;
  const { obligation, held, sensitivity } = variable(id);
  if (obligation === 'derived' || held !== 'pool' || sensitivity === 'direct' || id === 'contributor_id') return null;
  const code = dot < 0 ? null : profile.column.slice(dot + 1);
  if (code === 'known') return null;
  const form = cellForm(variable(id), code);
  const isLegal = (text: string) => (isMissing(text) ? missingReasonOf(text) !== null : form(text) === text);
  return shareOf(profile, isLegal) >= 0.95 ? { id, code, confidence: 0.99, isCanonical: true } : null;
}

/** How well a column's cells fit a variable, 0 to 1. */
function valueFit(id: string, evidence: ColumnEvidence): number {
  const { known } = evidence;
  if (id === 'record_key') return evidence.distinct > 0.7 && evidence.dates < 0.5 ? evidence.distinct : 0;
  if (id === 'age_at_registration' || id === 'age_at_entry') return Math.max(evidence.ages, evidence.bands);
  if (id === 'duration_months') return evidence.amounts;
  if (id === 'legal_basis') return Math.max(evidence.answers, codeShare('legal_basis', evidence));
  const entry = variable(id);
  if (entry.type === 'country') return evidence.countries;
  if (['year', 'date', 'partial_date'].includes(entry.type)) return evidence.dates;
  if (entry.type === 'boolean') return evidence.answers;
  if (id === 'age_band') return Math.max(codeShare('age_band', evidence), evidence.bands);
  return hasCodes(entry.codeList) ? codeShare(entry.codeList, evidence) : known.filled === 0 ? 0.5 : 0;
}

/** The share of a column's cells, or of their parts, that name a code of a list. */
export function codeShare(list: string, evidence: ColumnEvidence): number {
  if (evidence.dates > 0.8 || (evidence.known.values.size > 150 && evidence.distinct > 0.5)) return 0;
  const separator = bestSeparator(list, [...evidence.known.values.keys()]);
  return shareOf(evidence.known, (text) => {
    const parts = separator === null ? [text] : partsOf(text, separator);
    return parts.some((part) => matchCode(list, part) !== undefined);
  });
}

// Cells alone settle what is unmistakable; a header that says nothing leaves the rest open.
function byValuesOnly(id: string, fit: number, evidence: ColumnEvidence): number {
  const isTelling = distinctive.has(id) && fit >= 0.9 && evidence.known.values.size >= 2 && evidence.answers < 0.5;
  return isTelling ? 0.45 : 0;
}

const distinctive = new Set([
  'sex',
  'exploitation_type',
  'labour_sector',
  'means_of_control',
  'age_band',
  'country_of_origin',
]);

const flagVariables = [
  'means_of_control',
  'exploitation_type',
  'labour_sector',
  'sexual_form',
  'recruiter_relation',
  'recruitment_method',
  'services',
  'acts',
  'means_palermo',
] as const;

function flagTargets(evidence: ColumnEvidence, header: readonly string[]): readonly Target[] {
  const onlyYes = evidence.known.filled > 0 && shareOf(evidence.known, (text) => answerOf(text) === 'yes') === 1;
  return flagVariables.flatMap((id) => {
    const list = variable(id).codeList as string;
    const whole = matchCode(list, evidence.profile.column);
    const rest = restAfterVariable(id, header);
    const part = rest === null ? undefined : (matchCode(list, rest) ?? matchPart(list, rest));
    const best = part && (!whole || part.confidence >= whole.confidence) ? { ...part, bonus: 0.05 } : whole;
    if (!best) return [];
    const confidence = Math.min(0.95, 0.9 * best.confidence + ('bonus' in best ? 0.05 : 0)) - (onlyYes ? 0.03 : 0);
    return [{ id, code: best.code, confidence }];
  });
}

/** The header without the words of the variable's name: `meansOfControlOther` → `other`. */
function restAfterVariable(id: string, header: readonly string[]): string | null {
  for (const words of [variable(id).labels.en, id, ...(prefixes[id] ?? [])].map(meaningfulWords)) {
    if (words.length < header.length && words.every((word, at) => header[at] === word))
      return header.slice(words.length).join(' ');
  }
  return null;
}

const prefixes: Readonly<Record<string, readonly string[]>> = {
  means_of_control: ['moc', 'means of control', 'control', 'means'],
  exploitation_type: ['expl', 'exploitation', 'is', 'type'],
  labour_sector: ['sector', 'secteur', 'type of labour', 'sector of labour'],
  sexual_form: ['type of sex', 'sector of sex'],
  recruiter_relation: ['recruiter', 'recruteur', 'recruiter relation'],
};
