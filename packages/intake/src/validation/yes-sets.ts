import { codesOf, type RecordColumn, variable, yes } from '@casebridge/standard';
import type { MappedBlock } from '../validation-port.ts';

/** Many-valued variables as one small code per row: which of their flags are yes. Equal sets have equal codes. */
export interface YesSets {
  /** Distinct sets so far; grows. A set is the codes of the variable that are yes. */
  readonly sets: readonly (readonly string[])[];
  /** The set of each row of a block; reused from block to block. */
  codesOf(block: MappedBlock): Uint32Array;
}

/**
 * Follows the flag columns of a many-valued variable. A row's flags become a bit mask, and each distinct mask gets a
 * number, so that a rule on a variable with twenty flags costs what a rule on one column costs.
 *
 * @param columns the file's column ids, as in `MappedBlock.columns`
 */
export function yesSets(id: string, columns: readonly string[]): YesSets {
  const codes = codesOf(variable(id).codeList as string).map(({ code }) => code);
  if (codes.length > 31) throw new RangeError(`'${id}' has more than 31 codes`);
  const places = codes.map((code) => columns.indexOf(`${id}.${code}`));
  const flags = codes.map(() => ({ dictionary: undefined as unknown, seen: 0, yes: -1 }));
  const sets: string[][] = [];
  const numbers = new Map<number, number>();
  let masks = new Int32Array(0);
  let numbered = new Uint32Array(0);

  function numberOf(mask: number): number {
    let number = numbers.get(mask);
    if (number === undefined) {
      number = sets.length;
      numbers.set(mask, number);
      sets.push(codes.filter((_, bit) => (mask >>> bit) & 1));
    }
    return number;
  }

  return {
    sets,
    codesOf(block) {
      if (masks.length < block.rows) {
        masks = new Int32Array(block.rows);
        numbered = new Uint32Array(block.rows);
      }
      masks.fill(0, 0, block.rows);
      for (const [bit, place] of places.entries()) {
        const column = place < 0 ? undefined : block.columns[place];
        const flag = flags[bit];
        if (!column || !flag) continue;
        const code = yesCode(flag, column);
        if (code >= 0) mark(masks, column.codes, code, 1 << bit, block.rows);
      }
      let last = -1;
      let number = 0;
      for (let row = 0; row < block.rows; row++) {
        const mask = masks[row] as number;
        if (mask !== last) {
          number = numberOf(mask);
          last = mask;
        }
        numbered[row] = number;
      }
      return numbered;
    },
  };
}

/** The code of yes in a flag column; -1 while no cell says yes. */
function yesCode(flag: { dictionary: unknown; seen: number; yes: number }, column: RecordColumn): number {
  if (flag.dictionary !== column.dictionary) {
    flag.dictionary = column.dictionary;
    flag.seen = 0;
    flag.yes = -1;
  }
  if (flag.yes < 0 && flag.seen < column.dictionary.length) {
    flag.yes = column.dictionary.indexOf(yes, flag.seen);
    flag.seen = column.dictionary.length;
  }
  return flag.yes;
}

function mark(masks: Int32Array, codes: Uint32Array, code: number, bit: number, rows: number): void {
  for (let row = 0; row < rows; row++) if (codes[row] === code) masks[row] = (masks[row] as number) | bit;
}
