import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bcaFacts, bcaLimit, quantile } from './bca.ts';
import { chaoBound, chaoUnseen, pairEstimates } from './bounds.ts';
import { type CaptureTable, captureTable, knownPeople } from './capture-table.ts';
import { statusChecker } from './existence.ts';
import { fitModel } from './fit.ts';
import { modelsByInformation } from './information.ts';
import { jackknife } from './resample.ts';
import { stabilityLimits } from './stability.ts';
import { stepwise } from './stepwise.ts';
import { pairsOf, termName } from './terms.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = join(process.env.CASEBRIDGE_SHARED ?? join(root, '..', 'shared'), 'data/mse');
const present = existsSync(folder);
if (!present) process.stdout.write('prevalence reference tables skipped: ../shared/data/mse is absent\n');

const names = [
  'Artificial_3',
  'Korea',
  'Kosovo',
  'Ned',
  'Ned_5',
  'NewOrl',
  'NewOrl_5',
  'NewOrl_corrected',
  'NewOrl_5_corrected',
  'UKdat',
  'UKdat_5',
];

function rowsOf(path: string): Record<string, string>[] {
  const bytes = readFileSync(join(folder, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const [header = '', ...lines] = text.trim().split('\n');
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at] as string, cell])));
}

function tableNamed(name: string): CaptureTable {
  const rows = rowsOf(`tables/${name}.csv`);
  const lists = Object.keys(rows[0] ?? {}).filter((column) => column !== 'count');
  return captureTable(
    lists,
    rows.map((row) => ({ on: lists.map((list) => Number(row[list])), count: Number(row.count) })),
    name,
  );
}

/** Relative distance, absolute where the expected value is near zero. */
function off(found: number, expected: number): number {
  return Math.abs(found - expected) / Math.max(1, Math.abs(expected));
}

function tableOf(lists: number, entries: readonly (readonly [history: string, count: number])[]): CaptureTable {
  const counts = new Float64Array(2 ** lists);
  for (const [history, count] of entries) {
    counts[[...history].reduce((mask, bit, list) => mask | (Number(bit) << list), 0)] = count;
  }
  return { lists: Array.from({ length: lists }, (_, list) => String.fromCharCode(65 + list)), counts };
}

const named = (text: string | undefined) => (text ? text.split(';').filter((pair) => pair !== '') : []);

