import type { MissingReason } from '@casebridge/standard';
import { missingReasons } from '@casebridge/standard';
import { fault, type Located, type LocatedMap } from './located.ts';

/** Reads the parts of one map of a mapping file, and complains with file and line of what it does not expect. */
export interface Parts {
  readonly file: string;
  readonly line: number;
  has(key: string): boolean;
  text(key: string): string;
  optionalText(key: string): string | null;
  oneOf<const T extends string>(key: string, allowed: readonly T[]): T;
  optionalOneOf<const T extends string>(key: string, allowed: readonly T[]): T | null;
  /** A whole number of one or more. */
  positive(key: string, fallback: number): number;
  flag(key: string): boolean;
  /** One text or a list of texts; empty where absent. */
  texts(key: string): readonly string[];
  /** A table from text to text. */
  textTable(key: string): Readonly<Record<string, string>>;
  /** A table from text to one or several texts. */
  textsTable(key: string): Readonly<Record<string, readonly string[]>>;
  /** A table from cell text to missing reason. */
  reasonTable(key: string): Readonly<Record<string, MissingReason>>;
  part(key: string): Parts;
  optionalPart(key: string): Parts | null;
  list(key: string): readonly Located[];
  lineOf(key: string): number;
  fault(what: string, key?: string): Error;
  /** Refuses parts nobody asked for. Call last. */
  done(): void;
}

/** @param what what the map is, for messages: `a field` */
export function partsOf(node: Located, what: string, file: string): Parts {
  if (node.kind !== 'map')
    throw fault(file, node.line, `${what} is a set of named parts, as in { to: sex, from: Sex }`);
  const map: LocatedMap = node;
  const asked = new Set<string>();

  const find = (key: string): Located | undefined => {
    asked.add(key);
    return map.entries.get(key);
  };
  const lineOf = (key: string): number => map.entries.get(key)?.line ?? map.line;
  const wrong = (message: string, key?: string): Error =>
    fault(file, key === undefined ? map.line : lineOf(key), message);

  const textOf = (found: Located, key: string): string => {
    if (found.kind !== 'text') throw fault(file, found.line, `'${key}' of ${what} must be one text`);
    return found.text;
  };
  const textsOf = (found: Located, key: string): readonly string[] =>
    found.kind === 'list' ? found.items.map((item) => textOf(item, key)) : [textOf(found, key)];
  const table = <T>(key: string, read: (found: Located) => T): Record<string, T> => {
    const found = find(key);
    const result: Record<string, T> = Object.create(null) as Record<string, T>;
    if (!found) return result;
    if (found.kind !== 'map') throw fault(file, found.line, `'${key}' of ${what} must be a table, as in { M: male }`);
    for (const [name, value] of found.entries) result[name] = read(value);
    return result;
  };
  const choice = <T extends string>(text: string, key: string, allowed: readonly T[]): T => {
    const found = allowed.find((candidate) => candidate === text);
    if (found === undefined)
      throw wrong(`'${key}' of ${what} is '${text}'; it must be one of ${allowed.join(', ')}`, key);
    return found;
  };

  const parts: Parts = {
    file,
    line: map.line,
    lineOf,
    fault: wrong,
    has: (key) => map.entries.has(key),
    text(key) {
      const found = find(key);
      if (!found) throw wrong(`${what} needs '${key}'`);
      return textOf(found, key);
    },
    optionalText(key) {
      const found = find(key);
      return found ? textOf(found, key) : null;
    },
    oneOf: (key, allowed) => choice(parts.text(key), key, allowed),
    optionalOneOf(key, allowed) {
      const text = parts.optionalText(key);
      return text === null ? null : choice(text, key, allowed);
    },
    positive(key, fallback) {
      const text = parts.optionalText(key);
      if (text === null) return fallback;
      const value = Number(text);
      if (!Number.isInteger(value) || value < 1) throw wrong(`'${key}' of ${what} must be a whole number from 1`, key);
      return value;
    },
    flag: (key) => parts.optionalOneOf(key, ['true', 'false']) === 'true',
    texts(key) {
      const found = find(key);
      return found ? textsOf(found, key) : [];
    },
    textTable: (key) => table(key, (found) => textOf(found, key)),
    textsTable: (key) => table(key, (found) => textsOf(found, key)),
    reasonTable: (key) =>
      table(key, (found) => {
        const reason = textOf(found, key).replace(/^\?/u, '');
        const known = missingReasons.find((candidate) => candidate === reason);
        if (!known)
          throw fault(file, found.line, `'${reason}' is not a missing reason; use one of ${missingReasons.join(', ')}`);
        return known;
      }),
    part: (key) => {
      const found = find(key);
      if (!found) throw wrong(`${what} needs '${key}'`);
      return partsOf(found, `'${key}'`, file);
    },
    optionalPart(key) {
      const found = find(key);
      return found ? partsOf(found, `'${key}'`, file) : null;
    },
    list(key) {
      const found = find(key);
      if (!found) return [];
      if (found.kind !== 'list') throw fault(file, found.line, `'${key}' of ${what} must be a list, one item per dash`);
      return found.items;
    },
    done() {
      for (const [key, value] of map.entries) {
        if (!asked.has(key))
          throw fault(
            file,
            value.line,
            `'${key}' is not a part of ${what}; it may have ${[...asked].sort().join(', ')}`,
          );
      }
    },
  };
  return parts;
}
