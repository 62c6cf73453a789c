import type { AnonymiseMethod } from './anonymise-options.ts';

/** What every output says first, and the report too. */
export const notDifferentialPrivacy =
  'These are records of real persons made alike: this is not differential privacy. For the persons in this file the guarantee of protected tables and synthetic records ends; what an attacker knows beyond the columns named here is not covered, and the choices of the method may themselves give hints.';

/** The report's own warning. */
export const internalReport =
  'Internal: this report counts real records. It stays with the steward and is not published.';

/** What a method guarantees, in a sentence. */
export function guaranteeOf(method: AnonymiseMethod, k: number, m: number, hasPopulation: boolean): string {
  if (method === 'km') {
    return `Every combination of at most ${m} published values is shared by at least ${k} records. A missing value and * are no published values.`;
  }
  if (hasPopulation) {
    return `Every record's quasi-identifiers fit at least ${k} persons of the population.`;
  }
  return `Every record has its quasi-identifiers in common with at least ${k - 1} others. A missing value is a value; * equals only *.`;
}
