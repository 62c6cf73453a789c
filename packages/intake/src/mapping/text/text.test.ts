import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latinDigits, oneDecimal, parseAmount, parseNumber } from './amount-text.ts';
import { bandHolding, parseBand } from './band-text.ts';
import { dateOfDay, dayNumber, toGregorian } from './calendar.ts';
import { dateOfSerial, dateText, parseDate } from './date-text.ts';

const dmy = { order: 'dmy', calendar: 'gregorian', excelSerials: null } as const;
const undeclared = { ...dmy, order: null } as const;

describe('dayNumber and dateOfDay', () => {
  it('agree with the platform on every day tried', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
        const date = dateOfDay(days);
        const platform = new Date(days * 86_400_000);
        expect([date.year, date.month, date.day]).toEqual([
          platform.getUTCFullYear(),
          platform.getUTCMonth() + 1,
          platform.getUTCDate(),
        ]);
        expect(dayNumber(date.year, date.month, date.day)).toBe(days);
      }),
    );
  });
});

describe('toGregorian', () => {
  it('reads Buddhist years', () => {
    expect(toGregorian({ year: 2558, month: 3, day: 18 }, 'buddhist')).toEqual({ year: 2015, month: 3, day: 18 });
  });

  it('reads Hijri dates as the platform does', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-islamic-civil-nu-latn', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (days) => {
        const parts = Object.fromEntries(
          format
            .formatToParts(new Date(days * 86_400_000))
            .map(({ type, value }) => [type, Number.parseInt(value, 10)]),
        );
        const date = { year: parts.year as number, month: parts.month as number, day: parts.day as number };
        expect(toGregorian(date, 'hijri')).toEqual(dateOfDay(days));
      }),
    );
  });

  it('knows days that are none', () => {
    expect(toGregorian({ year: 2015, month: 2, day: 29 }, 'gregorian')).toBeNull();
    expect(toGregorian({ year: 2016, month: 2, day: 29 }, 'gregorian')).not.toBeNull();
    expect(toGregorian({ year: 1436, month: 13, day: 1 }, 'hijri')).toBeNull();
    expect(toGregorian({ year: 1436, month: 2, day: 30 }, 'hijri')).toBeNull();
  });
});

describe('parseDate', () => {
  it.each([
    ['2015', '2015'],
    ['2015-06', '2015-06'],
    ['2015-6-3', '2015-06-03'],
    ['2015-06-30T10:20:00Z', '2015-06-30'],
    ['2015-06-30 00:00:00', '2015-06-30'],
    ['05/09/2019', '2019-09-05'],
    ['5.9.2019', '2019-09-05'],
    ['2019/09/05', '2019-09-05'],
    ['09/2019', '2019-09'],
    ['٠٥/٠٩/٢٠١٩', '2019-09-05'],
  ])('%s is %s', (text, date) => {
    const result = parseDate(text, dmy);
    expect('date' in result && dateText(result.date)).toBe(date);
  });

  it.each([
    ['05/09/2019', undeclared, 'date_order_not_declared'],
    ['05/09/19', dmy, 'two_digit_year'],
    ['31/02/2019', dmy, 'no_such_day'],
    ['2019-13', dmy, 'no_such_day'],
    ['43713', dmy, 'excel_serial_not_declared'],
    ['hier', dmy, 'not_a_date'],
    ['9-17', dmy, 'not_a_date'],
  ] as const)('%s is %s no date', (text, reading, problem) => {
    expect(parseDate(text, reading)).toEqual({ problem });
  });

  it('takes the order that is declared', () => {
    const mdy = parseDate('05/09/2019', { ...dmy, order: 'mdy' });
    expect('date' in mdy && dateText(mdy.date)).toBe('2019-05-09');
  });

  it('takes spreadsheet days of the declared system, and years beside them', () => {
    const serials = { ...dmy, excelSerials: '1900' } as const;
    for (const [text, date] of [
      ['43713', '2019-09-05'],
      ['05/09/2019', '2019-09-05'],
      ['2019', '2019'],
    ]) {
      const result = parseDate(text as string, serials);
      expect('date' in result && dateText(result.date)).toBe(date);
    }
    expect(dateText(dateOfSerial(1, '1900'))).toBe('1900-01-01');
    expect(dateText(dateOfSerial(61, '1900'))).toBe('1900-03-01');
    expect(dateText(dateOfSerial(0, '1904'))).toBe('1904-01-01');
  });
});

