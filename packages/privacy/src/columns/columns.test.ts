import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseTable, emptyColumn } from './case-table.ts';
import { tableFromCsv } from './csv-table.ts';
import { parseDomainFile } from './domain-file.ts';
import { partitionTable } from './partition.ts';
import { tableBuilder } from './table-builder.ts';

const domains = { sex: ['f', 'm', '?unknown'], year: ['2014', '2015'] };
const read = async (text: string, over = domains as Record<string, readonly string[]>) =>
  tableFromCsv([text], 'file.csv', over);

describe('tableFromCsv', () => {
  it('reads declared columns in the order of the domain and reports the rest and the delimiter', async () => {
    const { table, delimiter, ignored } = await read('year;note;sex\n2015;a;f\n2014;b;?unknown\n2015;c;m\n');
    expect([delimiter, ignored, table.rows]).toEqual([';', ['note'], 3]);
    expect(table.columns.map((column) => [...column])).toEqual([
      [0, 2, 1],
      [1, 0, 1],
    ]);
  });

  it.each([
    ['a value outside its domain', 'sex,year\nf,2015\nx,2015\n', "Row 3, column 'sex'"],
    ['an empty field that was not declared', 'sex,year\nf,\n', "Row 2, column 'year'"],
    ['a ragged row', 'sex,year\nf,2015\nf\n', 'row 3: 1 fields where the header has 2'],
    ['a missing column', 'sex\nf\n', "no column 'year'"],
    ['a column twice', 'sex,year,sex\nf,2015,f\n', "two columns 'sex'"],
    ['an empty file', '', 'no header row'],
    ['an open quote', 'sex,year\nf,"2015\n', 'a quote is not closed'],
    ['text after a quote', 'sex,year\nf,"2015"x\n', 'text after a closing quote'],
    ['a quote in a bare field', 'sex,year\nf,20"15\n', 'inside an unquoted field'],
    ['an empty line between rows', 'sex,year\nf,2015\n\nm,2014\n', 'row 3'],
  ])('refuses %s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('never shows a value in a refusal', async () => {
    await expect(read('sex,year\nsecret,2015\n')).rejects.toThrow(/^(?!.*secret)/);
  });

  it('refuses what is not UTF-8', async () => {
    const text = Uint8Array.of(...new TextEncoder().encode('sex,year\n'), 0xff, 0x2c);
    await expect(tableFromCsv([text], 'file.csv', domains)).rejects.toThrow('not UTF-8');
  });

  it('passes over a byte order mark and empty lines at the end', async () => {
    expect((await read('\uFEFFsex,year\r\nf,2015\r\n\r\n\n')).table.rows).toBe(1);
  });

  it('takes an empty line of a one-column file for the empty value it is', async () => {
    const { table } = await read('sex\nf\n\nm\n\n', { sex: ['f', 'm', ''] });
    expect([...(table.columns[0] ?? [])]).toEqual([0, 2, 1, 2]);
  });

  it('reads what another reader reads, however the text is cut in pieces', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r\n', ' '), maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        async (rows, delimiter, cut, bytes) => {
          const quoted = [['first', 'second'], ...rows].map((row) =>
            row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter),
          );
          const text = `${quoted.join('\n')}\n`;
          const expected = (parse(text, { delimiter, from_line: 1 }) as string[][]).slice(1);
          const codes = (at: number) => [...new Set(expected.map((row) => row[at] ?? ''))];
          const over = { first: codes(0), second: codes(1) };
          const encoded = new TextEncoder().encode(text);
          const pieces = bytes
            ? Array.from({ length: Math.ceil(encoded.length / cut) }, (_, at) =>
                encoded.slice(at * cut, (at + 1) * cut),
              )
            : Array.from({ length: Math.ceil(text.length / cut) }, (_, at) => text.slice(at * cut, (at + 1) * cut));
          const { table } = await tableFromCsv(pieces, 'file.csv', over);
          const found = expected.map((_, row) => [
            over.first[table.columns[0]?.[row] ?? -1],
            over.second[table.columns[1]?.[row] ?? -1],
          ]);
          expect(found).toEqual(expected);
        },
      ),
    );
  });

  it('takes a long text in one piece in time that grows with its length', async () => {
    const text = `a,b\n${'0,1\n'.repeat(400_000)}`;
    const started = process.cpuUsage();
    const { table } = await tableFromCsv([text], 'long.csv', { a: ['0'], b: ['1'] });
    expect(table.rows).toBe(400_000);
    // A tenth of a second; looking for quotes once a record took half a minute.
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000);
  });
});

