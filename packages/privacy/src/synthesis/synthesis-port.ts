import type { Hierarchy } from '../columns/declared-domain.ts';
import { type Rational, rational, rationalToNumber } from '../rational.ts';
import type { Domains, PublishedMeasurement } from '../results/types.ts';
import type { MarginalOracle } from './aim.ts';

/** What a driver may know of the data: the adaptive measurer, as far as drivers need it. */
export interface SynthesisPort {
  readonly domains: Domains;
  remaining(): Rational;
  measure(
    queries: readonly { readonly set: readonly string[]; readonly variance: bigint }[],
  ): Promise<readonly PublishedMeasurement[]>;
  select(request: {
    readonly candidates: readonly {
      readonly set: readonly string[];
      readonly estimate: () => ArrayLike<number>;
      readonly weight: number;
      readonly penalty: number;
    }[];
    readonly epsilon: Rational;
  }): Promise<number>;
  group(hierarchy: Hierarchy): void;
  groups(): readonly Hierarchy[];
}

/** Steps of the selection's ε: a multiple of 2^-40 keeps fractions short. */
const epsilonSteps = 2 ** 40;

/**
 * A port seen over axis numbers and doubles. Variances are rounded up and ε is rounded down, so that what is asked for in
 * doubles is never more than was meant to be spent.
 *
 * @param names of the axes, by number
 */
export function oracleOver(port: SynthesisPort, names: readonly string[]): MarginalOracle {
  const named = (set: readonly number[]) => set.map((axis) => names[axis] as string);
  return {
    remaining: () => rationalToNumber(port.remaining()),
    async measure(sets, variance) {
      const exact = BigInt(Math.max(1, Math.ceil(variance)));
      const measured = await port.measure(sets.map((set) => ({ set: named(set), variance: exact })));
      return measured.map(({ values }) => ({ values, variance: Number(exact) }));
    },
    select(candidates, epsilon) {
      return port.select({
        candidates: candidates.map((candidate) => ({ ...candidate, set: named(candidate.set) })),
        epsilon: rational(BigInt(Math.floor(epsilon * epsilonSteps)), BigInt(epsilonSteps)),
      });
    },
  };
}
