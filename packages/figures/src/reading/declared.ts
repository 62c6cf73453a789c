import type { Coverage, CoverageStatement, Declaration } from '../types.ts';
import { type Reading, tidy, withheldReading } from './reading.ts';
import type { Scope } from './scope.ts';

/** The statements a figure rests on: those active in the period, or the one of the contributor set apart. */
export function statementsFor(
  coverage: Coverage,
  period: string,
  contributor: string | null,
): readonly CoverageStatement[] {
  const active = coverage.contributors.filter(({ activeYears }) => activeYears.includes(Number(period)));
  return contributor === null ? active : active.filter(({ id }) => id === contributor);
}

/** Persons declared for a period over all statements; null where one of them declares none. */
export function declaredTotal(statements: readonly CoverageStatement[], period: string): number | null {
  const totals = statements.map(({ assisted }) => assisted[period]);
  const known = totals.filter((total) => total !== undefined);
  const sum = known.reduce((all, total) => all + total, 0);
  return known.length === 0 || known.length < totals.length || sum === 0 ? null : sum;
}

/**
 * How many contributors a period has, and whether one of them declares more than half of the persons assisted (from
 * declared totals only; null where one contributor declares none).
 */
export function contributorsOf(
  statements: readonly CoverageStatement[],
  { period, group }: Pick<Scope, 'period' | 'group'>,
): { readonly count: number; readonly overHalf: boolean | null } {
  if (group !== null || statements.length === 1) return { count: 1, overHalf: true };
  const total = declaredTotal(statements, period);
  const largest = Math.max(0, ...statements.map(({ assisted }) => assisted[period] ?? 0));
  return { count: statements.length, overHalf: total === null ? null : largest > total / 2 };
}

/**
 * How many contributors worked in both a year and the year before, joined, or left. A change may be split by group where
 * none of them is one or two organisations, or with consent.
 */
export function contributorGroups(
  coverage: Coverage,
  period: string,
): { readonly same: number; readonly joined: number; readonly left: number } {
  const year = Number(period);
  const had = (when: number) => (statement: CoverageStatement) => statement.activeYears.includes(when);
  const now = coverage.contributors.filter(had(year));
  const before = coverage.contributors.filter(had(year - 1));
  const same = now.filter(had(year - 1)).length;
  return { same, joined: now.length - same, left: before.length - same };
}

/** A declared number and what stands behind it. */
export interface DeclaredReading {
  readonly reading: Reading;
  readonly declared: Declaration | null;
}

/** Distinct countries that contributors declare to have worked in, in the period. Never counted from records. */
export function readCountries(statements: readonly CoverageStatement[], period: string): DeclaredReading {
  const declaring = statements.filter(({ countries }) => (countries[period]?.length ?? 0) > 0);
  const countries = new Set(declaring.flatMap((statement) => statement.countries[period] ?? []));
  return stated(countries.size, { relation: 'exactly', since: null, by: declaring.length });
}

/**
 * Persons that contributors declare to have assisted since they began, added over the statements that give a running
 * total; the first year is the earliest of theirs, and one "over" makes the sum an "over".
 */
export function readAssistedSince(statements: readonly CoverageStatement[]): DeclaredReading {
  const totals = statements.flatMap(({ assistedSince }) => (assistedSince ? [assistedSince] : []));
  return stated(
    totals.reduce((sum, { total }) => sum + total, 0),
    {
      relation: totals.some(({ relation }) => relation === 'over') ? 'over' : 'exactly',
      since: Math.min(...totals.map(({ year }) => year)),
      by: totals.length,
    },
  );
}

function stated(value: number, declared: Declaration): DeclaredReading {
  if (declared.by === 0) return { reading: withheldReading('not_collected'), declared: null };
  return {
    reading: {
      ...withheldReading('not_collected'),
      value: tidy(value),
      interval: [tidy(value), tidy(value)],
      withheld: null,
    },
    declared,
  };
}
