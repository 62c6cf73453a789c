/**
 * The measurement layer audited in one run: one table with a cell for every canary, each in by the toss of a coin, all of it
 * measured once. What is claimed for Gaussian noise is a curve of (ε, δ) (Balle and Wang 2018); the audit tests it at the δ
 * that makes the paper's correction for this many canaries small.
 */
import { gaussianDelta } from '../accounting/gaussian-delta.ts';
import { type CaseTable, caseTable } from '../columns/case-table.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import { rationalOfNumber } from '../rational.ts';
import { planTables } from '../residual/plan.ts';
import { answersFrom } from '../results/answers.ts';
import type { Domains, PublishedMeasurement } from '../results/types.ts';
import { auditOneRun, oneRunChance, oneRunEpsilon } from './one-run.ts';
import type { MeasureWorld } from './practice.ts';
import { type Finding, finding } from './verdicts.ts';

export interface OnceAudit {
  readonly measure: MeasureWorld;
  /** Coins that decide which canaries are in. */
  readonly random: RandomBytes;
  /** Canaries are the square of this; 256 when absent. */
  readonly side?: number;
  /** Most probability of failing although nothing is wrong; 0.01 when absent. */
  readonly miss?: number;
}

/** What is claimed: Gaussian noise of √(2ρ) = 0.4. The distance at which 65,536 canaries tell 0.4 from 0.8 best. */
const claimed = 0.4;
const mostGuesses = 2000;

/**
 * One finding, `canary-one-run`: the lower bound on ε from one run of side² canaries is at most what is claimed. Two
 * attackers look at the run: one guesses by the size of a canary's cell, the other by whether it differs from the value that
 * most cells have, which noise on every cell leaves without meaning.
 */
export async function auditMeasurementOnce({ measure, random, side = 256, miss = 0.01 }: OnceAudit): Promise<Finding> {
  const canaries = side * side;
  const names = ['one', 'other'];
  const codes = Array.from({ length: side }, (_, at) => `reserved-${at}`);
  const domains: Domains = Object.fromEntries(names.map((name) => [name, codes]));
  const plan = planTables({ domains, tables: [{ set: names }], rho: rationalOfNumber((claimed * claimed) / 2) });
  const found = await auditOneRun({
    canaries,
    guesses: Math.min(mostGuesses, 2 * Math.floor(canaries / 4)),
    random,
    run: async (included) => {
      const measured = await measure(plan, worldOf(domains, included, side));
      const sizes = cellsOf(domains, names, measured);
      const common = commonest(sizes);
      return [sizes, sizes.map((size) => (size === common ? 0 : 1))];
    },
  });
  // What may be given away outright by (ε, δ) is then an eighth of a canary among all.
  const delta = 1 / (16 * canaries);
  const epsilon = epsilonAt(claimed, delta);
  const bounds = found.map((guesses) => oneRunEpsilon(guesses, delta, miss / found.length));
  const best = found.reduce((most, guesses) => (guesses.right > most.right ? guesses : most));
  return finding('canary-one-run', Math.max(...bounds), epsilon, miss, {
    canaries,
    guessed: best.guessed,
    right: best.right,
    delta,
    chance: oneRunChance(best, epsilon, delta),
  });
}

function cellsOf(domains: Domains, names: readonly string[], measured: readonly PublishedMeasurement[]): Float64Array {
  const cohort = { id: 'practice', period: 'practice', batch: 1, late: false };
  return answersFrom({
    format: 'casebridge-measurements-1',
    domains,
    tables: [names],
    structuralZeros: {},
    cohorts: [cohort],
    measurements: measured.map((one) => ({ ...one, cohort: cohort.id })),
  }).table(names, [cohort.id]).estimate;
}

function commonest(values: Float64Array): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function worldOf(domains: Domains, included: readonly boolean[], side: number): CaseTable {
  const cells = included.flatMap((is, cell) => (is ? [cell] : []));
  return caseTable(domains, {
    one: Uint8Array.from(cells, (cell) => Math.floor(cell / side)),
    other: Uint8Array.from(cells, (cell) => cell % side),
  });
}

/** The least ε at which Gaussian noise of distance μ has a δ no larger than this. */
function epsilonAt(mu: number, delta: number): number {
  let [low, high] = [0, 64];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (gaussianDelta(1 / mu, middle) > delta) low = middle;
    else high = middle;
  }
  return high;
}
