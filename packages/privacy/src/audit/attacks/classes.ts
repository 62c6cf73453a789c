import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import { sizesOfTable } from './attack-input.ts';

/** Rows that agree on some columns share a class; classes are numbered by first appearance, over all tables given. */
export interface Classes {
  /** Class of each row, one array per table. */
  readonly of: readonly Uint32Array[];
  readonly count: number;
}

/**
 * Sorts rows into classes by refining column after column: exact whatever the number of possible combinations, in time
 * proportional to rows × columns.
 */
export function classesOver(tables: readonly CaseTable[], columns: readonly number[]): Classes {
  let classes: Classes = { of: tables.map(({ rows }) => new Uint32Array(rows)), count: 1 };
  const [first] = tables;
  if (!first) return classes;
  const sizes = sizesOfTable(first);
  for (const column of columns) {
    classes = refineClasses(
      classes,
      tables.map((table) => table.columns[column] as CodeColumn),
      sizes[column] as number,
    );
  }
  return classes;
}

/** Splits classes by one more column. */
export function refineClasses(classes: Classes, columns: readonly CodeColumn[], size: number): Classes {
  const rows = columns.reduce((sum, { length }) => sum + length, 0);
  const keys = classes.count * size;
  const number = keys <= Math.max(2 ** 20, 4 * rows) ? denseNumbering(keys) : hashedNumbering(rows);
  const of = classes.of.map((before, table) => {
    const column = columns[table] as CodeColumn;
    const after = new Uint32Array(before.length);
    for (let row = 0; row < after.length; row++) {
      after[row] = number.of((before[row] as number) * size + (column[row] as number));
    }
    return after;
  });
  return { of, count: number.count() };
}

/** Rows per class of one table. */
export function classSizes(classes: Classes, table = 0): Uint32Array {
  const sizes = new Uint32Array(classes.count);
  const of = classes.of[table] as Uint32Array;
  for (let row = 0; row < of.length; row++) sizes[of[row] as number] = (sizes[of[row] as number] as number) + 1;
  return sizes;
}

interface Numbering {
  of(key: number): number;
  count(): number;
}

function denseNumbering(keys: number): Numbering {
  const known = new Uint32Array(keys);
  let count = 0;
  return {
    of(key) {
      const found = known[key] as number;
      if (found !== 0) return found - 1;
      known[key] = ++count;
      return count - 1;
    },
    count: () => count,
  };
}

/** Open addressing over at least twice as many places as there can be keys. */
function hashedNumbering(mostKeys: number): Numbering {
  const places = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * mostKeys)));
  const mask = places - 1;
  const keys = new Float64Array(places).fill(-1);
  const numbers = new Uint32Array(places);
  let count = 0;
  return {
    of(key) {
      let place = (Math.imul(key % 4_294_967_296, 0x9e3779b1) ^ Math.imul((key / 4_294_967_296) | 0, 0x85ebca6b)) >>> 7;
      place &= mask;
      for (;;) {
        const there = keys[place] as number;
        if (there === key) return numbers[place] as number;
        if (there < 0) {
          keys[place] = key;
          numbers[place] = count++;
          return count - 1;
        }
        place = (place + 1) & mask;
      }
    },
    count: () => count,
  };
}