describe.skipIf(!present)('reference results of SparseMSE 2.0.1', () => {
  it('P1: gives every point estimate, deviance, AIC, standard error, and the pairs in their order', () => {
    const wanted = rowsOf('reference/point_estimates.csv');
    expect(wanted.length).toBeGreaterThan(90);
    for (const row of wanted) {
      const table = tableNamed(row.dataset as string);
      const found = stepwise(table, Number(row.pthresh));
      const label = `${row.dataset} at ${row.pthresh}`;
      expect(found, label).toBeDefined();
      if (!found) continue;
      expect(off(found.fit.estimate, Number(row.estimate)), label).toBeLessThan(1e-6);
      expect(off(found.fit.deviance, Number(row.deviance)), label).toBeLessThan(1e-6);
      expect(off(found.fit.aic, Number(row.aic)), label).toBeLessThan(1e-6);
      expect(off(found.fit.logDark, Number(row.intercept)), label).toBeLessThan(1e-6);
      // R takes standard errors from the weights of the step before its last.
      expect(off(found.fit.logDarkError, Number(row.se_intercept)), label).toBeLessThan(1e-4);
      expect(found.fit.terms.retained.length, label).toBe(Number(row.n_rows_fitted));
      // With all pairs there is no order of entry.
      const inOrder = (pairs: string[]) => (row.pthresh === '1' ? pairs.sort() : pairs);
      const empty = found.chosen.filter((pair) => found.fit.terms.empty.includes(pair));
      const finite = found.chosen.filter((pair) => !empty.includes(pair));
      expect(inOrder(finite.map((pair) => termName(table.lists, pair))), label).toEqual(
        inOrder(named(row.finite_pairs)),
      );
      expect(empty.map((pair) => termName(table.lists, pair)).sort(), label).toEqual(named(row.empty_pairs).sort());
    }
  });

  it('P1: walks the same path, candidate by candidate', () => {
    const wanted = rowsOf('reference/step_path.csv');
    for (const name of new Set(wanted.map(({ dataset }) => dataset as string))) {
      const table = tableNamed(name);
      const { steps } = stepwise(table, 0.05) ?? { steps: [] };
      for (const row of wanted.filter(({ dataset }) => dataset === name)) {
        const candidate = steps[Number(row.step) - 1]?.find(({ pair }) => termName(table.lists, pair) === row.pair);
        const label = `${name} step ${row.step} ${row.pair}`;
        expect(candidate, label).toBeDefined();
        expect(candidate?.overlap, label).toBe(Number(row.n_overlap));
        expect(candidate?.status, label).toBe(Number(row.status));
        expect(off(candidate?.expected ?? Number.NaN, Number(row.mu_overlap)), label).toBeLessThan(1e-6);
        const p = Number(row.pvalue);
        expect(Math.abs((candidate?.pValue ?? Number.NaN) - p), label).toBeLessThan(1e-6 * Math.max(p, 1e-6));
      }
    }
  });

  it('P2: agrees on the status, estimate, deviance and AIC of every model of pairs', () => {
    for (const name of ['Artificial_3', 'Korea', 'Kosovo', 'Ned_5', 'NewOrl_5', 'NewOrl_5_corrected', 'UKdat_5']) {
      const table = tableNamed(name);
      const pairs = pairsOf(table.lists.length);
      const checker = statusChecker();
      for (const row of rowsOf(`reference/allmodels_${name}.csv.gz`)) {
        const mask = Number(row.mask);
        const { status, fit } = fitModel(
          table,
          pairs.filter((_, at) => (mask >> at) & 1),
          checker,
        );
        const label = `${name} model ${mask}`;
        expect(status, label).toBe(Number(row.status));
        if (!fit) continue;
        expect(off(fit.estimate, Number(row.estimate)), label).toBeLessThan(1e-6);
        expect(off(fit.deviance, Number(row.deviance)), label).toBeLessThan(1e-6);
        expect(off(fit.aic, Number(row.aic)), label).toBeLessThan(1e-6);
      }
    }
  });

  it('P3: recomputes jackknife estimates, resampled searches and BCa limits', () => {
    for (const row of rowsOf('reference/bca_intervals.csv')) {
      const { dataset = '', pthresh = '' } = row;
      const table = tableNamed(dataset);
      const checker = statusChecker();
      const estimator = (each: CaptureTable) => stepwise(each, Number(pthresh), checker)?.fit.estimate;
      const jack = rowsOf(`reference/jack_${dataset}_${pthresh}.csv`);
      const found = jackknife(table, estimator);
      const byCount = jack.filter(({ count }) => Number(count) > 0);
      expect(found.length, dataset).toBe(byCount.length);
      const sorted = (values: number[]) => values.sort((a, b) => a - b);
      const ours = sorted(found.map(({ estimate }) => estimate));
      const theirs = sorted(byCount.map(({ jackknife_estimate }) => Number(jackknife_estimate)));
      for (const [at, value] of ours.entries()) {
        expect(off(value, theirs[at] as number), `${dataset} jackknife`).toBeLessThan(1e-6);
      }
      for (const draw of rowsOf(`reference/boot_${dataset}_${pthresh}.csv.gz`)) {
        const { estimate, ...histories } = draw;
        const entries = Object.entries(histories).map(([history, count]) => [history.slice(1), Number(count)] as const);
        const drawn = tableOf(table.lists.length, entries);
        if (estimate === 'NaN' || estimate === 'NA') continue;
        // Two of 200 for New Orleans have a list that nobody is on: R keeps it in the fit, the method drops it.
        if (table.lists.some((_, list) => drawn.counts.every((count, mask) => count === 0 || !((mask >> list) & 1)))) {
          continue;
        }
        expect(off(estimator(drawn) ?? Number.NaN, Number(estimate)), `${dataset} resample`).toBeLessThan(1e-6);
      }
      const reps = rowsOf(`reference/reps_${dataset}_${pthresh}.csv.gz`).map(({ estimate }) => Number(estimate));
      const leftOut = byCount.map(({ count, jackknife_estimate }) => ({
        count: Number(count),
        estimate: Number(jackknife_estimate),
      }));
      const facts = bcaFacts(Number(row.popest), reps, leftOut, Number(row.prop_boot_below));
      expect(off(facts.z0, Number(row.z0)), `${dataset} z0`).toBeLessThan(1e-9);
      expect(off(facts.acceleration, Number(row.ahat)), `${dataset} a`).toBeLessThan(1e-9);
      const ascending = sorted([...reps]);
      for (const level of ['0.025', '0.05', '0.1', '0.16', '0.84', '0.9', '0.95', '0.975']) {
        expect(
          off(bcaLimit(ascending, facts, Number(level)), Number(row[`q${level}`])),
          `${dataset} ${level}`,
        ).toBeLessThan(1e-9);
      }
      expect(off(quantile(ascending, 0.025), Number(row['percentile_0.025'])), dataset).toBeLessThan(0.01);
    }
  });

  it('P4: agrees on every random table: stepwise searches and fixed models', () => {
    const tables = new Map<string, CaptureTable>();
    const histories = rowsOf('reference/random_tables.csv.gz');
    for (const id of new Set(histories.map((row) => row.id as string))) {
      const own = histories.filter((row) => row.id === id);
      tables.set(
        id,
        tableOf(
          Number(own[0]?.lists),
          own.map(({ history = '', count }) => [history, Number(count)] as const),
        ),
      );
    }
    expect(tables.size).toBe(200);
    for (const row of rowsOf('reference/random_stepwise.csv.gz')) {
      const table = tables.get(row.id as string) as CaptureTable;
      const found = stepwise(table, 0.02);
      if (row.estimate === 'NaN' || row.estimate === 'NA') continue;
      expect(off(found?.fit.estimate ?? Number.NaN, Number(row.estimate)), row.id).toBeLessThan(1e-6);
      expect(off(found?.fit.deviance ?? Number.NaN, Number(row.deviance)), row.id).toBeLessThan(1e-6);
    }
    const status = { 0: 0, 1: 0, 2: 0, 3: 0 };
    for (const row of rowsOf('reference/random_fixed.csv.gz')) {
      const table = tables.get(row.id as string) as CaptureTable;
      const wanted = named(row.pairs);
      const pairs = pairsOf(table.lists.length).filter((pair) => wanted.includes(termName(table.lists, pair)));
      const result = fitModel(table, pairs);
      expect(result.status, `${row.id} ${row.pairs}`).toBe(Number(row.status));
      status[result.status]++;
      if (result.fit) expect(off(result.fit.estimate, Number(row.estimate)), row.id).toBeLessThan(1e-6);
    }
    expect(status[1] + status[3]).toBeGreaterThan(20);
    expect(status[2] + status[3]).toBeGreaterThan(5);
  });

  it('P5: finds the models of least BIC, with triples where they are allowed', () => {
    for (const row of rowsOf('reference/bic_best_models.csv')) {
      const table = tableNamed(row.dataset as string);
      const order = Number(row.maxorder) as 2 | 3;
      const ranked = modelsByInformation(table, { order });
      const label = `${row.dataset} order ${order}`;
      expect(off(ranked[0]?.fit.estimate ?? Number.NaN, Number(row.estimate)), label).toBeLessThan(1e-6);
      expect(off(ranked[0]?.fit.bic ?? Number.NaN, Number(row.BIC)), label).toBeLessThan(1e-6);
      expect(ranked.length, label).toBe(Number(row.models));
    }
  });

  it('P6: spreads over all models of UKdat_5 as stated', () => {
    const ranked = modelsByInformation(tableNamed('UKdat_5'), { order: 2 });
    const estimates = ranked.map(({ fit }) => fit.estimate).sort((a, b) => a - b);
    expect(Math.round(estimates[0] as number)).toBe(5289);
    expect(Math.round(estimates.at(-1) as number)).toBe(29426);
    const at = (share: number) => Math.round(quantile(estimates, share));
    expect(estimates).toHaveLength(1024);
    for (const [share, wanted] of [
      [0.1, 11_171],
      [0.5, 13_498],
      [0.9, 19_149],
    ] as const)
      expect(Math.abs(at(share) / wanted - 1), `${share}`).toBeLessThan(0.002);
    expect(Math.round(ranked[0]?.fit.estimate ?? 0)).toBe(22991);
    const leastAic = ranked.reduce((least, each) => (each.fit.aic < least.fit.aic ? each : least));
    expect(Math.round(leastAic.fit.estimate)).toBe(11175);
    expect(leastAic.fit.terms.interactions).toHaveLength(7);
    // The official "10,000 to 13,000" is the conditional normal interval of the model that the search chooses.
    const table = tableNamed('UKdat_5');
    const chosen = stepwise(table)?.fit;
    const limit = (sign: number) =>
      knownPeople(table) + Math.exp((chosen?.logDark ?? 0) + sign * 1.959964 * (chosen?.logDarkError ?? 0));
    expect([limit(-1), limit(1)].map(Math.round)).toEqual([9884, 13_027]);
  });

  it('rule 5: only these tables keep their estimates together over thresholds from 0 to 0.1', () => {
    const calm = names.filter((name) => {
      const table = tableNamed(name);
      const checker = statusChecker();
      const estimates = [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1].map(
        (threshold) => stepwise(table, threshold, checker)?.fit.estimate ?? Number.NaN,
      );
      return Math.max(...estimates) <= stabilityLimits.spread * Math.min(...estimates);
    });
    expect(calm).toEqual(['Artificial_3', 'NewOrl_5_corrected', 'UKdat', 'UKdat_5']);
  });

  it('gives the simple bounds', () => {
    const facts = rowsOf('datasets.csv');
    for (const name of names) {
      const wanted = facts.find(({ dataset }) => dataset === name);
      const table = tableNamed(name);
      expect(off(chaoBound(table), Number(wanted?.chao_t_lists)), name).toBeLessThan(1e-6);
      expect(off(knownPeople(table) + chaoUnseen(table), Number(wanted?.chao_bias_corrected)), name).toBeLessThan(1e-6);
      for (const row of rowsOf(`reference/two_list_${name}.csv`)) {
        const pair = pairEstimates(tableNamed(name)).find((each) => each.pair === `${row.list1}:${row.list2}`);
        expect(pair?.overlap, name).toBe(Number(row.overlap));
        expect(off(pair?.chapman ?? Number.NaN, Number(row.chapman)), name).toBeLessThan(1e-6);
      }
    }
  });
});
