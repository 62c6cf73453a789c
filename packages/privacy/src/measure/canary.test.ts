import { beforeAll, describe, expect, it } from 'vitest';
import { rhoOf } from '../accounting/zcdp.ts';
import { type CaseTable, caseTable } from '../columns/case-table.ts';
import { memoryMarginals } from '../count/memory.ts';
import { openLedger } from '../ledger/ledger.ts';
import { memoryLedgerStorage } from '../ledger/memory-storage.ts';
import type { Grant } from '../ledger/types.ts';
import { readProtected } from '../protected.ts';
import { type RandomBytes, unsafeTestRandom } from '../random/random-bytes.ts';
import { multiplyRational, type Rational, rational, rationalToNumber } from '../rational.ts';
import { planTables, type TablePlan } from '../residual/plan.ts';
import { residualTransform } from '../residual/transform.ts';
import { normalQuantile } from '../results/normal.ts';
import { sizesOf } from '../results/sets.ts';
import type { Domains, PublishedMeasurement } from '../results/types.ts';
import { measureTables } from './tables.ts';

// The audit of a mechanism from outside: it is run many times on a data set and on the same data set with one more record,
// a canary of codes that nobody else has, by an attacker who knows everything but whether the canary is in. How well he
// tells the two apart is a lower bound on what was given away, and must not exceed what the ledger was charged. Then the
// mechanism is broken on purpose, and the audit must notice each time.
//
// Rates are bounded by Clopper and Pearson at 97.5 % each, at thresholds fixed beforehand. A sound mechanism that spends
// all it declares goes over μ = √(2ρ) in about 3 of 1,000 seeds.
const runs = 1_600;
const delta = 1e-6;
const reserved = 'reserved';
const domains: Domains = {
  sex: ['female', 'male', '?unknown', reserved],
  purpose: ['labour', 'sexual', 'other', '?unknown', reserved],
  fishing: ['no', 'yes', reserved],
};
const names = Object.keys(domains);
const pairs = names.flatMap((name, at) => names.slice(at + 1).map((other) => [name, other]));
type Case = readonly number[];
const canary: Case = names.map((name) => (domains[name] as readonly string[]).length - 1);
const others: readonly Case[] = Array.from({ length: 60 }, (_, at) => [at % 3, (at * at) % 4, (at >> 2) % 2]);
const withCanary: readonly Case[] = [...others, canary];

describe.each([1, 0.5])('measureTables, audited from outside at ε %d', (epsilon) => {
  it('gives one record away no better than the ledger was charged for, and nearly so', async () => {
    const { plan, claimed } = claimOf(epsilon);
    const observe = await observer(plan, `sound ${epsilon}`);
    const found = compare(
      await scores(plan, () => observe(others)),
      await scores(plan, () => observe(withCanary)),
      plan,
    );
    expect(found.epsilon).toBeLessThanOrEqual(epsilon);
    expect(found.mu).toBeLessThanOrEqual(claimed);
    // The attacker is worth his name: he finds all there is to find.
    expect(found.muHigh).toBeGreaterThan(claimed);
  });
});

