// Shares read from the release's published tables: cells that no figure names, with the interval their noise leaves.
import { type Answers, type Query, shareInterval, withheldBecause } from '@casebridge/privacy/results';
import { cellName } from './cell-name.ts';
import type { ReleaseView } from './release-view.ts';

/** Allowed codes per variable; variables left out are summed over. */
export type Where = Readonly<Record<string, readonly string[]>>;

/** A share of records, read from one published table. */
export interface TableShare {
  readonly share: number;
  readonly interval: readonly [low: number, high: number];
  /** Records (estimated) it is a share of. */
  readonly base: number;
  /** Variables of the table it was read from. */
  readonly table: readonly string[];
  /** Its name, for the check that ends a bake. */
  readonly cell: string;
}

/** Why there is no share. */
export type NoShare = 'base_too_small' | 'interval_too_wide' | 'not_collected';

/**
 * The share of records in `base` that are in `of` as well, in a registration year. Both are read from the smallest published
 * table that holds all their variables. Withheld as figures are: below the least base, or too uncertain.
 */
export function tableShare(
  view: Pick<ReleaseView, 'answers'>,
  period: string,
  of: Where,
  base: Where,
): TableShare | NoShare {
  const { answers } = view;
  const cohorts = cohortsIn(answers, period);
  const table = smallestTable(answers, [...new Set([...Object.keys(of), ...Object.keys(base)])]);
  if (table === null || cohorts.length === 0) return 'not_collected';
  const query = (where: Where): Query => ({ cohorts, selections: [{ table, where }] });
  const [asked, within] = [query({ ...base, ...of }), query(base)];
  const [x, n] = [answers.combine(asked), answers.combine(within)];
  const interval = shareInterval(x, n, answers.covariance(asked, within));
  const withheld = withheldBecause(n, interval);
  if (withheld !== null || interval === null) return withheld ?? 'base_too_small';
  return {
    share: Math.min(interval.high, Math.max(interval.low, x.value / n.value)),
    interval: [interval.low, interval.high],
    base: n.value,
    table,
    cell: cellName(period, of, base),
  };
}

/** Cohorts of a registration year; late ones are published apart. */
export function cohortsIn({ cohorts }: Pick<Answers, 'cohorts'>, period: string): readonly string[] {
  return cohorts.flatMap((cohort) => (cohort.period === period && !cohort.late ? [cohort.id] : []));
}

/** The published table with the fewest cells that holds all of the variables; null where there is none. */
export function smallestTable(
  answers: Pick<Answers, 'tables' | 'domains'>,
  needed: readonly string[],
): readonly string[] | null {
  const cells = (set: readonly string[]) =>
    set.reduce((product, id) => product * (answers.domains[id]?.length ?? 1), 1);
  const fit = answers.tables.filter((set) => needed.every((id) => set.includes(id)));
  return fit.reduce<readonly string[] | null>(
    (best, set) => (best !== null && cells(best) <= cells(set) ? best : set),
    null,
  );
}

/** Codes of a column that are answers: neither missing reasons nor “does not apply”. */
export function knownCodes({ domains }: Pick<Answers, 'domains'>, column: string): readonly string[] {
  return (domains[column] ?? []).filter((code) => !code.startsWith('?'));
}

/** Codes of a column for records that the question applies to. */
export function applicableCodes({ domains }: Pick<Answers, 'domains'>, column: string): readonly string[] {
  return (domains[column] ?? []).filter((code) => code !== '?not_applicable');
}
