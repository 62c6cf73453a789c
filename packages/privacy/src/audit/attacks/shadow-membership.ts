/**
 * Membership inference with shadow runs (Stadler, Oprisanu and Troncoso, 2022, USENIX Security; likelihood ratios as in
 * Carlini et al., 2022, IEEE S&P; query answers as features as in Houssiau et al., 2022, TAPAS). The attacker knows every
 * record but whether the target is among them, and can run the synthesiser. Each run takes each target in or leaves it out
 * at random, half of the runs each; the features of a target are the shares of synthetic records that agree with it in
 * random sets of up to three columns. Per target, Gaussians of equal variance are fitted to the other runs with and without
 * it, and the logarithm of their ratio scores the run that was left out. Having the target can only raise the share of
 * records like it, so differences of means below zero count as none.
 *
 * What is attacked is the synthesiser at these settings on these records; the published file is one run of it.
 */
import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import { joinTables, rowsOf } from './attack-input.ts';
import { chance } from './chance.ts';
import { type RankingQuality, rankingQuality } from './ranking.ts';
import { type Rate, wilsonRate } from './rates.ts';

/** Synthetic records from records, with fresh noise in every run. */
export type Synthesiser = (records: CaseTable, run: number, signal?: AbortSignal) => Promise<CaseTable>;

export interface ShadowMembership {
  readonly targets: number;
  readonly runs: number;
  readonly queries: number;
  readonly ranking: RankingQuality;
  /** False positive rate aimed at, and the one at the threshold with its interval. */
  readonly falsePositives: Rate;
  readonly truePositives: Rate;
  /** No attack on an (ε, δ)-private synthesiser has more true positives in expectation, at the upper end of the false ones. */
  readonly bound: number;
}

export interface ShadowOptions {
  /** Share of false positives aimed at. */
  readonly falsePositiveRate?: number;
  readonly runs?: number;
  readonly queries?: number;
  readonly seed: string;
  readonly epsilon: number;
  readonly delta: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void | Promise<void>;
}

/**
 * Attacks `synthesise` for each row of `targets`, which are not among `others`.
 * RangeError: fewer than 8 runs, an odd number of them, or no target.
 */
export async function shadowMembership(
  others: CaseTable,
  targets: CaseTable,
  synthesise: Synthesiser,
  options: ShadowOptions,
): Promise<ShadowMembership> {
  const { runs = 64, queries = 100, falsePositiveRate = 0.01, seed, signal, onProgress } = options;
  if (runs < 8 || runs % 2 !== 0) throw new RangeError('shadow runs are an even number, at least 8');
  if (targets.rows === 0) throw new RangeError('an attack on membership needs a target');
  const random = chance(seed, 'shadow runs');
  const members = Array.from({ length: targets.rows }, () => {
    const inside = new Uint8Array(runs);
    for (const run of random.sample(runs, runs / 2)) inside[run] = 1;
    return inside;
  });
  const sets = Array.from({ length: queries }, () => [
    ...random.sample(targets.columns.length, 1 + random.below(Math.min(3, targets.columns.length))),
  ]);
  const features = members.map(() => [] as Float64Array[]);
  for (let run = 0; run < runs; run++) {
    signal?.throwIfAborted();
    await onProgress?.(run / runs);
    const chosen = members.flatMap((inside, target) => (inside[run] === 1 ? [target] : []));
    const records = joinTables([others, rowsOf(targets, chosen)]);
    const synthetic = await synthesise(records, run, signal);
    for (const [target, seen] of features.entries()) seen.push(answersLike(synthetic, targets, target, sets));
  }
  const inScores: number[] = [];
  const outScores: number[] = [];
  for (const [target, seen] of features.entries()) {
    const inside = members[target] as Uint8Array;
    for (let run = 0; run < runs; run++) {
      (inside[run] === 1 ? inScores : outScores).push(logLikelihoodRatio(seen, inside, run));
    }
  }
  const threshold = [...outScores].sort((a, b) => b - a)[Math.floor(falsePositiveRate * outScores.length)] as number;
  const above = (scores: readonly number[]) => scores.filter((score) => score > threshold).length;
  const falsePositives = wilsonRate(above(outScores), outScores.length);
  return {
    targets: targets.rows,
    runs,
    queries,
    ranking: rankingQuality(inScores, outScores),
    falsePositives,
    truePositives: wilsonRate(above(inScores), inScores.length),
    bound: mostTruePositives(falsePositives.upper, options.epsilon, options.delta),
  };
}

/** `min(e^ε·f + δ, 1 − e^−ε·(1 − δ − f))`: the trade-off of an (ε, δ)-private mechanism (Kairouz, Oh and Viswanath, 2015). */
export function mostTruePositives(falsePositives: number, epsilon: number, delta: number): number {
  const one = Math.exp(epsilon) * falsePositives + delta;
  const other = 1 - Math.exp(-epsilon) * (1 - delta - falsePositives);
  return Math.max(0, Math.min(1, one, other));
}

/** Shares of synthetic records that agree with the target in each set of columns. */
function answersLike(
  synthetic: CaseTable,
  targets: CaseTable,
  target: number,
  sets: readonly (readonly number[])[],
): Float64Array {
  const answers = new Float64Array(sets.length);
  for (const [at, set] of sets.entries()) {
    const terms = set.map((column) => ({
      codes: synthetic.columns[column] as CodeColumn,
      code: (targets.columns[column] as CodeColumn)[target] as number,
    }));
    const [a, b, c] = terms;
    if (!a) continue;
    let count = 0;
    for (let row = 0; row < synthetic.rows; row++) {
      if (a.codes[row] !== a.code) continue;
      if (b && b.codes[row] !== b.code) continue;
      if (c && c.codes[row] !== c.code) continue;
      count++;
    }
    answers[at] = count / Math.max(1, synthetic.rows);
  }
  return answers;
}

function logLikelihoodRatio(seen: readonly Float64Array[], inside: Uint8Array, left: number): number {
  const queries = (seen[0] as Float64Array).length;
  let score = 0;
  for (let query = 0; query < queries; query++) {
    const sums = [0, 0];
    const squares = [0, 0];
    const counts = [0, 0];
    for (const [run, answers] of seen.entries()) {
      if (run === left) continue;
      const group = inside[run] as number;
      const value = answers[query] as number;
      sums[group] = (sums[group] as number) + value;
      squares[group] = (squares[group] as number) + value * value;
      counts[group] = (counts[group] as number) + 1;
    }
    const [outMean, inMean] = [0, 1].map((group) => (sums[group] as number) / (counts[group] as number)) as [
      number,
      number,
    ];
    const within = [0, 1].reduce(
      (sum, group) => sum + (squares[group] as number) - (sums[group] as number) ** 2 / (counts[group] as number),
      0,
    );
    const variance = Math.max(within, 0) / (seen.length - 3) + 1e-12;
    const difference = Math.max(0, inMean - outMean);
    score += (difference * (((seen[left] as Float64Array)[query] as number) - (inMean + outMean) / 2)) / variance;
  }
  // Answers of one record depend on each other: as independent ones they would count many times over.
  return score / queries;
}
