import { describe, expect, it } from 'vitest';
import { parseCoverage } from './coverage.ts';
import { exampleCoverage } from './fixture.ts';

const yaml = `format: casebridge-coverage-1
example: true
id: contributor-1
sourceKind: case_management
firstYear: 2010
lastYear: 2015
activeYears: [2015, 2010, 2011]
countries:
  2014: [THA, KHM]
  2015: [MYS]
assisted: { 2014: 6413, 2015: 6990 }
assistedSince: { year: 1994, total: 70000, relation: over }
asks: { sex: always, education_level: never }
note: Example data, not real.
`;

describe('parseCoverage', () => {
  it('reads declared years, countries, totals and questions', () => {
    expect(parseCoverage(yaml, 'coverage.yaml')).toEqual({
      example: true,
      declaredOn: null,
      id: 'contributor-1',
      name: null,
      sourceKind: 'case_management',
      firstYear: 2010,
      lastYear: 2015,
      activeYears: [2010, 2011, 2015],
      countries: { 2014: ['KHM', 'THA'], 2015: ['MYS'] },
      assisted: { 2014: 6413, 2015: 6990 },
      assistedSince: { year: 1994, total: 70000, relation: 'over' },
      asks: { sex: 'always', education_level: 'never' },
      note: 'Example data, not real.',
    });
  });

  it('takes every year from first to last as active where none are listed', () => {
    expect(parseCoverage(exampleCoverage(), 'x').activeYears).toEqual([2010, 2011, 2012, 2013, 2014, 2015]);
  });

  it.each([
    ['a year outside the years worked', '2014: [THA', '2009: [THA', /line 9: countries\.2009: 2009 lies outside/],
    ['a year that is no year', '2014: 6413', 'x: 6413', /line 11: assisted\.x: /],
    ['a total that is no count', '6990', '69.5', /line 11: assisted\.2015: must be a whole number/],
    ['a variable that does not exist', 'sex: always', 'shoes: always', /line 13: asks\.shoes: is not a variable/],
    ['an unknown kind of source', 'case_management', 'gossip', /line 4: sourceKind: is not a code/],
    ['a field that does not exist', 'note:', 'notes:', /line 14: notes: there is no such field/],
  ])('refuses %s and says where', (_, from, to, message) => {
    expect(() => parseCoverage(yaml.replace(from, to), 'coverage.yaml')).toThrow(message);
  });
});
