// Optimal full-domain recoding: one level per column for all rows, groups that do not satisfy the constraints suppressed, up to a
// share of the rows; of all combinations of levels the one that loses least. Exhaustive in what it guarantees. Nodes are taken in
// the order of a lower bound of their loss, so that the search ends once the bound passes the best. Whether a node keeps the limit
// is found as in Flash (Kohlmayer, Prasser, Eckert, Kemper, Kuhn 2012): greedy paths upwards, bisected, everything below a node that
// fails and above one that does not being tagged; where the constraints are such that this could mislead, every node is looked at.
import { Refusal } from '@casebridge/refusal';
import type { GroupConstraint } from './constraint.ts';
import { type DistinctRows, distinctRows } from './distinct-rows.ts';
import { groupChecker } from './group-check.ts';
import type { ColumnHierarchy } from './hierarchy.ts';
import { compareLoss, type Loss, type LossMeasure, type RecodedGroups, shareLoss } from './information-loss.ts';
import { type Lattice, lattice } from './lattice.ts';
import { checkRequest, type QuasiTable } from './quasi-table.ts';

export interface FullDomainOptions {
  readonly k: number;
  /** Share of the rows that may be suppressed, from 0 to 1. */
  readonly suppressionLimit: number;
  readonly constraints?: readonly GroupConstraint[];
  /** What is to be least; ARX's Loss, arithmetic mean over the columns, when absent. */
  readonly measure?: (rows: DistinctRows, hierarchies: readonly ColumnHierarchy[]) => LossMeasure;
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** The best full-domain recoding of a table. */
export interface FullDomainOptimum {
  /** Level of each column. */
  readonly levels: readonly number[];
  readonly loss: Loss;
  readonly suppressedRows: number;
  /** 1 for each row of the table that is suppressed. */
  readonly suppressed: Uint8Array;
  /** Combinations of levels there are, and how many had to be looked at. */
  readonly nodes: number;
  readonly evaluated: number;
}

/**
 * The combination of levels that loses least among those that suppress no more than the limit; of several the lowest, then
 * the first.
 *
 * @throws Refusal for a request that cannot be met (exit 3) or a lattice too large to search
 */
export function fullDomainOptimum(table: QuasiTable, options: FullDomainOptions): FullDomainOptimum {
  const { k, suppressionLimit, constraints = [] } = options;
  checkRequest(table, k);
  if (!(suppressionLimit >= 0 && suppressionLimit <= 1)) {
    throw new Refusal('suppression-limit', 'The suppression limit is a share of the rows, from 0 to 1.');
  }
  const rows = distinctRows(table, constraints.length > 0);
  const { hierarchies } = table;
  const measure = (options.measure ?? arithmeticLoss)(rows, hierarchies);
  const nodes = lattice(hierarchies.map(({ levels }) => levels));
  const check = groupChecker(rows, hierarchies, k, constraints);
  const most = Math.floor(suppressionLimit * rows.rows + 1e-9);
  const found = search(nodes, measure, check, most, rows.rows, isMonotoneFor(constraints, most), options);
  if (found.node < 0) {
    throw new Refusal(
      'nothing-suffices',
      'No combination of levels satisfies the constraints within the suppression limit; raise the limit or relax a constraint.',
      { exit: 3 },
    );
  }
  const levels = nodes.levels(found.node);
  const groups = check(levels);
  const suppressed = Uint8Array.from(
    rows.distinctOf,
    (distinct) => groups.suppressed[groups.groupOf[distinct] as number] as number,
  );
  return {
    levels,
    loss: found.loss,
    suppressedRows: groups.suppressedRows,
    suppressed,
    nodes: nodes.nodes,
    evaluated: found.evaluated,
  };
}

/**
 * Whether a node that keeps the limit is kept company by all above it. Where rows may be suppressed it takes more: a group that is
 * suppressed must not spoil the one it is joined with.
 */
function isMonotoneFor(constraints: readonly GroupConstraint[], most: number): boolean {
  return constraints.every(({ isMonotone, isAbsorbing }) => (most === 0 ? isMonotone : isAbsorbing));
}

/** The loss of given levels, whatever they suppress: for comparing with recodings made elsewhere. */
export function lossOfLevels(
  table: QuasiTable,
  levels: readonly number[],
  options: Pick<FullDomainOptions, 'k' | 'constraints' | 'measure'>,
): { readonly loss: Loss; readonly suppressedRows: number } {
  const { k, constraints = [] } = options;
  const rows = distinctRows(table, constraints.length > 0);
  const groups = groupChecker(rows, table.hierarchies, k, constraints)(levels);
  const measure = (options.measure ?? arithmeticLoss)(rows, table.hierarchies);
  return { loss: measure.loss(groups), suppressedRows: groups.suppressedRows };
}

function arithmeticLoss(rows: DistinctRows, hierarchies: readonly ColumnHierarchy[]): LossMeasure {
  return shareLoss(rows, hierarchies, { aggregate: 'arithmetic-mean' });
}

const state = { unknown: 0, fails: 1, suffices: 2, noBetter: 3 } as const;

function search(
  nodes: Lattice,
  measure: LossMeasure,
  check: (levels: readonly number[]) => RecodedGroups,
  most: number,
  rows: number,
  isMonotone: boolean,
  { onProgress, signal }: FullDomainOptions,
) {
  const states = new Uint8Array(nodes.nodes);
  const looked = new Uint8Array(nodes.nodes);
  const bounds = Array.from(states, (_, node) => measure.bound(nodes.levels(node)));
  const heights = Uint32Array.from(states, (_, node) => nodes.height(node));
  const order = Array.from(states, (_, node) => node).sort(
    (a, b) => compareBounds(bounds[a], bounds[b]) || (heights[a] as number) - (heights[b] as number) || a - b,
  );
  // Where every row may go, every node suffices.
  if (most === rows) states.fill(state.suffices);
  const best = { node: -1, loss: [Number.POSITIVE_INFINITY] as Loss, evaluated: 0 };

  const tag = (from: number, as: 1 | 2 | 3, next: (node: number) => readonly number[]) => {
    const open = [from];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const other of next(node)) {
        if (states[other] === as || states[other] === state.noBetter) continue;
        states[other] = as;
        open.push(other);
      }
    }
  };
  const look = (node: number): boolean => {
    signal?.throwIfAborted();
    best.evaluated++;
    looked[node] = 1;
    const groups = check(nodes.levels(node));
    const suffices = groups.suppressedRows <= most;
    states[node] = suffices ? state.suffices : state.fails;
    if (suffices) {
      const loss = measure.loss(groups);
      if (best.node < 0 || isBetter(loss, node)) Object.assign(best, { node, loss });
      if (measure.isMonotone) tag(node, state.noBetter, nodes.above);
      else if (isMonotone) tag(node, state.suffices, nodes.above);
    } else if (isMonotone) tag(node, state.fails, nodes.below);
    return suffices;
  };
  const isBetter = (loss: Loss, node: number): boolean =>
    (compareLoss(loss, best.loss) || (heights[node] as number) - (heights[best.node] as number) || node - best.node) <
    0;
  const climb = (from: number) => {
    const path = [from];
    for (;;) {
      const open = nodes.above(path.at(-1) as number).filter((node) => states[node] === state.unknown);
      const [first] = open;
      if (first === undefined) break;
      path.push(open.reduce((a, b) => (compareBounds(bounds[b], bounds[a]) < 0 ? b : a), first));
    }
    let low = 0;
    let high = path.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (look(path[middle] as number)) high = middle - 1;
      else low = middle + 1;
    }
  };

  for (const [done, node] of order.entries()) {
    const bound = bounds[node] ?? null;
    if (bound !== null && best.node >= 0 && compareLoss(bound, best.loss) > 0) break;
    if (done % 64 === 0) onProgress?.(done / nodes.nodes);
    if (isMonotone && states[node] === state.unknown) climb(node);
    if (looked[node] === 1 || states[node] === state.fails || states[node] === state.noBetter) continue;
    look(node);
  }
  onProgress?.(1);
  return best;
}

/** Nodes without a bound come in the order of their heights. */
function compareBounds(a: Loss | null | undefined, b: Loss | null | undefined): number {
  return a && b ? compareLoss(a, b) : 0;
}
