import { basename } from 'node:path';
import { unsafeText } from '@casebridge/bundle';
import { messageOf, type RawTable } from '@casebridge/intake';
import { openTable } from '@casebridge/intake/node';
import {
  type Answer,
  answeredPairs,
  type GroupOptions,
  type LinkageThresholds,
  type RecordName,
} from '@casebridge/linkage';
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

/**
 * Reads review files that owners filled in, as a spreadsheet saves them; an empty answer is none. Refusals `linkage-answers`, naming
 * file and row: not a review file, another word than yes or no, answers of two organisations in one file or of one in two, or for
 * a record that was not compared, so that nobody answers for another and no answer is lost.
 */
export async function readAnswers(paths: readonly string[], records: readonly RecordName[]): Promise<Answers> {
  const answers = new Map<string, Map<string, Answer>>();
  const compared = new Set(paths.length === 0 ? [] : records.map(nameOf));
  for (const path of paths) {
    const name = basename(path);
    const refuse = (rule: string): never => {
      throw new Refusal('linkage-answers', `${name}${rule}`);
    };
    const table = await openTable(path);
    if (reviewColumns.some((column) => !table.columns.includes(column)))
      refuse(`: not a review file; its columns are ${reviewColumns.join(', ')}.`);
    const own = new Map<string, Answer>();
    let owner: string | null = null;
    for await (const { row, organisation, record, answer } of answersIn(table, refuse)) {
      if (owner === null && answers.has(organisation))
        refuse(`, row ${row}: another file has answers of ${organisation}; give one file of each.`);
      if (owner !== null && owner !== organisation)
        refuse(`, row ${row}: is of ${organisation} in a file of ${owner}; each owner answers for its own records.`);
      owner = organisation;
      if (!compared.has(nameOf({ organisation, record })))
        refuse(`, row ${row}: ${organisation} has no such record among the encodings; leave its key as it was.`);
      if (answer === '') continue;
      if (answer !== 'yes' && answer !== 'no') return refuse(`, row ${row}: the answer must be yes, no or empty.`);
      own.set(record, own.get(record) === 'no' ? 'no' : answer);
    }
    if (owner !== null) answers.set(owner, own);
  }
  return answers;
}

const nameOf = ({ organisation, record }: RecordName) => `${organisation} ${record}`;

async function* answersIn(table: RawTable, refuse: (rule: string) => never) {
  const { columns, rows } = table.select(reviewColumns);
  for await (const block of rows) {
    const [finding] = block.findings;
    if (finding) refuse(`, row ${finding.row ?? '?'}: ${messageOf({ ...finding, row: null }, 'en')}`);
    for (let at = 0; at < block.rows; at++) {
      const cell = (column: (typeof reviewColumns)[number]) => {
        const own = block.columns[columns.indexOf(column)];
        return unsafeText(own?.dictionary[own.codes[at] as number] ?? '').trim();
      };
      yield {
        row: block.sourceRows[at] as number,
        organisation: cell('organisation'),
        record: cell('record'),
        answer: cell('answer').toLowerCase(),
      };
    }
  }
}
