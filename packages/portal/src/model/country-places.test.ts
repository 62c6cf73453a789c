import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { countryPlaces, workAt } from './country-places.ts';
import { viewRelease } from './release-view.ts';

const [, { bundle }] = fixtureReleases();
const view = viewRelease(bundle, answersFrom(bundle.measurements));
const places = countryPlaces(view);

describe('countries that have a page', () => {
  it('are those with a contributor at work or a number in some year, each once, with their region', () => {
    const codes = places.map(({ iso3 }) => iso3);
    expect(codes).toEqual([...new Set(codes)].sort());
    const worked = new Set(bundle.coverage.contributors.flatMap(({ countries }) => Object.values(countries).flat()));
    for (const { iso3, layers } of places) {
      const isNumbered = layers.some(({ years }) => years.some(({ state }) => state === 'number'));
      expect(worked.has(iso3) || isNumbered).toBe(true);
    }
    expect([...worked].every((iso3) => codes.includes(iso3))).toBe(true);
    expect(places.find(({ iso3 }) => iso3 === 'ALB')?.region).toBe('EUR');
  });

  it('are none where no table of countries is published', () => {
    const tables = view.answers.tables.filter((set) => set.every((id) => !id.startsWith('country_')));
    expect(countryPlaces({ ...view, answers: { ...view.answers, tables } })).toEqual([]);
  });

  it('give a year of every layer', () => {
    const periods = bundle.manifest.periods;
    for (const { layers } of places) {
      for (const { years, whole } of layers) {
        expect(years.map(({ period }) => period)).toEqual(periods);
        expect(whole).toHaveLength(periods.length);
      }
    }
  });
});

describe('workAt', () => {
  it('names those that worked there and when', () => {
    const work = workAt(view, ['ARG']);
    expect(work.map(({ statement }) => statement.id)).toContain('river');
    expect(work.map(({ statement }) => statement.id)).not.toContain('lantern');
    expect(workAt(view, ['ATA'])).toEqual([]);
  });
});
