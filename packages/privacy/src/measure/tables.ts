import type { Marginals } from '../count/marginals.ts';
import { consumeGrant } from '../ledger/grant.ts';
import type { Grant } from '../ledger/types.ts';
import { fillDiscreteGaussian } from '../noise/samplers.ts';
import { type Protected, protect } from '../protected.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import { compareRational, rational } from '../rational.ts';
import type { PlannedSet, TablePlan } from '../residual/plan.ts';
import { residualTransform } from '../residual/transform.ts';
import { sumDown } from '../results/axes.ts';
import { cellCount, joinNames, setKey, sizesOf } from '../results/sets.ts';
import type { Cohort, PublishedMeasurement } from '../results/types.ts';

export interface MeasureOptions {
  readonly signal?: AbortSignal;
  /** Called after each residual. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** SHA-256 (hex) of the recipe being carried out: the grant must have been debited for it. */
  readonly recipe?: string;
}

/**
 * Measures a plan's residuals on one cohort. The grant is checked and used up before any count is asked for; then the
 * published tables are counted, summed down to each residual set, transformed in exact integers, and noise of exactly the
 * planned variance is added. Counts do not outlive the call.
 * Refusal (exit 3): the grant does not cover this cohort and plan. RangeError: the marginals have other domains, or the
 * plan states a cost that its noise does not have.
 */
export async function measureTables(
  plan: TablePlan,
  marginals: Marginals,
  cohort: Cohort,
  grant: Grant,
  random: RandomBytes,
  options: MeasureOptions = {},
): Promise<Protected<readonly PublishedMeasurement[]>> {
  const { signal, onProgress, recipe } = options;
  checkDomains(plan, marginals);
  checkCosts(plan);
  const use = { cohorts: [cohort.id], sets: plan.sets, random };
  const spent = consumeGrant(grant, recipe === undefined ? use : { ...use, recipe });
  const sources = sourcesOf(plan);
  const bySource = new Map(sources.map(({ set, residuals }) => [setKey(set), residuals]));
  const measured = new Map<string, PublishedMeasurement>();
  for await (const { set: source, cells } of marginals.counts(
    sources.map(({ set }) => set),
    signal ? { signal } : {},
  )) {
    checkTotal(cells);
    for (const planned of bySource.get(setKey(source)) ?? []) {
      signal?.throwIfAborted();
      const values = noisyResidual(plan, planned, source, cells, random);
      const { set, variance } = planned;
      measured.set(setKey(set), { cohort: cohort.id, set, kind: 'residual', values, variance: variance.toString() });
      onProgress?.({ done: measured.size, total: plan.sets.length });
    }
  }
  return protect(
    plan.sets.map(({ set }) => {
      const measurement = measured.get(setKey(set));
      if (!measurement) throw new RangeError(`the marginals left out the set ${joinNames(set)}`);
      return measurement;
    }),
    spent,
  );
}

function noisyResidual(
  { domains }: TablePlan,
  { set, variance }: PlannedSet,
  source: readonly string[],
  counts: ArrayLike<number>,
  random: RandomBytes,
): Float64Array<ArrayBuffer> {
  const kept = source.map((name) => set.includes(name));
  const exact = sumDown(counts, sizesOf(domains, source), kept);
  residualTransform(exact, sizesOf(domains, set));
  const values = new Float64Array(exact.length);
  fillDiscreteGaussian(random, variance, values);
  for (let at = 0; at < values.length; at++) {
    const value = (values[at] as number) + (exact[at] as number);
    if (!Number.isSafeInteger(value)) throw new RangeError(`a value of ${joinNames(set)} left the exact integers`);
    values[at] = value;
  }
  exact.fill(0);
  return values;
}

/** The tables to count: the published ones that no other contains, each with the residuals that are summed from it. */
function sourcesOf({ domains, tables, sets }: TablePlan): { set: readonly string[]; residuals: PlannedSet[] }[] {
  const within = (a: readonly string[], b: readonly string[]) => a.every((name) => b.includes(name));
  const sources = tables
    .filter((table) => !tables.some((other) => other !== table && other.length > table.length && within(table, other)))
    .map((set) => ({ set, cells: cellCount(sizesOf(domains, set)), residuals: [] as PlannedSet[] }))
    .sort((a, b) => a.cells - b.cells);
  for (const planned of sets) sources.find(({ set }) => within(planned.set, set))?.residuals.push(planned);
  return sources.filter(({ residuals }) => residuals.length > 0);
}

function checkDomains(plan: TablePlan, { domains }: Marginals): void {
  for (const name of new Set(plan.tables.flat())) {
    const [planned, counted] = [plan.domains[name] ?? [], domains[name] ?? []];
    if (planned.length !== counted.length || planned.some((code, at) => code !== counted[at])) {
      throw new RangeError(`the plan and the marginals have different domains for '${name}'`);
    }
  }
}

/**
 * A plan is a plain object and the ledger charges what it says. What a residual costs follows from its codes and its noise:
 * one record moves it by a vector of squared length `Π c(c−1)`.
 */
function checkCosts({ domains, sets }: TablePlan): void {
  for (const { set, variance, rho } of sets) {
    const moved = sizesOf(domains, set).reduce((product, size) => product * BigInt(size) * BigInt(size - 1), 1n);
    if (compareRational(rho, rational(moved, 2n * variance)) !== 0) {
      throw new RangeError(`the plan states a cost of ${joinNames(set)} that its noise does not have`);
    }
  }
}

/** The exactness of the transform rests on fewer than 2^32 records. */
function checkTotal(cells: ArrayLike<number>): void {
  let total = 0;
  for (let at = 0; at < cells.length; at++) total += cells[at] as number;
  if (!(total < 2 ** 32)) throw new RangeError('a cohort has 2^32 records or more; split it');
}
