import { describe, expect, it } from 'vitest';
import { columnCoder } from './column-coder.ts';
import { domainOf } from './columns.ts';
import type { RecordBlock } from './records.ts';

const options = {
  grouping: 'iom_region_2015',
  heldBackCountries: new Set<string>(),
  heldBackVariables: new Set<string>(),
};

function block(rows: readonly Readonly<Record<string, string>>[]): RecordBlock {
  const ids = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = ids.map((id) => {
    const cells = rows.map((row) => row[id] ?? '?not_asked');
    const dictionary = [...new Set(cells)];
    return { id, dictionary, codes: Uint32Array.from(cells, (cell) => dictionary.indexOf(cell)) };
  });
  return { rows: rows.length, sourceRows: new Uint32Array(rows.length), columns, findings: [] };
}

const coded = (
  column: string,
  rows: readonly Readonly<Record<string, string>>[],
  changes: Partial<typeof options> = {},
): string[] => {
  const domain = domainOf(column, options.grouping);
  const codes = columnCoder(column, domain, { ...options, ...changes })(block(rows));
  return Array.from(codes, (code) => domain[code] as string);
};

describe('columnCoder', () => {
  it('copies codes and missing reasons', () => {
    expect(coded('purpose_summary', [])).toEqual([]);
    expect(coded('age_band', [{ age_band: '9-17' }, { age_band: '?refused' }, {}])).toEqual([
      '9-17',
      '?refused',
      '?not_asked',
    ]);
  });

  it('reads a column that the contributor never sent as not asked', () => {
    expect(coded('marital_status', [{ sex: 'male' }])).toEqual(['?not_asked']);
  });

  it('works regions out in the grouping of the recipe, of origin from the one citizenship where no country is stated', () => {
    expect(coded('region_of_identification', [{ country_of_identification: 'FRA' }])).toEqual(['EUR']);
    const rows = [
      { country_of_origin: 'KHM', citizenship: 'FRA' },
      { country_of_origin: '?unknown', citizenship: 'FRA' },
      { country_of_origin: '?unknown', citizenship: 'FRA KHM' },
    ];
    expect(coded('region_of_origin', rows)).toEqual(['ESEA', 'EUR', '?unknown']);
  });

  it('withholds a country that is held back and the region worked out from it', () => {
    const heldBackCountries = new Set(['FRA']);
    const rows = [{ country_of_identification: 'FRA' }, { country_of_identification: 'THA' }];
    expect(coded('country_of_identification', rows, { heldBackCountries })).toEqual(['?suppressed', 'THA']);
    expect(coded('region_of_identification', rows, { heldBackCountries })).toEqual(['?suppressed', 'ESEA']);
  });

  it('withholds every cell of a variable that is held back', () => {
    expect(coded('age_band', [{ age_band: '9-17' }], { heldBackVariables: new Set(['age_band']) })).toEqual([
      '?suppressed',
    ]);
  });

  it('works nothing out from a variable that is held back, not even where an earlier program did', () => {
    const held = (...ids: string[]) => ({ heldBackVariables: new Set(ids) });
    const origin = [{ country_of_origin: 'KHM', citizenship: 'FRA' }];
    expect(coded('region_of_origin', origin, held('country_of_origin'))).toEqual(['EUR']);
    expect(coded('region_of_origin', origin, held('country_of_origin', 'citizenship'))).toEqual(['?suppressed']);
    const age = [{ age_at_registration: '12', majority_at_registration: 'child' }];
    expect(coded('majority_at_registration', age)).toEqual(['child']);
    expect(coded('majority_at_registration', age, held('age_at_registration'))).toEqual(['?suppressed']);
    const purpose = [{ 'exploitation_type.forced_labour': 'yes', purpose_summary: 'labour' }];
    expect(coded('purpose_summary', purpose, held('exploitation_type'))).toEqual(['?unknown']);
    expect(coded('duration_years', [{ duration_months: '40' }], held('duration_months'))).toEqual(['?suppressed']);
    const sectors = [{ 'labour_sector.known': 'yes', 'labour_sector.fishing': 'yes' }];
    expect(coded('isic_section.A', sectors, held('labour_sector'))).toEqual(['?suppressed']);
  });

  it('works out sex or gender, majority, years of duration, scope and purpose', () => {
    expect(
      coded('sex_or_gender', [{ gender: 'woman' }, { gender: '?unknown', sex: 'male' }, { gender: 'transgender_man' }]),
    ).toEqual(['female', 'male', 'other']);
    expect(coded('majority_at_registration', [{ age_at_registration: '17' }, { age_band: '18-20' }])).toEqual([
      'child',
      'adult',
    ]);
    expect(coded('duration_years', [{ duration_months: '35' }, { duration_months: '400' }])).toEqual(['2', '25+']);
    expect(coded('trafficking_scope', [{ country_of_origin: 'KHM', country_of_exploitation: 'THA' }])).toEqual([
      'cross_border',
    ]);
    const both = { 'exploitation_type.forced_labour': 'yes', 'exploitation_type.sexual_exploitation': 'yes' };
    expect(coded('purpose_summary', [both])).toEqual(['labour_and_sexual']);
  });

  it('keeps what was stated where nothing can be worked out', () => {
    expect(coded('trafficking_scope', [{ trafficking_scope: 'internal', country_of_origin: 'KHM' }])).toEqual([
      'internal',
    ]);
    expect(coded('purpose_summary', [{ purpose_summary: 'sexual' }])).toEqual(['sexual']);
  });
});
