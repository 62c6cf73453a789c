import { rederiveFigures } from '@casebridge/bundle';
import { buildFigures } from '@casebridge/figures';
import {
  measureTables,
  memoryLedgerStorage,
  memoryMarginals,
  openLedger,
  planTables,
  readProtected,
  rhoOf,
  tableBuilder,
  unsafeTestRandom,
} from '@casebridge/privacy';
import { answersFrom, type Cohort, type PublishedMeasurement } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { sectorsOf } from './release-parts.ts';

// A bundle is refused when one of its figures cannot be redone from the measurements, and that is found out after the
// budget is spent. So it must hold whatever the noise: here cohorts are so small that noise makes counts negative, shares
// larger than their bases and changes below nothing.
const recipe = parseRecipe(
  JSON.stringify({
    format: 'casebridge-recipe-1',
    title: 'Example release',
    licence: 'CC-BY-4.0',
    status: 'final',
    example: true,
    languages: ['en'],
    store: 'store',
    ledger: 'ledger',
    marks: 'marks',
    steward: { organisation: 'steward', signingKey: 'a', identity: 'b', marksKey: 'c' },
    previous: 'none',
    contributors: [{ id: 'agency', publicKey: `RW${'A'.repeat(54)}` }],
    variables: [
      'sex_or_gender',
      'majority_at_registration',
      'purpose_summary',
      'duration_years',
      'trafficking_scope',
      'region_of_identification',
      'region_of_origin',
      'labour_sector.known',
      'labour_sector.fishing',
    ],
    tables: { figures: 'places' },
    protection: { epsilon: 4, delta: 0.000001 },
    cohorts: { years: [2014, 2015] },
    approval: {
      approvers: [
        { organisation: 'university', publicKey: `RW${'B'.repeat(54)}` },
        { organisation: 'ministry', publicKey: `RW${'C'.repeat(54)}` },
      ],
    },
  }),
  'recipe',
);
const years = [2014, 2015];
const coverage = {
  contributors: [
    {
      id: 'agency',
      name: 'Example Agency',
      sourceKind: 'case_management',
      firstYear: 2014,
      lastYear: 2015,
      activeYears: years,
      countries: { 2014: ['FRA'], 2015: ['FRA'] },
      assisted: { 2014: 60, 2015: 60 },
      assistedSince: null,
      asks: Object.fromEntries(
        [...new Set(Object.keys(recipe.domains).map((column) => column.split('.')[0] as string))].map((id) => [
          id,
          years,
        ]),
      ),
      note: null,
    },
  ],
} as unknown as Parameters<typeof buildFigures>[0]['coverage'];

describe('the figures of a release', () => {
  it.each([0, 3, 40, 400])('are redone from their measurements, of %d records a year', async (records) => {
    let redone = 0;
    for (let run = 0; run < 12; run += 1) {
      const { answers } = await noisy(records, `figures ${records} ${run}`);
      const figures = buildFigures({
        answers,
        coverage,
        periods: years.map(String),
        setApart: null,
        grouping: recipe.recipe.grouping,
        release: { id: 'release', sequence: 1, date: '2016-05-20', status: 'final' },
        protection: { ...recipe.recipe.protection, unit: 'record' },
        languages: ['en'],
        example: true,
        splitAllowed: true,
        places: true,
        sectors: sectorsOf(recipe.domains),
      });
      redone += rederiveFigures(figures, answers).recomputed;
    }
    expect(redone).toBeGreaterThan(0);
  });
});

async function noisy(records: number, seed: string) {
  const { domains, tables } = recipe;
  const random = unsafeTestRandom(seed);
  const plan = planTables({ domains, tables, rho: rhoOf(4, 1e-6) });
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
  });
  const cohorts = years.map((year): Cohort => ({ id: `${year}.1`, period: String(year), batch: 1, late: false }));
  const grant = await ledger.request({
    scope: cohorts.map(({ id }) => id),
    rho: plan.rho,
    budget: plan.rho,
    purpose: 'test',
    recipe: '1'.repeat(64),
    mechanism: 'discrete-gaussian',
    sets: plan.sets,
    snapshot: '2'.repeat(64),
    unit: 'record',
  });
  const measurements: PublishedMeasurement[] = [];
  for (const cohort of cohorts) {
    const builder = tableBuilder(domains);
    const columns = Object.entries(domains).map(([id, dictionary], at) => ({
      id,
      dictionary,
      codes: Uint16Array.from({ length: records }, (_, row) => (row * (at + 3)) % dictionary.length),
    }));
    builder.append({ rows: records, columns });
    measurements.push(
      ...readProtected(await measureTables(plan, memoryMarginals(builder.finish()), cohort, grant, random)),
    );
  }
  const answers = answersFrom({
    format: 'casebridge-measurements-1',
    domains,
    tables: plan.tables,
    structuralZeros: {},
    cohorts,
    measurements,
  });
  return { answers };
}
