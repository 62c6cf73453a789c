import type { Hierarchy } from '../columns/declared-domain.ts';
import type { Domains } from '../results/types.ts';

/** Columns of fewer codes are measured as they are. */
const fewestCodes = 24;
/** Bands of about equal weight that a column is cut into. */
const usualBands = 20;

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
): Hierarchy[] {
  const grouped = new Set(
    hierarchies.filter(({ parent }) => Object.hasOwn(domains, parent)).map(({ column }) => column),
  );
  const names = new Set(Object.keys(domains));
  const found: Hierarchy[] = [];
  for (const [at, [column, codes]] of Object.entries(domains).entries()) {
    if (codes.length < fewestCodes || grouped.has(column)) continue;
    const { groups, groupOf } = bandsOf(estimates[at] as ArrayLike<number>, usualBands);
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
