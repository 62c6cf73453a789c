/**
 * From declared columns to the columns of the model. A large column is split in two, the group a code is in and its place
 * within the group, so that pairs can be measured between groups while the codes themselves hang on their group alone: a
 * country on its region, a year of age on its band. Groups are declared hierarchies, or bands made from published counts.
 * What the model knows are *axes*: the declared columns and, after them, one axis of groups per split column.
 */
import { type ColumnSet, cellsOf } from '../pgm/factor.ts';
import type { PlacedCells } from '../pgm/linear-measurement.ts';
import type { ZeroCells } from '../pgm/marginal-system.ts';

/** A declared column in groups. */
export interface Split {
  /** Position among the declared columns. */
  readonly column: number;
  /** Position of the declared column that is the group, where there is one. */
  readonly parent: number | null;
  readonly groups: number;
  readonly groupOf: readonly number[];
}

export interface ModelSpace {
  /** Codes per declared column. */
  readonly declared: readonly number[];
  readonly splits: readonly Split[];
  /** Codes per model column. */
  readonly sizes: readonly number[];
  /** Codes per axis: declared columns, then groups. */
  readonly axes: readonly number[];
  /** For every axis its model columns, and for every code of the axis the codes in them. */
  readonly parts: readonly AxisParts[];
  /** Places that no code of a split column takes. */
  readonly zeros: readonly ZeroCells[];
}

export interface AxisParts {
  readonly columns: readonly number[];
  readonly codes: readonly (readonly number[])[];
}

export function modelSpace(declared: readonly number[], splits: readonly Split[]): ModelSpace {
  const sizes = declared.slice();
  const parts: AxisParts[] = declared.map((size, column) => ({
    columns: [column],
    codes: Array.from({ length: size }, (_, code) => [code]),
  }));
  const zeros: ZeroCells[] = [];
  const groupAxes: AxisParts[] = [];
  for (const { column, parent, groups, groupOf } of splits) {
    const { placeOf, width } = placesOf(groupOf, groups);
    const group = parent ?? sizes.length;
    if (parent === null) sizes.push(groups);
    sizes[column] = width;
    const ordered = group < column;
    parts[column] = {
      columns: ordered ? [group, column] : [column, group],
      codes: groupOf.map((of, code) => (ordered ? [of, placeOf[code] as number] : [placeOf[code] as number, of])),
    };
    groupAxes.push({ columns: [group], codes: Array.from({ length: groups }, (_, code) => [code]) });
    const taken = new Set(groupOf.map((of, code) => of * width + (placeOf[code] as number)));
    const cells: number[] = [];
    for (let of = 0; of < groups; of++) {
      for (let place = 0; place < width; place++) {
        if (!taken.has(of * width + place)) cells.push(ordered ? of * width + place : place * groups + of);
      }
    }
    zeros.push({ set: ordered ? [group, column] : [column, group], cells });
  }
  return {
    declared,
    splits,
    sizes,
    axes: [...declared, ...splits.map(({ groups }) => groups)],
    parts: [...parts, ...groupAxes],
    zeros,
  };
}

/** The model columns that a set of axes speaks of, ascending. */
export function modelSetOf({ parts }: ModelSpace, axes: readonly number[]): ColumnSet {
  return [...new Set(axes.flatMap((axis) => parts[axis]?.columns ?? []))].sort((a, b) => a - b);
}

/**
 * Where the cells of a table over axes stand in the table of its model set; null where they are the same table. A cell that
 * the axes themselves make impossible (a country beside another region than its own) is −1.
 */
export function placedCells(space: ModelSpace, axes: readonly number[]): PlacedCells | null {
  const set = modelSetOf(space, axes);
  const lengths = axes.map((axis) => space.axes[axis] as number);
  const cells = new Int32Array(lengths.reduce((product, size) => product * size, 1));
  const codes = new Map<number, number>();
  const fill = (depth: number, at: number): number => {
    if (depth === axes.length) {
      cells[at] = set.reduce(
        (cell, column) => cell * (space.sizes[column] as number) + (codes.get(column) as number),
        0,
      );
      return at + 1;
    }
    const { columns, codes: byCode } = space.parts[axes[depth] as number] as AxisParts;
    let next = at;
    for (const part of byCode) {
      const fits = columns.every((column, i) => !codes.has(column) || codes.get(column) === part[i]);
      if (!fits) {
        const inside = lengths.slice(depth + 1).reduce((product, size) => product * size, 1);
        cells.fill(-1, next, next + inside);
        next += inside;
        continue;
      }
      const fresh = columns.filter((column) => !codes.has(column));
      for (const [i, column] of columns.entries()) codes.set(column, part[i] as number);
      next = fill(depth + 1, next);
      for (const column of fresh) codes.delete(column);
    }
    return next;
  };
  fill(0, 0);
  const same = cells.length === cellsOf(space.sizes, set) && cells.every((cell, at) => cell === at);
  return same ? null : { axes: lengths, cells };
}

/** Each code's place among the codes of its group, and the size of the largest group. */
function placesOf(groupOf: readonly number[], groups: number): { placeOf: number[]; width: number } {
  const used = new Array<number>(groups).fill(0);
  const placeOf = groupOf.map((group) => {
    const place = used[group] as number;
    used[group] = place + 1;
    return place;
  });
  return { placeOf, width: Math.max(...used) };
}

/**
 * Bands of neighbouring codes of roughly equal weight: at most `most` of them, a code that is heavy by itself alone. Made
 * from published counts, so anyone can make them again.
 */
export function bandsOf(counts: ArrayLike<number>, most: number): { groups: number; groupOf: number[] } {
  let total = 0;
  for (let code = 0; code < counts.length; code++) total += Math.max(0, counts[code] as number);
  const share = total / most;
  const groupOf: number[] = [];
  let group = 0;
  let filled = 0;
  for (let code = 0; code < counts.length; code++) {
    const weight = Math.max(0, counts[code] as number);
    if (code > 0 && filled > 0 && (filled + weight / 2 > share || weight > share)) {
      group += 1;
      filled = 0;
    }
    groupOf.push(group);
    filled += weight;
  }
  return { groups: group + 1, groupOf };
}
