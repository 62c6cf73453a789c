/** Who was seen by whom: the table of capture histories that an estimate of the unseen is made from. */
export interface HistoryTable {
  /** Organisations, sorted. */
  readonly lists: readonly string[];
  /** People per set of organisations: bit j is list j. Sets that nobody has are left out. */
  readonly counts: ReadonlyMap<number, number>;
}

/**
 * @param persons the person of each record
 * @param organisations the organisation of each record, at most 30 different ones
 */
export function historiesOf(persons: ArrayLike<number>, organisations: readonly string[]): HistoryTable {
  const lists = [...new Set(organisations)].sort();
  if (lists.length > 30) throw new RangeError('more than 30 lists have no table of histories');
  const bitOf = new Map(lists.map((list, at) => [list, 1 << at]));
  const seen = new Map<number, number>();
  for (const [record, organisation] of organisations.entries()) {
    const person = persons[record] as number;
    seen.set(person, (seen.get(person) ?? 0) | (bitOf.get(organisation) as number));
  }
  const counts = new Map<number, number>();
  for (const history of seen.values()) counts.set(history, (counts.get(history) ?? 0) + 1);
  return { lists, counts };
}

/** The table as CSV: a 0/1 column per list, and `count`. */
export function historiesCsv({ lists, counts }: HistoryTable): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = [...counts].sort(([a], [b]) => a - b);
  return [
    [...lists.map(cell), 'count'].join(','),
    ...rows.map(([history, count]) => [...lists.map((_, at) => (history >> at) & 1), count].join(',')),
    '',
  ].join('\n');
}
