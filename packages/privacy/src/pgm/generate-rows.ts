import { type CodeColumn, emptyColumn } from '../columns/case-table.ts';
import { type ColumnSet, unionOf } from './factor.ts';
import type { Model } from './model.ts';
import { type PublishedRandom, publishedRandom } from './published-random.ts';

/**
 * Rows whose counts follow a model more closely than random draws would: columns are made in reverse elimination order; for
 * each, the rows are grouped by the codes of the neighbours it depends on, the model's conditional is scaled to the group and
 * rounded down, and the rows left over go to cells by systematic sampling on the fractions. Every cell of a group is so
 * within one of its expected count. Within a group the codes are dealt in an order that the seed shuffles.
 *
 * @param seed published; the same model, number and seed give the same rows in every engine
 */
export function generateRows(model: Model, rows: number, seed: Uint8Array, signal?: AbortSignal): CodeColumn[] {
  const { sizes, tree } = model;
  const random = publishedRandom(seed);
  const columns = sizes.map((size) => emptyColumn(size, rows));
  const { order, neighbours } = tree.elimination;
  for (let at = order.length - 1; at >= 0; at--) {
    signal?.throwIfAborted();
    const column = order[at] as number;
    const parents = neighbours[at] as ColumnSet;
    const groups = groupRows(columns, parents, sizes, rows);
    const table = conditionalTable(model, parents, column);
    fillColumn(columns[column] as CodeColumn, groups, table, sizes[column] as number, random);
  }
  return columns;
}

/** Rows in the order of their group, groups one after the other. */
interface Groups {
  readonly rows: Uint32Array;
  /** Start of each group in `rows`, and the end. */
  readonly starts: Uint32Array;
}

/** Counting sort on the mixed-radix key of the parents. */
function groupRows(columns: readonly CodeColumn[], parents: ColumnSet, sizes: readonly number[], rows: number): Groups {
  const keys = new Uint32Array(rows);
  let cells = 1;
  for (const parent of parents) {
    const size = sizes[parent] as number;
    const codes = columns[parent] as CodeColumn;
    for (let row = 0; row < rows; row++) keys[row] = (keys[row] as number) * size + (codes[row] as number);
    cells *= size;
  }
  const starts = new Uint32Array(cells + 1);
  for (let row = 0; row < rows; row++) {
    const at = (keys[row] as number) + 1;
    starts[at] = (starts[at] as number) + 1;
  }
  for (let cell = 0; cell < cells; cell++) starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  const next = starts.slice(0, cells);
  const sorted = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const key = keys[row] as number;
    const place = next[key] as number;
    sorted[place] = row;
    next[key] = place + 1;
  }
  return { rows: sorted, starts };
}

/** Group-major: for each combination of the parents, one weight per code of the column. */
function conditionalTable(model: Model, parents: ColumnSet, column: number): Float64Array {
  const set = unionOf(parents, [column]);
  const table = model.marginal(set);
  const size = model.sizes[column] as number;
  const inner = set.slice(set.indexOf(column) + 1).reduce((cells, other) => cells * (model.sizes[other] as number), 1);
  if (inner === 1) return table;
  const found = new Float64Array(table.length);
  for (let outer = 0, at = 0; outer < table.length; outer += size * inner) {
    for (let i = 0; i < inner; i++) {
      for (let code = 0; code < size; code++) found[at++] = table[outer + code * inner + i] as number;
    }
  }
  return found;
}

function fillColumn(
  column: CodeColumn,
  { rows, starts }: Groups,
  table: Float64Array,
  size: number,
  random: PublishedRandom,
): void {
  const counts = new Uint32Array(size);
  for (let group = 0; group + 1 < starts.length; group++) {
    const from = starts[group] as number;
    const to = starts[group + 1] as number;
    if (from === to) continue;
    roundToTotal(table.subarray(group * size, (group + 1) * size), to - from, counts, random);
    deal(column, rows.subarray(from, to), counts, random);
  }
}

/**
 * Whole counts that add up to `total`, each within one of its share of the weights: shares rounded down, then systematic
 * sampling on the fractions. Weights that are all zero share alike.
 */
export function roundToTotal(weights: Float64Array, total: number, counts: Uint32Array, random: PublishedRandom): void {
  let sum = 0;
  for (let code = 0; code < weights.length; code++) sum += weights[code] as number;
  const even = !(sum > 0);
  const scale = even ? total / weights.length : total / sum;
  let left = total;
  for (let code = 0; code < weights.length; code++) {
    const share = even ? scale : (weights[code] as number) * scale;
    const whole = Math.min(left, Math.floor(share));
    counts[code] = whole;
    left -= whole;
  }
  if (left === 0) return;
  let fractions = 0;
  for (let code = 0; code < weights.length; code++) fractions += fractionAt(code);
  if (fractions === 0) {
    const first = weights.findIndex((weight) => even || weight > 0);
    counts[first] = (counts[first] as number) + left;
    return;
  }
  const step = fractions / left;
  let mark = random.unit() * step;
  let passed = 0;
  let last = -1;
  for (let code = 0; code < weights.length && left > 0; code++) {
    const fraction = fractionAt(code);
    passed += fraction;
    if (fraction > 0) last = code;
    if (mark < passed) {
      counts[code] = (counts[code] as number) + 1;
      left -= 1;
      mark += step;
    }
  }
  if (left > 0) counts[last] = (counts[last] as number) + left;

  function fractionAt(code: number): number {
    const share = even ? scale : (weights[code] as number) * scale;
    return share - Math.floor(share);
  }
}

/** Gives each row a code, `counts` of each, in random order. */
function deal(column: CodeColumn, rows: Uint32Array, counts: Uint32Array, random: PublishedRandom): void {
  let at = 0;
  for (let code = 0; code < counts.length; code++) {
    for (let times = counts[code] as number; times > 0; times--) column[rows[at++] as number] = code;
  }
  for (let place = rows.length - 1; place > 0; place--) {
    const other = random.below(place + 1);
    const a = rows[place] as number;
    const b = rows[other] as number;
    const code = column[a] as number;
    column[a] = column[b] as number;
    column[b] = code;
  }
}
