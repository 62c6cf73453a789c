/**
 * From declared columns to the columns of the model. A large column is split in two, the group a code is in and its place
 * within the group, so that pairs can be measured between groups while the codes themselves hang on their group alone: a
 * country on its region, a year of age on its band. Groups are declared hierarchies, or bands made from published counts.
 * What the model knows are *axes*: the declared columns and, after them, one axis of groups per split column.
 */
import { type CodeColumn, emptyColumn } from '../columns/case-table.ts';
import { type ColumnSet, cellsOf } from '../pgm/factor.ts';
import type { LinearMeasurement, PlacedCells } from '../pgm/linear-measurement.ts';
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
  /** Places that no code of a split column takes, over model columns. */
  readonly zeros: readonly ZeroCells[];
}

export interface AxisParts {
  readonly columns: readonly number[];
  readonly codes: readonly (readonly number[])[];
}

/** RangeError: a column split twice, or one whose parent's own split comes after it. */
export function modelSpace(declared: readonly number[], splits: readonly Split[]): ModelSpace {
  const sizes = declared.slice();
  const parts: AxisParts[] = declared.map((size, column) => ({
    columns: [column],
    codes: Array.from({ length: size }, (_, code) => [code]),
  }));
  const zeros: ZeroCells[] = [];
  const groupAxes: AxisParts[] = [];
  const done = new Set<number>();
  for (const { column, parent, groups, groupOf } of splits) {
    if (done.has(column) || splits.some((other) => other.column === parent && !done.has(other.column)))
      throw new RangeError('a column is split once, and after its parent');
    done.add(column);
    const { placeOf, width } = placesOf(groupOf, groups);
    const group: AxisParts =
      parent === null
        ? { columns: [sizes.length], codes: Array.from({ length: groups }, (_, code) => [code]) }
        : (parts[parent] as AxisParts);
    if (parent === null) sizes.push(groups);
    sizes[column] = width;
    parts[column] = joined(group, column, groupOf, placeOf);
    groupAxes.push(group);
    const { columns, codes } = parts[column] as AxisParts;
    const taken = new Set(codes.map((part) => cellOf(sizes, columns, part)));
    const cells = Array.from({ length: cellsOf(sizes, columns) }, (_, cell) => cell).filter((cell) => !taken.has(cell));
    if (cells.length > 0) zeros.push({ set: columns, cells });
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

/** A code as its group's parts and its place, in ascending order of the columns. */
function joined(group: AxisParts, column: number, groupOf: readonly number[], placeOf: readonly number[]): AxisParts {
  const columns = [...group.columns, column].sort((a, b) => a - b);
  const at = columns.indexOf(column);
  const codes = groupOf.map((of, code) => {
    const part = [...(group.codes[of] as readonly number[])];
    part.splice(at, 0, placeOf[code] as number);
    return part;
  });
  return { columns, codes };
}

function cellOf(sizes: readonly number[], set: ColumnSet, codes: readonly number[]): number {
  return set.reduce((cell, column, at) => cell * (sizes[column] as number) + (codes[at] as number), 0);
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

/** The table over axes, from that of its model set; impossible cells are zero. */
export function placedTable(space: ModelSpace, axes: readonly number[], table: Float64Array): Float64Array {
  const placed = placedCells(space, axes);
  return placed === null ? table : Float64Array.from(placed.cells, (cell) => (cell < 0 ? 0 : (table[cell] as number)));
}

/** A plain measurement of a table over axes, as one of model columns; cells that cannot be are left out. */
export function placedMeasurement(
  space: ModelSpace,
  axes: readonly number[],
  { values, variance }: { readonly values: Float64Array; readonly variance: number },
): LinearMeasurement {
  const set = modelSetOf(space, axes);
  const placed = placedCells(space, axes);
  if (placed === null) return { set, values, variance };
  if (!placed.cells.includes(-1)) return { set, values, variance, placed };
  const kept = [...placed.cells.keys()].filter((at) => (placed.cells[at] as number) >= 0);
  return {
    set,
    values: Float64Array.from(kept, (at) => values[at] as number),
    variance,
    placed: { axes: [kept.length], cells: Int32Array.from(kept, (at) => placed.cells[at] as number) },
  };
}

/** Codes of declared columns from those of model columns: rows of a model as rows of the declared table. */
export function declaredColumns(space: ModelSpace, columns: readonly CodeColumn[]): CodeColumn[] {
  const rows = columns[0]?.length ?? 0;
  return space.declared.map((size, column) => {
    const { columns: from, codes } = space.parts[column] as AxisParts;
    if (from.length === 1) return columns[column] as CodeColumn;
    const lookup = new Int32Array(cellsOf(space.sizes, from)).fill(-1);
    for (const [code, part] of codes.entries()) lookup[cellOf(space.sizes, from, part)] = code;
    const found = emptyColumn(size, rows);
    const sources = from.map((source) => columns[source] as CodeColumn);
    const widths = from.map((source) => space.sizes[source] as number);
    for (let row = 0; row < rows; row++) {
      let cell = 0;
      for (let at = 0; at < sources.length; at++) {
        cell = cell * (widths[at] as number) + ((sources[at] as CodeColumn)[row] as number);
      }
      const code = lookup[cell] as number;
      if (code < 0) throw new RangeError('a row has a place that no code takes');
      found[row] = code;
    }
    return found;
  });
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
