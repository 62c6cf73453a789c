import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumns, type RecordColumns, unpackColumns } from './column-file.ts';
import { crossTab, facetCounts, filterOf } from './count-records.ts';

const names = ['a', 'b', 'c', 'd'];

/** Records of four columns with 2, 3, 17 and 1 codes. */
const anyRecords = fc.array(fc.tuple(fc.nat(1), fc.nat(2), fc.nat(16), fc.constant(0)), { maxLength: 60 }).map(
  (rows): RecordColumns => ({
    release: 'r',
    kind: 'synthetic record, not a person',
    rows: rows.length,
    columns: [2, 3, 17, 1].map((size, at) => ({
      id: names[at] as string,
      codes: Array.from({ length: size }, (_, code) => `${names[at]}${code}`),
      values: Uint8Array.from(rows, (row) => row[at] as number),
    })),
  }),
);

const anyFilters = fc.array(fc.tuple(fc.nat(2), fc.array(fc.nat(16), { maxLength: 4 })), { maxLength: 3 });

const textsOf = ({ rows, columns }: RecordColumns) =>
  Array.from({ length: rows }, (_, row) => columns.map(({ codes, values }) => codes[values[row] as number] as string));

describe('a column file', () => {
  it('holds the same records, sorted', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const read = unpackColumns(packColumns(records));
        const rank = (row: readonly string[]) =>
          row.map((text, at) => String(records.columns[at]?.codes.indexOf(text)).padStart(3, '0')).join();
        const wanted = textsOf(records).sort((x, y) => (rank(x) < rank(y) ? -1 : rank(x) > rank(y) ? 1 : 0));
        expect(textsOf(read)).toEqual(wanted);
        expect(read.columns.map(({ codes }) => codes)).toEqual(records.columns.map(({ codes }) => codes));
        expect(read.kind).toBe(records.kind);
      }),
    );
  });

  it('is not read when it is something else or ends early', () => {
    const records: RecordColumns = {
      release: 'r',
      kind: 'k',
      rows: 9,
      columns: [{ id: 'a', codes: ['x', 'y', 'z'], values: new Uint8Array(9) }],
    };
    const bytes = packColumns(records);
    expect(() => unpackColumns(bytes.subarray(0, bytes.length - 1))).toThrow(/ends early/);
    expect(() => unpackColumns(new TextEncoder().encode('<!doctype html><title>'))).toThrow(/not a column file/);
    expect(() => packColumns({ ...records, rows: 8 })).toThrow(RangeError);
  });
});

describe('counting', () => {
  it('counts what a loop over the rows counts', () => {
    fc.assert(
      fc.property(anyRecords, anyFilters, (records, asked) => {
        const [a, b, c] = records.columns;
        if (!a || !b || !c) throw new Error('the records have three columns');
        const filters = asked.map(([at, codes]) => {
          const column = records.columns[at] ?? a;
          return filterOf(
            column,
            codes.map((code) => `${column.id}${code}`),
          );
        });
        const passes = (row: number, others = filters) =>
          others.every(({ column, allowed }) => allowed[column.values[row] as number] === 1);
        const table = new Int32Array(2 * 3 * 17);
        for (let row = 0; row < records.rows; row++) {
          const cell = ((a.values[row] as number) * 3 + (b.values[row] as number)) * 17 + (c.values[row] as number);
          if (passes(row)) table[cell] = (table[cell] as number) + 1;
        }
        expect(crossTab(records.rows, [a, b, c], filters)).toEqual(table);
        expect(crossTab(records.rows, [c], filters).reduce((sum, n) => sum + n, 0)).toBe(
          table.reduce((sum, n) => sum + n, 0),
        );
        facetCounts(records.rows, records.columns, filters).forEach((counts, at) => {
          const column = records.columns[at] as (typeof records.columns)[number];
          const others = filters.filter((filter) => filter.column !== column);
          const wanted = new Int32Array(column.codes.length);
          for (let row = 0; row < records.rows; row++) {
            const code = column.values[row] as number;
            if (passes(row, others)) wanted[code] = (wanted[code] as number) + 1;
          }
          expect(counts).toEqual(wanted);
        });
      }),
    );
  });
});
