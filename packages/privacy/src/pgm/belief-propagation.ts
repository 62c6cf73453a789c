import { exp, log } from './deterministic-math.ts';
import { spreadInto, sumInto } from './factor.ts';
import type { MappedTree } from './junction-tree.ts';

/**
 * Belief propagation on a junction tree in log space, in the manner of Hugin: collect towards the root, distribute from it,
 * one belief a clique, one separator an edge. Collecting leaves each clique's cells as conditionals given the separator
 * (every separator cell has its own greatest value taken off before exponentials), so distributing multiplies and needs no
 * further exponential: one exponential a cell and pass. A structural zero is −∞ and stays zero: a separator cell that no
 * cell supports has conditional zero, which is the rule (−∞) − (−∞) = −∞. Distances below −745 underflow to zero.
 */
export interface Calibration {
  /** Per clique: probabilities that sum to one. */
  readonly beliefs: readonly Float64Array<ArrayBuffer>[];
  /** Logarithm of the sum over all records of the exponentials. */
  readonly logPartition: number;
}

/** Work space of one tree: message tables an edge. */
export interface Messages {
  readonly greatest: readonly Float64Array<ArrayBuffer>[];
  readonly sums: readonly Float64Array<ArrayBuffer>[];
  readonly marginals: readonly Float64Array<ArrayBuffer>[];
}

export function messagesFor({ separatorCells }: MappedTree): Messages {
  const fresh = () => separatorCells.map((cells) => new Float64Array(cells));
  return { greatest: fresh(), sums: fresh(), marginals: fresh() };
}

/**
 * Calibrates in place: `potentials` (log, one table a clique) become beliefs. Error: a NaN, which a structural zero never
 * makes; Error: the zeros leave no record possible.
 */
export function calibrate(
  tree: MappedTree,
  potentials: readonly Float64Array<ArrayBuffer>[],
  work: Messages,
): Calibration {
  for (let clique = potentials.length - 1; clique > 0; clique--) {
    const table = potentials[clique] as Float64Array;
    const map = tree.toSeparator[clique] as Int32Array | null;
    const greatest = work.greatest[clique] as Float64Array;
    const sums = work.sums[clique] as Float64Array;
    toConditionals(table, map, greatest, sums);
    for (let cell = 0; cell < sums.length; cell++)
      greatest[cell] = (greatest[cell] as number) + log(sums[cell] as number);
    spreadInto(
      potentials[tree.parent[clique] as number] as Float64Array,
      greatest,
      tree.fromParent[clique] as Int32Array | null,
    );
  }
  const logPartition = normaliseRoot(potentials[0] as Float64Array);
  for (let clique = 1; clique < potentials.length; clique++) {
    const marginal = work.marginals[clique] as Float64Array;
    marginal.fill(0);
    sumInto(
      marginal,
      potentials[tree.parent[clique] as number] as Float64Array,
      tree.fromParent[clique] as Int32Array | null,
    );
    multiplyBack(
      potentials[clique] as Float64Array,
      tree.toSeparator[clique] as Int32Array | null,
      marginal,
      work.sums[clique] as Float64Array,
    );
  }
  return { beliefs: potentials, logPartition };
}

/** Cells become exp(value − greatest of their separator cell); `sums` their sums. */
function toConditionals(table: Float64Array, map: Int32Array | null, greatest: Float64Array, sums: Float64Array): void {
  if (map === null) {
    greatest.set(table);
    for (let at = 0; at < table.length; at++) sums[at] = table[at] = table[at] === -Infinity ? 0 : 1;
    return;
  }
  greatest.fill(-Infinity);
  sums.fill(0);
  for (let at = 0; at < table.length; at++) {
    const to = map[at] as number;
    if ((table[at] as number) > (greatest[to] as number)) greatest[to] = table[at] as number;
  }
  for (let at = 0; at < table.length; at++) {
    const to = map[at] as number;
    const value = table[at] as number;
    const conditional = value === -Infinity ? 0 : exp(value - (greatest[to] as number));
    table[at] = conditional;
    sums[to] = (sums[to] as number) + conditional;
  }
}

function normaliseRoot(table: Float64Array): number {
  let greatest = -Infinity;
  for (let at = 0; at < table.length; at++) if ((table[at] as number) > greatest) greatest = table[at] as number;
  if (greatest === -Infinity)
    throw new Error('no record is possible: structural zeros cover the domain, or a value is NaN');
  let sum = 0;
  for (let at = 0; at < table.length; at++) {
    const value = table[at] as number;
    const weight = value === -Infinity ? 0 : exp(value - greatest);
    table[at] = weight;
    sum += weight;
  }
  if (!Number.isFinite(sum)) throw new Error('a belief is not a number');
  for (let at = 0; at < table.length; at++) table[at] = (table[at] as number) / sum;
  return greatest + log(sum);
}

function multiplyBack(table: Float64Array, map: Int32Array | null, marginal: Float64Array, sums: Float64Array): void {
  for (let cell = 0; cell < sums.length; cell++) {
    marginal[cell] = sums[cell] === 0 ? 0 : (marginal[cell] as number) / (sums[cell] as number);
  }
  if (map === null) {
    for (let at = 0; at < table.length; at++) table[at] = (table[at] as number) * (marginal[at] as number);
    return;
  }
  for (let at = 0; at < table.length; at++) {
    table[at] = (table[at] as number) * (marginal[map[at] as number] as number);
  }
}

/**
 * Greatest relative disagreement of any separator's two marginals: a cheap check that catches wrong index maps. Cells
 * below 1e-12 of all records are compared absolutely.
 */
export function separatorGap(tree: MappedTree, beliefs: readonly Float64Array[]): number {
  let worst = 0;
  for (let clique = 1; clique < beliefs.length; clique++) {
    const cells = tree.separatorCells[clique] as number;
    const inside = new Float64Array(cells);
    const above = new Float64Array(cells);
    sumInto(inside, beliefs[clique] as Float64Array, tree.toSeparator[clique] as Int32Array | null);
    sumInto(
      above,
      beliefs[tree.parent[clique] as number] as Float64Array,
      tree.fromParent[clique] as Int32Array | null,
    );
    for (let cell = 0; cell < cells; cell++) {
      const scale = Math.max(inside[cell] as number, above[cell] as number, 1e-12);
      worst = Math.max(worst, Math.abs((inside[cell] as number) - (above[cell] as number)) / scale);
    }
  }
  return worst;
}
