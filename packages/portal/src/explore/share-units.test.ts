import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMillionths, toMillionths } from './share-units.ts';

describe('toMillionths', () => {
  it('rounds to the same per cent and tenth of one as the share itself', () => {
    const written = [0, 1].map((digits) => {
      const format = new Intl.NumberFormat('en', {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      return (share: number) => format.format(share);
    });
    const share = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      // Close to where a rounding turns.
      fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: -600, max: 600 })).map(([step, off]) => {
        return Math.min(1, Math.max(0, step / 2000 + off * 1e-9));
      }),
    );
    fc.assert(
      fc.property(share, (value) => {
        const millionths = toMillionths(value);
        expect(Number.isInteger(millionths)).toBe(true);
        expect(Math.abs(fromMillionths(millionths) - value)).toBeLessThanOrEqual(1.5e-6);
        for (const write of written) expect(write(fromMillionths(millionths))).toBe(write(value));
      }),
      { numRuns: 2000, seed: 11 },
    );
  });
});
