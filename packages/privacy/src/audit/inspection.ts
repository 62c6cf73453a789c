import type { Finding } from './verdicts.ts';

declare const inspectionBrand: unique symbol;

/**
 * What an attack on real records found. Opaque: its numbers are unprotected, "passed" among them, and are looked at with
 * {@link readInspection} in the steward's store. It changes no parameter of a release and does not go into a bundle; a
 * person who reads it may discard the bundle, and nothing is refunded.
 */
export interface Inspection {
  readonly [inspectionBrand]: true;
}

const findings = new WeakMap<object, readonly Finding[]>();

/** Runs attacks on real records, after the noise of the release was drawn. */
export async function runInspection(
  attack: () => readonly Finding[] | Promise<readonly Finding[]>,
): Promise<Inspection> {
  const found = await attack();
  const handle = Object.freeze({}) as Inspection;
  findings.set(handle, found);
  return handle;
}

/** The findings, for the steward's eyes. TypeError for anything that {@link runInspection} did not return. */
export function readInspection(inspection: Inspection): readonly Finding[] {
  const found = findings.get(inspection);
  if (!found) throw new TypeError('not an inspection');
  return found;
}
