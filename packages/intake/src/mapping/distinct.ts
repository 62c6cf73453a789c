// Work is done once per distinct combination of source cells, not once per row.
import type { RowBlock } from '../table.ts';

/** The combinations of some columns' cells seen so far, and which one each row of the current block has. */
export interface Distinct {
  /** Takes in a block. `restarted`: numbers of earlier blocks no longer hold. */
  readonly advance: (block: RowBlock) => {
    readonly codes: Uint32Array;
    readonly size: number;
    readonly restarted: boolean;
  };
  /** Cells of one combination, parallel to the columns. */
  readonly cells: (code: number) => readonly string[];
}

/** Combinations are forgotten with a new block once there are more than this. */
const maxCombinations = 262_144;

/** @param columns positions of the columns in the table */
export function distinctCells(columns: readonly number[]): Distinct {
  if (columns.length === 0) return noColumns();
  return columns.length === 1 ? oneColumn(columns[0] as number) : severalColumns(columns);
}

function noColumns(): Distinct {
  let codes = new Uint32Array(0);
  return {
    advance(block) {
      if (codes.length < block.rows) codes = new Uint32Array(block.rows);
      return { codes, size: 1, restarted: false };
    },
    cells: () => [],
  };
}

function oneColumn(column: number): Distinct {
  let dictionary: readonly string[] = [];
  return {
    advance(block) {
      const raw = block.columns[column];
      if (!raw) throw new RangeError(`the block has no column ${column}`);
      const restarted = raw.dictionary !== dictionary;
      dictionary = raw.dictionary;
      return { codes: raw.codes, size: dictionary.length, restarted };
    },
    cells: (code) => [dictionary[code] ?? ''],
  };
}

function severalColumns(columns: readonly number[]): Distinct {
  let dictionaries: readonly (readonly string[])[] = [];
  let combinations: (readonly string[])[] = [];
  let codeOf = columns.map(() => new Map<number, number>());
  let counts = columns.map(() => 0);
  return {
    advance(block) {
      const raws = columns.map((column) => {
        const raw = block.columns[column];
        if (!raw) throw new RangeError(`the block has no column ${column}`);
        return raw;
      });
      const restarted =
        combinations.length > maxCombinations || raws.some((raw, n) => raw.dictionary !== dictionaries[n]);
      if (restarted) {
        combinations = [];
        codeOf = columns.map(() => new Map());
        counts = columns.map(() => 0);
      }
      dictionaries = raws.map((raw) => raw.dictionary);
      const codes = new Uint32Array(block.rows);
      for (let row = 0; row < block.rows; row++) {
        let code = raws[0]?.codes[row] as number;
        for (let n = 1; n < raws.length; n++) {
          // Two numbers below 2^26 in one exact double.
          const key = code * 0x4000000 + (raws[n]?.codes[row] as number);
          const map = codeOf[n] as Map<number, number>;
          let next = map.get(key);
          if (next === undefined) {
            next = counts[n] as number;
            counts[n] = next + 1;
            map.set(key, next);
            if (n === raws.length - 1)
              combinations.push(raws.map((raw) => raw.dictionary[raw.codes[row] as number] ?? ''));
          }
          code = next;
        }
        codes[row] = code;
      }
      return { codes, size: combinations.length, restarted };
    },
    cells: (code) => combinations[code] ?? [],
  };
}
