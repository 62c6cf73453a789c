/** The distinct texts of an output column, numbered in order of appearance. The array only grows. */
export interface TextPool {
  readonly texts: readonly string[];
  readonly code: (text: string) => number;
}

export function textPool(): TextPool {
  const texts: string[] = [];
  const codes = new Map<string, number>();
  return {
    texts,
    code(text) {
      const known = codes.get(text);
      if (known !== undefined) return known;
      codes.set(text, texts.length);
      texts.push(text);
      return texts.length - 1;
    },
  };
}

/** A column of a block while it is being made. A constant column has code 0 in every row. */
export interface WorkColumn {
  readonly texts: readonly string[];
  readonly codes: Uint32Array;
  readonly isConstant: boolean;
}

/** A typed array of at least `length`, keeping what it holds. */
export function atLeast<T extends Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(array: T, length: number): T {
  if (array.length >= length) return array;
  const Longer = array.constructor as new (length: number) => T;
  const longer = new Longer(Math.max(length, array.length * 2, 64));
  longer.set(array);
  return longer;
}
