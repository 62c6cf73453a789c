import { caseTable, firstDeclaredZero, memoryMarginals } from '@casebridge/privacy';
import { domainOf } from '@casebridge/standard';
import { describe, expect, it } from 'vitest';
import type { PlannedSynthesis } from '../recipe/plan-synthesis.ts';
import { regionsOfCountries } from '../recipe/region-of-country.ts';
import { synthesisDomain, synthesisTable } from './synthesis-domain.ts';

const columns = ['sex_or_gender', 'country_of_origin', 'region_of_origin', 'country_of_identification'];
const domains = Object.fromEntries(columns.map((column) => [column, domainOf(column)]));
const planned: PlannedSynthesis = {
  domains,
  regions: regionsOfCountries(domains, 'iom_region_2015'),
  workload: [],
  periodWeight: 2,
  delta: 1e-6,
};
const cohort = (period: string) => ({ id: `${period}.1`, period, batch: 1, late: false });
const code = (column: string, text: string) => (domains[column] as readonly string[]).indexOf(text);

// A table with more columns than the model, in another order, as a release codes it.
const table = caseTable(
  { ...domains, purpose_summary: domainOf('purpose_summary') },
  {
    sex_or_gender: Uint8Array.of(0, 1),
    country_of_origin: Uint8Array.of(code('country_of_origin', 'KHM'), code('country_of_origin', '?unknown')),
    region_of_origin: Uint8Array.of(0, 1),
    country_of_identification: Uint8Array.of(
      code('country_of_identification', 'FRA'),
      code('country_of_identification', '?refused'),
    ),
    purpose_summary: Uint8Array.of(0, 0),
  },
);

describe('synthesisDomain', () => {
  it('has the year as a column only where there are several cohorts', () => {
    expect(Object.keys(synthesisDomain(planned, [cohort('2014'), cohort('2015')]).domains)).toEqual([
      'period',
      ...columns,
      'country_of_identification.region',
    ]);
    expect(Object.keys(synthesisDomain(planned, [cohort('2014')]).domains)[0]).toBe('sex_or_gender');
  });

  it('groups a country under the region made for it, and rules pairs out for both countries', () => {
    const { hierarchies, structuralZeros } = synthesisDomain(planned, [cohort('2014')]);
    expect(hierarchies.map(({ column, parent }) => [column, parent])).toEqual([
      ['country_of_identification', 'country_of_identification.region'],
    ]);
    expect(structuralZeros.map(({ set }) => set)).toEqual([
      ['country_of_origin', 'region_of_origin'],
      ['country_of_identification', 'country_of_identification.region'],
    ]);
  });
});

describe('synthesisTable', () => {
  it('has the columns of the model, and each country’s region beside it', async () => {
    const made = synthesisTable(planned, table);
    expect(made.variables).toEqual([...columns, 'country_of_identification.region']);
    const regions = made.domains['country_of_identification.region'] as readonly string[];
    const cells = Array.from(made.columns.at(-1) ?? [], (at) => regions[at]);
    expect(cells[0]).not.toMatch(/^\?/);
    expect(cells[1]).toBe('?refused');
    // Coded and countable, and no record in a pair that was ruled out for the region made here.
    for await (const { cells: counts } of memoryMarginals(made).counts([['country_of_identification']]))
      expect(Array.from(counts).reduce((sum, count) => sum + count, 0)).toBe(2);
    const own = synthesisDomain(planned, [cohort('2014')]).structuralZeros.slice(1);
    expect(firstDeclaredZero(made, own)).toBeNull();
  });
});
