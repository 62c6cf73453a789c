import { cellName } from '../model/cell-name.ts';
import type { CompareIndex } from './types.ts';

/** A question within one group of records in a year. */
export interface GroupAsked {
  readonly variable: string;
  readonly by: string;
  readonly group: string;
  readonly period: string;
}

/** The cell of one answer's share of the known answers of a group. */
export function shareCell(index: CompareIndex, asked: GroupAsked, answer: string): string {
  const { variable, period } = asked;
  return cellName(
    period,
    { [variable]: [answer] },
    whereOf(index, asked, (missing) => !missing),
  );
}

/** The cells of a group's own numbers: the share without an answer, records with an answer, all records. */
export function groupCell(index: CompareIndex, asked: GroupAsked, kind: 'unknown' | 'known' | 'all'): string {
  const all = whereOf(index, asked, () => true);
  if (kind === 'all') return cellName(asked.period, all);
  if (kind === 'known')
    return cellName(
      asked.period,
      whereOf(index, asked, (missing) => !missing),
    );
  return cellName(
    asked.period,
    whereOf(index, asked, (missing) => missing),
    all,
  );
}

function whereOf(
  { variables }: CompareIndex,
  { variable, by, group }: GroupAsked,
  wanted: (missing: boolean) => boolean,
) {
  const codes = variables.find(({ id }) => id === variable)?.codes ?? [];
  return { [by]: [group], [variable]: codes.filter(({ missing }) => wanted(missing)).map(({ code }) => code) };
}
