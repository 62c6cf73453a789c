// k^m-anonymity (Terrovitis, Mamoulis, Kalnis 2008) for wide tables by cell suppression: every combination of at most m published
// values that occurs is shared by at least k rows. Each row's rare combinations are hit by few cells, greedily; the counts that
// change are counted anew until nothing is rare; then cells are put back wherever that makes nothing rare. A missing value is not
// published and guards nothing; neither is `*`.
import { Refusal } from '@casebridge/refusal';
import { combinationTables, type SetTable } from './combination-tables.ts';
import { hittingCells } from './hitting-cells.ts';
import { type RowCombinations, rowCombinations } from './row-combinations.ts';
import { rowsByValue } from './rows-by-value.ts';

/** Rows × columns of any categories. */
export interface WideTable {
  readonly columns: readonly string[];
  /** Codes per row and column; 0 stands for missing, 1… for the column's values. Not changed. */
  readonly codes: readonly Uint16Array[];
  /** Values of each column, missing not counted. */
  readonly sizes: readonly number[];
  readonly rows: number;
}

export interface SuppressOptions {
  readonly k: number;
  /** Most values an attacker is taken to know; 3 when absent, at most 4. */
  readonly m?: number;
  /** How much is lost with a cell of a column; 1 where it is not named. */
  readonly importance?: Readonly<Record<string, number>>;
  readonly onProgress?: (phase: string, done: number) => void;
  readonly signal?: AbortSignal;
}

export interface SuppressedTable {
  /** As given, with 0 for a suppressed cell too. */
  readonly codes: readonly Uint16Array[];
  /** 1 for a suppressed cell, per column and row. */
  readonly suppressed: readonly Uint8Array[];
  /** Suppressed cells per column. */
  readonly cells: readonly number[];
  /** Cells that were suppressed on the way and put back. */
  readonly restored: number;
}

/** Newly rare combinations that are followed up one by one; more are found by going through all rows again. */
const mostFollowed = 2_000;

interface RareCell {
  readonly set: SetTable;
  readonly cell: number;
}

/** Suppresses cells until the table is k^m-anonymous. Rows are never left out; the same table gives the same cells. */
export function suppressCombinations(table: WideTable, options: SuppressOptions): SuppressedTable {
  const { k, m = 3, signal, onProgress } = options;
  checkWide(table, k, m);
  const importance = table.columns.map((name) => options.importance?.[name] ?? 1);
  for (const [at, weight] of importance.entries()) {
    if (!(weight > 0)) throw new Refusal('importance', `The importance of '${table.columns[at]}' must be above 0.`);
  }
  const codes = table.codes.map((column) => column.slice());
  const depth = Math.min(m, codes.length);
  const tables = combinationTables(codes, table.sizes, table.rows, k, depth);
  const combinations = rowCombinations(tables.roots, codes, k, depth);
  const hitting = hittingCells(tables.all, importance);

  let open: RareCell[] = [];
  const becameRare = (set: SetTable, cell: number) => open.push({ set, cell });
  const recount = () => tables.recount((done) => onProgress?.('counting combinations', done), signal);
  const pass = (hide: (row: number, column: number) => void) => {
    for (let block = 0; block < tables.blocks; block++) {
      signal?.throwIfAborted();
      onProgress?.('suppressing cells', block / tables.blocks);
      suppressBlock(block, hide);
    }
  };
  recount();
  if (tables.rareCells() > 0) {
    // Most cells go in the first pass: counting anew is then sooner done than taking each of them out of its combinations.
    pass((row, column) => {
      (codes[column] as Uint16Array)[row] = 0;
    });
    recount();
    do {
      open = [];
      pass((row, column) => combinations.remove(row, column, becameRare));
    } while (open.length > mostFollowed);
    followUp();
  }
  const restored = restore();
  const suppressed = codes.map((column, at) =>
    Uint8Array.from(column, (code, row) => (code === 0 && table.codes[at]?.[row] !== 0 ? 1 : 0)),
  );
  return {
    codes,
    suppressed,
    cells: suppressed.map((column) => column.reduce((sum, cell) => sum + cell, 0)),
    restored,
  };

  /** Hits every combination that is rare in a block of rows when the block is begun. */
  function suppressBlock(block: number, hide: (row: number, column: number) => void): void {
    const { firstRow, rows, starts, sets } = tables.rareOf(block);
    for (let at = 0; at < rows; at++) {
      const rare = sets.subarray(starts[at], starts[at + 1]);
      if (rare.length === 0) continue;
      for (const column of hitting(rare)) hide(firstRow + at, column);
    }
  }

  /** Works off the combinations that became rare, and those that this makes rare. */
  function followUp(): void {
    const byValue = rowsByValue(table.codes, table.sizes);
    while (open.length > 0) {
      signal?.throwIfAborted();
      const now = open;
      open = [];
      for (const { set, cell } of now) {
        if (set.counts[cell] === 0) continue;
        for (const row of byValue.holding(codes, set, cell)) {
          const rare: number[] = [];
          combinations.eachRare(row, ({ index }) => rare.push(index));
          for (const column of hitting(Uint32Array.from(rare))) combinations.remove(row, column, becameRare);
        }
      }
    }
  }

  /** Puts cells back in an order that favours no row, until a pass puts none back. */
  function restore(): number {
    const cells: number[] = [];
    for (const [column, original] of table.codes.entries()) {
      for (let row = 0; row < table.rows; row++) {
        if (original[row] !== 0 && codes[column]?.[row] === 0) cells.push(row * codes.length + column);
      }
    }
    shuffle(cells);
    return putBack(cells, combinations);
  }

  function putBack(cells: readonly number[], into: RowCombinations): number {
    let left = cells;
    let restoredCells = 0;
    for (;;) {
      signal?.throwIfAborted();
      onProgress?.('putting cells back', 1 - left.length / Math.max(1, cells.length));
      const failed = left.filter((cell) => {
        const column = cell % codes.length;
        const row = (cell - column) / codes.length;
        return !into.restore(row, column, table.codes[column]?.[row] as number);
      });
      restoredCells += left.length - failed.length;
      if (failed.length === left.length) return restoredCells;
      left = failed;
    }
  }
}

function checkWide(table: WideTable, k: number, m: number): void {
  if (table.columns.length === 0) {
    throw new Refusal('quasi-none', 'No column is named; name the columns an attacker may know.');
  }
  if (table.sizes.some((size) => size > 65_535)) {
    throw new Refusal('values-many', 'A column has more than 65,535 values; make it coarser first.');
  }
  if (!Number.isSafeInteger(k) || k < 2) {
    throw new Refusal('k-size', 'k must be a whole number from 2 up: the fewest rows that share a combination.');
  }
  if (!Number.isSafeInteger(m) || m < 1 || m > 4) {
    throw new Refusal('m-size', 'm must be 1, 2, 3 or 4: the most values an attacker is taken to know.');
  }
}

/** Fisher and Yates, with a fixed generator: there is nothing to hide in the order. */
function shuffle(cells: number[]): void {
  let state = 0x9e3779b9;
  for (let at = cells.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    [cells[at], cells[other]] = [cells[other] as number, cells[at] as number];
  }
}
