import { describe, expect, it } from 'vitest';
import { textTable } from './text-table.ts';
import { readXlsForm } from './xlsform.ts';

const header = ['start', 'case/prs_Gender', 'case/vic_Methods', 'case/vic_Methods/debt', 'a/name', 'b/name'];

function table() {
  return textTable(
    header,
    async function* () {
      yield { row: 2, cells: header.map((_, at) => `cell ${at}`) };
    },
    { name: 'survey.csv', format: 'csv' },
  );
}

describe('readXlsForm', () => {
  it('names questions without their groups, where that is unambiguous', () => {
    expect(readXlsForm(table()).columns).toEqual([
      'start',
      'prs_Gender',
      'vic_Methods',
      'vic_Methods/debt',
      'a/name',
      'b/name',
    ]);
  });

  it('selects by the short names', async () => {
    const narrowed = readXlsForm(table()).select(['vic_Methods/debt', 'prs_Gender']);
    expect(narrowed.columns).toEqual(['prs_Gender', 'vic_Methods/debt']);
    for await (const block of narrowed.rows)
      expect(block.columns.map(({ dictionary }) => dictionary[0])).toEqual(['cell 1', 'cell 3']);
  });
});
