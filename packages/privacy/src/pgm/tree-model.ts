import { acyclicOrder, maximalSets } from './acyclic-order.ts';
import { type ColumnSet, cellsOf, columnSetKey, intersectionOf, isWithin, projection, sumInto } from './factor.ts';
import { type JunctionTree, treeOfOrder } from './junction-tree.ts';
import { checkMeasurements, estimateTotal, type LinearMeasurement } from './linear-measurement.ts';
import type { ZeroCells } from './marginal-system.ts';
import { type Model, modelOf } from './model.ts';
import { type Margin, nearestTable } from './nearest-table.ts';
import { type NoisyTable, noisyTables } from './noisy-tables.ts';

/** Greatest gap between a table and its margins, as a share of the records, before conditionals are multiplied. */
const gapShare = 1e-6;

/**
 * A model in closed form, where the measured sets form a junction tree as they are (McKenna, Miklau and Sheldon 2021 call for
 * Private-PGM here; a tree needs no search for potentials). What several measurements say of the same columns is averaged by
 * precision, from small sets to large ones (Qardaji, Yang and Li 2014, "PriView", section 4.4, with weights); each average
 * and then each clique becomes the nearest table without negative cells that agrees with the averages within it; the model
 * is the product of the root's table and the conditionals of the others.
 *
 * Cells that no record can fall into are zero in it where a measured set holds them together.
 *
 * @param sizes codes per column
 * @returns null where `fitModel` is to be used: sets with a cycle, columns in no set, centred answers, cells that were neither
 *   measured nor are impossible, impossible cells across measured sets, or ones that leave no table with the averages
 * @throws RangeError for malformed measurements, or none
 */
export function treeModel(
  sizes: readonly number[],
  measurements: readonly LinearMeasurement[],
  options: { readonly zeros?: readonly ZeroCells[]; readonly signal?: AbortSignal } = {},
): Model | null {
  checkMeasurements(sizes, measurements);
  const onTurn = () => options.signal?.throwIfAborted();
  const sets = measurements.map(({ set }) => set);
  const elimination = acyclicOrder(sizes, sets);
  const tables = elimination && noisyTables(sizes, measurements, options.zeros ?? []);
  const total = estimateTotal(measurements)?.value;
  if (!tables || total === undefined) return null;
  const tree = treeOfOrder(sizes, elimination);
  const agreed: Agreed[] = [];
  for (const set of agreedSets(tree, sets)) {
    onTurn();
    const table = averaged(sizes, tables, set);
    const values = nearestTable(
      table.values,
      table.variances,
      marginsIn(sizes, set, agreed, total),
      total * gapShare,
      onTurn,
    );
    if (values === null) return null;
    agreed.push({ set, values });
  }
  const cliques = tree.cliques.map(
    (set) => (agreed.find((one) => columnSetKey(one.set) === columnSetKey(set)) as Agreed).values,
  );
  const beliefs = multiplied(tree, cliques);
  return beliefs && modelOf(tree, beliefs, total, sets);
}

interface Agreed {
  readonly set: ColumnSet;
  /** Records per cell, none below zero. */
  readonly values: Float64Array;
}

/** Sets on which tables are made to agree: cliques, what measured sets share, and what these share; small ones first. */
function agreedSets({ cliques }: JunctionTree, measured: readonly ColumnSet[]): ColumnSet[] {
  const found = new Map([...cliques, ...measured].map((set) => [columnSetKey(set), set]));
  for (let before = 0; before < found.size; ) {
    const known = [...found.values()];
    for (const [at, a] of known.entries()) {
      for (const b of known.slice(Math.max(at + 1, before))) {
        const shared = intersectionOf(a, b);
        if (shared.length > 0) found.set(columnSetKey(shared), shared);
      }
    }
    before = known.length;
  }
  return [...found.values()].sort((a, b) => a.length - b.length);
}

/** What all tables that hold a set say of it, by precision. A cell that one of them knows to be impossible is. */
function averaged(sizes: readonly number[], tables: readonly NoisyTable[], set: ColumnSet): NoisyTable {
  const cells = cellsOf(sizes, set);
  const weights = new Float64Array(cells);
  const values = new Float64Array(cells);
  for (const table of tables) {
    if (!isWithin(set, table.set)) continue;
    const map = projection(sizes, table.set, set);
    const own = new Float64Array(cells);
    const variances = new Float64Array(cells);
    sumInto(own, table.values, map);
    sumInto(variances, table.variances, map);
    for (let cell = 0; cell < cells; cell++) {
      const weight = 1 / (variances[cell] as number);
      weights[cell] = (weights[cell] as number) + weight;
      if (weight !== Infinity) values[cell] = (values[cell] as number) + weight * (own[cell] as number);
    }
  }
  for (let cell = 0; cell < cells; cell++) {
    values[cell] = weights[cell] === Infinity ? 0 : (values[cell] as number) / (weights[cell] as number);
  }
  return { set, values, variances: weights.map((weight) => 1 / weight) };
}

/** The largest sets agreed on within a set; the number of records where there is none. */
function marginsIn(sizes: readonly number[], set: ColumnSet, agreed: readonly Agreed[], total: number): Margin[] {
  const within = agreed.filter((one) => isWithin(one.set, set));
  const largest = maximalSets(within.map((one) => one.set));
  const margins = within
    .filter((one) => largest.includes(one.set))
    .map((one) => ({ cellOf: projection(sizes, set, one.set) as Int32Array, targets: one.values }));
  if (margins.length > 0) return margins;
  return [{ cellOf: new Int32Array(cellsOf(sizes, set)), targets: Float64Array.of(total) }];
}

/**
 * Probabilities per clique: each table scaled, cell of the separator by cell, to what its parent says there, which the agreed
 * tables do but for their tolerance. Null: a clique has nothing where its parent has something.
 */
function multiplied(tree: JunctionTree, tables: readonly Float64Array[]): Float64Array[] | null {
  const { sizes, cliques, separators, parent } = tree;
  const beliefs: Float64Array[] = [];
  for (const [clique, table] of tables.entries()) {
    const set = cliques[clique] as ColumnSet;
    const separator = separators[clique] as ColumnSet;
    const above = new Float64Array(cellsOf(sizes, separator));
    const own = new Float64Array(above.length);
    const map = projection(sizes, set, separator);
    sumInto(own, table, map);
    const from = parent[clique] as number;
    if (from < 0) above.fill(1);
    else sumInto(above, beliefs[from] as Float64Array, projection(sizes, cliques[from] as ColumnSet, separator));
    for (let cell = 0; cell < own.length; cell++) {
      if (own[cell] === 0 && (above[cell] as number) > 0) return null;
      own[cell] = own[cell] === 0 ? 0 : (above[cell] as number) / (own[cell] as number);
    }
    beliefs.push(table.map((value, cell) => value * (own[map === null ? cell : (map[cell] as number)] as number)));
  }
  return beliefs;
}
