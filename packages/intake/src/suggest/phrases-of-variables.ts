import { columnLabels, isFlagged, variable, variables } from '@casebridge/standard';
import { meaningfulWords, phraseFit } from './phrases.ts';
import { variableWords } from './variable-words.ts';

/** The phrases by which headers name a variable. */
export interface VariablePhrases {
  readonly id: string;
  readonly phrases: readonly (readonly string[])[];
}

/** How well a header names the record's key, 0 to 1. */
export function keyHeader(header: string): number {
  return headerFit(phrasesOf('record_key'), meaningfulWords(header));
}

/** How well a header names a variable, 0 to 1. */
export function headerFit({ phrases }: VariablePhrases, header: readonly string[]): number {
  return Math.max(0, ...phrases.map((phrase) => phraseFit(phrase, header)));
}

/** The phrases of every variable that a column may fill. */
export function allPhrases(): readonly VariablePhrases[] {
  known ??= variables
    .filter(({ id, obligation, held }) => id in variableWords || (!never.has(obligation) && held === 'pool'))
    .filter(({ id }) => !unnamed.has(id))
    .map(({ id }) => phrasesOf(id));
  return known;
}

let known: readonly VariablePhrases[] | undefined;
const never: ReadonlySet<string> = new Set(['derived', 'never']);

// Filled by other means than a column of their own.
const unnamed: ReadonlySet<string> = new Set([
  'contributor_id',
  'registration_quarter',
  'consent_scope',
  'country_of_exploitation_basis',
]);

function phrasesOf(id: string): VariablePhrases {
  return {
    id,
    phrases: [
      ...Object.values(isFlagged(variable(id)) ? variable(id).labels : columnLabels(id)),
      id,
      ...Object.values(variableWords[id] ?? {}).flatMap((words) => words.split(';')),
    ]
      .map(meaningfulWords)
      .filter((words) => words.length > 0),
  };
}
