import { describe, expect, it } from 'vitest';
import { agency2015, coverage, inventedAnswers, setApart } from '../test/invented-year.ts';
import { buildFigures, type FigureInput } from './build-figures.ts';
import type { Figure } from './types.ts';

export const input: FigureInput = {
  answers: inventedAnswers(),
  coverage,
  periods: ['2013', '2014', '2015'],
  setApart,
  grouping: 'iom_region_2015',
  release: { id: 'exampleexample12345a', sequence: 2, date: '2016-05-20', status: 'provisional' },
  protection: { epsilon: 4, delta: 1e-6, unit: 'record' },
  languages: ['en', 'fr', 'es', 'ar'],
  example: true,
  splitAllowed: true,
};

const figures = buildFigures(input);
const figure = (id: string): Figure => {
  const found = figures.find((entry) => entry.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
};

describe('buildFigures on exact counts', () => {
  it.each([
    ['victims.2015@agency', 6990],
    ['victims.2014@agency', 6413],
    ['victims.2015', 8000],
    ['change.2015@agency', 6990 / 6413 - 1],
    ['countries.2015@agency', 115],
    ['assisted_since.2015@agency', 70_000],
    ['purpose.labour.2015@agency', 4440 / 6000],
    ['purpose.sexual.2015@agency', 1200 / 6000],
    ['purpose.both.2015@agency', 300 / 6000],
    ['purpose.other.2015@agency', 60 / 6000],
    ['sector.construction.2015@agency', 1260 / 4200],
    ['sector.domestic_work.2015@agency', 966 / 4200],
    ['sector.fishing.2015@agency', 882 / 4200],
    ['sex.male.2015@agency', 3817 / 6940],
    ['sex.female.2015@agency', 3123 / 6940],
    ['children.2015@agency', 897 / 6900],
    ['children.labour.2015@agency', 190 / 4740],
    ['children.sexual.2015@agency', 285 / 1500],
    ['scope.cross_border.2015@agency', 5865 / 6900],
    ['identified.EUR.2015@agency', 2516 / 6800],
    ['origin.ESEA.2015@agency', 1794 / 6900],
    ['origin.SCA.2015@agency', 1787 / 6900],
  ])('gives %s to the record', (id, truth) => {
    expect(figure(id).value).toBeCloseTo(truth, 9);
    expect(figure(id).interval?.[0]).toBeCloseTo(truth, 9);
    expect(figure(id).interval?.[1]).toBeCloseTo(truth, 9);
  });

  it('tells the 2015 facts when rounded to whole per cents', () => {
    const percents = Object.fromEntries(
      figures
        .filter(
          ({ group, period, unit }) =>
            group === 'agency' && period === '2015' && (unit === 'share' || unit === 'change'),
        )
        .map(({ family, value }) => [family, Math.round((value ?? 0) * 100)]),
    );
    expect(percents).toMatchObject({
      change: 9,
      'purpose.labour': 74,
      'purpose.sexual': 20,
      'purpose.both': 5,
      'purpose.other': 1,
      'sex.male': 55,
      children: 13,
      'children.labour': 4,
      'children.sexual': 19,
      'scope.cross_border': 85,
      'identified.EUR': 37,
      'origin.ESEA': 26,
      'origin.SCA': 26,
    });
  });

  it('takes the mean duration from the middles of completed years, half a year wider on each side', () => {
    const counts = Object.entries(agency2015.columns.duration_years ?? {});
    const total = counts.reduce((sum, [, count]) => sum + count, 0);
    const mean = counts.reduce((sum, [band, count]) => sum + (Number.parseInt(band, 10) + 0.5) * count, 0) / total;
    const { value, interval, base, bounds } = figure('duration.mean.2015@agency');
    expect(value).toBeCloseTo(mean, 9);
    expect(interval?.[0]).toBeCloseTo(mean - 0.5, 9);
    expect(interval?.[1]).toBeCloseTo(mean + 0.5, 9);
    expect(base).toBe(total);
    expect(bounds).toBeNull();
  });

  it('counts the sexes and purposes of a place over its own base', () => {
    const shares = ['labour', 'sexual', 'both', 'other'].map(
      (name) => figure(`purpose.${name}.2015#identified.EUR`).value ?? 0,
    );
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 8);
    expect(figure('victims.2015#identified.EUR').value).toBe(2516 + 505);
    expect(figure('sex.male.2015#origin.SCA').place).toEqual({ kind: 'origin', region: 'SCA' });
  });

  it('lays declared total, records held and their ratio side by side', () => {
    expect(figure('victims.2015').parts).toEqual([
      { key: 'held', value: 8000, interval: [8000, 8000] },
      { key: 'declared', value: 8000, interval: [8000, 8000] },
      { key: 'ratio', value: 1, interval: [1, 1] },
    ]);
  });

  it('shows the part of children that sits in records with no recorded purpose', () => {
    const { parts, value } = figure('children.2015@agency');
    expect(parts.find(({ key }) => key === 'not_recorded')?.value).toBeCloseTo(415 / 6900, 9);
    expect(parts.reduce((sum, part) => sum + part.value, 0)).toBeCloseTo(value ?? 0, 8);
  });

  it('splits a change into same, joined and left contributors that add up to it', () => {
    const { value, parts, source } = figure('change.2015');
    const before = 6413 + 900;
    expect(value).toBeCloseTo(8000 / before - 1, 9);
    expect(parts.map(({ key }) => key)).toEqual(['same', 'joined', 'left']);
    expect(parts.map((part) => part.value * before)).toEqual([
      expect.closeTo(6990 + 800 - (6413 + 780), 4),
      expect.closeTo(210, 4),
      expect.closeTo(-120, 4),
    ]);
    expect(source?.cohorts).toEqual(['2015.2']);
    expect(source?.earlierCohorts).toEqual(['2014.1']);
  });

  it('says so where the change may not be split, and where two years had unequal time', () => {
    const unsplit = buildFigures({ ...input, splitAllowed: false, languages: ['en'] }).find(
      ({ id }) => id === 'change.2015',
    );
    expect(unsplit?.parts).toEqual([]);
    expect(unsplit?.caveats).toContain('not_split');
    expect(unsplit?.sentences.en?.short).not.toMatch(/more|fewer/);
    expect(figure('change.2014').caveats).toContain('unequal_maturity');
    expect(figure('change.2015').caveats).not.toContain('unequal_maturity');
  });

  it('has no change for the first year and a running total for the last year alone', () => {
    expect(figures.some(({ id }) => id === 'change.2013')).toBe(false);
    expect(figures.filter(({ family }) => family === 'assisted_since').map(({ id }) => id)).toEqual([
      'assisted_since.2015',
      'assisted_since.2015@agency',
    ]);
  });

  it('reads dominance from declared totals and countries from statements', () => {
    expect(figure('victims.2015').contributors).toEqual({ count: 5, overHalf: true });
    expect(figure('countries.2015').protection).toBe('declared');
    expect(figure('assisted_since.2015').declared).toEqual({ relation: 'over', since: 1994, by: 2 });
    expect(figure('assisted_since.2015').caveats).toContain('some_declare');
  });

  it('says on every figure that it is not prevalence, and on regional ones where contributors work', () => {
    for (const entry of figures) {
      expect(entry.caveats[0]).toBe('not_prevalence');
      const regional = entry.place !== null || /^(identified|origin|countries)/.test(entry.family);
      expect(entry.caveats.includes('where_contributors_work')).toBe(regional);
    }
  });

  it('withholds a small base with the reason and keeps the figure', () => {
    const small = figure('sex.male.2015#identified.OCE');
    expect(small).toMatchObject({ value: null, interval: null, withheld: 'base_too_small' });
    expect(small.sentences.en?.short).toMatch(/too few records/);
  });

  it('gives a figure without number where a pool has no table for it, and none for a place', () => {
    const { answers } = input;
    const without = { ...answers, tables: answers.tables.filter((set) => !set.includes('sex_or_gender')) };
    const rest = buildFigures({ ...input, answers: without, languages: ['en'] });
    expect(rest.find(({ id }) => id === 'sex.male.2015')).toMatchObject({ value: null, withheld: 'not_collected' });
    expect(rest.some(({ id }) => id === 'sex.male.2015#identified.EUR')).toBe(false);
  });

  it('refuses a language without texts in one line', () => {
    expect(() => buildFigures({ ...input, languages: ['xx'] })).toThrow(
      /no texts in 'xx'; choose among en, fr, es, ar/,
    );
  });
});
