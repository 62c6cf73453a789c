import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rhoOf } from '../accounting/zcdp.ts';
import { compareRational, rational, rationalToNumber, sumRationals } from '../rational.ts';
import { subsetsOf } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';
import { planTables } from './plan.ts';

describe('planTables', () => {
  it('spends the whole budget and never more, in exact fractions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        fc.tuple(fc.integer({ min: 1, max: 10 ** 6 }), fc.integer({ min: 1, max: 10 ** 6 })),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }),
        (sizes, [num, den], weights) => {
          const domains = domainsOf(sizes);
          const tables = subsetsOf(Object.keys(domains)).filter(({ length }) => length >= 1 && length <= 2);
          const rho = rational(num, den);
          const plan = planTables({
            domains,
            tables: tables.map((set, at) => ({ set, weight: weights[at % weights.length] ?? 1 })),
            rho,
          });
          const spent = sumRationals(plan.sets.map((set) => set.rho));
          expect(compareRational(spent, rho)).toBeLessThanOrEqual(0);
          for (const { set, variance, rho: own } of plan.sets) {
            const product = set.reduce((n, name) => {
              const size = BigInt(domains[name]?.length ?? 0);
              return n * size * (size - 1n);
            }, 1n);
            expect(own).toEqual(rational(product, 2n * variance));
          }
          // Variances are integers of 100 and more at this budget, so that rounding up leaves under a hundredth.
          if (num / den < 1e-2) expect(rationalToNumber(spent) / rationalToNumber(rho)).toBeGreaterThan(0.97);
        },
      ),
    );
  });

  it('gives the standard deviations of the planning table: 15, 30 and 65 columns at delta 1e-6', () => {
    const schemas = {
      15: domainsOf([190, ...Array(4).fill(8), ...Array(10).fill(3)]),
      30: domainsOf([...Array(3).fill(190), ...Array(5).fill(8), ...Array(22).fill(3)]),
      65: domainsOf([...Array(4).fill(190), ...Array(6).fill(8), ...Array(55).fill(3)]),
    };
    const published = [
      [15, 1, 29.8, 31.5],
      [15, 4, 8.3, 8.8],
      [15, 8, 4.5, 4.8],
      [30, 1, 49.6, 58.9],
      [30, 4, 13.9, 16.5],
      [30, 8, 7.5, 9.0],
      [65, 4, 23.0, 32.1],
      [65, 8, 12.5, 17.5],
    ] as const;
    for (const [columns, epsilon, oneWay, twoWay] of published) {
      const domains = schemas[columns];
      const tables = subsetsUpToTwo(Object.keys(domains));
      const plan = planTables({ domains, tables: tables.map((set) => ({ set })), rho: rhoOf(epsilon, 1e-6) });
      const expected = plan.expected();
      const rootMeanVariance = (ways: number) => {
        const sds = tables
          .filter(({ length }) => length === ways)
          .map((set) => expected.table(set, ['planned']).sd[0] ?? 0);
        return Math.sqrt(sds.reduce((sum, sd) => sum + sd * sd, 0) / sds.length);
      };
      expect(Math.abs(rootMeanVariance(1) - oneWay), `${columns} columns, epsilon ${epsilon}, one way`).toBeLessThan(
        0.0501,
      );
      expect(Math.abs(rootMeanVariance(2) - twoWay), `${columns} columns, epsilon ${epsilon}, two ways`).toBeLessThan(
        0.0501,
      );
    }
  });
});

function domainsOf(sizes: readonly number[]): Domains {
  return Object.fromEntries(sizes.map((size, at) => [`v${at}`, Array.from({ length: size }, (_, code) => `c${code}`)]));
}

function subsetsUpToTwo(names: readonly string[]): string[][] {
  return names.flatMap((name, at) => [[name], ...names.slice(at + 1).map((other) => [name, other])]);
}
