import { canonicalSet, cellCount, joinNames, sizesOf } from './sets.ts';
import type { Domains, PublishedMeasurement } from './types.ts';

/** Refuses the file unless a statement about it holds. */
export type Check = (holds: boolean, problem: string) => asserts holds;

/** A list, or the file is refused; likewise below. */
export function list(check: Check, value: unknown, what: string): readonly unknown[] {
  check(Array.isArray(value), `${what} is not a list`);
  return value;
}

/** An object. */
export function object(check: Check, value: unknown, what: string): Readonly<Record<string, unknown>> {
  check(typeof value === 'object' && value !== null && !Array.isArray(value), `${what} is not an object`);
  return value as Readonly<Record<string, unknown>>;
}

/** A list of texts. */
export function texts(check: Check, value: unknown, what: string): readonly string[] {
  const entries = list(check, value, what);
  check(
    entries.every((entry) => typeof entry === 'string'),
    `${what} is not a list of texts`,
  );
  return entries as readonly string[];
}

/** A set of declared variables in the order of the domains. */
export function setOf(check: Check, domains: Domains, value: unknown, what: string): readonly string[] {
  const set = texts(check, value, what);
  check(
    set.every((variable) => Object.hasOwn(domains, variable)) && new Set(set).size === set.length,
    `${what} names an unknown variable or one twice`,
  );
  check(
    canonicalSet(domains, set).every((variable, axis) => variable === set[axis]),
    `${what} is not in the order of the domains`,
  );
  return set;
}

/** A measurement as read from JSON, checked: a set in order, one integer a cell, a positive variance. */
export function measurementOf(check: Check, domains: Domains, value: unknown): PublishedMeasurement {
  const { cohort, set: names, kind, values, variance } = object(check, value, 'a measurement');
  check(typeof cohort === 'string', 'a measurement names no cohort');
  const set = setOf(check, domains, names, 'a measurement');
  const what = `the measurement of '${joinNames(set)}' in cohort '${cohort}'`;
  check(kind === 'residual' || kind === 'marginal', `${what} is neither a residual nor a marginal`);
  check(typeof variance === 'string' && /^[1-9]\d{0,99}$/.test(variance), `${what} has no positive variance`);
  const cells = list(check, values, what);
  check(cells.length === cellCount(sizesOf(domains, set)), `${what} has not one value per cell`);
  check(cells.every(Number.isSafeInteger), `${what} has a value that is not an integer`);
  return { cohort, set, kind, values: Float64Array.from(cells as readonly number[]), variance };
}

/** A measurement as one line of JSON, keys in a fixed order. RangeError: a value that is not an integer. */
export function measurementText({ cohort, set, kind, values, variance }: PublishedMeasurement): string {
  const facts = JSON.stringify({ cohort, set, kind, variance }).slice(0, -1);
  const integers = Array.from(values, (value) => {
    if (!Number.isSafeInteger(value)) throw new RangeError(`a value of ${joinNames(set)} is not an integer`);
    return value === 0 ? '0' : value.toString();
  });
  return `${facts},"values":[${integers.join(',')}]}`;
}

/** Declared codes per variable: lists of texts, none empty, none with one text twice. */
export function domainsOf(check: Check, value: unknown): Domains {
  return Object.fromEntries(
    Object.entries(object(check, value, 'domains')).map(([variable, codes]) => {
      const domain = texts(check, codes, `the domain of '${variable}'`);
      check(domain.length > 0 && new Set(domain).size === domain.length, `the domain of '${variable}' is not a set`);
      return [variable, domain];
    }),
  );
}
