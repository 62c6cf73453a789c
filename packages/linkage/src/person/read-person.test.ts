import { describe, expect, it } from 'vitest';
import { readPerson } from './read-person.ts';

describe('reading a row', () => {
  const read = (raw: Parameters<typeof readPerson>[0]) =>
    readPerson(raw, {
      ...{ order: 'dmy', place: 'people.csv, row 7', row: 7 },
      columns: { given_name: 'first', birth: 'born' },
    });

  it.each<readonly [Parameters<typeof readPerson>[0], RegExp]>([
    [{ given_name: 'Марія' }, /people\.csv, row 7, column 'first': the given name is not in Latin letters/],
    [{ family_name: 'الحسن' }, /people\.csv, row 7: the family name is not in Latin letters/],
    [{ nationality: 'سوريا' }, /people\.csv, row 7: the nationality is not in Latin letters; write its code/],
    [{ sex: '女' }, /people\.csv, row 7: the sex is not in Latin letters/],
    ...['02/10/97', '97-10-02', '97', '021097', '٠٢/١٠/٩٧'].map(
      (birth) => [{ birth }, /people\.csv, row 7, column 'born': the year of birth has two digits/] as const,
    ),
  ])('refuses %j in one line, without what it says', (raw, says) => {
    expect(() => read(raw)).toThrow(says);
    expect(() => read(raw)).not.toThrow(/Марія|الحسن|سوريا|女|97|٩/);
  });

  it('knows words for nothing, words for the sexes, and broken dates', () => {
    expect(read({ given_name: 'n/a', sex: 'Mujer', birth: '29-1q-1983' })).toEqual({
      person: { given: '', family: '', birth: null, brokenBirth: '19831q29', sex: 'f', nationality: '' },
      unreadableBirth: true,
    });
    expect(read({ birth: '31/12/1999' }).person.birth).toMatchObject({ year: '1999', month: '12', day: '31' });
    expect(read({ birth: '31/13/1999' }).unreadableBirth).toBe(true);
    for (const birth of ['1997-10-02T00:00:00Z', '1997-10-02 00:00', '2/10/1997 12:00:00 AM', '٠٢/١٠/١٩٩٧', '۱۹۹۷۱۰۰۲'])
      expect(read({ birth }).person.birth, birth).toMatchObject({ year: '1997', month: '10', day: '02' });
    expect(read({ birth: '199710' }).person.birth).toMatchObject({ year: '1997', month: '10', day: null });
    expect([read({ sex: 'ذكر' }), read({ sex: 'Ж' })].map(({ person: { sex } }) => sex)).toEqual(['m', 'f']);
    expect(read({ given_name: 'غير معروف', nationality: '-' }).person).toMatchObject({ given: '', nationality: '' });
  });
});
