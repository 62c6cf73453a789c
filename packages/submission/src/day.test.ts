import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, isDay } from './day.ts';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('isDay', () => {
  it('knows every day of the calendar', () => {
    fc.assert(fc.property(days, (day) => isDay(day)));
  });

  it.each(['2015-02-29', '2015-13-01', '2015-00-01', '2015-04-31', '1900-02-29', '2015-1-1', '2015-01-01T00:00', ''])(
    'refuses %j',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );
});

describe('addMonths', () => {
  it('gives a day of the month wanted, and a year for twelve', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 600 }), (day, months) => {
        const later = addMonths(day, months);
        const [year = 0, month = 0] = day.split('-').map(Number);
        const [laterYear = 0, laterMonth = 0] = later.split('-').map(Number);
        expect(isDay(later)).toBe(true);
        expect(laterYear * 12 + laterMonth).toBe(year * 12 + month + months);
        expect(addMonths(day, 12).slice(0, 7)).toBe(`${year + 1}${day.slice(4, 7)}`);
      }),
    );
  });
});
