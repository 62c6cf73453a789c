import { Refusal } from '@casebridge/refusal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SuppressedTable, suppressCombinations, type WideTable } from './suppress-combinations.ts';
import { verifyCombinations } from './verify-combinations.ts';

const tables = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 }),
    rows: fc.integer({ min: 0, max: 120 }),
    missing: fc.constantFrom(0, 0.3),
    seed: fc.nat(),
  })
  .map(({ sizes, rows, missing, seed }): WideTable => {
    let state = seed;
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    return {
      columns: sizes.map((_, at) => `c${at}`),
      codes: sizes.map((size) =>
        Uint16Array.from({ length: rows }, () => (next() < missing ? 0 : 1 + Math.floor(next() ** 2 * size))),
      ),
      sizes,
      rows,
    };
  });

/** Combinations of at most m values that some row shows and fewer than k rows share, counted with plain maps. */
function rareCombinations(codes: readonly Uint16Array[], rows: number, k: number, m: number): number {
  const counts = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const shown = codes.flatMap((column, at) => (column[row] === 0 ? [] : [`${at}=${column[row]}`]));
    const subsets = (from: number, chosen: readonly string[]): void => {
      if (chosen.length > 0) counts.set(chosen.join(), (counts.get(chosen.join()) ?? 0) + 1);
      if (chosen.length === m) return;
      for (let at = from; at < shown.length; at++) subsets(at + 1, [...chosen, shown[at] as string]);
    };
    subsets(0, []);
  }
  return [...counts.values()].filter((count) => count < k).length;
}

const asFile = ({ codes }: SuppressedTable, table: WideTable) => ({
  columns: table.columns,
  texts: table.sizes.map((size) => Array.from({ length: size + 1 }, (_, code) => (code === 0 ? '*' : `v${code}`))),
  cells: codes.map((column) => Uint32Array.from(column)),
  rows: table.rows,
});

describe('suppressCombinations', () => {
  it('leaves no rare combination, changes no value, and puts back every cell that can be', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(2, 3, 5), fc.integer({ min: 1, max: 4 }), (table, k, m) => {
        const result = suppressCombinations(table, { k, m });
        expect(rareCombinations(result.codes, table.rows, k, m)).toBe(0);
        expect(verifyCombinations(asFile(result, table), table.columns, k, m, ['*']).holds).toBe(true);
        for (const [at, column] of result.codes.entries()) {
          let cells = 0;
          for (let row = 0; row < table.rows; row++) {
            const hidden = result.suppressed[at]?.[row] as number;
            cells += hidden;
            expect(column[row]).toBe(hidden === 1 ? 0 : table.codes[at]?.[row]);
            if (hidden === 0) continue;
            const back = result.codes.map((one) => one.slice());
            (back[at] as Uint16Array)[row] = table.codes[at]?.[row] as number;
            expect(rareCombinations(back, table.rows, k, m)).toBeGreaterThan(0);
          }
          expect(result.cells[at]).toBe(cells);
        }
      }),
      { numRuns: 120, seed: 1 },
    );
  });

  it('does nothing to what it made, and the same every time', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const once = suppressCombinations(table, { k: 3, m: 2 });
        const twice = suppressCombinations({ ...table, codes: once.codes }, { k: 3, m: 2 });
        expect(twice.cells.every((cells) => cells === 0)).toBe(true);
        expect(suppressCombinations(table, { k: 3, m: 2 }).codes).toEqual(once.codes);
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  it('spares a column that is declared important', () => {
    const rows = 4000;
    let state = 5;
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const sizes = [12, 12, 12, 12];
    const codes = sizes.map((size) => Uint16Array.from({ length: rows }, () => 1 + Math.floor(next() ** 2 * size)));
    const table = { columns: ['a', 'b', 'c', 'd'], codes, sizes, rows };
    const plain = suppressCombinations(table, { k: 11 });
    const spared = suppressCombinations(table, { k: 11, importance: { a: 10 } });
    expect(spared.cells[0]).toBeLessThan((plain.cells[0] as number) / 2);
    expect(rareCombinations(spared.codes, rows, 11, 3)).toBe(0);
  });

  it('refuses what is no request', () => {
    const table = { columns: ['a'], codes: [Uint16Array.from([1, 1])], sizes: [1], rows: 2 };
    expect(() => suppressCombinations(table, { k: 1 })).toThrow(Refusal);
    expect(() => suppressCombinations(table, { k: 2, m: 5 })).toThrow(/m must be 1, 2, 3 or 4/);
    expect(() => suppressCombinations(table, { k: 2, importance: { a: 0 } })).toThrow(Refusal);
    expect(() => suppressCombinations({ ...table, columns: [], codes: [], sizes: [] }, { k: 2 })).toThrow(Refusal);
  });
});
