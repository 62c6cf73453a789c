import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageBandOf,
  domainOf,
  durationBandOf,
  durationYearsOf,
  isicSectionsOf,
  majorityOfAge,
  majorityOfBand,
  missingReasonOf,
  purposeSummaryOf,
  regionCellOf,
  scopeOf,
} from './index.ts';

describe('ageBandOf', () => {
  it('puts every age into one band that agrees on child or adult', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 110 }), (age) => {
        const band = ageBandOf(String(age));
        expect(domainOf('age_band')).toContain(band);
        expect(majorityOfBand(band)).toBe(majorityOfAge(String(age)));
      }),
    );
  });

  it.each([
    ['8', '0-8'],
    ['9', '9-17'],
    ['17', '9-17'],
    ['18', '18-20'],
    ['48', '48+'],
    ['?refused', '?refused'],
  ])('puts %s into %s', (age, band) => {
    expect(ageBandOf(age)).toBe(band);
  });
});

describe('durationBandOf and durationYearsOf', () => {
  it.each([
    ['0', '0-12', '0'],
    ['12', '0-12', '1'],
    ['12.1', '13-24', '1'],
    ['24', '13-24', '2'],
    ['24.1', '25+', '2'],
    ['300', '25+', '25+'],
    ['299.9', '25+', '24'],
    ['?not_asked', '?not_asked', '?not_asked'],
  ])('puts %s months into band %s and year %s', (months, band, years) => {
    expect(durationBandOf(months)).toBe(band);
    expect(durationYearsOf(months)).toBe(years);
    expect(domainOf('duration_years')).toContain(years);
  });
});

describe('purposeSummaryOf', () => {
  it.each([
    [{ forced_labour: 'yes', sexual_exploitation: 'yes' }, 'labour_and_sexual'],
    [{ servitude: 'yes', forced_begging: 'yes' }, 'labour'],
    [{ sexual_exploitation: 'yes', forced_labour: 'no' }, 'sexual'],
    [{ forced_begging: 'yes' }, 'other'],
    [{ forced_labour: '?not_asked' }, '?not_asked'],
    [{ forced_labour: 'no', sexual_exploitation: 'no' }, '?unknown'],
  ])('reads %o as %s', (types, purpose) => {
    expect(purposeSummaryOf(types)).toBe(purpose);
  });
});

describe('scopeOf', () => {
  it('compares two countries and hands on what is missing', () => {
    expect(scopeOf('KHM', 'THA')).toBe('cross_border');
    expect(scopeOf('THA', 'THA')).toBe('internal');
    expect(scopeOf('?refused', 'THA')).toBe('?refused');
    expect(scopeOf('KHM', '?unknown')).toBe('?unknown');
  });
});

describe('regionCellOf', () => {
  it('gives the region, or why there is none', () => {
    expect(regionCellOf('KHM', 'iom_region_2015')).toBe('ESEA');
    expect(regionCellOf('ATA', 'iom_region_2015')).toBe('?unknown');
    expect(regionCellOf('?suppressed', 'iom_region_2015')).toBe('?suppressed');
  });
});

describe('isicSectionsOf', () => {
  it('gives each section once, and none for sectors outside the classification', () => {
    expect(isicSectionsOf({ fishing: 'yes', agriculture: 'yes', domestic_work: 'yes', online_scams: 'yes' })).toEqual([
      'A',
      'T',
    ]);
    expect(isicSectionsOf({ fishing: 'no', construction: '?unknown' })).toEqual([]);
  });
});

describe('missingReasonOf', () => {
  it('reads the five reasons and nothing else', () => {
    expect(missingReasonOf('?not_applicable')).toBe('not_applicable');
    expect(missingReasonOf('?because')).toBeNull();
    expect(missingReasonOf('yes')).toBeNull();
  });
});
