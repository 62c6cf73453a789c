// Counts of all combinations of at most m published values. One table per set of columns, the sets forming a tree: a set's parent
// lacks its last column. A combination that k rows share gets a number in its set's table, and the tables below are rows × the last
// column's values, rows being these numbers: after all, no rarer combination need be extended. Number 0 and value 0 stand for "not
// published"; the cells they fill are set to `never`, so that no loop has to ask.
import { Refusal } from '@casebridge/refusal';

/** Count of a cell that is no combination: never below k. */
export const never = 0xffffffff;

/** Most counters in all tables together: half a gigabyte. */
export const mostCounters = 2 ** 27;

/** Rows handled at a time, so that prefix numbers stay in the caches. */
const blockRows = 8192;

/** Counts of one set of columns. */
export interface SetTable {
  /** Position among all tables. */
  readonly index: number;
  readonly depth: number;
  readonly column: number;
  /** Columns of the set, ascending. */
  readonly columns: readonly number[];
  readonly parent: SetTable | null;
  /** Values of the last column, 0 for not published included. */
  readonly size: number;
  /** By prefix number × `size` + value. */
  counts: Uint32Array;
  /** Number of each cell as a prefix; empty in the deepest tables. */
  numberOf: Uint32Array;
  /** Cell of each number. */
  cellOf: Uint32Array;
  /** Numbers in use, 0 included. */
  numbers: number;
  /** Cells between 0 and k. */
  rareCells: number;
  /** Whether a table below this one had a rare cell when it was last asked. */
  hasRareBelow: boolean;
  /** By last column; absent up to this set's own last column. */
  readonly children: (SetTable | undefined)[];
}

export interface CombinationTables {
  /** Tables of one column, by column. */
  readonly roots: readonly SetTable[];
  /** All tables, by index. */
  readonly all: readonly SetTable[];
  /** Cells between 0 and k over all tables. */
  rareCells(): number;
  /** Counts everything anew from the columns as they are. Refusal where the tables would be too large. */
  recount(onProgress?: (done: number) => void, signal?: AbortSignal): void;
  /** The rare combinations of the rows of a block, row by row. Overwritten by the next call. */
  rareOf(block: number): RareOfBlock;
  readonly blocks: number;
}

/** Rare combinations of the rows of a block. */
export interface RareOfBlock {
  readonly firstRow: number;
  readonly rows: number;
  /** First entry of each row in `sets`, and the end. */
  readonly starts: Uint32Array;
  /** Indices of tables in which a row's combination is rare. */
  readonly sets: Uint32Array;
}

/** @param columns codes per row, 0 where nothing is published; read again at every recount */
export function combinationTables(
  columns: readonly Uint16Array[],
  sizes: readonly number[],
  rows: number,
  k: number,
  m: number,
): CombinationTables {
  let made = 0;
  const make = (parent: SetTable | null, column: number): SetTable => ({
    index: made++,
    depth: (parent?.depth ?? 0) + 1,
    column,
    columns: [...(parent?.columns ?? []), column],
    parent,
    size: (sizes[column] as number) + 1,
    counts: new Uint32Array(0),
    numberOf: new Uint32Array(0),
    cellOf: new Uint32Array(0),
    numbers: 0,
    rareCells: 0,
    hasRareBelow: false,
    children: [],
  });
  const roots = columns.map((_, column) => make(null, column));
  const levels: SetTable[][] = [roots];
  for (let depth = 2; depth <= m; depth++) {
    const tables: SetTable[] = [];
    for (const parent of levels[depth - 2] as SetTable[]) {
      for (let column = parent.column + 1; column < columns.length; column++) {
        const table = make(parent, column);
        parent.children[column] = table;
        tables.push(table);
      }
    }
    levels.push(tables);
  }
  // Per depth the rows of the block whose values so far are a numbered prefix, and that number.
  const prefixes = Array.from({ length: m }, () => new Uint32Array(blockRows));
  const members = Array.from({ length: m }, () => new Uint32Array(blockRows));
  const blocks = Math.ceil(rows / blockRows);
  const all = levels.flat();
  const found = foundList();

  /** Goes down the tree for one block; `visit` sees the tables that `wants` asks for, with the rows that have their prefix; it goes below those that `leads` to any. */
  const walk = (
    block: number,
    deepest: number,
    leads: (table: SetTable) => boolean,
    wants: (table: SetTable) => boolean,
    visit: (table: SetTable, prefix: Uint32Array, rowsOf: Uint32Array, length: number) => void,
  ) => {
    const start = block * blockRows;
    const length = Math.min(blockRows, rows - start);
    const top = members[0] as Uint32Array;
    for (let at = 0; at < length; at++) top[at] = start + at;
    (prefixes[0] as Uint32Array).fill(1);
    const down = (tables: readonly (SetTable | undefined)[], depth: number, length: number) => {
      const prefix = prefixes[depth] as Uint32Array;
      const rowsOf = members[depth] as Uint32Array;
      for (const table of tables) {
        if (!table) continue;
        if (wants(table)) visit(table, prefix, rowsOf, length);
        if (table.depth >= deepest || table.numbers <= 1 || !leads(table)) continue;
        const [numbers, kept] = [prefixes[depth + 1] as Uint32Array, members[depth + 1] as Uint32Array];
        const left = number(numbers, kept, table, prefix, rowsOf, columns[table.column] as Uint16Array, length);
        if (left > 0) down(table.children, depth + 1, left);
      }
    };
    down(roots, 0, length);
  };

  return {
    roots,
    all,
    blocks,
    rareCells: () => all.reduce((sum, { rareCells }) => sum + rareCells, 0),
    recount(onProgress, signal) {
      let counters = 0;
      for (const [at, tables] of levels.entries()) {
        const depth = at + 1;
        for (const table of tables) {
          const prefixNumbers = table.parent ? table.parent.numbers : 2;
          const cells = prefixNumbers <= 1 ? 0 : prefixNumbers * table.size;
          counters += cells;
          if (counters > mostCounters) throw tooLarge(depth);
          if (table.counts.length === cells) table.counts.fill(0);
          else table.counts = new Uint32Array(cells);
        }
        const isCounted = (table: SetTable) => table.depth === depth && table.counts.length > 0;
        for (let block = 0; block < blocks; block++) {
          signal?.throwIfAborted();
          walk(block, depth, always, isCounted, (table, prefix, rowsOf, length) => {
            count(table.counts, table.size, prefix, rowsOf, columns[table.column] as Uint16Array, length);
          });
          onProgress?.((at + (block + 1) / blocks) / levels.length);
        }
        for (const table of tables) close(table, k, depth < m);
      }
    },
    rareOf(block) {
      found.length = 0;
      // From the deepest up, so that each table knows of those below it.
      for (let at = all.length - 1; at >= 0; at--) {
        const table = all[at] as SetTable;
        table.hasRareBelow = table.children.some((child) => child && (child.rareCells > 0 || child.hasRareBelow));
      }
      walk(block, m, leadsToRare, hasRare, (table, prefix, rowsOf, length) => {
        const { counts, size, index } = table;
        const codes = columns[table.column] as Uint16Array;
        found.reserve(length);
        const { rows: foundRows, sets } = found;
        let next = found.length;
        for (let at = 0; at < length; at++) {
          const row = rowsOf[at] as number;
          foundRows[next] = row;
          sets[next] = index;
          if ((counts[(prefix[at] as number) * size + (codes[row] as number)] as number) < k) next++;
        }
        found.length = next;
      });
      const firstRow = block * blockRows;
      return sortedByRow(found, firstRow, Math.min(blockRows, rows - firstRow));
    },
  };
}

