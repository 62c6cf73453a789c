import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandingFor, bandsFor, bandsOf } from './bands.ts';

const codes = (size: number) => Array.from({ length: size }, (_, code) => String(code));

describe('bandsOf', () => {
  it('cuts equal weights in equal bands', () => {
    expect(bandsOf(new Array(6).fill(5), 3)).toEqual({ groups: 3, groupOf: [0, 0, 1, 1, 2, 2] });
  });

  it('leaves a code alone that is heavy by itself, and counts nothing below zero', () => {
    expect(bandsOf([1, 1, 90, 1, 1, -50], 4).groupOf).toEqual([0, 0, 1, 2, 2, 2]);
    expect(bandsOf([-1, -2, 0], 4)).toEqual({ groups: 1, groupOf: [0, 0, 0] });
  });

  it('makes runs of neighbours without gaps, none of more than one and a half shares but single codes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -20, max: 100, noNaN: true }), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 2, max: 30 }),
        (counts, most) => {
          const { groups, groupOf } = bandsOf(counts, most);
          expect(groupOf).toHaveLength(counts.length);
          expect(groupOf[0]).toBe(0);
          expect(groupOf.at(-1)).toBe(groups - 1);
          for (const [at, group] of groupOf.entries())
            expect([0, 1]).toContain(at === 0 ? 0 : group - (groupOf[at - 1] as number));
          const weights = counts.map((count) => Math.max(0, count));
          const share = weights.reduce((sum, weight) => sum + weight, 0) / most;
          for (let group = 0; group < groups; group++) {
            const own = weights.filter((weight, at) => groupOf[at] === group && weight > 0);
            const weight = own.reduce((sum, one) => sum + one, 0);
            if (own.length > 1) expect(weight).toBeLessThanOrEqual(1.5 * share * (1 + 1e-9));
          }
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });
});

describe('bandsFor', () => {
  const even = (size: number) => new Float64Array(size).fill(10);

  it('bands columns of many codes and no parent, under a name that is free', () => {
    const domains = { age: codes(60), 'age band': codes(3), few: codes(23), town: codes(30), land: codes(3) };
    const hierarchies = [
      { column: 'town', parent: 'land', groups: codes(3), groupOf: codes(30).map((_, at) => at % 3) },
    ];
    const found = bandsFor(
      domains,
      hierarchies,
      Object.values(domains).map(({ length }) => even(length)),
    );
    expect(found.map(({ column, parent }) => [column, parent])).toEqual([['age', "age band'"]]);
    expect(found[0]?.groups).toHaveLength(20);
  });

  it('bands more coarsely, and columns of fewer codes, where single columns are mostly noise', () => {
    const schooling = Float64Array.from({ length: 16 }, (_, code) => (code < 8 ? 10 : 1));
    const cut = (noise: number) =>
      bandsFor({ age: codes(60), schooling: codes(16) }, [], [even(60), schooling], bandingFor(noise)).map(
        ({ column, groups }) => [column, groups.length],
      );
    expect(cut(0.01)).toEqual([['age', 20]]);
    expect(cut(0.1)).toEqual([
      ['age', 15],
      ['schooling', 10],
    ]);
  });

  it('bands a column whose parent is none of the columns, and none that is all in one code', () => {
    const hierarchies = [
      { column: 'town', parent: 'land', groups: codes(3), groupOf: codes(30).map((_, at) => at % 3) },
    ];
    expect(bandsFor({ town: codes(30) }, hierarchies, [even(30)])).toHaveLength(1);
    expect(bandsFor({ town: codes(30) }, [], [new Float64Array(30)])).toEqual([]);
  });
});
