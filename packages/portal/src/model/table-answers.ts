// The answers to one question, and one answer compared between parts of the records, read from figures where there are any
// and from published tables where there are none.
import type { CoverageStatement, Figure } from '@casebridge/figures/types';
import { cellNames } from './cell-name.ts';
import { knownBreaks } from './known-breaks.ts';
import { kindVariable, type Missing, missingShare, type Part } from './missingness.ts';
import type { ReleaseView } from './release-view.ts';
import { knownCodes, type NoShare, smallestTable, type TableShare, tableShare } from './table-share.ts';
import { variableGroups } from './variable-groups.ts';

/** A number as a page shows it, or why there is none. */
export type Reading =
  | {
      readonly value: number;
      readonly interval: readonly [low: number, high: number];
      readonly base: number | null;
      /** Share of records without an answer; null where the release does not say. */
      readonly unknown: number | null;
      /** The figure it is; null for a cell of a table. */
      readonly figure: string | null;
      /** The table it was read from; null for a figure. */
      readonly table: readonly string[] | null;
      /** Names of the cells that its numbers are of; null for a figure. */
      readonly cell: string | null;
    }
  | NoShare
  | 'no_contributor';

/** One question, of all records or among a part of them. */
export interface Question {
  readonly of: string;
  readonly among?: Part | undefined;
  /** Codes said together, for long code lists. */
  readonly bands?: readonly (readonly string[])[] | undefined;
}

/** One possible answer: the column it is read from and its codes. */
export interface Answer {
  readonly column: string;
  readonly codes: readonly string[];
  /** Whether the variable takes several answers, each a column of its own. */
  readonly many: boolean;
  readonly reading: Reading;
}

/** Published columns of a variable that hold answers: its one column, or those of its codes. */
export function answerColumns({ bundle, answers }: ReleaseView, variable: string): readonly string[] {
  const columns = variableGroups(bundle.codebook).find(({ id }) => id === variable)?.columns ?? [];
  return columns
    .map(({ id }) => id)
    .filter((id) => !id.endsWith('.known') && answers.tables.some((table) => table.includes(id)));
}

/** The answers to a question in a year; empty where no published table holds it. */
export function answersTo(view: ReleaseView, question: Question, period: string): readonly Answer[] {
  const { of, among, bands } = question;
  return answerColumns(view, of).flatMap((column): Answer[] => {
    if (smallestTable(view.answers, [column, ...(among ? [among.variable] : [])]) === null) return [];
    const many = column !== of;
    const known = knownCodes(view.answers, column);
    const lists = many ? [['yes']] : (bands ?? known.map((code) => [code]));
    const missing = missingShare(view, column, period, among ?? null);
    return lists.flatMap((list): Answer[] => {
      const codes = list.filter((code) => known.includes(code));
      if (codes.length === 0) return [];
      const base = { ...(among && { [among.variable]: among.codes }), [column]: known };
      const share = tableShare(view, period, { [column]: codes }, base);
      return [{ column, codes, many, reading: typeof share === 'string' ? share : readingOf(share, missing) }];
    });
  });
}

/** What a topic is about. */
export interface Measure {
  readonly variable: string;
  readonly codes?: readonly string[] | undefined;
  readonly family?: string | undefined;
}

const placeKinds: Readonly<Record<string, 'identified' | 'origin'>> = {
  region_of_identification: 'identified',
  region_of_origin: 'origin',
};

/** The variables a topic is compared by in a release: `contributors` stands for the one that sets a contributor apart. */
export function comparedBy({ bundle }: ReleaseView, by: readonly string[]): readonly string[] {
  const { setApart } = bundle.manifest;
  return by.flatMap((each) => (each === 'contributors' ? (setApart?.variable ?? []) : each));
}

/** Whether a release can set a measure side by side by a variable. */
export function isCompared(view: ReleaseView, measure: Measure, by: string): boolean {
  const kind = placeKinds[by];
  return (
    (kind !== undefined &&
      measure.family !== undefined &&
      view.bundle.figures.some(({ family, place }) => family === measure.family && place?.kind === kind)) ||
    (measure.codes !== undefined && smallestTable(view.answers, [measure.variable, by]) !== null)
  );
}

/** A measure among the records with one code of a variable: the figure of a region where there is one, else a table's cell. */
export function measureIn(view: ReleaseView, measure: Measure, by: string, code: string, period: string): Reading {
  const { variable, codes, family } = measure;
  const kind = placeKinds[by];
  const figure =
    kind === undefined
      ? undefined
      : view.ofPlace(kind, code, period).find((each) => each.family === family && each.group === null);
  if (figure) return readingOfFigure(figure);
  if (codes === undefined) return 'not_collected';
  const part = { variable: by, codes: [code] };
  const missing = missingShare(view, variable, period, part);
  if (missing === 'no_contributor') return missing;
  const base = { [by]: [code], [variable]: knownCodes(view.answers, variable) };
  const share = tableShare(view, period, { [variable]: codes }, base);
  return typeof share === 'string' ? share : readingOf(share, missing);
}

/** A figure as a reading. */
export function readingOfFigure({ id, value, interval, base, unknown, withheld }: Figure): Reading {
  return value === null || interval === null
    ? (withheld ?? 'not_collected')
    : { value, interval, base, unknown, figure: id, table: null, cell: null };
}

/** Years before which the series of one code of a variable breaks, as far as coverage statements tell. */
export function breaksOf(
  { bundle }: ReleaseView,
  by: string,
  code: string,
  countriesOf: (region: string) => readonly string[],
): readonly string[] {
  const { coverage, manifest } = bundle;
  const { setApart, periods } = manifest;
  const among = (isIn: (statement: CoverageStatement) => boolean) =>
    knownBreaks({ contributors: coverage.contributors.filter(isIn) }, periods);
  const breaks =
    by === 'region_of_identification'
      ? knownBreaks(coverage, periods, countriesOf(code))
      : by === kindVariable
        ? among(({ sourceKind }) => sourceKind === code)
        : by === setApart?.variable
          ? among(({ id }) => (id === setApart.contributor) === (code === setApart.code))
          : knownBreaks(coverage, periods);
  return breaks.map(({ period }) => period);
}

function readingOf({ share, interval, base, table, cell }: TableShare, missing: Missing): Reading {
  const unknown = typeof missing === 'string' ? null : missing;
  const cells = cellNames([cell, unknown?.cell ?? null]);
  return { value: share, interval, base, unknown: unknown?.share ?? null, figure: null, table, cell: cells };
}