describe('the audit of a broken mechanism', () => {
  const epsilon = 1;
  const { plan, rho, claimed } = claimOf(epsilon);
  let observe: Observe;
  let absent: readonly number[];
  beforeAll(async () => {
    observe = await observer(plan, 'broken');
    absent = await scores(plan, () => observe(others));
  });

  it('catches a record that counts twice', async () => {
    const found = compare(absent, await scores(plan, () => observe([...withCanary, canary])), plan);
    expect(found.mu).toBeGreaterThan(claimed);
  });

  it('catches noise a quarter of what was paid for', async () => {
    const loud = planFor(multiplyRational(rho, rational(16)));
    const quiet = await observer(loud, 'quiet');
    const found = compare(await scores(loud, () => quiet(others)), await scores(loud, () => quiet(withCanary)), loud);
    expect(found.mu).toBeGreaterThan(claimed);
    expect(found.epsilon).toBeGreaterThan(epsilon);
  });

  it('catches noise that is used again the year after, and finds fresh noise sound', async () => {
    // What the attacker sees: this year's release less last year's, which nobody but the canary came between.
    const grown = async (cases: readonly Case[], seeds: readonly [string, string]) => {
      const before = await observe(others, unsafeTestRandom(seeds[0]));
      const after = await observe(cases, unsafeTestRandom(seeds[1]));
      return after.map((one, set) => ({
        ...one,
        values: one.values.map((value, at) => value - valueAt(before[set]?.values, at)),
      }));
    };
    let seed = 0;
    const release = (cases: readonly Case[], again: boolean) => () => {
      seed += 1;
      return grown(cases, [`last ${seed}`, `${again ? 'last' : 'this'} ${seed}`]);
    };
    const few = 600;
    const judged = async (again: boolean) =>
      compare(
        await scores(plan, release(others, again), few),
        await scores(plan, release(withCanary, again), few),
        plan,
        [],
      );
    expect((await judged(false)).mu).toBeLessThanOrEqual(claimed);
    const reused = await judged(true);
    expect(reused.mu).toBeGreaterThan(claimed);
    expect(reused.epsilon).toBeGreaterThan(epsilon);
  });

  it('catches codes taken from the data, where declared ones publish one shape whoever is in', async () => {
    const shape = (measured: readonly PublishedMeasurement[]) =>
      measured.map(({ set, variance, values }) => `${set.join()} ${variance} ${values.length}`);
    expect(shape(await observe(withCanary))).toEqual(shape(await observe(others)));
    const inferred = (cases: readonly Case[]) => {
      const codes = (name: string, column: number) =>
        (domains[name] ?? []).filter((_, code) => cases.some((one) => one[column] === code));
      const seen = Object.fromEntries(names.map((name, column) => [name, codes(name, column)]));
      return planTables({ domains: seen, tables: pairs.map((set) => ({ set })), rho }).sets;
    };
    expect(inferred(withCanary)).not.toEqual(inferred(others));
  });
});

describe('the bounds of the audit', () => {
  it('are those of the published vectors', () => {
    const epsilonOf = (hits: number, alarms: number, allowed: number) =>
      Math.log((lowest(hits, 1000) - allowed) / highest(alarms, 1000));
    expect(epsilonOf(500, 0, 0)).toBeCloseTo(4.846162, 5);
    expect(epsilonOf(300, 50, 1e-6)).toBeCloseTo(1.424396, 5);
    expect(epsilonOf(550, 450, 0)).toBeCloseTo(0.0743, 4);
  });
});

type Observe = (cases: readonly Case[], random?: RandomBytes) => Promise<readonly PublishedMeasurement[]>;

interface Finding {
  /** Lower bound on ε at δ. */
  readonly epsilon: number;
  /** Lower and upper bound on the distance of two normal distributions as hard to tell apart. */
  readonly mu: number;
  readonly muHigh: number;
}

function claimOf(epsilon: number) {
  const rho = rhoOf(epsilon, delta);
  return { rho, plan: planFor(rho), claimed: Math.sqrt(2 * rationalToNumber(rho)) };
}

/** What the attacker makes of many runs of one world. */
async function scores(
  plan: TablePlan,
  run: () => Promise<readonly PublishedMeasurement[]>,
  times = runs,
): Promise<readonly number[]> {
  const attack = attackOn(plan);
  const found: number[] = [];
  for (let at = 0; at < times; at++) found.push(attack(await run()));
  return found;
}

/** Bounds on what was told apart. `known` is what the attacker knows to be counted in both worlds. */
function compare(
  absent: readonly number[],
  present: readonly number[],
  plan: TablePlan,
  known: readonly Case[] = others,
): Finding {
  const attack = attackOn(plan);
  const base = attack(exactResiduals(plan, known));
  const shift = attack(exactResiduals(plan, [canary]));
  const [middle, far] = [base + shift / 2, base + shift + Math.sqrt(shift)];
  const above = (values: readonly number[], threshold: number) => values.filter((value) => value > threshold).length;
  const bound = (threshold: number) =>
    Math.log(
      Math.max(0, lowest(above(present, threshold), present.length) - delta) /
        highest(above(absent, threshold), absent.length),
    );
  const [hits, alarms] = [above(present, middle), above(absent, middle)];
  return {
    epsilon: Math.max(0, bound(middle), bound(far)),
    mu: quantile(lowest(hits, present.length)) - quantile(highest(alarms, absent.length)),
    muHigh: quantile(highest(hits, present.length)) - quantile(lowest(alarms, absent.length)),
  };
}

