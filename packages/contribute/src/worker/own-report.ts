import {
  codesOf,
  type IntakeSummary,
  isFlagged,
  isMissing,
  missingReasonOf,
  type Variable,
  variables,
  yes,
} from '@casebridge/standard';
import { codeName, nameOf } from './losses.ts';
import type { YearOfFigures } from './own-figures.ts';

/** The officer's own report, worked out in the page from the mapped records. Exact counts: for the contributor's eyes. */
export interface OwnReport {
  readonly rows: number;
  /** Records by year of registration, ascending; `year` is null for those without one. */
  readonly years: readonly { readonly year: string | null; readonly rows: number }[];
  readonly parts: readonly Distribution[];
  /** Variables of the standard that this file never answers. */
  readonly neverAsked: readonly string[];
  /** What figures would say of these records alone, at public precision; the newest year first. */
  readonly figures: readonly YearOfFigures[];
}

/** How the answers to one variable fall. */
export interface Distribution {
  readonly id: string;
  readonly label: string;
  /** Several answers can be yes, so shares can add to more than the whole. */
  readonly isMany: boolean;
  /** Records whose answer is known: what shares are of. */
  readonly known: number;
  /** Share of the records the question applies to whose answer is not known, 0 to 1. */
  readonly unknown: number;
  /** The most frequent first, at most `mostAnswers`. */
  readonly answers: readonly Answer[];
  /** Records with answers beyond those. */
  readonly others: number;
}

export interface Answer {
  readonly label: string;
  readonly count: number;
}

const mostAnswers = 8;

// What every record of a file has alike, or what only helps others: no distribution says anything of them.
const apart = new Set([
  'registration_year',
  'registration_quarter',
  'contributor_id',
  'standard_version',
  'mapping_version',
]);

/** The report of what `summary` counted. */
export function ownReport(summary: IntakeSummary, figures: readonly YearOfFigures[], language: string): OwnReport {
  const counted = variables.filter(
    ({ id, held, sensitivity }) => held === 'pool' && sensitivity !== 'pseudonym' && !apart.has(id),
  );
  const parts = counted.flatMap((entry) => distributionOf(entry, summary, language) ?? []);
  const answered = new Set(parts.map(({ id }) => id));
  const years = Object.entries(summary.counts.registration_year ?? {});
  return {
    rows: summary.rowsKept,
    years: years
      .map(([year, rows]) => ({ year: isMissing(year) ? null : year, rows }))
      .sort((a, b) => ((a.year ?? '') < (b.year ?? '') ? -1 : 1)),
    parts,
    neverAsked: counted
      .filter(({ id, obligation }) => !answered.has(id) && obligation !== 'derived' && obligation !== 'never')
      .map(({ id }) => nameOf(id, language)),
    figures,
  };
}

/** Null where no record has an answer. */
function distributionOf(entry: Variable, { counts }: IntakeSummary, language: string): Distribution | null {
  const isMany = isFlagged(entry);
  const asked = counts[isMany ? `${entry.id}.known` : entry.id];
  if (!asked) return null;
  const cells = Object.entries(asked);
  const known = sum(cells.filter(([cell]) => !isMissing(cell)));
  if (known === 0) return null;
  const applies = sum(cells.filter(([cell]) => missingReasonOf(cell) !== 'not_applicable'));
  const answers = (
    isMany
      ? codesOf(entry.codeList ?? '').map(({ code }) => ({
          label: codeName(entry.id, code, language),
          count: counts[`${entry.id}.${code}`]?.[yes] ?? 0,
        }))
      : cells
          .filter(([cell]) => !isMissing(cell))
          .map(([cell, count]) => ({ label: labelOf(entry, cell, language), count }))
  )
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  return {
    id: entry.id,
    label: nameOf(entry.id, language),
    isMany,
    known,
    unknown: applies === 0 ? 0 : (applies - known) / applies,
    answers: answers.slice(0, mostAnswers),
    others: answers.slice(mostAnswers).reduce((total, { count }) => total + count, 0),
  };
}

/** A many-valued country cell lists several codes. */
function labelOf(entry: Variable, cell: string, language: string): string {
  return entry.cardinality === 'many'
    ? cell
        .split(' ')
        .map((code) => codeName(entry.id, code, language))
        .join(', ')
    : codeName(entry.id, cell, language);
}

function sum(cells: readonly (readonly [string, number])[]): number {
  return cells.reduce((total, [, count]) => total + count, 0);
}
