import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnSets } from './class-size-table.ts';
import { crowdedSets } from './crowded-sets.ts';

const sizes = [20, 3, 4, 2, 5, 2];

describe('crowdedSets', () => {
  const someRows = fc.array(fc.tuple(...sizes.map((size) => fc.nat(size - 1))), { maxLength: 60 });

  it('tells the sets of few codes in which nobody is alone, as looking at each does', () => {
    let crowds = 0;
    fc.assert(
      fc.property(someRows, fc.constantFrom(1, 2, 3, 4), fc.boolean(), (rows, size, doubled) => {
        const all = doubled ? [...rows, ...rows.slice(1)] : rows;
        const crowded = crowdedSets(
          sizes.map((_, column) => Uint16Array.from(all, (row) => row[column] as number)),
          sizes,
          size,
        );
        for (const set of columnSets(sizes.length, size).filter(({ length }) => length === size)) {
          const counts = new Map<string, number>();
          for (const row of all) {
            const key = set.map((column) => row[column]).join();
            counts.set(key, (counts.get(key) ?? 0) + 1);
          }
          const nobodyAlone = ![...counts.values()].includes(1);
          expect(crowded(set)).toBe(nobodyAlone && !set.includes(0));
          crowds += Number(crowded(set) && all.length > 0);
        }
      }),
      { numRuns: 60 },
    );
    expect(crowds).toBeGreaterThan(0);
  });
});
