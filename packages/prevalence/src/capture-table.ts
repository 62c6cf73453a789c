import { Refusal } from '@casebridge/refusal';

/**
 * How many people were seen on exactly which lists. A capture history is a set of lists written as a bit mask: bit i is
 * list i. `counts` has 2^lists entries by mask; entry 0, the people on no list, is what is to be estimated and holds 0.
 */
export interface CaptureTable {
  readonly lists: readonly string[];
  readonly counts: Float64Array;
}

/** Most lists of a table: 2^10 histories. */
export const mostLists = 10;

/** People on at least one list. */
export function knownPeople({ counts }: CaptureTable): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Number of lists in a history. */
export function listsIn(history: number): number {
  let count = 0;
  for (let rest = history; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** People on exactly `lists` lists. */
export function peopleOnExactly({ counts }: CaptureTable, lists: number): number {
  return counts.reduce((sum, count, history) => (listsIn(history) === lists ? sum + count : sum), 0);
}

/** People whose history contains every list of `history`. */
export function peopleOnAll({ counts }: CaptureTable, history: number): number {
  let sum = 0;
  for (let other = history; other < counts.length; other++) {
    if ((other & history) === history) sum += counts[other] as number;
  }
  return sum;
}

/**
 * A table from its histories, every one once.
 *
 * @param rows per history: one 0/1 entry per list, and how many people have it
 * @param name what the table is called in messages
 * @throws Refusal naming row and rule: fewer than two or more than ten lists, a name twice, an entry other than 0 or 1, a
 *   count that is not a whole number of zero or more, a history twice, people on no list, an empty list, nobody at all
 */
export function captureTable(
  lists: readonly string[],
  rows: readonly { readonly on: readonly number[]; readonly count: number }[],
  name: string,
): CaptureTable {
  if (lists.length < 2) refuse('lists', `${name}: an estimate needs two lists or more; give one 0/1 column per list`);
  if (lists.length > mostLists) {
    refuse('lists', `${name}: ${lists.length} lists; join some for a reason you can state, ${mostLists} is the most`);
  }
  for (const [at, list] of lists.entries()) {
    if (list === '') refuse('list-name', `${name}: list ${at + 1} has no name; name every column`);
    if (lists.indexOf(list) !== at) refuse('list-name', `${name}: two lists are called '${list}'; rename one`);
  }
  const counts = new Float64Array(2 ** lists.length);
  const seen = new Set<number>();
  for (const [at, { on, count }] of rows.entries()) {
    const row = `${name}, row ${at + 2}`;
    if (on.length !== lists.length) refuse('row', `${row}: ${on.length} entries for ${lists.length} lists`);
    const history = on.reduce((mask, entry, list) => {
      if (entry !== 0 && entry !== 1) refuse('entry', `${row}, list '${lists[list]}': must be 0 or 1`);
      return mask | (entry << list);
    }, 0);
    if (!Number.isSafeInteger(count) || count < 0) {
      refuse(
        'count',
        `${row}, column 'count': must be a whole number of people, zero or more; no fractions, no estimates`,
      );
    }
    if (history === 0) {
      if (count === 0) continue;
      refuse('unseen', `${row}: people on no list were never seen and cannot be counted; remove the row`);
    }
    if (seen.has(history))
      refuse('history-twice', `${row}: this history was given before; add the counts up in one row`);
    seen.add(history);
    counts[history] = count;
  }
  const table = { lists, counts };
  if (knownPeople(table) === 0) refuse('empty', `${name}: nobody is on any list; there is nothing to estimate from`);
  for (const [at, list] of lists.entries()) {
    if (peopleOnAll(table, 1 << at) === 0) refuse('list-empty', `${name}: nobody is on list '${list}'; leave it out`);
  }
  return table;
}

/** The table without one list: people on no other list are lost from it. Undefined where fewer than two lists remain. */
export function withoutList(table: CaptureTable, list: number): CaptureTable | undefined {
  return keepLists(
    table,
    table.lists.map((_, at) => at).filter((at) => at !== list),
  );
}

/** The table of some of its lists, in their order; lists that nobody is on are dropped. Undefined with fewer than two. */
export function keepLists(table: CaptureTable, kept: readonly number[]): CaptureTable | undefined {
  const used = kept.filter((list) => peopleOnAll(table, 1 << list) > 0);
  if (used.length < 2) return undefined;
  const counts = new Float64Array(2 ** used.length);
  for (let history = 1; history < table.counts.length; history++) {
    const mask = used.reduce((all, list, at) => all | (((history >> list) & 1) << at), 0);
    if (mask !== 0) counts[mask] = (counts[mask] as number) + (table.counts[history] as number);
  }
  return { lists: used.map((list) => table.lists[list] as string), counts };
}

function refuse(code: string, message: string): never {
  throw new Refusal(`prevalence-${code}`, `${message}.`);
}
