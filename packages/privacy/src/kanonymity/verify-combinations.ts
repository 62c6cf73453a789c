// Checks k^m-anonymity of a published file: every combination of at most m published values that occurs is shared by k rows.
// Rows are partitioned by one column after the other, depth first, as a bottom-up cube is computed (Beyer, Ramakrishnan 1999,
// SIGMOD): a part below k rows is a violation, a larger one is partitioned by the columns that follow. Shares no code with what suppresses.
import type { PublishedFile } from './verify-reader.ts';

export interface CombinationsReport {
  readonly rows: number;
  /** Combinations of at most m values that occur. */
  readonly combinations: number;
  /** Rows of the rarest combination; 0 where nothing is published. */
  readonly smallest: number;
  readonly combinationsBelowK: number;
  readonly holds: boolean;
}

/**
 * @param quasi columns whose values count
 * @param unpublished texts that are no published value: `*`, and what stands for missing
 */
export function verifyCombinations(
  file: PublishedFile,
  quasi: readonly string[],
  k: number,
  m: number,
  unpublished: readonly string[],
  options: { readonly onProgress?: (done: number) => void; readonly signal?: AbortSignal } = {},
): CombinationsReport {
  const columns = quasi.map((name) => {
    const at = file.columns.indexOf(name);
    const texts = file.texts[at];
    if (!texts) throw new RangeError(`the published file has no column '${name}'`);
    const shown = Uint8Array.from(texts, (text) => (unpublished.includes(text) ? 0 : 1));
    return { cells: file.cells[at] as Uint32Array, shown, counts: new Uint32Array(texts.length) };
  });
  const found = { combinations: 0, smallest: 0, below: 0 };
  const buffers = Array.from({ length: m + 1 }, () => new Uint32Array(file.rows));
  const all = buffers[0] as Uint32Array;
  for (let row = 0; row < file.rows; row++) all[row] = row;
  partition(0, file.rows, 0, 0);
  return {
    rows: file.rows,
    combinations: found.combinations,
    smallest: found.smallest,
    combinationsBelowK: found.below,
    holds: found.below === 0,
  };

  /** Partitions `buffers[depth][start…end)` by every column from `next` on. */
  function partition(start: number, end: number, next: number, depth: number): void {
    const rows = buffers[depth] as Uint32Array;
    const parts = buffers[depth + 1] as Uint32Array;
    for (let at = next; at < columns.length; at++) {
      if (depth === 0) {
        options.signal?.throwIfAborted();
        options.onProgress?.(at / columns.length);
      }
      const { cells, shown, counts } = columns[at] as (typeof columns)[number];
      const values: number[] = [];
      for (let place = start; place < end; place++) {
        const value = cells[rows[place] as number] as number;
        if (shown[value] === 0) continue;
        if (counts[value] === 0) values.push(value);
        counts[value] = (counts[value] as number) + 1;
      }
      const sizes = values.map((value) => counts[value] as number);
      let from = start;
      for (const value of values) {
        const size = counts[value] as number;
        counts[value] = from;
        from += size;
      }
      for (const size of sizes) {
        found.combinations++;
        if (size < k) found.below++;
        found.smallest = found.smallest === 0 ? size : Math.min(found.smallest, size);
      }
      const isDeep = depth + 1 < m && at + 1 < columns.length;
      if (isDeep) {
        for (let place = start; place < end; place++) {
          const row = rows[place] as number;
          const value = cells[row] as number;
          if (shown[value] === 0) continue;
          const to = counts[value] as number;
          parts[to] = row;
          counts[value] = to + 1;
        }
      }
      for (const value of values) counts[value] = 0;
      if (!isDeep) continue;
      let begin = start;
      for (const size of sizes) {
        partition(begin, begin + size, at + 1, depth + 1);
        begin += size;
      }
    }
  }
}
