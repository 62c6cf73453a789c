import { isProtected, type Protected, publish } from '@casebridge/privacy';
import type { Cohort, Domains, Measurements, PublishedMeasurement } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import { isVerified } from './read.ts';
import type { Bundle } from './types.ts';

declare const releasedBrand: unique symbol;

/** Measurements that may be published. Only `assembleMeasurements` makes them. */
export type ReleasedMeasurements = Measurements & { readonly [releasedBrand]: true };

const released = new WeakSet<object>();

export interface MeasurementParts {
  /** The verified bundle before this one; its measurements are carried forward so that this one stands alone. */
  readonly previous: Bundle | null;
  readonly domains: Domains;
  readonly tables: readonly (readonly string[])[];
  readonly structuralZeros: Readonly<Record<string, readonly number[]>>;
  /** The cohorts measured now. A cohort that the previous bundle has is replaced. */
  readonly cohorts: readonly Cohort[];
  readonly added: readonly Protected<readonly PublishedMeasurement[]>[];
}

/**
 * The measurements of a release: those carried forward from a verified bundle, and protected ones made now. There is no
 * other way in.
 *
 * TypeError: a measurement without protection, a bundle that was not verified. Refusal, exit 3: test noise, a ledger in
 * memory, a cohort without measurements. Refusal, exit 2: variables or tables differ from the previous bundle's.
 */
export function assembleMeasurements(parts: MeasurementParts): ReleasedMeasurements {
  const { previous, domains, tables, structuralZeros, cohorts, added } = parts;
  if (previous && !isVerified(previous)) throw new TypeError('the previous bundle was not verified');
  if (!added.every(isProtected)) throw new TypeError('only protected measurements go into a bundle');
  if (previous) requireSameTables(previous.measurements, parts);
  const fresh = added.flatMap((measurements) => publish(measurements));
  const ids = new Set(cohorts.map(({ id }) => id));
  for (const { cohort } of fresh) {
    if (!ids.has(cohort)) throw new RangeError(`measurements of '${cohort}', which is no cohort of this release`);
  }
  const measured = new Set(fresh.map(({ cohort }) => cohort));
  for (const id of ids) {
    if (!measured.has(id)) throw new Refusal('bundle-cohort', `cohort ${id} was not measured`, { exit: 3 });
  }
  const kept = previous?.measurements.cohorts.filter(({ id }) => !ids.has(id)) ?? [];
  const carried = previous?.measurements.measurements.filter(({ cohort }) => !ids.has(cohort)) ?? [];
  const all: Measurements = {
    format: 'casebridge-measurements-1',
    domains,
    tables,
    structuralZeros,
    cohorts: [...kept, ...cohorts].sort(byPeriodAndBatch),
    measurements: [...carried, ...fresh].sort(bySet(domains)),
  };
  released.add(all);
  return all as ReleasedMeasurements;
}

/** True for what `assembleMeasurements` gave. */
export function isReleased(measurements: Measurements): measurements is ReleasedMeasurements {
  return released.has(measurements);
}

function requireSameTables(previous: Measurements, next: MeasurementParts): void {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const entries = (record: Readonly<Record<string, unknown>>) => Object.entries(record);
  if (
    same(entries(previous.domains), entries(next.domains)) &&
    same(previous.tables, next.tables) &&
    same(entries(previous.structuralZeros).sort(), entries(next.structuralZeros).sort())
  ) {
    return;
  }
  throw new Refusal(
    'bundle-series-break',
    'the recipe publishes other variables, codes or tables than the previous bundle; keep them, or start a new series with previous: none',
  );
}

function byPeriodAndBatch(a: Cohort, b: Cohort): number {
  return a.period === b.period ? a.batch - b.batch : a.period < b.period ? -1 : 1;
}

function bySet(domains: Domains) {
  const position = new Map(Object.keys(domains).map((name, at) => [name, at]));
  return (a: PublishedMeasurement, b: PublishedMeasurement): number => {
    if (a.cohort !== b.cohort) return a.cohort < b.cohort ? -1 : 1;
    if (a.set.length !== b.set.length) return a.set.length - b.set.length;
    for (let at = 0; at < a.set.length; at += 1) {
      const difference = (position.get(a.set[at] ?? '') ?? 0) - (position.get(b.set[at] ?? '') ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
