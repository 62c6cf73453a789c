import type { Figure } from '@casebridge/figures/types';
import type { ReleaseView } from '../model/release-view.ts';
import { publishedKey } from '../open-data/table-rows.ts';

/** Cells to add up: of one table, in one period or some cohorts, whose codes are allowed. */
export interface Cells {
  readonly table: string;
  readonly by: 'period' | 'cohort';
  readonly in: readonly string[];
  readonly where: readonly (readonly [variable: string, codes: readonly string[]])[];
}

/** How a figure is worked out from the published files, in terms that every language can follow. */
export type Recipe =
  | { readonly kind: 'count'; readonly cells: Cells }
  | { readonly kind: 'share'; readonly numerator: Cells; readonly base: Cells }
  | { readonly kind: 'mean'; readonly variable: string; readonly cells: Cells }
  | { readonly kind: 'change'; readonly now: Cells; readonly before: Cells }
  | { readonly kind: 'countries'; readonly year: string; readonly contributor: string | null }
  | { readonly kind: 'assisted'; readonly year: string; readonly contributor: string | null };

/** The recipe of a figure; null for one that is withheld and so has no number to return. */
export function recipeOf(view: ReleaseView, figure: Figure): Recipe | null {
  if (figure.value === null) return null;
  const setApart = view.bundle.manifest.setApart;
  const contributor = figure.group === null ? null : (setApart?.contributor ?? null);
  if (figure.protection === 'declared') {
    return { kind: figure.unit === 'countries' ? 'countries' : 'assisted', year: figure.period, contributor };
  }
  const { source } = figure;
  if (!source) return null;
  const cells = (
    where: Readonly<Record<string, string | readonly string[]>>,
    table: readonly string[] = source.table,
    cohorts?: readonly string[],
  ): Cells => ({
    table: publishedKey(view, table),
    by: cohorts ? 'cohort' : 'period',
    in: cohorts ?? [figure.period],
    where: Object.entries(where).map(([id, codes]) => [id, typeof codes === 'string' ? [codes] : codes] as const),
  });
  if (source.earlierCohorts) {
    return {
      kind: 'change',
      now: cells(source.numerator, source.table, source.cohorts),
      before: cells(source.base, source.table, source.earlierCohorts),
    };
  }
  if (figure.unit === 'share') {
    return { kind: 'share', numerator: cells(source.numerator), base: cells(source.base, source.baseTable) };
  }
  if (figure.unit === 'years') {
    const [variable] = Object.entries(source.base).find(([, codes]) => codes.length > 1) ?? [];
    return variable === undefined ? null : { kind: 'mean', variable, cells: cells(source.base) };
  }
  return { kind: 'count', cells: cells(source.numerator) };
}
