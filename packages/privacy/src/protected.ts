import { Refusal } from '@casebridge/refusal';
import { redeemSpentGrant, type SpentGrant } from './ledger/grant.ts';

declare const protectedBrand: unique symbol;

/**
 * A value that carries protection: it was measured with noise paid for in the ledger, or computed from such values and
 * public facts alone. Only this file makes one, and only from a used grant.
 */
export interface Protected<T> {
  readonly [protectedBrand]: T;
}

/** How a protected value came to be. */
export interface ProtectedStamp {
  /** Noise came from a generator that is not the operating system's. */
  readonly unsafeTest: boolean;
  /** The ledger survives a crash. */
  readonly durable: boolean;
  /** Hashes of the ledger entries that paid for it, ascending. */
  readonly entries: readonly string[];
  /** Hashes of the recipes it was measured for, ascending. */
  readonly recipes: readonly string[];
}

interface Content {
  readonly value: unknown;
  readonly stamp: ProtectedStamp;
}

const contents = new WeakMap<object, Content>();

/** Marks a measurement as protected. For `measure/` alone; each use of a grant protects one value. TypeError otherwise. */
export function protect<T>(value: T, grant: SpentGrant): Protected<T> {
  if (!redeemSpentGrant(grant)) throw new TypeError('a protected value is made from a grant used for it, once');
  return seal(value, {
    unsafeTest: grant.unsafeTest,
    durable: grant.durable,
    entries: [grant.hash],
    recipes: [grant.recipe],
  });
}

/** Post-processing: `compute` may use the value and public facts, never case data. */
export function mapProtected<T, U>(source: Protected<T>, compute: (value: T) => U): Protected<U> {
  const { value, stamp } = contentOf(source);
  return seal(compute(value as T), stamp);
}

/** Several protected values as one; its stamp is the weakest of theirs. RangeError for none. */
export function joinProtected<T>(sources: readonly Protected<T>[]): Protected<readonly T[]> {
  if (sources.length === 0) throw new RangeError('nothing to join');
  const all = sources.map(contentOf);
  return seal(
    all.map(({ value }) => value as T),
    {
      unsafeTest: all.some(({ stamp }) => stamp.unsafeTest),
      durable: all.every(({ stamp }) => stamp.durable),
      entries: ascending(all.flatMap(({ stamp }) => stamp.entries)),
      recipes: ascending(all.flatMap(({ stamp }) => stamp.recipes)),
    },
  );
}

/** Whether a value carries protection. */
export function isProtected(value: unknown): value is Protected<unknown> {
  return typeof value === 'object' && value !== null && contents.has(value);
}

/** The value, for looking at and for stamped previews. TypeError unless protected. */
export function readProtected<T>(source: Protected<T>): T {
  return contentOf(source).value as T;
}

/** How the value came to be. TypeError unless protected. */
export function readProtectedStamp(source: Protected<unknown>): ProtectedStamp {
  return contentOf(source).stamp;
}

/**
 * The value, for publication. Refusal (exit 3): its noise did not come from the operating system, or its debit is in a
 * ledger that a crash forgets.
 */
export function publish<T>(source: Protected<T>): T {
  const { value, stamp } = contentOf(source);
  if (stamp.unsafeTest) {
    throw new Refusal(
      'unsafe-test-noise',
      "These results carry repeatable test noise and cannot be published; measure with the operating system's generator.",
      { exit: 3 },
    );
  }
  if (!stamp.durable) {
    throw new Refusal(
      'ledger-not-durable',
      'These results were paid for in a ledger kept in memory only and cannot be published; measure with a ledger on disk.',
      { exit: 3 },
    );
  }
  return value as T;
}

function seal<T>(value: T, stamp: ProtectedStamp): Protected<T> {
  const handle = Object.freeze({}) as Protected<T>;
  contents.set(handle, { value, stamp });
  return handle;
}

function contentOf(source: Protected<unknown>): Content {
  const content = contents.get(source);
  if (!content) throw new TypeError('not a protected value');
  return content;
}

function ascending(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
