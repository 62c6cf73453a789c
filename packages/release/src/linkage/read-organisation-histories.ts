import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseCsv } from '@casebridge/bundle';
import { Refusal } from '@casebridge/refusal';

/** So many people, who are with exactly these organisations. */
export interface PeopleOn {
  readonly on: readonly string[];
  readonly count: number;
}

const countColumn = 'count';

/**
 * Reads the histories by organisation that linkage writes beside its persons: a 0/1 column an organisation and a last column
 * `count`. Null where the file has another header. Refusal `linkage-histories`, naming file and row.
 */
export async function organisationsInHistories(path: string): Promise<readonly PeopleOn[] | null> {
  const name = basename(path);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Refusal('file-unreadable', `${name}: cannot be read; check the file and its rights.`, { cause });
  });
  const header = text.slice(0, text.search(/[\r\n]|$/));
  if (!header.endsWith(`,${countColumn}`)) return null;
  const [columns = [], ...rows] = parseCsv(text);
  const organisations = columns.slice(0, -1);
  return rows.map((row, at) => {
    const count = Number(row.at(-1));
    const isOne = row.length === columns.length && row.slice(0, -1).every((cell) => cell === '0' || cell === '1');
    if (!isOne || !Number.isSafeInteger(count) || count < 0 || row.at(-1) === '')
      throw new Refusal(
        'linkage-histories',
        `${name}, row ${at + 2}: must be 0 or 1 for each organisation and a whole number of people; take the table that link compare or link resolve wrote.`,
      );
    return { on: organisations.filter((_, place) => row[place] === '1'), count };
  });
}
