import type { Coverage, CoverageStatement } from '@casebridge/figures/types';

/** A year in which who contributes is not who contributed the year before. */
export interface KnownBreak {
  readonly period: string;
  readonly joined: readonly CoverageStatement[];
  readonly left: readonly CoverageStatement[];
}

/** Years at which a series breaks because contributors came or went, by their own statements; the first year is none. */
export function knownBreaks({ contributors }: Coverage, periods: readonly string[]): readonly KnownBreak[] {
  const active = (period: string | undefined) =>
    contributors.filter(({ activeYears }) => activeYears.includes(Number(period)));
  return periods.flatMap((period, at) => {
    if (at === 0) return [];
    const [now, before] = [active(period), active(periods[at - 1])];
    const joined = now.filter((statement) => !before.includes(statement));
    const left = before.filter((statement) => !now.includes(statement));
    return joined.length + left.length === 0 ? [] : [{ period, joined, left }];
  });
}
