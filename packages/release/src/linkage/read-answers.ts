import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseCsv } from '@casebridge/bundle';
import { type Answer, answeredPairs, type GroupOptions, type LinkageThresholds } from '@casebridge/linkage';
import { Refusal } from '@casebridge/refusal';

/** Columns of a review file: the owner fills the last. */
export const reviewColumns = ['organisation', 'record', 'question', 'answer'] as const;

/** Answers by organisation and record. */
export type Answers = ReadonlyMap<string, ReadonlyMap<string, Answer>>;

/** What the owners' answers make of pairs in the grey zone between the generous and the cautious threshold. */
export function revisedBy(
  answers: Answers,
  { generous, cautious }: LinkageThresholds,
): NonNullable<GroupOptions['revise']> {
  const zone = { from: generous, below: cautious };
  return (records, pairs) =>
    answeredPairs(records, pairs, zone, ({ organisation, record }) => answers.get(organisation)?.get(record));
}

/** Reads review files that owners filled in; an empty answer is none. Refusal `linkage-answers`, naming file and row. */
export async function readAnswers(paths: readonly string[]): Promise<Answers> {
  const answers = new Map<string, Map<string, Answer>>();
  for (const path of paths) {
    const name = basename(path);
    const [header = [], ...rows] = parseCsv(await readFile(path, 'utf8'));
    if (reviewColumns.some((column, at) => header[at] !== column))
      throw new Refusal('linkage-answers', `${name}: not a review file; its columns are ${reviewColumns.join(', ')}.`);
    for (const [at, [organisation = '', record = '', , text = '']] of rows.entries()) {
      const answer = text.trim().toLowerCase();
      if (answer === '') continue;
      if (answer !== 'yes' && answer !== 'no')
        throw new Refusal('linkage-answers', `${name}, row ${at + 2}: the answer must be yes, no or empty.`);
      const own = answers.get(organisation) ?? new Map<string, Answer>();
      answers.set(organisation, own.set(record, own.get(record) === 'no' ? 'no' : answer));
    }
  }
  return answers;
}
