import type { VNode } from 'preact';
import { AnswerTable } from './answer-table.tsx';
import { Controls, PictureChoice } from './controls.tsx';
import { Facets } from './facets.tsx';
import { Notes } from './notes.tsx';
import { type Picture, Pictures } from './pictures.tsx';
import { Problems } from './problems.tsx';
import { cellsShown, mostShown, type Slice, sliceOf } from './slice.ts';
import type { Source } from './sources.ts';
import { say } from './state.ts';
import type { ExploreIndex, ExploreState, ExploreTable, Problem } from './types.ts';
import { filterText, titleOf } from './wording.ts';

export interface AnswerProps {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  readonly source: Source;
  readonly table: ExploreTable;
  readonly slice: Slice;
  readonly picture: Picture;
  /** The document to draw with while baking. */
  readonly document?: Document;
  /** What of the address had no answer. */
  readonly problems?: readonly Problem[];
  /** Absent while baking. */
  readonly change?: ((next: Partial<ExploreState>) => void) | undefined;
}

/**
 * The explorer with its first answer, as it is baked. Its places are taken over one after the other, so that no step holds
 * up a slow phone. What only script can do is there from the start, so that nothing moves when it comes; it is `inert` until
 * then, and without script it is not displayed.
 */
export function ExploreView(props: Omit<AnswerProps, 'slice' | 'problems' | 'change'>): VNode {
  const { index, state, source, table } = props;
  const slice = sliceOf(index, table, state);
  return (
    <div class="explore">
      <div class="answer">
        <div class="asked">
          <Asked {...props} />
        </div>
        <div class="told">
          <Told {...props} slice={slice} />
        </div>
        <div class="drawn">
          <Drawn {...props} slice={slice} />
        </div>
      </div>
      <aside class="facets" aria-labelledby="facets-title" inert>
        <Facets index={index} state={state} synthetic={source.kind === 'synthetic'} period={slice.period} />
      </aside>
      <aside class="rail" aria-labelledby="rail-title">
        <Notes index={index} state={state} source={source} table={table} slice={slice} live={false} />
      </aside>
    </div>
  );
}

/** The content of the place `asked`: what of an address has no answer, and the choices. */
export function Asked({ index, state, change, problems = [] }: Omit<AnswerProps, 'slice' | 'picture'>): VNode {
  return (
    <>
      {problems.length > 0 && <Problems index={index} state={state} problems={problems} change={change} />}
      <Controls index={index} state={state} change={change} />
    </>
  );
}

/** The content of the place `told`: the answer as a table. */
export function Told(props: Omit<AnswerProps, 'picture'>): VNode {
  const { index, state, source, table, slice, change } = props;
  const title = titleOf(index, state);
  const synthetic = source.kind === 'synthetic';
  const said = say(index, 'announce', {
    title,
    rows: String(slice.rows.length),
    columns: String(slice.columns.length),
    source: say(index, `source.${source.kind}`),
  });
  return (
    <>
      <p class="unseen" role="status">
        {change && said}
      </p>
      <h2 class="explore-title">{title}</h2>
      {change && state.filters.length > 0 && (
        <ul class="chips" aria-label={say(index, 'filters')}>
          {state.filters.map((filter) => (
            <li key={filter.variable}>
              <button
                type="button"
                class="small-button"
                onClick={() => change({ filters: state.filters.filter((each) => each !== filter) })}
              >
                <span class="unseen">{say(index, 'filter.remove')} </span>
                {filterText(index, filter)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <AnswerTable
        key={title}
        index={index}
        state={state}
        table={table}
        slice={slice}
        synthetic={synthetic}
        change={change}
      />
    </>
  );
}

/** The content of the place `drawn`: the picture of the answer, and the choice of it. */
export function Drawn(props: Omit<AnswerProps, 'problems'>): VNode {
  const { index, state, source, slice, change } = props;
  return (
    <>
      <PictureChoice index={index} state={state} change={change} />
      {cellsShown(slice) <= mostShown && (
        <Pictures
          index={index}
          state={state}
          slice={slice}
          picture={props.picture}
          remark={source.kind === 'synthetic' ? say(index, 'source.synthetic') : null}
          document={props.document}
        />
      )}
    </>
  );
}
