import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealYear } from './deal.ts';
import type { InventedCase, Purpose } from './person.ts';
import { regionIn } from './places.ts';
import { plan2014, plan2015, scaledPlan, type YearPlan } from './plan.ts';
import { seeded } from './random.ts';

const plans: readonly YearPlan[] = [plan2014, plan2015];

/** Counts cases by some property; null is left out. */
function tally(cases: readonly InventedCase[], of: (entry: InventedCase) => string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const entry of cases) {
    const key = of(entry);
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
const isChild = ({ age }: InventedCase) => age !== null && age < 18;
const region = (country: string | null) => (country === null ? null : regionIn(country));
const withoutZeros = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

function expectPlan(cases: readonly InventedCase[], plan: YearPlan): void {
  expect(cases).toHaveLength(plan.records);
  expect(new Set(cases.map(({ caseNumber }) => caseNumber)).size).toBe(plan.records);
  expect(tally(cases, ({ purpose }) => purpose)).toEqual(withoutZeros(plan.purpose));
  expect(tally(cases, (entry) => (isChild(entry) ? (entry.purpose ?? 'none') : null))).toEqual(
    withoutZeros(plan.children),
  );
  expect(cases.filter(({ age }) => age === null)).toHaveLength(plan.ageUnknown);
  expect(tally(cases, ({ sex }) => sex)).toEqual(withoutZeros(plan.sex));
  expect(tally(cases, ({ origin }) => region(origin))).toEqual(withoutZeros(plan.origin));
  expect(tally(cases, ({ identified }) => region(identified))).toEqual(withoutZeros(plan.identified));
  const scope = ({ origin, exploitedIn }: InventedCase) =>
    origin === null || exploitedIn === null ? null : origin === exploitedIn ? 'internal' : 'crossBorder';
  expect(tally(cases, scope)).toEqual(withoutZeros(plan.scope));
  expect(cases.filter(({ sectors }) => sectors !== null)).toHaveLength(plan.sectorKnown);
  const sectors = Object.fromEntries(
    Object.keys(plan.sectors).map((code) => [code, cases.filter((entry) => entry.sectors?.includes(code)).length]),
  );
  expect(sectors).toEqual(plan.sectors);
  const durations = plan.durationYears.map(
    (_, year) => cases.filter(({ months }) => months !== null && Math.floor(months / 12) === year).length,
  );
  expect(durations).toEqual(plan.durationYears);
}

describe('dealYear', () => {
  it.each(plans.map((plan) => [plan.year, plan] as const))('keeps every count of the plan for %i', (year, plan) => {
    expectPlan(dealYear(plan, seeded(year), 'A'), plan);
  });

  it('keeps them at other sizes and with any seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2500, max: 6413 }), fc.integer(), (records, seed) => {
        const plan = scaledPlan(plan2014, 2012, records);
        expectPlan(dealYear(plan, seeded(seed), 'A'), plan);
      }),
      { numRuns: 8, seed: 2016 },
    );
  });

  it('deals only lives that can be: nobody was exploited before birth, types fit the purpose, the day is of the year', () => {
    const labour = new Set(['forced_labour', 'child_labour', 'servitude']);
    const purposeOf = (types: readonly string[]): Purpose | null => {
      if (types.length === 0) return null;
      const both = [types.some((type) => labour.has(type)), types.includes('sexual_exploitation')] as const;
      return both[0] ? (both[1] ? 'both' : 'labour') : both[1] ? 'sexual' : 'other';
    };
    for (const plan of plans) {
      for (const entry of dealYear(plan, seeded(7), 'A')) {
        expect(purposeOf(entry.types)).toBe(entry.purpose);
        expect(entry.registered.slice(0, 4)).toBe(String(plan.year));
        if (entry.age !== null) expect((entry.months ?? 0) / 12).toBeLessThanOrEqual(entry.age);
        if (entry.types.includes('child_labour')) expect(isChild(entry)).toBe(true);
        if (entry.sectors !== null) expect(['labour', 'both']).toContain(entry.purpose);
      }
    }
  });
});

describe('scaledPlan', () => {
  it('never has parts that exceed the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6413 }), (records) => {
        const plan = scaledPlan(plan2014, 2012, records);
        const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
        for (const parts of [plan.purpose, plan.children, plan.sex, plan.identified, plan.origin, plan.scope])
          expect(sum(parts)).toBeLessThanOrEqual(records);
        expect(plan.sectorKnown).toBeLessThanOrEqual(plan.purpose.labour + plan.purpose.both);
        for (const key of ['labour', 'sexual', 'both', 'other'] as const)
          expect(plan.children[key]).toBeLessThanOrEqual(plan.purpose[key]);
      }),
    );
  });
});

describe('the plan for 2015', () => {
  it('has a mean of exactly three years and durations of up to 25', () => {
    const total = plan2015.durationYears.reduce((sum, count) => sum + count, 0);
    const middles = plan2015.durationYears.reduce((sum, count, year) => sum + count * (year + 0.5), 0);
    expect(middles / total).toBe(3);
    expect(plan2015.durationYears).toHaveLength(26);
    expect(plan2015.durationYears.at(-1)).toBeGreaterThan(0);
  });
});
