/**
 * The k-marginal score of NIST's SDNist (1000 is perfect): 500 × (2 − mean L1 distance over all two-way densities). With a
 * group column (PUMA in the census excerpts) the densities are those within each group, and groups count alike; a group
 * that one side lacks is at distance 1, as in SDNist. SDNist draws a hundred pairs of columns at random, and a column may be
 * drawn with itself; here all distinct pairs are taken, and what its draw gives on average is stated beside it.
 */
import type { Marginals } from '../count/marginals.ts';
import { canonicalSet } from '../results/sets.ts';
import { axisOf } from './column-sets.ts';
import { checkSameDomains } from './workload-error.ts';

export interface KMarginal {
  /** 0 to 1000, over all distinct pairs. */
  readonly score: number;
  /** The mean of what SDNist's random draw prints: a column comes with itself once in as many draws as there are columns. */
  readonly asDrawn: number;
  readonly pairs: number;
  /** Scores of the groups; empty without a group column. */
  readonly groups: readonly { readonly value: string; readonly score: number }[];
}

/** Scores two sources of one (binned) domain. RangeError: other domains, no such group column, or fewer than two columns. */
export async function kMarginal(real: Marginals, other: Marginals, group: string | null = null): Promise<KMarginal> {
  checkSameDomains(real, other);
  const { domains } = real;
  const names = Object.keys(domains).filter((name) => name !== group);
  if (names.length < 2) throw new RangeError('a k-marginal score needs two columns');
  const fixed = group === null ? [] : [group];
  const codes = group === null ? [''] : (domains[group] ?? []);
  const pairs = names.flatMap((a, at) => names.slice(at + 1).map((b) => canonicalSet(domains, [...fixed, a, b])));
  const singles = names.map((name) => canonicalSet(domains, [...fixed, name]));
  const sets = [fixed, ...pairs, ...singles];
  const sums = [new Float64Array(codes.length), new Float64Array(codes.length)] as const;
  const others = other.counts(sets)[Symbol.asyncIterator]();
  let totals: readonly [ArrayLike<number>, ArrayLike<number>] | undefined;
  for await (const { set, cells } of real.counts(sets)) {
    const next = await others.next();
    if (next.done) throw new RangeError('the second source left out a table');
    totals ??= [cells, next.value.cells];
    if (set.length === fixed.length) continue;
    const inner = group === null ? cells.length : axisOf(domains, set, group).inner;
    addDistances(set.length === fixed.length + 2 ? sums[0] : sums[1], cells, next.value.cells, totals, inner);
  }
  const [n, m] = totals ?? [[], []];
  const present = [...codes.keys()].filter((code) => (n[code] as number) > 0 || (m[code] as number) > 0);
  const [ofPairs, ofSingles] = sums;
  const scoreOf = (distance: (code: number) => number) =>
    500 * (2 - present.reduce((sum, code) => sum + distance(code), 0) / present.length);
  const drawn = (code: number) => (2 * (ofPairs[code] as number) + (ofSingles[code] as number)) / names.length ** 2;
  return {
    score: scoreOf((code) => (ofPairs[code] as number) / pairs.length),
    asDrawn: scoreOf(drawn),
    pairs: pairs.length,
    groups:
      group === null
        ? []
        : present.map((code) => ({
            value: codes[code] as string,
            score: 500 * (2 - (ofPairs[code] as number) / pairs.length),
          })),
  };
}

/** Adds each group's L1 distance of one table; the group axis has `inner` cells behind it. */
function addDistances(
  sums: Float64Array,
  real: ArrayLike<number>,
  other: ArrayLike<number>,
  [n, m]: readonly [ArrayLike<number>, ArrayLike<number>],
  inner: number,
): void {
  for (let at = 0; at < real.length; at++) {
    const code = Math.floor(at / inner) % sums.length;
    const x = n[code] === 0 ? 0 : (real[at] as number) / (n[code] as number);
    const y = m[code] === 0 ? 0 : (other[at] as number) / (m[code] as number);
    sums[code] = (sums[code] as number) + Math.abs(x - y);
  }
}
