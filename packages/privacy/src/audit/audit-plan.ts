/**
 * The very plan of a release, tried once on worlds that are no persons': what every set costs, worked out from what one
 * record moves; whether the noise has the variance that was paid for; whether any of it is used twice; whether what is
 * published has one shape whoever is in.
 */
import type { CaseTable } from '../columns/case-table.ts';
import { compareRational, type Rational, rational, rationalToNumber, sumRationals } from '../rational.ts';
import type { TablePlan } from '../residual/plan.ts';
import { cellCount, setKey, sizesOf } from '../results/sets.ts';
import type { PublishedMeasurement } from '../results/types.ts';
import { exactMeasurement } from './canary-score.ts';
import { type Noise, noiseOf, noiseReuse, noiseSize } from './noise-check.ts';
import type { MeasureWorld } from './practice.ts';
import { type Finding, finding } from './verdicts.ts';

export interface PlanAudit {
  readonly plan: TablePlan;
  /** Two worlds over the plan's domains: any two. */
  readonly worlds: readonly [CaseTable, CaseTable];
  readonly measure: MeasureWorld;
  /** Probability of each alarm by chance when nothing is wrong; 1e-6 when absent. */
  readonly miss?: number;
  readonly signal?: AbortSignal;
}

/** Noise values to see at least, so that a variance 15 % off shows. */
const enoughValues = 2000;

/** Four findings: `plan-cost`, `plan-noise`, `plan-noise-reused` and `plan-shape`. */
export async function auditPlan(audit: PlanAudit): Promise<readonly Finding[]> {
  const { plan, worlds, measure, miss = 1e-6, signal } = audit;
  const values = plan.sets.reduce((sum, { set }) => sum + cellCount(sizesOf(plan.domains, set)), 0);
  const rounds = Math.ceil(enoughValues / Math.max(1, values));
  const noise: Noise[] = [];
  const changes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const pair: (readonly PublishedMeasurement[])[] = [];
    for (const world of worlds) {
      signal?.throwIfAborted();
      const measured = await measure(plan, world);
      pair.push(measured);
      noise.push(noiseOf(measured, world));
    }
    changes.push(shapeChanges(pair[0] ?? [], pair[1] ?? []));
  }
  return [
    planCost(plan),
    noiseSize('plan-noise', noise, miss),
    noiseReuse('plan-noise-reused', noise, miss),
    finding('plan-shape', Math.max(...changes), 0, 0, { sets: plan.sets.length }),
  ];
}

// Σ ‖Ξ e‖² / 2σ² over the sets, e one record in the first cell: every cell moves a residual by a vector of one length.
function planCost({ domains, sets, rho }: TablePlan): Finding {
  const cost = sumRationals(sets.map((planned) => costOf(planned, sizesOf(domains, planned.set), domains)));
  const ratio = rationalToNumber(cost) / rationalToNumber(rho);
  const isAbove = compareRational(cost, rho) > 0;
  return finding('plan-cost', isAbove ? Math.max(ratio, 1 + 2 ** -52) : Math.min(ratio, 1), 1, 0, {
    sets: sets.length,
    rho: rationalToNumber(rho),
  });
}

function costOf(
  { set, variance }: { readonly set: readonly string[]; readonly variance: bigint },
  sizes: readonly number[],
  domains: TablePlan['domains'],
): Rational {
  // A residual's transform is a product over its axes, so the length of what a record moves is one of its axes' lengths.
  const length = set.reduce((product, name, axis) => {
    const one: CaseTable = { variables: [name], domains, columns: [Uint8Array.of(0)], rows: 1 };
    const moved = exactMeasurement(one, { set: [name], kind: 'residual' });
    if (moved.length !== sizes[axis]) throw new RangeError(`'${name}' has another number of codes than its domain`);
    return product * moved.reduce((sum, value) => sum + BigInt(value) ** 2n, 0n);
  }, 1n);
  return rational(length, 2n * variance);
}

// How many sets differ in name, kind, variance or number of values.
function shapeChanges(a: readonly PublishedMeasurement[], b: readonly PublishedMeasurement[]): number {
  const shape = (one: PublishedMeasurement | undefined) =>
    one ? `${one.kind} ${setKey(one.set)} ${one.variance} ${one.values.length}` : '';
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => at).filter(
    (at) => shape(a[at]) !== shape(b[at]),
  ).length;
}
