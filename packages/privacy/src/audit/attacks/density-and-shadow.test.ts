import { describe, expect, it } from 'vitest';
import type { SynthesisDriver } from '../../measure/run-synthesis.ts';
import { unsafeTestRandom } from '../../random/random-bytes.ts';
import { planSynthesisJob } from '../../synthesis/plan-job.ts';
import { attackInput, rowsOf } from './attack-input.ts';
import { chance } from './chance.ts';
import { densityRatio } from './density-ratio.ts';
import { practiceSynthesiser } from './practice-synthesiser.ts';
import { rankingQuality } from './ranking.ts';
import { mostTruePositives, shadowMembership } from './shadow-membership.ts';
import { independentRows, inventedRows, rowsList, tableOf } from './testing-tables.ts';
import { chowLiuTree, treeDensity } from './tree-density.ts';
import { plantedOutliers } from './vulnerable-records.ts';

const sizes = [5, 4, 3, 6, 4, 3, 5, 2];

describe('rankingQuality', () => {
  it('is the share of pairs in order, ties counting half', () => {
    const random = chance('a', 'ranking');
    const positives = Array.from({ length: 40 }, () => random.below(12) + 2);
    const negatives = Array.from({ length: 25 }, () => random.below(12));
    let pairs = 0;
    for (const p of positives) for (const n of negatives) pairs += p > n ? 1 : p === n ? 0.5 : 0;
    expect(rankingQuality(positives, negatives).auc).toBeCloseTo(pairs / (40 * 25), 12);
  });
  it('covers one half for scores without sense in about 95 of 100 cases (fails by chance below 1 in 1,000)', () => {
    const random = chance('b', 'ranking');
    let covered = 0;
    for (let draw = 0; draw < 300; draw++) {
      const scores = () => Array.from({ length: 60 }, () => random.unit());
      const { lower, upper } = rankingQuality(scores(), scores());
      if (lower <= 0.5 && upper >= 0.5) covered++;
    }
    expect(covered).toBeGreaterThan(271);
  });
  it('keeps a width when perfect', () => {
    expect(rankingQuality([2, 3], [0, 1])).toMatchObject({ auc: 1, upper: 1, lower: 0.5 });
    expect(() => rankingQuality([], [1])).toThrow(RangeError);
  });
});

describe('chowLiuTree and treeDensity', () => {
  it('is a distribution: densities of all records sum to one', async () => {
    const small = [3, 2, 4];
    const table = tableOf(small, inventedRows(small, 40, 'tree'));
    const density = treeDensity(table, await chowLiuTree(table));
    const every = Array.from({ length: 24 }, (_, at) => [Math.floor(at / 8), Math.floor(at / 4) % 2, at % 4]);
    const sum = density.logDensities(tableOf(small, every)).reduce((total, log) => total + Math.exp(log), 0);
    expect(sum).toBeCloseTo(1, 12);
  });
  it('finds a chain of columns that copy each other now and then', async () => {
    const random = chance('a', 'chain');
    const rows = Array.from({ length: 3000 }, () => {
      const row = [random.below(4)];
      while (row.length < 6) row.push(random.unit() < 0.8 ? (row.at(-1) as number) : random.below(4));
      return row;
    });
    const order = [2, 0, 5, 1, 4, 3];
    const { parent } = await chowLiuTree(
      tableOf(
        [4, 4, 4, 4, 4, 4],
        rows.map((row) => order.map((at) => row[at] as number)),
      ),
    );
    const edges = parent.flatMap((above, at) =>
      above < 0 ? [] : [[order[at] as number, order[above] as number].sort().join()],
    );
    expect(edges.sort()).toEqual(['0,1', '1,2', '2,3', '3,4', '4,5']);
  });
  it('has the frequencies of the table, as nearly as smoothing lets it', async () => {
    const table = tableOf(sizes, inventedRows(sizes, 20_000, 'frequencies'));
    const tree = await chowLiuTree(table);
    const [root = 0] = tree.order;
    const density = treeDensity({ ...table }, { parent: tree.parent.map(() => -1), order: tree.order });
    const only = treeDensity(table, tree);
    expect(tree.parent[root]).toBe(-1);
    const mean = (logs: Float64Array) => logs.reduce((sum, log) => sum + log, 0) / logs.length;
    expect(mean(only.logDensities(table))).toBeGreaterThan(mean(density.logDensities(table)));
  });
});

