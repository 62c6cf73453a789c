import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodingLines, readEncodings } from '../format/encoding-file.ts';
import { keyCellsOf, recordNameOf } from '../format/record-key.ts';
import { usualProfiles } from './encode-records.ts';
import { rowEncoder } from './encode-rows.ts';

const secret = new TextEncoder().encode('sixteen bytes or more');

describe('encoding rows', () => {
  const header = {
    organisation: 'a',
    project: 'coalition',
    epoch: '2016',
    keyCheck: '00000000',
    profiles: { ...usualProfiles, fieldFilters: true },
  };
  const columns = { given_name: 'first', birth: 'born' } as const;
  const encoder = (recordKey: readonly string[], more = {}) =>
    rowEncoder(secret, header, { name: 'people.csv', order: 'dmy', columns: { ...columns, ...more }, recordKey });
  const raw = { given_name: 'kalo', birth: '1990' };

  it('names records so that their cells can be had back, and no two keys look alike', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '|', '\\', '1', '/'), minLength: 1, maxLength: 4 });
    const key = fc.array(cell, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(key, (cells) => {
        expect(keyCellsOf(recordNameOf(cells))).toEqual(cells);
      }),
    );
    expect(recordNameOf(['2015/003'])).toBe('2015/003');
    expect(recordNameOf(['a', ' b|c '])).toBe('a|b\\|c');
    expect(recordNameOf(['a', ' '])).toBe('');
  });

  it('refuses keys and columns that cannot be meant', () => {
    const row = { row: 2, key: ['x'], raw };
    expect(() => encoder(['id']).encode({ ...row, key: [' '] })).toThrow(/row 2, column 'id': the record key is empty/);
    expect(() => encoder(['id']).encode({ ...row, key: ['a\nb'] })).toThrow(/line break/);
    const twice = encoder(['id']);
    twice.encode(row);
    expect(() => twice.encode({ ...row, row: 3 })).toThrow(/row 3, column 'id': this record key was given before/);
    expect(() => encoder(['id', 'first'])).toThrow(/column 'first': is encoded, and would leave in clear/);
    expect(() => encoder(['id'], { family_name: 'first' })).toThrow(/column 'first': is named for two fields/);
    expect(() => encoder(['id'], { birth: undefined })).toThrow(/people\.csv: too few columns/);
    expect(() => encoder([]).finish()).toThrow(/has no records/);
    const empty = encoder([]);
    empty.encode({ row: 2, key: [], raw: {} });
    expect(() => empty.finish()).toThrow(/no record has a name and a date of birth/);
  });

  it('writes records in the order of their keys, which is not that of names', () => {
    const own = encoder(['id']);
    const records = ['z', 'b', 'm'].map((key, at) => own.encode({ row: at + 2, key: [key], raw }));
    expect(
      readEncodings([...encodingLines(header, records)].join(''), 'a').records.map(({ record }) => record),
    ).toEqual(['b', 'm', 'z']);
  });
});
