/** A value that JSON can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/**
 * Canonical JSON in the manner of RFC 8785 for values without fractions: members sorted by UTF-16 code units, no spaces,
 * safe integers only. Two equal values have equal bytes, so a hash over them names the value. Members that are
 * `undefined` are left out. Throws a RangeError for a number that is not a safe integer.
 */
export function canonicalJson(value: JsonValue): string {
  return write(value, (number) => {
    if (!Number.isSafeInteger(number)) throw new RangeError(`${number} is not a safe integer`);
    return number === 0 ? '0' : String(number);
  });
}

/**
 * The same layout with fractions allowed, written in the shortest form that reads back as the same double. Throws a
 * RangeError for NaN and infinities.
 */
export function sortedJson(value: JsonValue): string {
  return write(value, finiteNumber, (numbers) => {
    for (const number of numbers) finiteNumber(number);
    return JSON.stringify(numbers);
  });
}

function finiteNumber(number: number): string {
  if (!Number.isFinite(number)) throw new RangeError(`${number} has no JSON form`);
  return JSON.stringify(number);
}

function write(
  value: JsonValue,
  number: (value: number) => string,
  // Long lists of numbers are written in one go: a string for each of millions of cells would fill the memory.
  numbers?: (values: readonly number[]) => string,
): string {
  if (typeof value === 'number') return number(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) {
    return numbers && value.every((item) => typeof item === 'number')
      ? numbers(value)
      : `[${value.map((item) => write(item, number, numbers)).join(',')}]`;
  }
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(value[key] as JsonValue, number, numbers)}`);
  return `{${members.join(',')}}`;
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