describe('parseAmount', () => {
  it.each([
    ['26', 26],
    ['1 an et 3 mois', 15],
    ['16 ans', 192],
    ['16 years old', 192],
    ['a year', 12],
    ['2 years, 6 months', 30],
    ['1,5 ans', 18],
    ['5 weeks', (5 * 7) / 30.4375],
    ['10 jours', 10 / 30.4375],
    ['un año y dos', null],
    ['1 año y 2 meses', 14],
    ['سنة وشهران', 14],
    ['٣ أشهر', 3],
    ['سنتان و3 أشهر', 27],
    ['about 3 months', 3],
    ['3 fortnights', null],
    ['months', null],
    ['3 4 months', null],
    ['', null],
    ['16 ans (environ)', null],
  ])('%s is %s months', (text, months) => {
    expect(parseAmount(text, 'months', ',')?.months ?? null).toBe(months);
  });

  it('reads bounds', () => {
    expect(parseAmount('less than a month', null, '.')).toEqual({ months: 1, bound: 'less_than' });
    expect(parseAmount('over 2 years', null, '.')).toEqual({ months: 24, bound: 'more_than' });
    expect(parseAmount('plus de 2 ans', null, '.')).toEqual({ months: 24, bound: 'more_than' });
    expect(parseAmount('más de dos años', null, '.')).toBeNull();
    expect(parseAmount('más de 2 años', null, '.')).toEqual({ months: 24, bound: 'more_than' });
    expect(parseAmount('أقل من شهر', null, '.')).toEqual({ months: 1, bound: 'less_than' });
  });

  it('takes no bare number without a unit', () => {
    expect(parseAmount('26', null, '.')).toBeNull();
  });
});

describe('parseNumber', () => {
  it('reads the declared decimal sign, and the point of spreadsheets', () => {
    expect(parseNumber('2,5', ',')).toBe(2.5);
    expect(parseNumber('2.5', ',')).toBe(2.5);
    expect(parseNumber('2,5', '.')).toBeNull();
    expect(parseNumber('-99', '.')).toBe(-99);
    expect(parseNumber('1e5', '.')).toBeNull();
    expect(latinDigits('۱۲٫٥')).toBe('12.5');
  });

  it('writes one decimal at most', () => {
    expect([15, 1.25, 12.04, 0.05, -1.5].map(oneDecimal)).toEqual(['15', '1.3', '12', '0.1', '-1.5']);
  });
});

describe('parseBand', () => {
  it.each([
    ['9-17', 9, 17],
    ['9--17', 9, 17],
    ['09–17', 9, 17],
    ['15 à 17 ans', 15, 17],
    ['48+', 48, Number.POSITIVE_INFINITY],
    ['<18', 0, 17],
    ['moins de 18', 0, 17],
    ['26', 26, 26],
  ])('%s is %d to %d', (text, low, high) => {
    expect(parseBand(text)).toEqual({ low, high });
  });

  it('finds the band that holds a range, and none for one that straddles', () => {
    expect(bandHolding('age_band', { low: 15, high: 17 })).toBe('9-17');
    expect(bandHolding('age_band', { low: 50, high: 60 })).toBe('48+');
    expect(bandHolding('age_band', { low: 0, high: 14 })).toBeNull();
    expect(parseBand('17-9')).toBeNull();
    expect(parseBand('adult')).toBeNull();
  });
});