/** The likelihood ratio's logarithm, up to a constant: the measured values along the canary's, each over its variance. */
function attackOn(plan: TablePlan): (measured: readonly PublishedMeasurement[]) => number {
  const directions = exactResiduals(plan, [canary]);
  return (measured) =>
    measured.reduce((sum, { values }, at) => {
      const direction = directions[at];
      if (!direction) throw new RangeError('another plan was measured');
      let along = 0;
      for (let i = 0; i < values.length; i++) along += valueAt(values, i) * valueAt(direction.values, i);
      return sum + along / Number(plan.sets[at]?.variance);
    }, 0);
}

function exactResiduals(plan: TablePlan, cases: readonly Case[]): PublishedMeasurement[] {
  return plan.sets.map(({ set, variance }) => {
    const sizes = sizesOf(domains, set);
    const cells = new Float64Array(sizes.reduce((product, size) => product * size, 1));
    for (const one of cases) {
      const cell = set.reduce(
        (index, name, at) => index * (sizes[at] as number) + (one[names.indexOf(name)] as number),
        0,
      );
      cells[cell] = valueAt(cells, cell) + 1;
    }
    residualTransform(cells, sizes);
    return { cohort: 'exact', set, kind: 'residual', values: cells, variance: variance.toString() };
  });
}

function planFor(rho: Rational): TablePlan {
  return planTables({ domains, tables: pairs.map((set) => ({ set })), rho });
}

/** Measures case lists, each as a cohort of its own under one grant. */
async function observer(plan: TablePlan, seed: string): Promise<Observe> {
  const random = unsafeTestRandom(`canary ${seed}`);
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
  });
  let grant: Grant | null = null;
  let used = 0;
  const block = 500;
  let turn = 0;
  return async (cases, noise = random) => {
    if (!grant || used === block) {
      turn += 1;
      used = 0;
      const scope = Array.from({ length: block }, (_, at) => `2015.${turn * block + at}`);
      grant = await ledger.request({
        scope,
        rho: plan.rho,
        budget: plan.rho,
        purpose: 'audit',
        recipe: '1'.repeat(64),
        mechanism: 'discrete-gaussian',
        sets: plan.sets,
        snapshot: '2'.repeat(64),
        unit: 'record',
      });
    }
    const id = grant.scope[used] as string;
    used += 1;
    const cohort = { id, period: '2015', batch: 1, late: false };
    return readProtected(await measureTables(plan, memoryMarginals(tableOf(cases)), cohort, grant, noise));
  };
}

function tableOf(cases: readonly Case[]): CaseTable {
  return caseTable(
    domains,
    Object.fromEntries(names.map((name, at) => [name, Uint8Array.from(cases, (one) => one[at] as number)])),
  );
}

function valueAt(values: ArrayLike<number> | undefined, at: number): number {
  return values?.[at] ?? Number.NaN;
}

function quantile(share: number): number {
  return normalQuantile(Math.min(1 - 1e-15, Math.max(1e-15, share)));
}

/** Clopper and Pearson's bounds at 97.5 % each: the share under which as many hits, or as few, are one in forty. */
function lowest(hits: number, of: number): number {
  return hits === 0 ? 0 : bisected((share) => 1 - atMost(hits - 1, of, share) - 0.025);
}

function highest(hits: number, of: number): number {
  return hits === of ? 1 : bisected((share) => 0.025 - atMost(hits, of, share));
}

function bisected(rising: (share: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P[Bin(n, p) ≤ k]. */
function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  const step = Math.log(p) - Math.log1p(-p);
  let term = n * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let i = 1; i <= k; i++) {
    term += Math.log((n - i + 1) / i) + step;
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
