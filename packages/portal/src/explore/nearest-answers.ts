import type { Cell } from './slice.ts';
import { sliceOf } from './slice.ts';
import { answerable } from './sources.ts';
import type { ExploreIndex, ExploreState, ExploreTable } from './types.ts';
import { chosenYears } from './years.ts';

/** A published answer near to a cell without a number. */
export interface Nearest {
  readonly kind: 'year' | 'unfiltered' | 'unsplit' | 'count';
  readonly state: ExploreState;
}

const atMost = 4;

/**
 * The published tables nearest to a cell that has no number, nearest first: the same cell in other years, without the last
 * filter, without the second question, as a count. Chosen from published numbers and codes alone.
 */
export function nearestAnswers(
  index: ExploreIndex,
  table: ExploreTable,
  state: ExploreState,
  cell: Cell,
): readonly Nearest[] {
  const distance = (year: string) => Math.abs(index.periods.indexOf(year) - index.periods.indexOf(cell.period));
  const shown = chosenYears(index, state.years);
  const whole = sliceOf(index, table, state);
  const years = [...index.periods]
    .filter((year) => !shown.includes(year) && hasNumber(whole.cell(cell.row, cell.column, year)))
    .sort((a, b) => distance(a) - distance(b) || (a < b ? 1 : -1))
    .slice(0, 1)
    .map((year): Nearest => ({ kind: 'year', state: { ...state, years: { mode: 'freeze', from: year, to: year } } }));
  const published = (kind: Nearest['kind'], next: ExploreState): readonly Nearest[] =>
    answerable(index, next)?.kind === 'published' ? [{ kind, state: next }] : [];
  return [
    ...years,
    ...(state.filters.length > 0 ? published('unfiltered', { ...state, filters: state.filters.slice(0, -1) }) : []),
    ...(state.by === null ? [] : published('unsplit', { ...state, by: null, within: null })),
    ...(state.measure === 'share' ? published('count', { ...state, measure: 'count' }) : []),
  ].slice(0, atMost);
}

function hasNumber({ value, reason }: Cell): boolean {
  return value !== null && reason === null;
}
