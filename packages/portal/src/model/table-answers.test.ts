import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { countriesOf } from '../map/map-layers.ts';
import { viewRelease } from './release-view.ts';
import { answersTo, breaksOf, comparedBy, isCompared, measureIn, type Reading } from './table-answers.ts';
import { tableShare } from './table-share.ts';

const [, view] = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
if (!view) throw new Error('the fixture has two releases');

const labour = { variable: 'purpose_summary', codes: ['labour'], family: 'purpose.labour' };

function number(reading: Reading) {
  if (typeof reading === 'string') throw new Error(reading);
  return reading;
}

describe('a share read from a table', () => {
  it('agrees with the figure of the same question: value, base and unknown share', () => {
    const answers = answersTo(view, { of: 'purpose_summary' }, '2015');
    expect(answers.map(({ codes }) => codes.join())).toEqual(['labour', 'sexual', 'labour_and_sexual', 'other']);
    const figure = view.figure('purpose.labour.2015');
    const { value, interval, base, unknown } = number(answers[0]?.reading ?? 'not_collected');
    // Another table holds the same answers with other noise: both are within each other's interval.
    expect(Math.abs(value - (figure?.value ?? -1))).toBeLessThan(interval[1] - interval[0]);
    expect(Math.abs((base ?? 0) / (figure?.base ?? 1) - 1)).toBeLessThan(0.05);
    expect(unknown).toBeCloseTo(figure?.unknown ?? -1, 1);
  });

  it('has a base of those it is among, and adds up to the whole where answers exclude each other', () => {
    const among = { variable: 'majority_at_registration', codes: ['adult'] };
    const answers = answersTo(view, { of: 'purpose_summary', among }, '2015');
    const readings = answers.map(({ reading }) => number(reading));
    expect(readings.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 1);
    const all = number(answersTo(view, { of: 'purpose_summary' }, '2015')[0]?.reading ?? 'not_collected');
    expect(readings[0]?.base ?? 0).toBeLessThan((all.base ?? 0) * 0.95);
  });

  it('is said in bands, and is not there where no table holds it', () => {
    const bands = [['0'], ['1', '2', 'no such year'], ['never']];
    const answers = answersTo(view, { of: 'duration_years', bands }, '2015');
    expect(answers.map(({ codes }) => codes)).toEqual([['0'], ['1', '2']]);
    expect(answersTo(view, { of: 'recruitment_method' }, '2015')).toEqual([]);
    const among = { variable: 'labour_sector.mining', codes: ['yes'] };
    expect(answersTo(view, { of: 'purpose_summary', among }, '2015')).toEqual([]);
  });

  it('is withheld below the least base, as figures are', () => {
    const share = tableShare(
      view,
      '2015',
      { purpose_summary: ['labour'] },
      { purpose_summary: ['labour', 'sexual'], majority_at_registration: ['?refused'] },
    );
    expect(share).toBe('base_too_small');
    expect(tableShare(view, '1999', { purpose_summary: ['labour'] }, {})).toBe('not_collected');
  });
});

describe('a measure side by side', () => {
  it('is the figure of a region where there is one, the same number', () => {
    const figure = view.figure('purpose.labour.2015#identified.EUR');
    const reading = number(measureIn(view, labour, 'region_of_identification', 'EUR', '2015'));
    expect(reading).toMatchObject({ value: figure?.value, base: figure?.base, figure: figure?.id, table: null });
    const read = number(measureIn(view, { ...labour, family: undefined }, 'region_of_identification', 'EUR', '2015'));
    expect(read.value).toBeCloseTo(figure?.value ?? -1, 6);
    expect(read.interval[0]).toBeCloseTo(figure?.interval?.[0] ?? -1, 6);
    expect(read.unknown).toBeCloseTo(figure?.unknown ?? -1, 2);
    expect(read.table).toEqual(expect.arrayContaining(['purpose_summary', 'region_of_identification']));
  });

  it('is compared only by what a figure or a table holds', () => {
    expect(isCompared(view, labour, 'region_of_origin')).toBe(true);
    expect(isCompared(view, labour, 'majority_at_registration')).toBe(true);
    expect(isCompared(view, labour, 'source_kind')).toBe(false);
    const mean = { variable: 'duration_years', family: 'duration.mean' };
    expect(isCompared(view, mean, 'region_of_origin')).toBe(true);
    expect(isCompared(view, mean, 'sex_or_gender')).toBe(false);
    expect(measureIn(view, mean, 'sex_or_gender', 'male', '2015')).toBe('not_collected');
  });

  it('is compared by the contributor set apart, where a release has one', () => {
    expect(comparedBy(view, ['source_kind', 'contributors'])).toEqual(['source_kind', 'contributor_group']);
    const { bundle } = view;
    const alone = { ...view, bundle: { ...bundle, manifest: { ...bundle.manifest, setApart: null } } };
    expect(comparedBy(alone, ['source_kind', 'contributors'])).toEqual(['source_kind']);
    const [one, all] = ['agency', 'others'].map((code) =>
      number(measureIn(view, labour, 'contributor_group', code, '2015')),
    );
    expect(one?.value).toBeCloseTo(view.figure('purpose.labour.2015@agency')?.value ?? -1, 1);
    expect((one?.base ?? 0) + (all?.base ?? 0)).toBeGreaterThan((one?.base ?? 0) * 1.2);
  });

  it('breaks where those who contribute to the part come or go', () => {
    const countries = (region: string) => countriesOf(region, 'iom_region_2015');
    expect(breaksOf(view, 'region_of_origin', 'EUR', countries)).toEqual(['2011', '2012', '2014']);
    expect(breaksOf(view, 'region_of_identification', 'OCE', countries)).toEqual([]);
    expect(breaksOf(view, 'source_kind', 'government', countries)).toEqual(['2014']);
    expect(breaksOf(view, 'contributor_group', 'agency', countries)).toEqual([]);
    expect(breaksOf(view, 'contributor_group', 'others', countries)).toEqual(['2011', '2012', '2014']);
  });
});
