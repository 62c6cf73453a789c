import { describe, expect, it } from 'vitest';
import { type ColumnSet, cellsOf } from '../pgm/factor.ts';
import { modelSizeMb } from '../pgm/junction-tree.ts';
import { publishedRandom } from '../pgm/published-random.ts';
import { type AimRound, type AimSettings, type MarginalOracle, runAim } from './aim.ts';
import { modelSpace } from './model-space.ts';
import { roundFit } from './synthetic-table.ts';
import { allSets, weighedClosure } from './workload.ts';

const sizes = [4, 3, 6, 2, 5, 3, 4];
const rows = 1000;
const columns = invented();

/** Spends and answers as a measurer does, over invented records; chooses the best by the score itself, without noise. */
function oracleOf(rho: number, seed: string) {
  const random = publishedRandom(seed);
  let left = rho;
  let selections = 0;
  const oracle: MarginalOracle = {
    remaining: () => left,
    async measure(sets, variance) {
      left -= sets.length / (2 * variance);
      expect(left).toBeGreaterThan(-1e-9 * rho);
      return sets.map((set) => ({
        variance,
        values: countsOf(set).map((count) => count + Math.sqrt(variance) * random.normal()),
      }));
    },
    async select(candidates, epsilon) {
      left -= epsilon ** 2 / 8;
      selections += 1;
      const scores = candidates.map(({ set, estimate, weight, penalty }) => {
        const model = estimate();
        return (
          weight *
          (countsOf(set).reduce((sum, count, cell) => sum + Math.abs(count - (model[cell] as number)), 0) - penalty)
        );
      });
      return scores.indexOf(Math.max(...scores));
    },
  };
  return { oracle, selections: () => selections, left: () => left };
}

async function run(rho: number, settings: Partial<AimSettings>) {
  const seen: AimRound[] = [];
  const from = oracleOf(rho, 'aim');
  const singles = await from.oracle.measure(
    sizes.map((_, column) => [column]),
    sizes.length / (2 * 0.1 * rho),
  );
  const measurements = await runAim(from.oracle, {
    space: modelSpace(sizes, []),
    candidates: weighedClosure(allSets(sizes, 2)),
    modelSizeMb: 0.03,
    zeros: [],
    initial: singles.map((one, column) => ({ set: [column], ...one })),
    rounds: 30,
    batch: 1,
    measureShare: 0.9,
    fit: roundFit,
    onRound: (round) => seen.push(round),
    ...settings,
  });
  return { ...from, measurements, seen };
}

describe('runAim', () => {
  it.each([0.001, 0.004, 0.02])(
    'never has a model above %d MB, and only a share of it while that share is not spent',
    async (limit) => {
      const { measurements, seen } = await run(0.5, { modelSizeMb: limit });
      for (const { model, spent } of seen) {
        const cells = model.cliques.reduce((sum, clique) => sum + cellsOf(sizes, clique), 0);
        const least = modelSizeMb(sizes, []);
        expect((8 * cells) / 2 ** 20).toBeLessThanOrEqual(Math.max(limit * spent, least) * (1 + 1e-9));
      }
      expect(
        modelSizeMb(
          sizes,
          measurements.map(({ set }) => set),
        ),
      ).toBeLessThanOrEqual(limit);
    },
  );

  it.each([1, 3])(
    'ends after a bounded number of rounds, with nothing left to spend, %d sets a round',
    async (batch) => {
      for (const rho of [0.001, 0.2]) {
        const { seen, selections, left } = await run(rho, { batch });
        // No round costs less than ρ / rounds, whatever is annealed; the last takes what remains.
        expect(selections()).toBeLessThanOrEqual(30);
        expect(seen.length).toBeLessThanOrEqual(Math.ceil(30 / batch));
        expect(left() / rho).toBeLessThan(1e-6);
        for (let at = 1; at + 1 < seen.length; at++)
          expect(seen[at]?.sigma).toBeLessThanOrEqual(seen[at - 1]?.sigma as number);
      }
    },
  );

  it('measures no set twice in one round, and finds first what the model is most wrong about', async () => {
    const { seen } = await run(5, { batch: 3 });
    for (const { sets } of seen) expect(new Set(sets.map((set) => set.join())).size).toBe(sets.length);
    // Column 1 follows column 0 and column 4 follows column 2: by far the strongest ties of two columns.
    const first = seen.slice(0, 2).flatMap(({ sets }) => sets);
    expect(first.some((set) => set.includes(0) && set.includes(1))).toBe(true);
    expect(first.some((set) => set.includes(2) && set.includes(4))).toBe(true);
  });

  it('stops between steps of a fit when told to', async () => {
    const stop = new AbortController();
    const cancelled = run(1, {
      signal: stop.signal,
      onRound: ({ spent }) => spent > 0.2 && stop.abort(new Error('enough')),
    });
    await expect(cancelled).rejects.toThrow('enough');
  });
});

function invented(): Uint8Array[] {
  const random = publishedRandom('records for aim');
  const made = sizes.map(() => new Uint8Array(rows));
  for (let row = 0; row < rows; row++) {
    const codes = sizes.map((size) => random.below(size));
    if (random.unit() < 0.9) codes[1] = (codes[0] as number) % 3;
    if (random.unit() < 0.9) codes[4] = (codes[2] as number) % 5;
    if (random.unit() < 0.3) codes[6] = codes[0] as number;
    for (const [at, column] of made.entries()) column[row] = codes[at] as number;
  }
  return made;
}

function countsOf(set: ColumnSet): Float64Array {
  const counts = new Float64Array(cellsOf(sizes, set));
  for (let row = 0; row < rows; row++) {
    const cell = set.reduce((key, column) => key * (sizes[column] as number) + (columns[column]?.[row] as number), 0);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}
