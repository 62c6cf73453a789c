import { describe, expect, it } from 'vitest';
import { sameDomains, sharedCohorts } from './shared-cohorts.ts';
import type { Measurements, PublishedMeasurement } from './types.ts';

const measured = (cohort: string, set: readonly string[], values: readonly number[]): PublishedMeasurement => ({
  cohort,
  set,
  kind: 'residual',
  values: Float64Array.from(values),
  variance: '9',
});
const first: Measurements = {
  format: 'casebridge-measurements-1',
  domains: { sex: ['f', 'm'] },
  tables: [['sex']],
  structuralZeros: {},
  cohorts: [{ id: '2014.1', period: '2014', batch: 1, late: false }],
  measurements: [measured('2014.1', [], [100]), measured('2014.1', ['sex'], [4, -4])],
};
const next: Measurements = {
  ...first,
  cohorts: [...first.cohorts, { id: '2015.2', period: '2015', batch: 2, late: false }],
  measurements: [
    measured('2015.2', [], [90]),
    measured('2015.2', ['sex'], [2, -2]),
    ...[...first.measurements].reverse(),
  ],
};

describe('sharedCohorts', () => {
  it('are those carried forward, in whatever order they are written', () => {
    expect([...sharedCohorts(first, next)]).toEqual(['2014.1']);
    expect([...sharedCohorts(next, first)]).toEqual(['2014.1']);
    expect([...sharedCohorts(next, next)].sort()).toEqual(['2014.1', '2015.2']);
  });

  it.each<[string, readonly PublishedMeasurement[]]>([
    ['one number', [measured('2014.1', [], [101]), measured('2014.1', ['sex'], [4, -4])]],
    ['the variance', [{ ...measured('2014.1', [], [100]), variance: '4' }, measured('2014.1', ['sex'], [4, -4])]],
    ['one measurement more', [...first.measurements, measured('2014.1', ['sex'], [4, -4])]],
    ['the kind', first.measurements.map((one) => ({ ...one, kind: 'marginal' as const }))],
  ])('are none where a cohort of the same name differs in %s', (_, measurements) => {
    expect(sharedCohorts(first, { ...first, measurements }).size).toBe(0);
  });

  it('are none where answers weigh measurements differently', () => {
    expect(sharedCohorts(first, { ...first, structuralZeros: { sex: [0] } }).size).toBe(0);
    expect(sharedCohorts(first, { ...first, tables: [['sex'], []] }).size).toBe(0);
    const other = { ...first, domains: { sex: ['m', 'f'] } };
    expect(sameDomains(first, other)).toBe(false);
    expect(sharedCohorts(first, other).size).toBe(0);
  });
});
