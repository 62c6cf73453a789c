import { compareFilters } from './compare-filters.ts';
import { type FieldTable, nameSteps } from './field-levels.ts';

/**
 * Every pair of records that has a likely name in common, straight or across, or the same full date of birth; each once,
 * `visit(a, b)` with a < b. Pairs left out agree in no name and no date.
 */
export function fieldCandidates(
  table: FieldTable,
  visit: (a: number, b: number) => void,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (done: number, total: number) => void } = {},
): void {
  const { names, given, family, records } = table;
  const { signal, onProgress } = options;
  const least = nameSteps[nameSteps.length - 1] as number;
  const alike = compareFilters(names, {
    threshold: least,
    mostPerRecord: names.length,
    ...(signal ? { signal } : {}),
  });
  const neighbours: number[][] = names.map((_, name) => [name]);
  for (const [at, a] of alike.first.entries()) {
    const b = alike.second[at] as number;
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  const holders: number[][] = names.map(() => []);
  const byDate = new Map<string, number[]>();
  for (const [record, { birth }] of records.entries()) {
    for (const name of new Set([given[record] as number, family[record] as number])) holders[name]?.push(record);
    if (birth?.date) byDate.set(birth.date, [...(byDate.get(birth.date) ?? []), record]);
  }
  const met = new Int32Array(records.length).fill(-1);
  for (let a = 0; a < records.length; a++) {
    if (a % 256 === 0) {
      signal?.throwIfAborted();
      onProgress?.(a, records.length);
    }
    const meet = (others: readonly number[] | undefined) => {
      for (const b of others ?? []) {
        if (b <= a || met[b] === a) continue;
        met[b] = a;
        visit(a, b);
      }
    };
    meet(byDate.get(records[a]?.birth?.date ?? ''));
    for (const name of [given[a] as number, family[a] as number]) {
      for (const neighbour of neighbours[name] ?? []) meet(holders[neighbour]);
    }
  }
  onProgress?.(records.length, records.length);
}
