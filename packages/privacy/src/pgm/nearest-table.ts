/**
 * The table of non-negative cells nearest to noisy ones, among those with given margins: `min Σ (x − y)² / 2v` subject to
 * `x ≥ 0` and sums. Its solution is `x = max(0, y + v Σ λ)` with one λ for each cell of each margin. A margin's λ are found
 * exactly, each from its own cells (Michelot 1986, "A finite algorithm for finding the projection of a point onto the
 * canonical simplex"); with several margins they are found in turn until all agree.
 */

/** Sums that a table must have. */
export interface Margin {
  /** For each cell of the table, the cell of the margin it is summed into. */
  readonly cellOf: Int32Array;
  readonly targets: Float64Array;
}

/** Turns over all margins. */
const mostTurns = 1000;

/**
 * @param values noisy cells
 * @param variances of their noise; 0 marks a cell that is zero by declaration
 * @param tolerance greatest sum of absolute differences of a margin from its targets, in records
 * @param onTurn called before every turn over the margins; may throw to stop the work
 * @returns null where no table has these margins, or none was found; margins are met to the tolerance, and a sum is zero
 *   only where its target is
 */
export function nearestTable(
  values: Float64Array,
  variances: Float64Array,
  margins: readonly Margin[],
  tolerance: number,
  onTurn: () => void,
): Float64Array | null {
  // The cells before they are cut off at zero: y + v Σ λ.
  const raw = values.slice();
  const open = openVariances(variances, margins);
  const rows = margins.map(({ cellOf, targets }) => cellsByRow(cellOf, targets.length));
  for (let turn = 0; turn < mostTurns; turn++) {
    onTurn();
    for (const [at, margin] of margins.entries()) {
      if (!meetMargin(raw, open, rows[at] as Rows, margin.targets)) return null;
    }
    if (margins.every((margin) => gapOf(raw, open, margin) <= tolerance)) return cutOff(raw, open, margins, rows);
  }
  return null;
}

/** Cells under a target of nothing are closed as well. */
function openVariances(variances: Float64Array, margins: readonly Margin[]): Float64Array {
  return variances.map((variance, cell) =>
    margins.every(({ cellOf, targets }) => (targets[cellOf[cell] as number] as number) > 0) ? variance : 0,
  );
}

interface Rows {
  readonly cells: Int32Array;
  readonly starts: Int32Array;
}

function cellsByRow(cellOf: Int32Array, count: number): Rows {
  const starts = new Int32Array(count + 1);
  for (let cell = 0; cell < cellOf.length; cell++) {
    const after = (cellOf[cell] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let row = 0; row < count; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const next = starts.slice();
  const cells = new Int32Array(cellOf.length);
  for (let cell = 0; cell < cellOf.length; cell++) {
    const row = cellOf[cell] as number;
    const place = next[row] as number;
    cells[place] = cell;
    next[row] = place + 1;
  }
  return { cells, starts };
}

/** Moves every row of cells by its own λ v, so that what is above zero sums to the target. False: a row has no open cell. */
function meetMargin(
  raw: Float64Array,
  variances: Float64Array,
  { cells, starts }: Rows,
  targets: Float64Array,
): boolean {
  for (let row = 0; row < targets.length; row++) {
    const [from, to] = [starts[row] as number, starts[row + 1] as number];
    const target = targets[row] as number;
    const by = multiplierOf(raw, variances, cells.subarray(from, to), target);
    if (by === null) {
      if (target > 0) return false;
      continue;
    }
    for (let at = from; at < to; at++) {
      const cell = cells[at] as number;
      raw[cell] = (raw[cell] as number) + by * (variances[cell] as number);
    }
  }
  return true;
}

/** The λ with `Σ max(0, raw + λ v) = target`: cells at or below zero are left out until none is. Null: no open cell. */
function multiplierOf(raw: Float64Array, variances: Float64Array, cells: Int32Array, target: number): number | null {
  let by = Infinity;
  for (let kept = Infinity; ; ) {
    let count = 0;
    let sum = 0;
    let spread = 0;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as number;
      const variance = variances[cell] as number;
      if (variance === 0) continue;
      if (by !== Infinity && (raw[cell] as number) + by * variance <= 0) continue;
      count += 1;
      sum += raw[cell] as number;
      spread += variance;
    }
    if (count === 0) return by === Infinity ? null : by;
    if (count >= kept) return by;
    kept = count;
    by = (target - sum) / spread;
  }
}

function gapOf(raw: Float64Array, variances: Float64Array, { cellOf, targets }: Margin): number {
  const sums = new Float64Array(targets.length);
  for (let cell = 0; cell < raw.length; cell++) {
    if ((variances[cell] as number) === 0 || !((raw[cell] as number) > 0)) continue;
    const row = cellOf[cell] as number;
    sums[row] = (sums[row] as number) + (raw[cell] as number);
  }
  let gap = 0;
  for (let row = 0; row < sums.length; row++) gap += Math.abs((sums[row] as number) - (targets[row] as number));
  return gap;
}

/** What is above zero; and a cell for every row that is to have something and was left with nothing, within the tolerance. */
function cutOff(
  raw: Float64Array,
  open: Float64Array,
  margins: readonly Margin[],
  rows: readonly Rows[],
): Float64Array {
  const table = raw.map((value, cell) => (open[cell] === 0 ? 0 : Math.max(0, value)));
  for (const [at, { targets }] of margins.entries()) {
    const { cells, starts } = rows[at] as Rows;
    for (let row = 0; row < targets.length; row++) {
      const own = cells.subarray(starts[row] as number, starts[row + 1] as number);
      if (targets[row] === 0 || own.some((cell) => (table[cell] as number) > 0)) continue;
      let best = -1;
      for (const cell of own) {
        if (open[cell] !== 0 && (best < 0 || (raw[cell] as number) > (raw[best] as number))) best = cell;
      }
      table[best] = targets[row] as number;
    }
  }
  return table;
}
