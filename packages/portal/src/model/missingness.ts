// How often a question has no answer, read from published tables only: by variable, year and kind of contributor.
import { type Answers, type Query, shareInterval, withheldBecause } from '@casebridge/privacy/results';
import type { ReleaseView } from './release-view.ts';
import { isAsked, type VariableGroup, variableGroups } from './variable-groups.ts';

/** Share of records without an answer among those the question applies to; or why there is none. */
export type Missing =
  | {
      readonly share: number;
      readonly interval: readonly [low: number, high: number];
      /** Records (estimated) that the question applies to. */
      readonly base: number;
      /** Share of them whose form did not ask. */
      readonly notAsked: number | null;
    }
  | 'base_too_small'
  | 'interval_too_wide'
  | 'not_collected'
  | 'no_contributor';

/** The variable that tells kinds of contributors apart. */
export const kindVariable = 'source_kind';

/** Kinds of contributors that the coverage statements name, in the order they first appear. */
export function contributorKinds({ bundle }: ReleaseView): readonly string[] {
  return [...new Set(bundle.coverage.contributors.map(({ sourceKind }) => sourceKind))];
}

/** Variables that people are asked for and of which an answer can be missing. */
export function missableGroups({ bundle, answers }: ReleaseView): readonly VariableGroup[] {
  return variableGroups(bundle.codebook).filter(
    ({ id, answered }) => isAsked(id) && answered !== null && (answers.domains[answered] ?? []).some(isMissingCode),
  );
}

/**
 * How often `column` has no answer in a year, among all records or those of one kind of contributor. A question that does
 * not arise (`?not_applicable`) is in neither number.
 */
export function missingShare(view: ReleaseView, column: string, period: string, kind: string | null): Missing {
  const { answers } = view;
  if (kind !== null && !worked(view, kind, period)) return 'no_contributor';
  const cohorts = answers.cohorts.filter((cohort) => cohort.period === period && !cohort.late).map(({ id }) => id);
  const codes = answers.domains[column] ?? [];
  const table = smallestTable(answers, kind === null ? [column] : [column, kindVariable]);
  if (table === null || cohorts.length === 0 || (kind !== null && !answers.domains[kindVariable]?.includes(kind))) {
    return 'not_collected';
  }
  const of = (wanted: readonly string[]): Query => ({
    cohorts,
    selections: [{ table, where: { [column]: wanted, ...(kind !== null && { [kindVariable]: kind }) } }],
  });
  const base = of(codes.filter((code) => code !== '?not_applicable'));
  const missing = of(codes.filter(isMissingCode));
  const [n, x] = [answers.combine(base), answers.combine(missing)];
  const interval = shareInterval(x, n, answers.covariance(missing, base));
  const withheld = withheldBecause(n, interval);
  if (withheld !== null || interval === null) return withheld ?? 'base_too_small';
  const notAsked = codes.includes('?not_asked') ? answers.combine(of(['?not_asked'])).value / n.value : null;
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return {
    share: Math.min(interval.high, Math.max(interval.low, x.value / n.value)),
    interval: [interval.low, interval.high],
    base: n.value,
    notAsked: notAsked === null ? null : within(notAsked),
  };
}

function worked({ bundle: { coverage } }: ReleaseView, kind: string, year: string): boolean {
  return coverage.contributors.some(
    ({ sourceKind, activeYears }) => sourceKind === kind && activeYears.includes(Number(year)),
  );
}

function isMissingCode(code: string): boolean {
  return code.startsWith('?') && code !== '?not_applicable';
}

function smallestTable(answers: Answers, needed: readonly string[]): readonly string[] | null {
  const cells = (set: readonly string[]) =>
    set.reduce((product, id) => product * (answers.domains[id]?.length ?? 1), 1);
  const fit = answers.tables.filter((set) => needed.every((id) => set.includes(id)));
  return fit.reduce<readonly string[] | null>(
    (best, set) => (best !== null && cells(best) <= cells(set) ? best : set),
    null,
  );
}
