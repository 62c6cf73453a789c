import { describe, expect, it } from 'vitest';
import { epsilonOf } from '../accounting/zcdp.ts';
import { rational } from '../rational.ts';
import { ledgerPlan } from './plan.ts';

describe('ledgerPlan', () => {
  const plan = ledgerPlan({ firstYear: 2014, budget: rational(1, 4), reserve: rational(3, 5), delta: 1e-6 });

  it('looks ten years ahead, each release with its own cohorts', () => {
    expect(plan.releases.map(({ year }) => year)).toEqual([2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023]);
    expect(plan.releases[3]?.cohorts).toEqual([
      { cohort: '2017.4', late: false },
      { cohort: '2016.4', late: false },
      { cohort: '2015.4', late: false },
      { cohort: '2014.4', late: true },
      { cohort: 'undated.4', late: false },
    ]);
    const all = plan.releases.flatMap(({ cohorts }) => cohorts.map(({ cohort }) => cohort));
    expect(new Set(all).size).toBe(all.length);
    expect(plan.releases.at(-1)?.cohortsSoFar).toBe(all.length);
  });

  it('says how often a cohort can be measured again, and what that means for a person', () => {
    expect(plan.remeasurements).toBe(2n);
    expect(plan.epsilonOnce).toBe(epsilonOf(rational(1, 4), 1e-6));
    expect(plan.epsilonLifetime).toBe(epsilonOf(rational(17, 20), 1e-6));
    expect(plan.once.map(({ units }) => units)).toEqual([1, 2, 3]);
    expect(plan.lifetime[1]?.epsilonWithin).toBe(epsilonOf(rational(17, 5), 1e-6));
    expect(plan.releases[9]?.epsilonInEveryRelease).toBe(epsilonOf(rational(5, 2), 1e-6));
  });

  it('has no reserve unless one is declared', () => {
    const bare = ledgerPlan({ firstYear: 2014, years: 1, budget: rational(1), delta: 1e-6 });
    expect(bare.remeasurements).toBe(0n);
    expect(bare.epsilonLifetime).toBe(bare.epsilonOnce);
  });

  it('refuses a policy without a budget or years', () => {
    const policy = { firstYear: 2014, budget: rational(1), delta: 1e-6 };
    expect(() => ledgerPlan({ ...policy, budget: rational(0) })).toThrow(RangeError);
    expect(() => ledgerPlan({ ...policy, years: 0 })).toThrow(RangeError);
    expect(() => ledgerPlan({ ...policy, remeasurement: rational(0) })).toThrow(RangeError);
  });
});
