import type { Hierarchy } from '../columns/declared-domain.ts';
import type { Domains } from '../results/types.ts';

/** How columns are banded: those of fewer codes stay as they are, others are cut into about so many bands of equal weight. */
export interface Banding {
  readonly fewestCodes: number;
  readonly bands: number;
}

const usualBanding: Banding = { fewestCodes: 24, bands: 20 };
const coarseBanding: Banding = { fewestCodes: 14, bands: 14 };
/** Noise share of an average column from which pairs of usual bands would mostly be noise. */
const coarseFrom = 0.05;

/**
 * The banding for columns that are known with so much noise: coarse where the budget is small, so that pairs and a third
 * column beside them still tell something.
 *
 * @param noise share of the records by which an average column is off
 */
export function bandingFor(noise: number): Banding {
  return noise > coarseFrom ? coarseBanding : usualBanding;
}

/**
 * Bands for columns of many codes that have no declared parent: neighbouring codes of roughly equal weight together, a code
 * that is heavy by itself alone. Where codes have an order, pairs of bands tell most of what pairs of codes would, at a
 * fraction of the noise; where they have none, bands tell little and are not chosen.
 *
 * @param estimates published counts per column
 */
export function bandsFor(
  domains: Domains,
  hierarchies: readonly Hierarchy[],
  estimates: readonly ArrayLike<number>[],
  { fewestCodes, bands }: Banding = usualBanding,
): Hierarchy[] {
  const grouped = new Set(
    hierarchies.filter(({ parent }) => Object.hasOwn(domains, parent)).map(({ column }) => column),
  );
  const names = new Set(Object.keys(domains));
  const found: Hierarchy[] = [];
  for (const [at, [column, codes]] of Object.entries(domains).entries()) {
    if (codes.length < fewestCodes || grouped.has(column)) continue;
    const { groups, groupOf } = bandsOf(estimates[at] as ArrayLike<number>, bands);
    if (groups < 2 || groups >= codes.length) continue;
    let parent = `${column} band`;
    while (names.has(parent)) parent += "'";
    names.add(parent);
    found.push({ column, parent, groups: Array.from({ length: groups }, (_, group) => String(group + 1)), groupOf });
  }
  return found;
}

/** At most about `most` runs of neighbouring codes; counts below zero weigh nothing. */
export function bandsOf(counts: ArrayLike<number>, most: number): { groups: number; groupOf: number[] } {
  let total = 0;
  for (let code = 0; code < counts.length; code++) total += Math.max(0, counts[code] as number);
  const share = total / most;
  const groupOf: number[] = [];
  let group = 0;
  let filled = 0;
  for (let code = 0; code < counts.length; code++) {
    const weight = Math.max(0, counts[code] as number);
    if (filled > 0 && (filled + weight / 2 > share || weight > share)) {
      group += 1;
      filled = 0;
    }
    groupOf.push(group);
    filled += weight;
  }
  return { groups: group + 1, groupOf };
}
