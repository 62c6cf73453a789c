import { setKey } from './sets.ts';
import type { Measurements, PublishedMeasurement } from './types.ts';

/**
 * Cohorts that two releases publish with the very same noise: the same measurements to the last integer, as where a release
 * carries forward what an earlier one measured. Their noise cancels in a difference; that of every other cohort is drawn apart
 * and adds up. None where the releases' variables, codes, tables or declared zeros differ, since their answers then weigh
 * measurements differently.
 */
export function sharedCohorts(a: Measurements, b: Measurements): ReadonlySet<string> {
  if (!sameTables(a, b)) return new Set();
  const [ofA, ofB] = [byCohort(a), byCohort(b)];
  return new Set([...ofA].filter(([id, own]) => sameMeasurements(own, ofB.get(id) ?? [])).map(([id]) => id));
}

/** Whether two releases publish the same variables with the same codes. */
export function sameDomains(a: Measurements, b: Measurements): boolean {
  return JSON.stringify(Object.entries(a.domains)) === JSON.stringify(Object.entries(b.domains));
}

function sameTables(a: Measurements, b: Measurements): boolean {
  const described = ({ tables, structuralZeros }: Measurements) =>
    JSON.stringify([tables, Object.entries(structuralZeros).sort(([one], [other]) => (one < other ? -1 : 1))]);
  return sameDomains(a, b) && described(a) === described(b);
}

function byCohort({ measurements }: Measurements): ReadonlyMap<string, readonly PublishedMeasurement[]> {
  const cohorts = new Map<string, PublishedMeasurement[]>();
  for (const measurement of measurements) {
    const own = cohorts.get(measurement.cohort);
    if (own) own.push(measurement);
    else cohorts.set(measurement.cohort, [measurement]);
  }
  return cohorts;
}

function sameMeasurements(a: readonly PublishedMeasurement[], b: readonly PublishedMeasurement[]): boolean {
  if (a.length !== b.length) return false;
  const keyOf = ({ kind, set }: PublishedMeasurement) => `${kind} ${setKey(set)}`;
  const inOrder = (list: readonly PublishedMeasurement[]) =>
    [...list].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0));
  const others = inOrder(b);
  return inOrder(a).every((one, at) => {
    const other = others[at] as PublishedMeasurement;
    return (
      keyOf(one) === keyOf(other) &&
      one.variance === other.variance &&
      one.values.length === other.values.length &&
      one.values.every((value, cell) => value === other.values[cell])
    );
  });
}
