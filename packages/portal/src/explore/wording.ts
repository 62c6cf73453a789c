import { numberFormat } from '../text/number-format.ts';
import { outwards } from '../text/outwards.ts';
import type { Cell, SliceColumn } from './slice.ts';
import { say } from './state.ts';
import type { ExploreIndex, ExploreState } from './types.ts';
import { chosenYears } from './years.ts';

/** `Purpose by sex, 2015 · Age: child`. */
export function titleOf(index: ExploreIndex, state: ExploreState): string {
  const variable = labelOf(index, state.variable);
  const years = chosenYears(index, state.years);
  const [first = '', last = first] = [years[0], years.at(-1)];
  const period = first === last ? first : say(index, 'range', { low: first, high: last });
  const title =
    state.by === null
      ? say(index, 'title', { variable, period })
      : say(index, 'title.by', { variable, by: labelOf(index, state.by), period });
  return [title, ...state.filters.map((filter) => filterText(index, filter))].join(' · ');
}

/** `Sex: female`. */
export function filterText(index: ExploreIndex, { variable, code }: ExploreState['filters'][number]): string {
  return say(index, 'filter', { variable: labelOf(index, variable), answer: answerLabel(index, variable, code) });
}

/** A question's name, under the question it is a part of. */
export function labelOf(index: ExploreIndex, id: string): string {
  const entry = index.variables.find((variable) => variable.id === id);
  if (!entry) return id;
  return entry.group === null ? entry.label : say(index, 'filter', { variable: entry.group, answer: entry.label });
}

export function answerLabel(index: ExploreIndex, id: string, code: string): string {
  const codes = index.variables.find((variable) => variable.id === id)?.codes ?? [];
  return codes.find((each) => each.code === code)?.label ?? code;
}

export type Write = (value: number) => string;

/** Numbers in the measure chosen: whole records, or percent as sentences of figures say it. */
export function writer(index: ExploreIndex, { measure }: Pick<ExploreState, 'measure'>, digits = 0): Write {
  if (measure === 'count') return numberFormat(index.locale, { maximumFractionDigits: 0 });
  const write = numberFormat(index.locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  if (digits > 0) return write;
  return (value) => (value > 0 && value < 0.005 ? say(index, 'under', { share: write(0.01) }) : write(value));
}

/** The 95 % interval, its ends rounded outwards; empty where there is none. */
export function rangeText(
  index: ExploreIndex,
  state: Pick<ExploreState, 'measure'>,
  { value, low, high }: Pick<Cell, 'value' | 'low' | 'high'>,
): string {
  if (value === null || low === null || high === null) return '';
  const write = writer(index, state, 1);
  const step = state.measure === 'share' ? 1000 : 1;
  return say(index, 'range', { low: write(outwards(low, step, -1)), high: write(outwards(high, step, 1)) });
}

/** A cell as a sentence part: value and interval, or why there is none. */
export function cellText(index: ExploreIndex, state: ExploreState, cell: Cell): string {
  if (cell.value === null) return reasonText(index, cell);
  const value = writer(index, state)(cell.value);
  const interval = rangeText(index, state, cell);
  return interval === '' ? value : say(index, 'cell', { value, interval });
}

/** Why a cell has no number. */
export function reasonText(index: ExploreIndex, { reason }: Pick<Cell, 'reason'>): string {
  return say(index, `why.${reason ?? 'not_collected'}.title`);
}

/** Where a cell stands: its row, its column and its year. */
export function placeText(index: ExploreIndex, state: ExploreState, cell: Cell, column?: SliceColumn): string {
  const parts = [
    answerLabel(index, state.variable, cell.row),
    ...(state.by === null ? [] : [answerLabel(index, state.by, column?.code ?? cell.column)]),
    cell.period,
  ];
  return parts.join(' · ');
}
