import type { Coverage, CoverageStatement } from '@casebridge/figures/types';

/** A year in which who contributes is not who contributed the year before. */
export interface KnownBreak {
  readonly period: string;
  readonly joined: readonly CoverageStatement[];
  readonly left: readonly CoverageStatement[];
}

/**
 * Years at which a series breaks because contributors came or went, by their own statements; the first year is none.
 *
 * @param countries looks at work in these countries only (ISO alpha-3 codes); at all work when absent
 */
export function knownBreaks(
  { contributors }: Coverage,
  periods: readonly string[],
  countries?: readonly string[],
): readonly KnownBreak[] {
  const active = (period: string | undefined) =>
    contributors.filter(
      (statement) =>
        statement.activeYears.includes(Number(period)) &&
        (countries === undefined || workedIn(statement, period ?? '', countries).length > 0),
    );
  return periods.flatMap((period, at) => {
    if (at === 0) return [];
    const [now, before] = [active(period), active(periods[at - 1])];
    const joined = now.filter((statement) => !before.includes(statement));
    const left = before.filter((statement) => !now.includes(statement));
    return joined.length + left.length === 0 ? [] : [{ period, joined, left }];
  });
}

/** Those of some countries that a contributor declares to have worked in, in a year. */
export function workedIn(
  statement: Pick<CoverageStatement, 'countries'>,
  period: string,
  countries: readonly string[],
): readonly string[] {
  return (statement.countries[period] ?? []).filter((iso3) => countries.includes(iso3));
}