const always = () => true;
const leadsToRare = ({ hasRareBelow }: SetTable) => hasRareBelow;
const hasRare = ({ rareCells }: SetTable) => rareCells > 0;

/** Two growing columns: a row, and a table in which its combination is rare. */
function foundList() {
  const list = {
    length: 0,
    rows: new Uint32Array(65_536),
    sets: new Uint32Array(65_536),
    reserve(more: number): void {
      if (list.length + more <= list.rows.length) return;
      for (const name of ['rows', 'sets'] as const) {
        const longer = new Uint32Array(2 * (list.length + more));
        longer.set(list[name].subarray(0, list.length));
        list[name] = longer;
      }
    },
  };
  return list;
}

function sortedByRow(found: ReturnType<typeof foundList>, firstRow: number, rows: number): RareOfBlock {
  const starts = new Uint32Array(rows + 1);
  for (let at = 0; at < found.length; at++) {
    const next = (found.rows[at] as number) - firstRow + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const places = starts.slice();
  const sets = new Uint32Array(found.length);
  for (let at = 0; at < found.length; at++) {
    const row = (found.rows[at] as number) - firstRow;
    sets[places[row] as number] = found.sets[at] as number;
    places[row] = (places[row] as number) + 1;
  }
  return { firstRow, rows, starts, sets };
}

function count(
  counts: Uint32Array,
  size: number,
  prefix: Uint32Array,
  rowsOf: Uint32Array,
  codes: Uint16Array,
  length: number,
): void {
  for (let at = 0; at < length; at++) {
    const cell = (prefix[at] as number) * size + (codes[rowsOf[at] as number] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
}

/** The rows that have a numbered prefix with this table's column too, and its number. */
function number(
  numbers: Uint32Array,
  kept: Uint32Array,
  { numberOf, size }: SetTable,
  prefix: Uint32Array,
  rowsOf: Uint32Array,
  codes: Uint16Array,
  length: number,
): number {
  let left = 0;
  for (let at = 0; at < length; at++) {
    const row = rowsOf[at] as number;
    const found = numberOf[(prefix[at] as number) * size + (codes[row] as number)] as number;
    numbers[left] = found;
    kept[left] = row;
    if (found !== 0) left++;
  }
  return left;
}

/** Ends the counting of a table: marks the cells that are no combination, counts rare ones and numbers the others. */
function close(table: SetTable, k: number, hasChildren: boolean): void {
  const { counts, size } = table;
  for (let cell = 0; cell < Math.min(size, counts.length); cell++) counts[cell] = never;
  for (let cell = 0; cell < counts.length; cell += size) counts[cell] = never;
  let rare = 0;
  let numbers = 1;
  for (let cell = 0; cell < counts.length; cell++) {
    const rows = counts[cell] as number;
    if (rows === 0 || rows === never) continue;
    if (rows < k) rare++;
    else numbers++;
  }
  table.rareCells = rare;
  table.numbers = numbers;
  if (!hasChildren) return;
  const numberOf = new Uint32Array(counts.length);
  const cellOf = new Uint32Array(numbers);
  let next = 1;
  for (let cell = 0; cell < counts.length; cell++) {
    const rows = counts[cell] as number;
    if (rows < k || rows === never) continue;
    numberOf[cell] = next;
    cellOf[next++] = cell;
  }
  table.numberOf = numberOf;
  table.cellOf = cellOf;
}

function tooLarge(depth: number): Refusal {
  return new Refusal(
    'combinations-large',
    `Combinations of ${depth} columns need more than ${mostCounters} counters; name fewer columns, make the largest coarser, or lower --m.`,
  );
}
