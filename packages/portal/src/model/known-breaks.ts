import type { CoverageStatement } from '@casebridge/figures/types';
import type { ReleaseView } from './release-view.ts';

/** A year in which who contributes is not who contributed the year before. */
export interface KnownBreak {
  readonly period: string;
  readonly joined: readonly CoverageStatement[];
  readonly left: readonly CoverageStatement[];
}

/** Years at which a series breaks because contributors came or went, by their own statements; the first year is none. */
export function knownBreaks({ bundle }: Pick<ReleaseView, 'bundle'>): readonly KnownBreak[] {
  const { contributors } = bundle.coverage;
  const active = (period: string | undefined) =>
    contributors.filter(({ activeYears }) => activeYears.includes(Number(period)));
  return bundle.manifest.periods.flatMap((period, at, periods) => {
    if (at === 0) return [];
    const [now, before] = [active(period), active(periods[at - 1])];
    const joined = now.filter((statement) => !before.includes(statement));
    const left = before.filter((statement) => !now.includes(statement));
    return joined.length + left.length === 0 ? [] : [{ period, joined, left }];
  });
}
