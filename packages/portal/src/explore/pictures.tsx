import type { ComponentChild } from 'preact';
import type { Drawing, PictureData } from './drawings.ts';
import type { Slice, SliceColumn } from './slice.ts';
import { sourceOf } from './sources.ts';
import { say } from './state.ts';

/** How a drawing becomes part of the page: as text while baking, as an element in the browser. */
export type Picture = (drawing: Drawing, key: string) => ComponentChild;

export interface PicturesProps extends PictureData {
  readonly picture: Picture;
}

const mostPanels = 8;

/** The picture of a state: bars, small multiples of them, a heat table, or lines over the years. */
export function Pictures(props: PicturesProps) {
  const { picture, ...data } = props;
  const { index, state, slice } = data;
  const key = `${slice.period} ${JSON.stringify(state)}`;
  if (state.view === 'line')
    return (
      <div class="panels" {...sourceOf(state, props.remark !== null)}>
        {picture({ kind: 'line', data }, key)}
      </div>
    );
  if (state.view === 'heat') {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields of a form, and this holds a picture
      <div
        class="panels scroll"
        {...sourceOf(state, props.remark !== null)}
        role="group"
        aria-label={say(index, 'view.heat')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        {picture({ kind: 'heat', data }, key)}
      </div>
    );
  }
  const shown = slice.columns.filter((column) => !column.missing && hasNumbers(slice, column));
  const chosen =
    state.by === null ? shown.slice(-1) : shown.filter(({ code }) => code === state.within || shown.length === 1);
  const panels = state.view === 'bar' ? chosen : shown.slice(0, mostPanels);
  return (
    <div class="panels" {...sourceOf(state, props.remark !== null)}>
      {panels.map((column) => (
        <figure key={column.key} class="chart">
          {column.label !== '' && (
            <figcaption>
              {column.label}
              {slice.blocks.length > 1 && ` · ${slice.period}`}
            </figcaption>
          )}
          {picture({ kind: 'bars', data, column }, `${key} ${column.key}`)}
        </figure>
      ))}
      {state.view === 'multiples' && shown.length > mostPanels && <p class="note">{say(index, 'panels')}</p>}
    </div>
  );
}

// A column without a single number is left to the table, which says why.
function hasNumbers(slice: Slice, { code, period }: SliceColumn): boolean {
  return slice.rows.some((row) => slice.cell(row.code, code, period ?? slice.period).value !== null);
}
