import type { Domains } from './types.ts';

/** Names or codes in one text: joined with `;`, a literal `;` written `\;` and a literal backslash `\\`. Injective. */
export function joinNames(names: readonly string[]): string {
  const plain = names.every((name) => !name.includes(';') && !name.includes('\\'));
  return (plain ? names : names.map((name) => name.replace(/[\\;]/g, '\\$&'))).join(';');
}

/** The names that `joinNames` joined. The empty text is the empty list. */
export function splitNames(text: string): string[] {
  if (text === '') return [];
  const names: string[] = [];
  let name = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '\\') name += text[++at] ?? '';
    else if (character === ';') {
      names.push(name);
      name = '';
    } else name += character;
  }
  names.push(name);
  return names;
}

/** The key of a set of variables: its names joined. The empty set is the empty text. */
export function setKey(set: readonly string[]): string {
  return joinNames(set);
}

/**
 * The variables in ascending order of their position in `domains`.
 * RangeError: a variable that is not in the domains, or one named twice.
 */
export function canonicalSet(domains: Domains, names: readonly string[]): string[] {
  const wanted = new Set(names);
  if (wanted.size !== names.length) throw new RangeError(`the set ${setKey(names)} names a variable twice`);
  for (const name of names) domainSize(domains, name);
  return Object.keys(domains).filter((name) => wanted.has(name));
}

/** Number of codes of a variable. RangeError: no such variable. */
export function domainSize(domains: Domains, name: string): number {
  if (!Object.hasOwn(domains, name)) throw new RangeError(`no variable '${name}' in the domains`);
  return (domains[name] as readonly string[]).length;
}

/** Domain sizes along the axes of a set. */
export function sizesOf(domains: Domains, set: readonly string[]): number[] {
  return set.map((name) => domainSize(domains, name));
}

/** Number of cells of a table: the product of its axes. 1 for the empty set. */
export function cellCount(sizes: readonly number[]): number {
  return sizes.reduce((product, size) => product * size, 1);
}

/** All subsets of a set, the empty set first and the set itself last; each keeps the order of its members. */
export function subsetsOf<T>(set: readonly T[]): T[][] {
  let subsets: T[][] = [[]];
  for (const member of set) subsets = [...subsets, ...subsets.map((subset) => [...subset, member])];
  return subsets.sort((a, b) => a.length - b.length);
}

/**
 * Every subset of every table, each once: the sets whose residuals are measured. Ordered by size, then by the position of
 * the variables in `domains`, so that the same tables give the same order whatever order they were declared in.
 */
export function downwardClosure(domains: Domains, tables: readonly (readonly string[])[]): string[][] {
  const position = new Map(Object.keys(domains).map((name, index) => [name, index]));
  const found = new Map<string, string[]>();
  for (const table of tables) {
    for (const subset of subsetsOf(canonicalSet(domains, table))) found.set(setKey(subset), subset);
  }
  return [...found.values()].sort((a, b) => a.length - b.length || compareByPosition(a, b, position));
}

function compareByPosition(a: readonly string[], b: readonly string[], position: ReadonlyMap<string, number>): number {
  for (let axis = 0; axis < a.length; axis++) {
    const difference = (position.get(a[axis] as string) ?? 0) - (position.get(b[axis] as string) ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
