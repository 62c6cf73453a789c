import type { Answers } from '@casebridge/privacy/results';
import { placeVariables } from '../registry/families.ts';
import type { Codes } from '../registry/family.ts';
import type { Figure } from '../types.ts';

/** Which records a figure is read from: a period's cohorts, and either everybody, one group, or one region. */
export interface Scope {
  readonly period: string;
  readonly cohorts: readonly string[];
  /** The variable that sets a contributor apart: tables of everybody are measured with it. Null where there is none. */
  readonly groupVariable: string | null;
  /** Its code the scope is restricted to; null for the pool. */
  readonly group: string | null;
  readonly place: NonNullable<Figure['place']> | null;
}

/** Codes that restrict a scope. */
export function scopeCodes(scope: Scope): Codes {
  return {
    ...(scope.groupVariable && scope.group && { [scope.groupVariable]: [scope.group] }),
    ...(scope.place && { [placeVariables[scope.place.kind]]: [scope.place.region] }),
  };
}

/** Variables beside a family's own in the table a scope is read from by preference. */
export function scopeVariables(scope: Scope): readonly string[] {
  if (scope.place) return [placeVariables[scope.place.kind]];
  return scope.groupVariable ? [scope.groupVariable] : [];
}

/**
 * The one table a figure is read from: the preferred set where the release publishes it, else the smallest published
 * table that has the variables needed. Tables agree on their margins, so the choice changes no number, only what the
 * figure names as its source. Null where no table will do.
 */
export function sourceTable(
  answers: Answers,
  preferred: readonly string[],
  needed: readonly string[],
): readonly string[] | null {
  const wanted = new Set(preferred);
  const exact = answers.tables.find((set) => set.length === wanted.size && set.every((name) => wanted.has(name)));
  if (exact) return exact;
  const fit = answers.tables.filter((set) => needed.every((name) => set.includes(name)));
  return fit.reduce<readonly string[] | null>(
    (best, set) => (best && cells(answers, best) <= cells(answers, set) ? best : set),
    null,
  );
}

function cells(answers: Answers, set: readonly string[]): number {
  return set.reduce((product, name) => product * (answers.domains[name]?.length ?? 1), 1);
}

/** Codes of a published variable that are answers: its domain without the missing reasons. */
export function knownCodes(answers: Answers, variable: string): readonly string[] {
  return (answers.domains[variable] ?? []).filter((code) => !code.startsWith('?'));
}

/** Codes that mean the answer is not known. A question that does not arise (`?not_applicable`) is not one of them. */
export function unknownCodes(answers: Answers, variable: string): readonly string[] {
  return (answers.domains[variable] ?? []).filter((code) => code.startsWith('?') && code !== '?not_applicable');
}

/** Whether the published domains have every code asked for. */
export function codesExist(answers: Answers, codes: Codes): boolean {
  return Object.entries(codes).every(([variable, wanted]) =>
    wanted.every((code) => answers.domains[variable]?.includes(code)),
  );
}
