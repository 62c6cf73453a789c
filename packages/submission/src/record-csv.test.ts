import { codeLists } from '@casebridge/standard';
import { describe, expect, it } from 'vitest';
import { blocksOf, exampleRecord } from './fixture.ts';
import { csvCell, writeRecordsCsv } from './record-csv.ts';

describe('writeRecordsCsv', () => {
  it('writes a header and the cells of every block', async () => {
    const records = [
      exampleRecord('a'),
      exampleRecord('b', { sex: '?unknown' }),
      exampleRecord('c'),
      exampleRecord('d'),
    ];
    let text = '';
    for await (const chunk of writeRecordsCsv(blocksOf(records))) text += chunk;
    expect(text).toBe(
      [
        'record_key,registration_year,sex,exploitation_type.known',
        'a,2015,female,yes',
        'b,2015,?unknown,yes',
        'c,2015,female,yes',
        'd,2015,female,yes',
        '',
      ].join('\r\n'),
    );
  });
});

describe('csvCell', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\nx', '＝1', '－1'])('disarms %j', (cell) => {
    expect(csvCell(cell).replace('"', '')[0]).toBe("'");
  });

  it('leaves every code of the standard as it is', () => {
    const codes = Object.values(codeLists).flatMap((list) => list.map(({ code }) => code));
    expect(codes.filter((code) => csvCell(code) !== code)).toEqual([]);
  });

  it('quotes what would break a line', () => {
    expect(csvCell('a,"b"\n')).toBe('"a,""b""\n"');
  });
});
