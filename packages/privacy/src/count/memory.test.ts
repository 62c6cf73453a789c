import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseTable, emptyColumn } from '../columns/case-table.ts';
import { subsetsOf } from '../results/sets.ts';
import { memoryMarginals } from './memory.ts';

/** Domain sizes and rows of codes, chosen so that every kernel and the choice between them comes up. */
const tables = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 12 }), fc.constant(300)), {
    minLength: 1,
    maxLength: 6,
  })
  .chain((sizes) =>
    fc.record({
      sizes: fc.constant(sizes),
      rows: fc.oneof(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 600, max: 1500 })),
      seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      skew: fc.integer({ min: 1, max: 4 }),
      maxWays: fc.integer({ min: 0, max: 4 }),
    }),
  );

describe('memoryMarginals', () => {
  it('counts what counting row by row gives, for every set of every table', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ sizes, rows, seed, skew, maxWays }) => {
        const table = randomTable(sizes, rows, seed, skew);
        const sets = subsetsOf(table.variables).filter(
          (set) => set.length <= maxWays && set.reduce((n, name) => n * (table.domains[name]?.length ?? 0), 1) < 8_000,
        );
        const found: string[] = [];
        let at = 0;
        for await (const { set, cells } of memoryMarginals(table).counts(sets)) {
          expect(set).toBe(sets[at++]);
          expect([...cells], set.join()).toEqual(byHand(table, set));
          found.push(set.join());
        }
        expect(found).toEqual(sets.map((set) => set.join()));
      }),
      { numRuns: 100 },
    );
  });
});

type Table = ReturnType<typeof caseTable>;

function randomTable(sizes: readonly number[], rows: number, seed: number, skew: number): Table {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 48271) >>> 0) % 2147483647;
    return state / 2147483647;
  };
  const domains = Object.fromEntries(
    sizes.map((size, at) => [`v${at}`, Array.from({ length: size }, (_, code) => `c${code}`)]),
  );
  const columns = Object.fromEntries(
    sizes.map((size, at) => {
      const column = emptyColumn(size, rows);
      for (let row = 0; row < rows; row++) column[row] = Math.floor(next() ** skew * size);
      return [`v${at}`, column];
    }),
  );
  return caseTable(domains, columns);
}

function byHand(table: Table, set: readonly string[]): number[] {
  const sizes = set.map((name) => table.domains[name]?.length ?? 0);
  const cells = new Array<number>(sizes.reduce((n, size) => n * size, 1)).fill(0);
  for (let row = 0; row < table.rows; row++) {
    let cell = 0;
    for (const [axis, name] of set.entries()) {
      cell = cell * (sizes[axis] ?? 0) + (table.columns[table.variables.indexOf(name)]?.[row] ?? 0);
    }
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return cells;
}
