import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, parseCsv, safeText, unsafeText } from './csv.ts';

const starts = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'];

describe('safeText', () => {
  it.each(starts)('puts an apostrophe before a text that begins with %j', (start) => {
    expect(safeText(`${start}cmd`)).toBe(`'${start}cmd`);
  });

  it.each(['?unknown', '25+', '0-12', 'THA', 'labour_and_sexual', '9-17', "Côte d'Ivoire", 'نعم', ''])(
    'leaves the code or label %j as it is',
    (text) => {
      expect(safeText(text)).toBe(text);
    },
  );

  it('loses nothing: every text comes back', () => {
    const texts = fc
      .tuple(fc.constantFrom('', "'", "''"), fc.constantFrom('', ...starts), fc.string())
      .map((parts) => parts.join(''));
    fc.assert(fc.property(texts, (text) => unsafeText(safeText(text)) === text));
  });
});

describe('csvLine', () => {
  it('writes a negative number as a number and a text that looks like one as text', () => {
    expect(csvLine([-3.5, '-3.5', 'a,b', 'say "no"'])).toBe('-3.5,\'-3.5,"a,b","say ""no"""\r\n');
  });

  it('refuses a number that no table can hold', () => {
    expect(() => csvLine([Number.NaN])).toThrow(RangeError);
  });

  it('gives lines that an independent reader and parseCsv read alike', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map(csvLine).join('');
        expect(parseCsv(text)).toEqual(rows);
        const read = parse(text, { relaxQuotes: false, skipEmptyLines: false, recordDelimiter: '\r\n' }) as string[][];
        expect(read.map((row) => row.map(unsafeText))).toEqual(rows);
      }),
    );
  });
});