describe('parseDomainFile', () => {
  it('reads numbers of codes and lists of values', () => {
    expect(parseDomainFile('{"a": 3, "b": ["x", ""]}', 'D')).toEqual({ a: ['0', '1', '2'], b: ['x', ''] });
  });

  it.each([
    ['text', 'not JSON'],
    ['[1]', 'not an object'],
    ['{}', 'no column'],
    ['{"a": 0}', "column 'a': the number of codes"],
    ['{"a": 2.5}', "column 'a': the number of codes"],
    ['{"a": [1]}', "column 'a': a domain is a number of codes or a list of texts"],
    ['{"a": []}', "'a' has no code"],
    ['{"a": ["x", "x"]}', "'a' has one code twice"],
    ['{"": 2}', 'no name'],
  ])('refuses %s', (text, message) => {
    expect(() => parseDomainFile(text, 'DOMAIN.json')).toThrow(message);
  });
});

describe('tableBuilder', () => {
  const block = (dictionary: readonly string[], codes: readonly number[], sourceRows?: readonly number[]) => ({
    rows: codes.length,
    ...(sourceRows ? { sourceRows } : {}),
    columns: [{ id: 'sex', dictionary, codes }],
  });

  it('joins blocks whose dictionaries grow, and files whose dictionaries differ', () => {
    const builder = tableBuilder({ sex: domains.sex }, { expectedRows: 1 });
    builder.append(block(['m'], [0, 0]));
    builder.append(block(['m', 'f'], [1, 0]));
    builder.append(block(['?unknown', 'f', 'never used'], [0, 1]));
    const { columns, rows } = builder.finish();
    expect([rows, [...(columns[0] ?? [])]]).toEqual([6, [1, 1, 0, 1, 2, 0]]);
  });

  it('refuses a value outside the domain by its source row, and a missing column', () => {
    const builder = tableBuilder({ sex: domains.sex });
    expect(() => builder.append(block(['m', 'x'], [0, 1], [17, 19]))).toThrow("Row 19, column 'sex'");
    expect(() => builder.append({ rows: 1, columns: [] })).toThrow(RangeError);
  });

  it('uses two bytes a code above 256 codes, and shared memory on request', () => {
    const many = { v: Array.from({ length: 257 }, (_, code) => `${code}`) };
    const builder = tableBuilder(many, { shared: true });
    builder.append({ rows: 1, columns: [{ id: 'v', dictionary: ['256'], codes: [0] }] });
    const [column] = builder.finish().columns;
    expect(column).toBeInstanceOf(Uint16Array);
    expect(column?.[0]).toBe(256);
    expect(column?.buffer).toBeInstanceOf(SharedArrayBuffer);
  });
});

describe('partitionTable', () => {
  it('gives every row to its part, in order, and leaves out rows of none', () => {
    const column = emptyColumn(2, 5);
    column.set([0, 1, 1, 0, 1]);
    const table = caseTable({ a: ['x', 'y'] }, { a: column });
    const parts = partitionTable(table, [1, 0, 1, 9, 1], 2);
    expect(parts.map(({ rows, columns }) => [rows, [...(columns[0] ?? [])]])).toEqual([
      [1, [1]],
      [3, [0, 1, 1]],
    ]);
  });
});

describe('caseTable', () => {
  it('refuses a code outside its domain by row and column', () => {
    expect(() => caseTable({ a: ['x'] }, { a: Uint8Array.of(0, 1) })).toThrow("Row 2, column 'a'");
  });
});
