import { columnLabels, isFlagged, variable, variables } from '@casebridge/standard';
import type { ColumnEvidence } from './column-evidence.ts';
import { shareOf } from './column-profile.ts';
import { hasCodes, matchCode } from './match-codes.ts';
import { meaningfulWords, phraseFit } from './phrases.ts';
import { bestSeparator, partsOf } from './split-values.ts';
import { answerOf } from './value-words.ts';
import { variableWords } from './variable-words.ts';

/** A variable a column may fill, and for flag columns the code. */
export interface Target {
  readonly id: string;
  readonly code: string | null;
  readonly confidence: number;
}

/** The targets of a column, best first, from its header and its cells. */
export function targetsOf(evidence: ColumnEvidence): readonly Target[] {
  const header = meaningfulWords(evidence.profile.column);
  const flags = evidence.answers >= 0.8 || evidence.known.filled === 0 ? flagTargets(evidence, header) : [];
  const whole = targetPhrases().flatMap(({ id, phrases }) => {
    const name = Math.max(0, ...phrases.map((phrase) => phraseFit(phrase, header)));
    const fit = evidence.known.filled === 0 ? 0.5 : valueFit(id, evidence);
    const confidence = fit < 0.3 ? 0 : name >= 0.5 ? 0.6 * name + 0.4 * fit : byValuesOnly(id, fit, evidence);
    return confidence >= 0.35 ? [{ id, code: null, confidence }] : [];
  });
  return [...flags, ...whole].sort((first, second) => second.confidence - first.confidence);
}

/** How well a column's cells fit a variable, 0 to 1. */
export function valueFit(id: string, evidence: ColumnEvidence): number {
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
    const part = rest === null ? undefined : matchCode(list, rest);
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
  means_of_control: ['moc', 'control', 'means'],
  exploitation_type: ['expl', 'exploitation', 'is', 'type'],
  labour_sector: ['sector', 'secteur', 'type of labour', 'sector of labour'],
  sexual_form: ['type of sex', 'sector of sex'],
  recruiter_relation: ['recruiter', 'recruteur', 'recruiter relation'],
};

let phrasesByTarget: readonly { readonly id: string; readonly phrases: readonly (readonly string[])[] }[] | undefined;

function targetPhrases() {
  phrasesByTarget ??= variables
    .filter(
      ({ id, obligation, held }) =>
        id in variableWords || (obligation !== 'derived' && obligation !== 'never' && held === 'pool'),
    )
    .filter(({ id }) => !unnamed.has(id))
    .map(({ id }) => ({
      id,
      phrases: [
        ...Object.values(isFlagged(variable(id)) ? variable(id).labels : columnLabels(id)),
        id,
        ...Object.values(variableWords[id] ?? {}).flatMap((words) => words.split(';')),
      ]
        .map(meaningfulWords)
        .filter((words) => words.length > 0),
    }));
  return phrasesByTarget;
}

// Filled by other means than a column of their own.
const unnamed = new Set(['contributor_id', 'registration_quarter', 'consent_scope', 'country_of_exploitation_basis']);
