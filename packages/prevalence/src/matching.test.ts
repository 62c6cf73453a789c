import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureTable, listsIn, peopleOnAll } from './capture-table.ts';
import { withMissedMatches, withWrongMatches } from './matching.ts';
import { seededUniform } from './random.ts';
import { stepwise } from './stepwise.ts';

const lists = ['a', 'b', 'c'];
const tableOf = (counts: readonly number[]) =>
  captureTable(
    lists,
    counts.map((count, at) => ({ on: lists.map((_, bit) => ((at + 1) >> bit) & 1), count })),
    'a table',
  );
// 8,000 people met independently by 30, 25 and 20 of 100.
const truth = tableOf([1440, 1120, 480, 840, 360, 280, 120].map((count) => count));

/** The same people with records that fall off alone, person by person. */
function matchedBadly(chance: number, seed: number) {
  const uniform = seededUniform(seed);
  const counts = new Array<number>(7).fill(0);
  const add = (history: number) => {
    if (history > 0) counts[history - 1] = (counts[history - 1] ?? 0) + 1;
  };
  for (const [history, people] of truth.counts.entries()) {
    for (let person = 0; person < people; person++) {
      if (listsIn(history) < 2) {
        add(history);
        continue;
      }
      let left = history;
      for (let bit = 1; bit < 8; bit <<= 1) {
        if ((history & bit) === 0 || uniform() >= chance) continue;
        left &= ~bit;
        add(bit);
      }
      add(left);
    }
  }
  return tableOf(counts);
}

describe('withMissedMatches', () => {
  it('gives back the table whose pairs were missed, and its estimate', () => {
    const missed = 0.1;
    const chance = 1 - Math.sqrt(1 - missed);
    const seen = matchedBadly(chance, 5);
    const back = withMissedMatches(seen, missed);
    // A missed match is chance, so that counts come back within four standard deviations of a sum of some hundred of them.
    for (const [history, count] of truth.counts.entries()) {
      expect(Math.abs((back.counts[history] ?? 0) - count), `history ${history}`).toBeLessThan(
        4 * Math.sqrt(count * missed * 2 + 20),
      );
    }
    const estimates = [truth, seen, back].map((table) => stepwise(table, 0)?.fit.estimate ?? 0);
    const [real = 0, inflated = 0, mended = 0] = estimates;
    expect(inflated).toBeGreaterThan(real * 1.07);
    expect(Math.abs(mended / real - 1)).toBeLessThan(0.03);
  });

  it('changes nothing where nothing was missed, keeps every list’s length, and never makes people negative', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 7, maxLength: 7 }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        (counts, share) => {
          const table = tableOf(counts);
          expect([...withMissedMatches(table, 0).counts]).toEqual([...table.counts]);
          const mended = withMissedMatches(table, share);
          expect(Math.min(...mended.counts)).toBeGreaterThanOrEqual(0);
          for (let bit = 1; bit < 8; bit <<= 1) {
            // A list cannot lose people; where its single ones are used up by the model it may be longer.
            expect(peopleOnAll(mended, bit)).toBeGreaterThanOrEqual(peopleOnAll(table, bit));
            if ((mended.counts[bit] ?? 0) > 0) expect(peopleOnAll(mended, bit)).toBe(peopleOnAll(table, bit));
          }
        },
      ),
    );
  });
});

describe('withWrongMatches', () => {
  it('parts the share of those who are on several lists, and raises the estimate', () => {
    const parted = withWrongMatches(truth, 0.1);
    for (let bit = 1; bit < 8; bit <<= 1) expect(peopleOnAll(parted, bit)).toBe(peopleOnAll(truth, bit));
    expect(parted.counts[7]).toBe(108);
    const estimate = (table: typeof truth) => stepwise(table, 0)?.fit.estimate ?? 0;
    expect(estimate(parted)).toBeGreaterThan(estimate(truth));
  });

  it('throws for a share that is none', () => {
    expect(() => withWrongMatches(truth, 1)).toThrow(RangeError);
    expect(() => withMissedMatches(truth, -0.1)).toThrow(RangeError);
  });
});
