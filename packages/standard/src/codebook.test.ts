import { describe, expect, it } from 'vitest';
import { columnLabels, columnsOf, domainOf, toCodebook, valueLabels, variables } from './index.ts';

describe('toCodebook', () => {
  it('describes every column that may leave a contributor, and the derived ones', () => {
    const book = toCodebook();
    const expected = variables.filter(({ held }) => held !== 'edge').flatMap(({ id }) => columnsOf(id));
    expect(book.columns.map(({ column }) => column)).toEqual([
      ...expected,
      'duration_years',
      'contributor_active_previous_year',
      'contributor_active_next_year',
      'contributor_group',
    ]);
    expect(book.columns.some(({ column }) => column === 'birth_date')).toBe(false);
  });

  it('lists the declared domain of each column, labelled in four languages', () => {
    for (const { column, values } of toCodebook().columns) {
      if (values === null) {
        expect(() => domainOf(column), column).toThrow(RangeError);
        continue;
      }
      expect(
        values.map(({ value }) => value),
        column,
      ).toEqual(domainOf(column));
      for (const { value, labels } of values) {
        for (const language of ['en', 'fr', 'es', 'ar']) expect(labels[language], `${column} ${value}`).toMatch(/\S/);
      }
    }
  });

  it('narrows to the columns asked for and names the grouping', () => {
    const book = toCodebook({ columns: ['region_of_origin', 'labour_sector.fishing'], grouping: 'm49_region' });
    expect(book.grouping.id).toBe('m49_region');
    expect(book.variables.map(({ id, columns }) => [id, columns])).toEqual([
      ['region_of_origin', ['region_of_origin']],
      ['labour_sector', ['labour_sector.fishing']],
    ]);
    expect(book.columns[0]?.values?.[0]).toMatchObject({ value: 'africa', labels: { ar: 'أفريقيا' } });
    expect(() => toCodebook({ columns: ['labour_sector.piracy'] })).toThrow(RangeError);
  });
});

describe('columnLabels', () => {
  it('names the variable and the code', () => {
    expect(columnLabels('labour_sector.fishing').fr).toBe('Secteur de travail forcé: Pêche et aquaculture');
    expect(columnLabels('labour_sector.known').en).toBe('Sector of forced labour: any answer');
  });
});

describe('valueLabels', () => {
  it('labels codes, flags, countries, regions and missing reasons', () => {
    expect(valueLabels('sex', 'female').es).toBe('Mujer');
    expect(valueLabels('means_of_control.threats', 'no').fr).toBe('Non');
    expect(valueLabels('country_of_origin', 'CIV').en).toMatch(/Ivoire/);
    expect(valueLabels('region_of_origin', 'SCA').en).toBe('South and Central Asia');
    expect(valueLabels('sex', '?refused').en).toBe('Preferred not to answer');
    expect(valueLabels('duration_months', '26')).toEqual({ en: '26' });
  });
});
