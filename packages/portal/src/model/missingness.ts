// How often a question has no answer, read from published tables only: by variable, year and kind of contributor.
import { cellName } from './cell-name.ts';
import type { ReleaseView } from './release-view.ts';
import { applicableCodes, cohortsIn, type NoShare, type TableShare, tableShare, type Where } from './table-share.ts';
import { isAsked, type VariableGroup, variableGroups } from './variable-groups.ts';

/** Share of records without an answer among those the question applies to; or why there is none. */
export type Missing =
  | (TableShare & {
      /** Share of the records that the question applies to whose form did not ask. */
      readonly notAsked: number | null;
      /** The name of its cell; null where there is none. */
      readonly notAskedCell: string | null;
    })
  | NoShare
  | 'no_contributor';

/** The variable that tells kinds of contributors apart. */
export const kindVariable = 'source_kind';

/** The records of one kind of contributor; all records for null. */
export function partOfKind(kind: string | null): Part | null {
  return kind === null ? null : { variable: kindVariable, codes: [kind] };
}

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

/** A part of the records: those with one of some codes in one variable. */
export interface Part {
  readonly variable: string;
  readonly codes: readonly string[];
}

/**
 * How often `column` has no answer in a year, among all records or those of a part. A question that does not arise
 * (`?not_applicable`) is in neither number.
 */
export function missingShare(view: ReleaseView, column: string, period: string, part: Part | null): Missing {
  const { answers } = view;
  const kind = part?.variable === kindVariable ? part.codes : [];
  if (kind.length > 0 && !kind.some((code) => worked(view, code, period))) return 'no_contributor';
  const codes = answers.domains[column] ?? [];
  const known = part === null ? [] : (answers.domains[part.variable] ?? []);
  const inside = part?.codes.filter((code) => known.includes(code)) ?? [];
  if (part !== null && inside.length === 0) return 'not_collected';
  const own: Where = part === null ? {} : { [part.variable]: inside };
  const base: Where = { ...own, [column]: applicableCodes(answers, column) };
  const missing = tableShare(view, period, { [column]: codes.filter(isMissingCode) }, base);
  if (typeof missing === 'string') return missing;
  const within = (value: number) => Math.min(1, Math.max(0, value));
  if (!codes.includes('?not_asked')) return { ...missing, notAsked: null, notAskedCell: null };
  const notAsked: Where = { ...own, [column]: ['?not_asked'] };
  const { value } = answers.combine({
    cohorts: cohortsIn(answers, period),
    selections: [{ table: missing.table, where: notAsked }],
  });
  return { ...missing, notAsked: within(value / missing.base), notAskedCell: cellName(period, notAsked, base) };
}

function worked({ bundle: { coverage } }: ReleaseView, kind: string, year: string): boolean {
  return coverage.contributors.some(
    ({ sourceKind, activeYears }) => sourceKind === kind && activeYears.includes(Number(year)),
  );
}

function isMissingCode(code: string): boolean {
  return code.startsWith('?') && code !== '?not_applicable';
}
