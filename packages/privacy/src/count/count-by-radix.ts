import type { CodeColumn } from '../columns/case-table.ts';
import type { CodesOffReference } from './codes-off-reference.ts';
import type { CountingContext } from './context.ts';

/**
 * Counts sets that share all columns but one: the mixed-radix key of the shared columns is built once, and each further
 * column is counted beside it. Where that column mostly holds one code, only the rows off it are counted and the rest is
 * the difference from the count of the key.
 */
export interface RadixTask {
  readonly kind: 'radix';
  /** Columns of the key, ascending. */
  readonly prefix: readonly number[];
  /** Sets asked for, each the prefix and one further column, or the prefix itself (null). */
  readonly members: readonly { readonly set: number; readonly column: number | null }[];
}

/** Rows counted for one column before the next: key and columns of a block stay in the second-level cache. */
const blockRows = 16_384;
/** Below this many cells equal neighbours stall each other, and four interleaved tables are filled instead. */
const interleaveBelow = 64;

export function countByRadix(
  context: CountingContext,
  task: RadixTask,
  sets: readonly (readonly number[])[],
  out: (set: number) => Uint32Array,
): void {
  const { prefix } = task;
  const keys = keysOf(context, prefix);
  const keyCells = prefix.reduce((cells, column) => cells * (context.sizes[column] as number), 1);
  const totals = histogram(keys, keyCells);
  const dense: { layout: Layout; column: CodeColumn }[] = [];
  const layouts: Layout[] = [];
  for (const { set, column } of task.members) {
    if (column === null) {
      out(set).set(totals);
      continue;
    }
    const layout = layoutOf(context, sets[set] as readonly number[], column, keyCells, out(set));
    layouts.push(layout);
    const list = context.offReference(column);
    if (list.rows.length < 0.7 * context.rows) countListed(keys, list, totals, layout);
    else dense.push({ layout, column: context.columns[column] as CodeColumn });
  }
  for (let start = 0; start < context.rows; start += blockRows) {
    const end = Math.min(start + blockRows, context.rows);
    for (const { layout, column } of dense) countRows(keys, column, layout, start, end);
  }
  for (const layout of layouts) reorder(layout);
}

/** Where a cell is counted: `key × keyStep + code × codeStep`, and how that becomes row-major over the set. */
interface Layout {
  readonly cells: Uint32Array;
  readonly out: Uint32Array;
  readonly size: number;
  readonly keyStep: number;
  readonly codeStep: number;
  /** Cells of the axes after the further column. */
  readonly inner: number;
}

function layoutOf(
  context: CountingContext,
  set: readonly number[],
  column: number,
  keyCells: number,
  out: Uint32Array,
): Layout {
  const size = context.sizes[column] as number;
  const after = set.slice(set.indexOf(column) + 1);
  const inner = after.reduce((cells, other) => cells * (context.sizes[other] as number), 1);
  if (inner === keyCells) return { cells: out, out, size, keyStep: 1, codeStep: keyCells, inner };
  const cells = inner === 1 ? out : new Uint32Array(out.length);
  return { cells, out, size, keyStep: size, codeStep: 1, inner };
}

function reorder({ cells, out, size, inner }: Layout): void {
  if (cells === out) return;
  let at = 0;
  for (let outer = 0; outer < out.length; outer += size * inner) {
    for (let i = 0; i < inner; i++) {
      for (let code = 0; code < size; code++) out[outer + code * inner + i] = cells[at++] as number;
    }
  }
}

/** The mixed-radix key of every row. */
function keysOf({ columns, sizes, rows }: CountingContext, prefix: readonly number[]): Uint32Array {
  const keys = new Uint32Array(rows);
  for (const at of prefix) appendDigit(keys, columns[at] as CodeColumn, sizes[at] as number);
  return keys;
}

function appendDigit(keys: Uint32Array, column: CodeColumn, size: number): void {
  for (let row = 0; row < keys.length; row++) keys[row] = (keys[row] as number) * size + (column[row] as number);
}

function histogram(keys: Uint32Array, cells: number): Uint32Array {
  if (cells >= interleaveBelow) {
    const counts = new Uint32Array(cells);
    for (let row = 0; row < keys.length; row++)
      counts[keys[row] as number] = (counts[keys[row] as number] as number) + 1;
    return counts;
  }
  const lanes = new Uint32Array(4 * cells);
  for (let row = 0; row < keys.length; row++) {
    const at = (row & 3) * cells + (keys[row] as number);
    lanes[at] = (lanes[at] as number) + 1;
  }
  return lanes
    .subarray(0, cells)
    .map((count, cell) => count + [1, 2, 3].reduce((sum, lane) => sum + (lanes[lane * cells + cell] as number), 0));
}

function countListed(
  keys: Uint32Array,
  { reference, rows, codes }: CodesOffReference,
  totals: Uint32Array,
  { cells, size, keyStep, codeStep }: Layout,
): void {
  for (let at = 0; at < rows.length; at++) {
    const cell = (keys[rows[at] as number] as number) * keyStep + (codes[at] as number) * codeStep;
    cells[cell] = (cells[cell] as number) + 1;
  }
  for (let key = 0; key < totals.length; key++) {
    let others = 0;
    const first = key * keyStep;
    for (let code = 0; code < size; code++) if (code !== reference) others += cells[first + code * codeStep] as number;
    cells[first + reference * codeStep] = (totals[key] as number) - others;
  }
}

function countRows(
  keys: Uint32Array,
  column: CodeColumn,
  { cells, keyStep, codeStep }: Layout,
  start: number,
  end: number,
): void {
  for (let row = start; row < end; row++) {
    const cell = (keys[row] as number) * keyStep + (column[row] as number) * codeStep;
    cells[cell] = (cells[cell] as number) + 1;
  }
}
