declare const internalUtilityBrand: unique symbol;

/**
 * Numbers worked out against real records. Opaque: bundles accept protected values only and there is no way from this to one;
 * it is read with {@link readInternalUtility} by the assessment, for the steward's eyes. Published, it would end the guarantee.
 */
export interface InternalUtility<T> {
  readonly [internalUtilityBrand]: T;
}

const contents = new WeakMap<object, unknown>();

/** Marks a value as worked out against real records. */
export function internalUtility<T>(value: T): InternalUtility<T> {
  const handle = Object.freeze({}) as InternalUtility<T>;
  contents.set(handle, value);
  return handle;
}

/** The numbers. TypeError for anything that {@link internalUtility} did not make. */
export function readInternalUtility<T>(utility: InternalUtility<T>): T {
  if (!contents.has(utility)) throw new TypeError('not an internal utility');
  return contents.get(utility) as T;
}
