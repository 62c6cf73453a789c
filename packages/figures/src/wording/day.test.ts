import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateNumber } from './day.ts';

describe('dateNumber', () => {
  it('agrees with the platform’s calendar on every day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(dateNumber(day)).toBe(Date.parse(day));
        },
      ),
    );
  });

  it('refuses what is no day', () => {
    expect(() => dateNumber('20/05/2016')).toThrow(RangeError);
  });
});
