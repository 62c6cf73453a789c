import type { Hierarchy } from '../columns/declared-domain.ts';
import { fitModel } from '../pgm/fit-model.ts';
import type { LinearMeasurement } from '../pgm/linear-measurement.ts';
import type { Domains } from '../results/types.ts';
import type { MarginalOracle } from './aim.ts';
import { type ModelSpace, modelSetOf, placedMeasurement, placedTable } from './model-space.ts';
import { shrinkSingles } from './shrink-singles.ts';
import { roundFit } from './synthetic-table.ts';

/**
 * MST (McKenna, Miklau and Sheldon 2021, "Winning the NIST contest: a scalable and general approach to differentially private
 * synthetic data"): a third of the budget measures single columns, a third chooses a spanning tree of pairs by the exponential
 * mechanism, a third measures these pairs. Codes whose noisy count is below three standard deviations are one code in the pairs.
 */
export const mstShare = 1 / 3;

/** Codes kept apart in the pairs: noisy count of at least this many standard deviations. */
const keptFrom = 3;

/**
 * Rare codes of each column as one group, every other code a group of its own. Columns with a declared parent are left as they
 * are: they hang on their parent.
 *
 * @param counts noisy counts per column and their standard deviation
 */
export function rareTogether(
  domains: Domains,
  hierarchies: readonly Hierarchy[],
  counts: readonly ArrayLike<number>[],
  sigma: number,
): Hierarchy[] {
  const found: Hierarchy[] = [];
  for (const [at, [column, codes]] of Object.entries(domains).entries()) {
    if (hasParent(domains, hierarchies, column)) continue;
    const kept = codes.flatMap((_, code) => ((counts[at]?.[code] ?? 0) >= keptFrom * sigma ? [code] : []));
    if (codes.length - kept.length < 2 || kept.length === 0) continue;
    const parent = freeName(`${column} kept`, [...Object.keys(domains), ...found.map((one) => one.parent)]);
    const groups = [...kept.map((code) => codes[code] as string), 'other'];
    if (new Set(groups).size !== groups.length) groups[kept.length] = freeName('other', groups);
    const groupOf = codes.map((_, code) => (kept.includes(code) ? kept.indexOf(code) : kept.length));
    found.push({ column, parent, groups, groupOf });
  }
  return found;
}

export interface MstSettings {
  readonly space: ModelSpace;
  /** The axis that stands for each column in the pairs. */
  readonly nodes: readonly number[];
  readonly singles: readonly LinearMeasurement[];
  /** Pairs of more cells are not looked at. */
  readonly mostCells: number;
  /** ρ for choosing and as much for measuring. */
  readonly rho: number;
  readonly signal?: AbortSignal;
}

/** Chooses and measures the pairs, with all that remains for them. */
export async function runMst(oracle: MarginalOracle, settings: MstSettings): Promise<void> {
  const { space, nodes, singles, mostCells, rho, signal } = settings;
  const independent = fitModel(space.sizes, shrinkSingles(space, singles), {
    ...roundFit,
    zeros: space.zeros,
    ...(signal ? { signal } : {}),
  });
  const estimates = nodes.map((axis) => placedTable(space, [axis], independent.marginal(modelSetOf(space, [axis]))));
  const pairs = nodes.flatMap((a, at) => nodes.slice(at + 1).map((b) => ({ a, b })));
  const open = pairs.filter(({ a, b }) => (space.axes[a] as number) * (space.axes[b] as number) <= mostCells);
  const part = new Map(nodes.map((axis) => [axis, axis]));
  const epsilon = Math.sqrt((8 * rho) / Math.max(1, nodes.length - 1));
  const chosen: number[][] = [];
  for (;;) {
    signal?.throwIfAborted();
    const joining = open.filter(({ a, b }) => part.get(a) !== part.get(b));
    if (joining.length === 0) break;
    const candidates = joining.map(({ a, b }) => ({
      set: [a, b].sort((x, y) => x - y),
      weight: 1,
      penalty: 0,
      estimate: () => productOf(estimates, nodes, Math.min(a, b), Math.max(a, b), independent.total),
    }));
    const at = await oracle.select(candidates, epsilon);
    const { a, b } = joining[at] as { a: number; b: number };
    chosen.push([a, b].sort((x, y) => x - y));
    const [from, to] = [part.get(b) as number, part.get(a) as number];
    for (const [axis, own] of part) if (own === from) part.set(axis, to);
  }
  if (chosen.length > 0) await oracle.measure(chosen, chosen.length / (2 * oracle.remaining()));
}

/** Singles over columns as measurements over columns of the model. */
export function placedSingles(space: ModelSpace, singles: readonly LinearMeasurement[]): LinearMeasurement[] {
  return singles.map((one) => placedMeasurement(space, one.set, one));
}

export function hasParent(domains: Domains, hierarchies: readonly Hierarchy[], column: string): boolean {
  return hierarchies.some((hierarchy) => hierarchy.column === column && Object.hasOwn(domains, hierarchy.parent));
}

/** Expected counts of two axes that have nothing to do with each other. */
function productOf(
  estimates: readonly Float64Array[],
  nodes: readonly number[],
  a: number,
  b: number,
  total: number,
): Float64Array {
  const [first, second] = [estimates[nodes.indexOf(a)] as Float64Array, estimates[nodes.indexOf(b)] as Float64Array];
  const found = new Float64Array(first.length * second.length);
  for (let i = 0, at = 0; i < first.length; i++) {
    for (let j = 0; j < second.length; j++) found[at++] = ((first[i] as number) * (second[j] as number)) / total;
  }
  return found;
}

function freeName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? freeName(`${name}'`, taken) : name;
}
