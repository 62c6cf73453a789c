// TDS-local: groups made top down with local recoding, for each of several ways of choosing splits, the one that loses least kept;
// then rows moved to finer groups, and each group published at the finest labels its rows share. No row is ever left out.
import { Refusal } from '@casebridge/refusal';
import type { GroupConstraint } from './constraint.ts';
import { type DistinctRows, distinctRows } from './distinct-rows.ts';
import { type ColumnHierarchy, valueCount } from './hierarchy.ts';
import { groupTest } from './local-groups.ts';
import { moveRows } from './move-rows.ts';
import { checkRequest, type QuasiTable } from './quasi-table.ts';
import type { Recoding } from './recoding.ts';
import { acceptsAll, type SplitGroups, splitTopDown } from './split-top-down.ts';

export interface LocalOptions {
  readonly k: number;
  readonly constraints?: readonly GroupConstraint[];
  /**
   * Quasi-identifiers in the order in which they are split, declared before the data is seen. The choice of splits then tells
   * nothing of the data, no rows are moved, and more is lost. Columns left out come last, in the table's order.
   */
  readonly priority?: readonly string[];
  /** How much a column's loss counts; 1 where it is not named. */
  readonly importance?: Readonly<Record<string, number>>;
  /** Powers to try: a split's gain is divided by log2(1 + children)^power. 0, 1 and 2 when absent. */
  readonly powers?: readonly number[];
  /**
   * k-map (Sweeney 2001): persons among whom those of the table are to be hidden, by the same hierarchies. Every published tuple
   * then fits at least k of them, whatever the number of records that carry it.
   */
  readonly population?: QuasiTable;
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface LocalRecoding extends Recoding {
  /** Group of each row: rows of a group share one published tuple. */
  readonly groupOf: Uint32Array;
  readonly groups: number;
  /** The power whose groups lost least; null with a declared priority. */
  readonly power: number | null;
}

/**
 * Recodes a table so that every record shares its published tuple with at least k − 1 others (with a population: so that the
 * tuple fits at least k persons of it), and every group satisfies the constraints. The same table gives the same recoding.
 *
 * @throws Refusal for fewer rows than k or a constraint that the whole table breaks (exit 3), or a request that is not one
 */
export function localRecoding(table: QuasiTable, options: LocalOptions): LocalRecoding {
  const { k, constraints = [], population, onProgress, signal } = options;
  checkLocal(table, options);
  const rows = distinctRows(table, constraints.length > 0, population);
  const test = groupTest(rows, k, constraints);
  if (!acceptsAll(rows, test)) throw refusedAsWhole(constraints.length > 0);
  const { hierarchies } = table;
  const importance = hierarchies.map(({ column }) => options.importance?.[column] ?? 1);
  const priority = options.priority ? priorityOrder(hierarchies, options.priority) : null;
  const powers = priority ? [0] : (options.powers ?? [0, 1, 2]);
  let best: { readonly split: SplitGroups; readonly loss: number; readonly power: number } | null = null;
  for (const [at, power] of powers.entries()) {
    const split = splitTopDown(rows, hierarchies, test, { power, priority, importance, signal });
    const loss = lossOf(rows, hierarchies, split, importance);
    if (best === null || loss < best.loss) best = { split, loss, power };
    onProgress?.((at + 1) / (powers.length + 1));
  }
  if (best === null) throw new RangeError('at least one power is needed');
  const isFree = priority === null && !population;
  const improved = isFree ? moveRows(rows, hierarchies, test, best.split, importance) : best.split;
  onProgress?.(1);
  return { ...published(rows, hierarchies, improved), power: priority ? null : best.power };
}

function checkLocal(table: QuasiTable, { k, constraints = [], population, importance = {} }: LocalOptions): void {
  checkRequest(population ?? table, k);
  if (population) checkRequest(table, 2);
  if (population && constraints.length > 0) {
    throw new Refusal('k-map-constraints', 'Diversity and closeness cannot be combined with a population; drop one.');
  }
  for (const [column, weight] of Object.entries(importance)) {
    if (!(weight > 0)) throw new Refusal('importance', `The importance of '${column}' must be above 0.`);
  }
}

function refusedAsWhole(isConstrained: boolean): Refusal {
  const why = isConstrained ? 'breaks a constraint' : 'is too small';
  return new Refusal('table-refused', `The whole table as one group ${why}, so no grouping can do better; relax it.`, {
    exit: 3,
  });
}

function priorityOrder(hierarchies: readonly ColumnHierarchy[], priority: readonly string[]): number[] {
  const names = hierarchies.map(({ column }) => column);
  for (const name of priority) {
    if (!names.includes(name)) {
      throw new Refusal('priority-column', `The priority names '${name}', which is not a quasi-identifier.`);
    }
  }
  return [...new Set([...priority, ...names])].map((name) => names.indexOf(name));
}

function lossOf(
  rows: DistinctRows,
  hierarchies: readonly ColumnHierarchy[],
  { order, groups }: SplitGroups,
  importance: readonly number[],
): number {
  let loss = 0;
  for (const { start, end, levels } of groups) {
    let size = 0;
    for (let at = start; at < end; at++) size += rows.published[order[at] as number] as number;
    const first = order[start] as number;
    for (const [column, hierarchy] of hierarchies.entries()) {
      const values = valueCount(hierarchy);
      if (values === 1) continue;
      const level = levels[column] as number;
      const share = hierarchy.shares[level]?.[rows.coded[column]?.[level]?.[first] as number] as number;
      loss += ((importance[column] as number) * size * share) / (1 - 1 / values);
    }
  }
  return loss;
}

function published(
  rows: DistinctRows,
  hierarchies: readonly ColumnHierarchy[],
  { order, groups }: SplitGroups,
): Omit<LocalRecoding, 'power'> {
  const groupOfDistinct = new Uint32Array(rows.count);
  for (const [group, { start, end }] of groups.entries()) {
    for (let at = start; at < end; at++) groupOfDistinct[order[at] as number] = group;
  }
  const groupOf = Uint32Array.from(rows.distinctOf, (distinct) => groupOfDistinct[distinct] as number);
  const levels = hierarchies.map((_, column) => {
    const levelOf = Uint8Array.from(groups, (group) => group.levels[column] as number);
    return Uint8Array.from(groupOf, (group) => levelOf[group] as number);
  });
  return { levels, groupOf, groups: groups.length };
}
