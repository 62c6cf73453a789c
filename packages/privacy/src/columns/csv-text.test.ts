import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseTable, emptyColumn } from './case-table.ts';
import { tableFromCsv } from './csv-table.ts';
import { csvText } from './csv-text.ts';

fc.configureGlobal({ seed: 20_160_520 });

describe('csvText', () => {
  it('writes a header and a line a record', () => {
    const table = caseTable({ a: ['x', 'y, z'], b: ['', '"'] }, { a: Uint8Array.of(0, 1), b: Uint8Array.of(1, 0) });
    expect([...csvText(table)].join('')).toBe('a,b\nx,""""\n"y, z",\n');
  });

  it('is read back as the same table, whatever the codes and names are', async () => {
    const text = fc.string({
      maxLength: 4,
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', '|', '\t', 'é'),
    });
    const column = fc.record({
      codes: fc.uniqueArray(text, { minLength: 1, maxLength: 4 }),
      picks: fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }),
    });
    const names = fc.uniqueArray(
      text.filter((name) => name !== ''),
      { minLength: 3, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.array(column, { minLength: 1, maxLength: 3 }),
        fc.nat(5),
        async (titles, made, rows) => {
          const domains = Object.fromEntries(made.map(({ codes }, at) => [titles[at] as string, codes]));
          const columns = Object.fromEntries(
            made.map(({ codes, picks }, at) => {
              const filled = emptyColumn(codes.length, rows);
              for (let row = 0; row < rows; row++) filled[row] = (picks[row] as number) % codes.length;
              return [titles[at] as string, filled];
            }),
          );
          const table = caseTable(domains, columns);
          const again = await tableFromCsv(csvText(table), 'again.csv', domains);
          expect(again.table.rows).toBe(rows);
          expect(again.table.columns).toEqual(table.columns);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives many rows in pieces', () => {
    const table = caseTable({ a: ['x', 'y'] }, { a: new Uint8Array(20_000) });
    const pieces = [...csvText(table)];
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('').split('\n')).toHaveLength(20_002);
  });
});