describe('densityRatio', () => {
  const population = inventedRows(sizes, 900, 'ratio', 0.6);
  const train = tableOf(sizes, population.slice(0, 600));
  const control = tableOf(sizes, population.slice(600));

  it('tells members from others when the records are published as they are', async () => {
    const found = await densityRatio(attackInput({ train, control, synthetic: train }), { seed: 'a' });
    expect(found?.lower).toBeGreaterThan(0.55);
  });
  it('does not when the synthetic records never saw them (false alarm below 1 in 1,000)', async () => {
    const synthetic = tableOf(sizes, inventedRows(sizes, 600, 'unrelated', 0.6));
    const found = await densityRatio(attackInput({ train, control, synthetic }), { seed: 'a' });
    expect(Math.abs((found?.auc ?? 0) - 0.5)).toBeLessThan(1.7 * (found?.error ?? 0));
  });
  it('has no reference without a control group', async () => {
    expect(await densityRatio(attackInput({ train, synthetic: train }), { seed: 'a' })).toBeNull();
  });
});

describe('shadowMembership', () => {
  const wide = [20, 16, 24, 12, 18, 30, 5, 2];
  const others = tableOf(wide, inventedRows(wide, 400, 'others', 0.4));
  const targets = plantedOutliers(others, 6, 'a');
  const options = { runs: 32, queries: 40, seed: 'a', epsilon: 1, delta: 1e-6 };

  it('finds the members when their records are published as they are', async () => {
    const found = await shadowMembership(others, targets, async (records) => records, options);
    expect(found.truePositives.lower).toBeGreaterThan(0.6);
    expect(found.truePositives.lower).toBeGreaterThan(found.bound);
    expect(found.ranking.auc).toBeGreaterThan(0.95);
  });
  it('finds them among resampled records too', async () => {
    const resampled = await shadowMembership(
      others,
      targets,
      async (records, run) => rowsOf(records, Uint32Array.from({ length: 3000 }, unitOf(`run ${run}`, records.rows))),
      options,
    );
    expect(resampled.ranking.lower).toBeGreaterThan(0.75);
  });
  it('finds nothing when the records are not looked at (false alarm below 1 in 1,000)', async () => {
    const rows = rowsList(others);
    const found = await shadowMembership(
      others,
      targets,
      async (_, run) => tableOf(wide, independentRows(rows, 400, `run ${run}`)),
      options,
    );
    expect(Math.abs(found.ranking.auc - 0.5)).toBeLessThan(1.7 * found.ranking.error);
    expect(found.truePositives.lower).toBeLessThan(found.bound);
  });
  it('draws no line that privacy does not draw', () => {
    expect(mostTruePositives(0.01, 1, 0)).toBeCloseTo(0.0271828, 6);
    expect(mostTruePositives(0.5, 1, 0)).toBeCloseTo(1 - 0.5 / Math.E, 12);
    expect(mostTruePositives(0.01, 20, 0)).toBeCloseTo(1, 6);
    expect(mostTruePositives(0.3, 0, 0)).toBeCloseTo(0.3, 12);
  });
  it('refuses runs that cannot be halved, and no target', async () => {
    const none = rowsOf(targets, []);
    const same = async () => others;
    await expect(shadowMembership(others, targets, same, { ...options, runs: 9 })).rejects.toThrow(RangeError);
    await expect(shadowMembership(others, none, same, options)).rejects.toThrow(RangeError);
  });
});

function unitOf(seed: string, rows: number): () => number {
  const random = chance(seed, 'resampling');
  return () => random.below(rows);
}

describe('practiceSynthesiser', () => {
  // A driver that measures every column, all with the same share of the budget.
  const columnByColumn: SynthesisDriver = async ({ rho, columns }, measurer) => {
    const variance = BigInt(Math.ceil((columns.length * Number(rho.den)) / (2 * Number(rho.num))));
    await measurer.measure(columns.map((column) => ({ set: [column], variance })));
  };
  const small = [6, 4, 5, 8];
  const others = tableOf(small, inventedRows(small, 150, 'practice', 0.4));

  it('repeats the synthesis with fresh noise, and its guarantee holds against the attack', async () => {
    const declared = { domains: others.domains, structuralZeros: [], hierarchies: [] };
    const job = planSynthesisJob({ declared, epsilon: 1, method: 'mst' });
    const synthesise = practiceSynthesiser(job, columnByColumn, unsafeTestRandom('practice'));
    const [one, two] = [await synthesise(others, 0), await synthesise(others, 0)];
    expect(one.variables).toEqual(others.variables);
    expect(rowsList(one)).not.toEqual(rowsList(two));
    const targets = plantedOutliers(others, 6, 'a');
    const options = { runs: 48, queries: 60, seed: 'a', epsilon: 1, delta: 1e-6 };
    const found = await shadowMembership(others, targets, synthesise, options);
    expect(found.truePositives.lower).toBeLessThanOrEqual(found.bound);
    // The same attack with sixty times ε finds the outliers.
    const loose = planSynthesisJob({ declared, epsilon: 60, method: 'mst' });
    const leaking = practiceSynthesiser(loose, columnByColumn, unsafeTestRandom('loose'));
    const seen = await shadowMembership(others, targets, leaking, options);
    expect(seen.ranking.lower).toBeGreaterThan(found.ranking.auc);
    expect(seen.ranking.lower).toBeGreaterThan(0.6);
  });
});
