import { describe, expect, it } from 'vitest';
import { cohorts, coverage, inventedAnswers, setApart } from '../../test/invented-year.ts';
import { planned } from '../../test/noisy-answers.ts';
import { buildFigures } from '../build-figures.ts';
import { expectedHalfWidths } from '../expected-half-widths.ts';
import { derivedTogether } from './derived-families.ts';
import { figureTables } from './figure-tables.ts';

const setting = { coverage, periods: ['2015'], setApart, grouping: 'iom_region_2015' };
const figures = buildFigures({
  ...setting,
  answers: inventedAnswers(),
  release: { id: 'x', sequence: 1, date: '2016-05-20', status: 'final' },
  protection: { epsilon: 4, delta: 1e-6, unit: 'record' },
  languages: [],
  example: true,
  splitAllowed: true,
});

// What an explorer of two variables would add, at the weight the default weights leave for it.
const explorer = [
  'purpose_summary',
  'majority_at_registration',
  'sex_or_gender',
  'trafficking_scope',
  'region_of_origin',
]
  .flatMap((a, at, all) => all.slice(at + 1).map((b) => ({ set: [a, b], weight: 1 })))
  .filter(({ set }) => derivedTogether(set).length === 0);

describe('figureTables', () => {
  it('never puts variables worked out from one another into one set', () => {
    for (const { set } of figureTables({ setApart, places: true })) expect(derivedTogether(set)).toEqual([]);
    expect(derivedTogether(['region_of_origin', 'country_of_origin'])).toHaveLength(2);
    expect(derivedTogether(['exploitation_type.forced_labour', 'purpose_summary'])).toHaveLength(2);
    expect(derivedTogether(['labour_sector.known', 'labour_sector.fishing'])).toHaveLength(2);
    expect(derivedTogether(['means_of_control.threats', 'means_of_control.debt_bondage'])).toEqual([]);
  });

  it('names each set once, with a weight', () => {
    const keys = figureTables({ setApart, places: true }).map(({ set }) => [...set].sort().join());
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leaves out group, places and flags where they are not wanted', () => {
    const plain = figureTables({ setApart: null, places: false, split: false, sectors: ['fishing'] });
    expect(plain.map(({ set }) => set.join(';'))).toEqual([
      'purpose_summary;majority_at_registration',
      'labour_sector.fishing',
      'labour_sector.known',
      'sex_or_gender',
      'duration_years',
      'trafficking_scope',
      'region_of_identification',
      'region_of_origin',
    ]);
  });

  it.each([
    ['alone', planned()],
    ['beside an explorer’s tables', planned(explorer)],
  ])('puts headline shares within one point and regional ones within three, %s', (_, plan) => {
    const expected = expectedHalfWidths({ ...setting, answers: plan.expected(cohorts), previousFigures: figures });
    const shares = expected.filter(({ unit }) => unit === 'share');
    const headline = shares.filter(({ id }) => !id.includes('#'));
    const regional = shares.filter(({ id, base }) => id.includes('#') && (base ?? 0) >= 500);
    expect(headline.length).toBeGreaterThan(70);
    expect(regional.length).toBeGreaterThan(50);
    for (const { id, halfWidth } of headline) expect(halfWidth, id).toBeLessThanOrEqual(0.01);
    for (const { id, halfWidth } of regional) expect(halfWidth, id).toBeLessThanOrEqual(0.03);
    expect(expected.find(({ id }) => id === 'change.2015@agency')?.halfWidth).toBeLessThan(0.01);
    expect(expected.find(({ id }) => id === 'duration.mean.2015@agency')?.halfWidth).toBeLessThan(0.75);
  });
});
