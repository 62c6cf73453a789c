import type { GroupConstraint } from './constraint.ts';
import type { DistinctRows } from './distinct-rows.ts';
import { rowGrouper } from './group-rows.ts';
import type { ColumnHierarchy } from './hierarchy.ts';
import type { RecodedGroups } from './information-loss.ts';

/**
 * Makes the groups of one level per column, and finds those that are smaller than k or break a constraint: their rows are
 * to be suppressed. What it returns is overwritten by the next call.
 */
export function groupChecker(
  rows: DistinctRows,
  hierarchies: readonly ColumnHierarchy[],
  k: number,
  constraints: readonly GroupConstraint[],
): (levels: readonly number[]) => RecodedGroups {
  const grouper = rowGrouper(rows.count);
  const sizes = new Uint32Array(rows.count);
  const suppressed = new Uint8Array(rows.count);
  const accepts = constraints.map((constraint) => acceptor(rows, constraint));
  const halves = halfGroups(rows, hierarchies);
  return (levels) => {
    const [first, second] = halves(levels);
    const groups = grouper.run([first.groupOf, second.groupOf], [first.groups, second.groups], rows.count);
    const { groupOf } = grouper;
    sizes.fill(0, 0, groups);
    for (let row = 0; row < rows.count; row++) {
      const group = groupOf[row] as number;
      sizes[group] = (sizes[group] as number) + (rows.weights[row] as number);
    }
    for (let group = 0; group < groups; group++) suppressed[group] = (sizes[group] as number) < k ? 1 : 0;
    for (const accept of accepts) accept(groupOf, groups, sizes, suppressed);
    let suppressedRows = 0;
    for (let group = 0; group < groups; group++) {
      if (suppressed[group] === 1) suppressedRows += sizes[group] as number;
    }
    return { levels, groupOf, groups, sizes, suppressed, suppressedRows };
  };
}

/** Most bytes of remembered groupings. */
const mostRemembered = 2 ** 26;

interface Grouping {
  readonly groupOf: Uint32Array;
  readonly groups: number;
}

/**
 * The groups that each half of the columns makes by itself. Neighbouring nodes share halves, so these are remembered: grouping
 * by two numbers is sooner done than by a dozen columns.
 */
function halfGroups(rows: DistinctRows, hierarchies: readonly ColumnHierarchy[]) {
  const middle = hierarchies.length >> 1;
  const grouper = rowGrouper(rows.count);
  const known = new Map<string, Grouping>();
  const most = Math.max(2, Math.floor(mostRemembered / (4 * Math.max(1, rows.count))));
  const half = (levels: readonly number[], from: number, to: number): Grouping => {
    const name = `${from}:${levels.slice(from, to)}`;
    let found = known.get(name);
    if (!found) {
      const columns: Uint16Array[] = [];
      const labels: number[] = [];
      for (let column = from; column < to; column++) {
        const level = levels[column] as number;
        columns.push(rows.coded[column]?.[level] as Uint16Array);
        labels.push(hierarchies[column]?.labels[level]?.length as number);
      }
      const groups = grouper.run(columns, labels, rows.count);
      found = { groupOf: grouper.groupOf.slice(0, rows.count), groups };
      if (known.size >= most) known.clear();
      known.set(name, found);
    }
    return found;
  };
  return (levels: readonly number[]) => [half(levels, 0, middle), half(levels, middle, levels.length)] as const;
}

/** Marks the groups that a constraint does not accept, one group's counts at a time. */
function acceptor(rows: DistinctRows, constraint: GroupConstraint) {
  const codes = rows.sensitive[constraint.sensitive] as Uint32Array;
  let values = 0;
  for (let row = 0; row < rows.count; row++) values = Math.max(values, (codes[row] as number) + 1);
  const counts = new Uint32Array(values);
  const starts = new Uint32Array(rows.count + 1);
  const members = new Uint32Array(rows.count);
  return (groupOf: Uint32Array, groups: number, sizes: Uint32Array, suppressed: Uint8Array): void => {
    starts.fill(0, 0, groups + 1);
    for (let row = 0; row < rows.count; row++) {
      const next = (groupOf[row] as number) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
    for (let group = 0; group < groups; group++) {
      starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
    }
    const ends = starts.slice(0, groups);
    for (let row = 0; row < rows.count; row++) {
      const group = groupOf[row] as number;
      members[ends[group] as number] = row;
      ends[group] = (ends[group] as number) + 1;
    }
    for (let group = 0; group < groups; group++) {
      if (suppressed[group] === 1) continue;
      counts.fill(0);
      for (let at = starts[group] as number; at < (starts[group + 1] as number); at++) {
        const row = members[at] as number;
        const code = codes[row] as number;
        counts[code] = (counts[code] as number) + (rows.weights[row] as number);
      }
      if (!constraint.accepts(counts, sizes[group] as number)) suppressed[group] = 1;
    }
  };
}
