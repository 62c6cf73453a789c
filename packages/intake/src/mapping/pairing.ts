import { type TextPool, textPool, type WorkColumn } from './text-pool.ts';

/** Works a column out of two others, row by row, evaluating each pair of cells once for the whole file. */
export type Pairing = (first: WorkColumn, second: WorkColumn, rows: number) => WorkColumn;

export function pairing(value: (first: string, second: string) => string): Pairing {
  const pool: TextPool = textPool();
  // Code + 1 of the result per pair of codes, in rows of `width` that grows with the second column's dictionary.
  let known = new Uint32Array(0);
  let width = 0;
  let height = 0;
  const many = new Map<number, number>();

  function fit(first: number, second: number): void {
    if (first <= height && second <= width) return;
    const newHeight = first > height ? first * 2 : height;
    const newWidth = second > width ? second * 2 : width;
    if (newHeight * newWidth > 4_000_000) return;
    known = new Uint32Array(newHeight * newWidth);
    height = newHeight;
    width = newWidth;
  }

  return (first, second, rows) => {
    fit(first.texts.length, second.texts.length);
    const result = (a: number, b: number): number =>
      pool.code(value(first.texts[a] as string, second.texts[b] as string));
    if (first.isConstant && second.isConstant && pool.texts.length === 0) result(0, 0);
    if (first.isConstant && second.isConstant && pool.texts.length === 1)
      return { texts: pool.texts, codes: first.codes, isConstant: true };
    const codes = new Uint32Array(rows);
    const isDense = first.texts.length <= height && second.texts.length <= width;
    for (let row = 0; row < rows; row++) {
      const a = first.codes[row] as number;
      const b = second.codes[row] as number;
      if (isDense) {
        const at = a * width + b;
        let code = known[at] as number;
        if (code === 0) {
          code = result(a, b) + 1;
          known[at] = code;
        }
        codes[row] = code - 1;
      } else {
        const key = a * 0x4000000 + b;
        let code = many.get(key);
        if (code === undefined) {
          code = result(a, b);
          many.set(key, code);
        }
        codes[row] = code;
      }
    }
    return { texts: pool.texts, codes, isConstant: false };
  };
}

const zeros = new Uint32Array(8192);
const constants = new Map<string, readonly string[]>();

/** A column with one text in every row. Its codes are shared and must not be written to. */
export function constantColumn(text: string, rows: number): WorkColumn {
  let texts = constants.get(text);
  if (!texts) {
    texts = Object.freeze([text]);
    constants.set(text, texts);
  }
  return { texts, codes: rows <= zeros.length ? zeros : new Uint32Array(rows), isConstant: true };
}
