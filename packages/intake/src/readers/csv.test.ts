import { Refusal } from '@casebridge/refusal';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawTable } from '../table.ts';
import { type CsvOptions, readCsv } from './csv.ts';
import { defaultLimits } from './limits.ts';
import type { ByteSource } from './utf8.ts';

const encoder = new TextEncoder();

function source(content: string | Uint8Array, chunk = 1 << 20): ByteSource {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  return async function* () {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  };
}

async function read(content: string | Uint8Array, options: Partial<CsvOptions> & { chunk?: number } = {}) {
  const table = await readCsv(source(content, options.chunk), { name: 'cases.csv', ...options });
  return { table, ...(await contents(table)) };
}

async function contents(table: RawTable) {
  const rows: string[][] = [];
  const numbers: number[] = [];
  const findings: (readonly [number | null, unknown])[] = [];
  for await (const block of table.rows) {
    for (let row = 0; row < block.rows; row++) {
      rows.push(block.columns.map(({ dictionary, codes }) => dictionary[codes[row] as number] as string));
      numbers.push(block.sourceRows[row] as number);
    }
    findings.push(...block.findings.map(({ row, args }) => [row, args.problem] as const));
  }
  return { rows, numbers, findings };
}

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}

describe('readCsv', () => {
  it('reads quotes, doubled quotes, delimiters and line ends inside quotes', async () => {
    const { rows, table } = await read('a,b\r\n"x, ""y""","line\none"\r\n,z\r\n');
    expect(table.columns).toEqual(['a', 'b']);
    expect(rows).toEqual([
      ['x, "y"', 'line\none'],
      ['', 'z'],
    ]);
  });

  it('counts rows as a spreadsheet does and passes over blank ones', async () => {
    const { rows, numbers } = await read('a,b\n1,2\n\n,\n3,4');
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(numbers).toEqual([2, 5]);
  });

  it('reports a ragged row by its number and shifts nothing', async () => {
    const { rows, findings } = await read('a,b\n1,2\n1,2,3\n1\n5,6\n');
    expect(rows).toEqual([
      ['1', '2'],
      ['5', '6'],
    ]);
    expect(findings).toEqual([
      [3, 'too_many_cells'],
      [4, 'too_few_cells'],
    ]);
  });

  it.each([
    ['a,b\n1,x"y\n3,4\n', 'quote_in_cell'],
    ['a,b\n1,"x"y\n3,4\n', 'text_after_quote'],
    ['a,b\n1,x\ry\n3,4\n', 'lone_carriage_return'],
  ])('reports %j', async (content, problem) => {
    const { findings, rows } = await read(content);
    expect(findings[0]).toEqual([2, problem]);
    expect(rows.at(-1)).toEqual(['3', '4']);
  });

  it('reports a quote that is not closed', async () => {
    const { findings } = await read('a,b\n1,"x\n3,4\n');
    expect(findings).toEqual([[2, 'quote_not_closed']]);
  });

  it.each([
    [',', 'a,b;c\n1,2\n3,4'],
    [';', 'a;b\n1,5;2\n3,5;4'],
    ['tab', 'a\tb, c\n1\t2\n'],
    ['|', 'a|b\n1|2\n'],
  ])('finds the delimiter %s', async (delimiter, content) => {
    const { table, rows } = await read(content);
    expect(table.notes.delimiter).toBe(delimiter);
    expect(table.columns).toHaveLength(2);
    expect(rows[0]).toHaveLength(2);
  });

  it('takes a declared delimiter', async () => {
    const { table } = await read('a;b,c\n1;2,3\n', { delimiter: ';' });
    expect(table.columns).toEqual(['a', 'b,c']);
  });

  it('takes a header further down, folds its line breaks, and numbers repeated names', async () => {
    const { table, numbers } = await read('Title,,\n,,\n"N°\ndossier",Sexe,Sexe\nA,F,M\n', { headerRow: 3 });
    expect(table.columns).toEqual(['N° dossier', 'Sexe', 'Sexe (2)']);
    expect(numbers).toEqual([4]);
  });

  it('passes over a byte order mark', async () => {
    expect((await read('\ufeffa,b\n1,2\n')).table.columns).toEqual(['a', 'b']);
  });

  it('knows UTF-16 by its byte order mark, however the bytes arrive', async () => {
    const text = '\ufeffa,b\né,😀\n';
    const little = new Uint8Array(Buffer.from(text, 'utf16le'));
    const big = new Uint8Array(Buffer.from(text, 'utf16le').swap16());
    for (const bytes of [little, big]) {
      for (const chunk of [1, 3, 1000]) expect((await read(bytes, { chunk })).rows).toEqual([['é', '😀']]);
    }
  });

  it('refuses bytes that are not UTF-8 and says what to declare', async () => {
    const latin = new Uint8Array(Buffer.from('a,b\ncaf\u00e9,2\n', 'latin1'));
    const error = await refusal(read(latin));
    expect(error.code).toBe('encoding');
    expect(error.message).toMatch(/cases\.csv: not valid utf-8.*windows-1252/);
    expect((await read(latin, { encoding: 'windows-1252' })).rows).toEqual([['café', '2']]);
  });

  it('refuses a file that ends within a character', async () => {
    expect((await refusal(read(encoder.encode('a,b\n1,é').subarray(0, -1)))).code).toBe('encoding');
  });

  it('refuses what is no text', async () => {
    expect((await refusal(read('a\0,b\n1,2\n'))).code).toBe('encoding');
    expect((await refusal(read('a,b\n1,2\n', { encoding: 'no-such-encoding' }))).code).toBe('encoding');
  });

  it('refuses an empty file, a header without names, reserved names and too many columns', async () => {
    for (const content of ['', ',,\n1,2,3\n', '__proto__,b\n1,2\n', `${'x,'.repeat(1000)}y\n`])
      expect((await refusal(read(content))).code).toBe('header');
  });

  it('refuses a row without end early', async () => {
    const endless = async function* () {
      yield encoder.encode('a,b\n1,"');
      for (;;) yield encoder.encode('x'.repeat(256 * 1024));
    };
    const error = await refusal(
      (async () => contents(await readCsv(endless, { name: 'cases.csv', limits: defaultLimits })))(),
    );
    expect(error.code).toBe('row-too-long');
  });

  it('refuses more rows and bytes than allowed', async () => {
    const content = `a,b\n${'1,2\n'.repeat(100)}`;
    const limits = { ...defaultLimits, maxRows: 99 };
    expect((await refusal(read(content, { limits }))).code).toBe('too-many-rows');
    expect((await refusal(read(content, { limits: { ...defaultLimits, maxBytes: 50 } }))).code).toBe('file-too-large');
  });

  it('makes no text of columns that are not selected', async () => {
    const table = await readCsv(source('key,name\n1,(a name)\n2,(a name)\n'), { name: 'cases.csv' });
    const narrowed = table.select(['key']);
    expect(narrowed.columns).toEqual(['key']);
    for await (const block of narrowed.rows)
      expect(block.columns.map(({ dictionary }) => dictionary)).toEqual([['1', '2']]);
  });

  it('keeps dictionaries small in columns of unique texts', async () => {
    const lines = Array.from({ length: 80_000 }, (_, n) => `case-${n},${n % 3}`);
    const table = await readCsv(source(`key,code\n${lines.join('\n')}\n`), { name: 'cases.csv' });
    let row = 0;
    let largest = 0;
    for await (const block of table.rows) {
      const [key, code] = block.columns;
      for (let at = 0; at < block.rows; at++, row++) {
        if (key?.dictionary[key.codes[at] as number] !== `case-${row}`) throw new Error(`row ${row} has another key`);
        if (code?.dictionary[code.codes[at] as number] !== String(row % 3))
          throw new Error(`row ${row} has another code`);
      }
      largest = Math.max(largest, key?.dictionary.length ?? 0);
      expect(code?.dictionary).toHaveLength(3);
    }
    expect(row).toBe(80_000);
    expect(largest).toBeLessThan(80_000);
  });

  it('gives the same rows however the bytes are cut into chunks', async () => {
    const content = 'a,b\r\n"x,""é""\n",2\r\n\r\n1,2,3\r\n😀,"y"\r\n';
    const whole = await read(content);
    for (let chunk = 1; chunk <= 12; chunk++) {
      const { rows, numbers, findings } = await read(content, { chunk });
      expect({ rows, numbers, findings }).toEqual({
        rows: whole.rows,
        numbers: whole.numbers,
        findings: whole.findings,
      });
    }
  });

  it('reads every valid file as csv-parse does', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', '1', 'yes', 'é', '😀', 'a b', '"', ',', '\n', '\r\n', 'x"y'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    const file = fc.record({
      width: fc.integer({ min: 2, max: 5 }),
      newline: fc.constantFrom('\n', '\r\n'),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      ends: fc.boolean(),
      chunk: fc.integer({ min: 1, max: 40 }),
      cells: fc.array(fc.tuple(cell, fc.boolean()), { maxLength: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(file, async ({ width, newline, delimiter, ends, chunk, cells }) => {
        const rows = Array.from({ length: Math.floor(cells.length / width) }, (_, n) =>
          cells.slice(n * width, (n + 1) * width),
        );
        const body = rows.map((row) => row.map(([text, quote]) => written(text, quote, delimiter)).join(delimiter));
        const header = Array.from({ length: width }, (_, n) => `column-${n}`).join(delimiter);
        const content = [header, ...body].join(newline) + (ends ? newline : '');
        const theirs = parse(content, {
          delimiter,
          record_delimiter: newline,
          relax_column_count: false,
          skip_empty_lines: true,
        }) as string[][];
        const ours = await read(content, { delimiter, chunk });
        expect(ours.findings).toEqual([]);
        expect(ours.rows).toEqual(theirs.slice(1).filter((row) => row.some((text) => text !== '')));
      }),
      { numRuns: 500 },
    );
  });
});

function written(text: string, quote: boolean, delimiter: string): string {
  const mustQuote = /["\r\n]/.test(text) || text.includes(delimiter);
  return quote || mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
}
