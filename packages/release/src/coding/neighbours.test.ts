import type { CaseTable } from '@casebridge/privacy';
import type { RecordBlock } from '@casebridge/standard';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { codeRecords } from './code-records.ts';

// What the budget rests on: one record more or less changes one row of one cohort's table and nothing else, however it is
// coded, whoever else is there. Every set is then measured with the sensitivity of one row.
const recipe = parseRecipe(
  JSON.stringify({
    format: 'casebridge-recipe-1',
    title: 'Example release',
    licence: 'CC-BY-4.0',
    status: 'final',
    store: 'store',
    ledger: 'ledger',
    marks: 'marks',
    steward: { organisation: 'steward', signingKey: 'a', identity: 'b', marksKey: 'c' },
    previous: 'none',
    contributors: ['one', 'two'].map((id) => ({ id, publicKey: `RW${id.charAt(0).repeat(54)}` })),
    population: [{ column: 'trafficking_status', exclude: ['not_victim'] }],
    variables: ['sex_or_gender', 'purpose_summary', 'region_of_identification', 'labour_sector'],
    tables: { figures: 'none', all: 1 },
    protection: { epsilon: 1, delta: 0.000001 },
    cohorts: { years: [2014, 2015], undated: true },
    setApart: {
      variable: 'group_of_contributors',
      code: 'one',
      contributor: 'one',
      label: { en: 'a', fr: 'b', es: 'c', ar: 'd' },
    },
    activityFlags: 'consented',
    approval: {
      approvers: [
        { organisation: 'university', publicKey: `RW${'B'.repeat(54)}` },
        { organisation: 'ministry', publicKey: `RW${'C'.repeat(54)}` },
      ],
    },
  }),
  'recipe',
);
const cohorts = ['2014.1', '2015.1', 'undated.1'];
type Cells = Readonly<Record<string, string>>;
const yesNo = fc.constantFrom('yes', 'no', '?unknown');
const cells = fc.record({
  record_key: fc.integer({ min: 0, max: 30 }).map((key) => `k${key}`),
  registration_year: fc.constantFrom('2013', '2014', '2015', '?unknown'),
  trafficking_status: fc.constantFrom('confirmed_victim', 'not_victim', '?unknown'),
  sex: fc.constantFrom('female', 'male', '?refused'),
  country_of_identification: fc.constantFrom('FRA', 'KHM', '?unknown'),
  'exploitation_type.forced_labour': yesNo,
  'labour_sector.known': fc.constantFrom('yes', '?unknown'),
  'labour_sector.fishing': yesNo,
});
const records = fc.uniqueArray(cells, { maxLength: 12, selector: ({ record_key }) => record_key });

describe('codeRecords', () => {
  it('changes one row of one cohort at most when one record is added, and the rest not at all', async () => {
    await fc.assert(
      fc.asyncProperty(records, records, cells, fc.boolean(), fc.nat(12), async (one, two, added, toOne, at) => {
        const key = { ...added, record_key: 'added' };
        const insert = (list: readonly Cells[]) => [...list.slice(0, at), key, ...list.slice(at)];
        const before = await coded(one, two);
        const after = await coded(toOne ? insert(one) : one, toOne ? two : insert(two));
        const changed = cohorts.filter((id) => rowsOf(before, id).join('\n') !== rowsOf(after, id).join('\n'));
        expect(changed.length).toBeLessThanOrEqual(1);
        for (const id of changed) {
          const left = [...rowsOf(after, id)];
          for (const row of rowsOf(before, id)) {
            expect(left).toContain(row);
            left.splice(left.indexOf(row), 1);
          }
          expect(left).toHaveLength(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('counts a key that comes twice from one contributor once, and never in two cohorts', async () => {
    const record: Cells = { record_key: 'k', registration_year: '2014', trafficking_status: 'confirmed_victim' };
    const tables = await coded([record, { ...record, registration_year: '2015' }, record], []);
    expect(cohorts.map((id) => rowsOf(tables, id).length)).toEqual([1, 0, 0]);
  });
});

async function coded(one: readonly Cells[], two: readonly Cells[]): Promise<ReadonlyMap<string, CaseTable>> {
  const contributor = (id: string, list: readonly Cells[], activeYears: readonly number[]) => ({
    id,
    records: blocks(list),
    statement: { activeYears },
    heldBack: { countries: [], variables: [] },
  });
  const { tables } = await codeRecords(
    recipe,
    [contributor('one', one, [2013, 2014, 2015]), contributor('two', two, [2015])],
    cohorts,
    (_mark, period) => (cohorts.includes(`${period}.1`) ? `${period}.1` : null),
    new Uint8Array(32),
  );
  return tables;
}

async function* blocks(list: readonly Cells[]): AsyncIterable<RecordBlock> {
  for (let start = 0; start < list.length; start += 5) {
    const rows = list.slice(start, start + 5);
    const columns = Object.keys(rows[0] ?? {}).map((id) => {
      const texts = rows.map((row) => row[id] ?? '?not_asked');
      const dictionary = [...new Set(texts)];
      return { id, dictionary, codes: Uint32Array.from(texts, (text) => dictionary.indexOf(text)) };
    });
    yield { rows: rows.length, sourceRows: new Uint32Array(rows.length), columns, findings: [] };
  }
}

function rowsOf(tables: ReadonlyMap<string, CaseTable>, cohort: string): readonly string[] {
  const table = tables.get(cohort);
  if (!table) throw new RangeError(`no table of ${cohort}`);
  return Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => column[row]).join(' ')).sort();
}
