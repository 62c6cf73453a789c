import { type Bundle, csvLine } from '@casebridge/bundle';
import {
  type CaseTable,
  inventedWorld,
  planTables,
  practiceMeasurer,
  publicRecords,
  rational,
  rhoOf,
  systemRandom,
  type TrialSynthesis,
} from '@casebridge/privacy';
import type { Domains } from '@casebridge/privacy/results';
import { synthesisModel, syntheticTable } from '@casebridge/privacy/synthesis';
import { describe, expect, it } from 'vitest';
import { passGates } from './release-gates.ts';

const domains: Domains = {
  country: Array.from({ length: 25 }, (_, at) => `c${at}`),
  sex: ['female', 'male', '?unknown'],
  age: ['0', '1', '2', '3', '4', '?unknown'],
  purpose: ['labour', 'sexual', 'other', '?unknown'],
  debt: ['yes', 'no', '?unknown'],
  force: ['yes', 'no', '?unknown'],
};
const plan = planTables({
  domains,
  tables: [{ set: ['sex', 'age'] }, { set: ['debt', 'force'] }],
  rho: rhoOf(4, 1e-6),
});
const random = systemRandom((bytes) => crypto.getRandomValues(bytes));

// The last release's synthetic records, as its file holds them.
const lastRecords = publicRecords(inventedWorld({ domains, rows: 1500, seed: 'last release' }));
const manifestHash = 'ab'.repeat(32);
const last = {
  manifestHash,
  manifest: { release: 'LASTRELEASE', files: [{ path: 'data/synthetic.csv' }] },
  measurements: { domains },
  file: async () => new TextEncoder().encode(csvOf(lastRecords)),
} as unknown as Bundle;

const protectedPairs: TrialSynthesis = async (train) => {
  const measurer = await practiceMeasurer(train, rational(1, 10), random);
  const names = Object.keys(domains).slice(1);
  const measurements = await measurer.measure(names.map((name) => ({ set: ['country', name], variance: 25n })));
  const published = {
    format: 'casebridge-synthesis-1',
    method: 'mst',
    domains,
    structuralZeros: [],
    hierarchies: [],
    bands: [],
    modelSize: 8,
    choices: { num: '0', den: '1' },
    inherited: null,
    measurements,
  } as const;
  return syntheticTable(synthesisModel(published), published, new TextEncoder().encode('gate'));
};
const gated = (settings: string, synthesise: TrialSynthesis) =>
  passGates(
    { domains, plans: [plan], synthesis: { domains, structuralZeros: [], settings, synthesise, last } },
    { random },
  );

// Attacks fail a sound synthesiser with probability 1e-4 each, audits of the choice with 0.001, the others as they state.
describe('the gates of synthetic records', () => {
  it('attack records made of invented ones and of the last release’s, and audit the choice', async () => {
    const verdicts = await gated('pairs', protectedPairs);
    const of = (kind: string) =>
      verdicts.filter(({ read }) => read.some((source) => source.kind === kind)).map(({ name }) => name);
    expect(verdicts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['selection-many-runs', 'selection-one-run']),
    );
    expect(of('invented')).toEqual(expect.arrayContaining(['linkability', 'attribute-inference', 'density-ratio']));
    expect(of('last-release')).toEqual(expect.arrayContaining(['linkability', 'attribute-inference', 'density-ratio']));
    expect(verdicts.flatMap(({ read }) => read)).toContainEqual({ kind: 'last-release', manifest: manifestHash });
  });

  it('block a synthesiser that hands out what it was given, with exit code 3', async () => {
    await expect(gated('copies', async (train) => train)).rejects.toMatchObject({
      code: 'gate-failed',
      exit: 3,
      message: expect.stringMatching(/exact-copies/),
    });
  });
});

function csvOf(table: CaseTable): string {
  const names = table.variables;
  const lines = Array.from({ length: table.rows }, (_, row) =>
    csvLine(['synthetic record, not a person', '2015', '1', ...names.map((name, at) => codeAt(table, name, at, row))]),
  );
  return [csvLine(['synthetic', 'period', 'batch', ...names]), ...lines].join('');
}

function codeAt(table: CaseTable, name: string, at: number, row: number): string {
  return table.domains[name]?.[table.columns[at]?.[row] as number] as string;
}
