import { describe, expect, it } from 'vitest';
import { caseTable } from './case-table.ts';
import { firstDeclaredZero } from './declared-domain.ts';
import { parseDeclaredDomain } from './domain-file.ts';
import { addParentColumns, keepColumns, withParentColumns } from './parent-columns.ts';

const groups = { Africa: ['DZA', 'GHA'], Europe: ['FRA'] };
const declared = parseDeclaredDomain(
  JSON.stringify({
    sex: ['f', 'm'],
    country: ['DZA', 'FRA', 'GHA'],
    $hierarchies: { country: { parent: 'region', groups } },
  }),
  'D.json',
);
const table = caseTable(declared.domains, { sex: Uint8Array.of(0, 1, 1, 0), country: Uint8Array.of(0, 1, 2, 2) });

describe('parent columns', () => {
  it('stand behind the declared ones, tied to them by what cannot occur', () => {
    const wide = withParentColumns(declared);
    expect(wide.domains).toEqual({ ...declared.domains, region: ['Africa', 'Europe'] });
    expect(wide.structuralZeros).toEqual([{ set: ['country', 'region'], cells: [1, 2, 5] }]);
    const records = addParentColumns(table, wide);
    expect([...(records.columns[2] ?? [])]).toEqual([0, 1, 0, 0]);
    expect(records.columns[0]).toBe(table.columns[0]);
    expect(firstDeclaredZero(records, wide.structuralZeros)).toBeNull();
    expect(keepColumns(records, table.variables)).toEqual(table);
  });

  it('are left as they are where they were declared', () => {
    const both = parseDeclaredDomain(
      JSON.stringify({
        region: ['Europe', 'Africa'],
        country: declared.domains.country,
        $hierarchies: { country: { parent: 'region', groups } },
      }),
      'D.json',
    );
    expect(withParentColumns(both)).toBe(both);
  });

  it('are not made up', () => {
    expect(() => addParentColumns(table, { ...declared, domains: { ...declared.domains, age: ['x'] } })).toThrow(
      RangeError,
    );
    expect(() => keepColumns(table, ['region'])).toThrow(RangeError);
  });
});
