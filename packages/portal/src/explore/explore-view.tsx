import type { VNode } from 'preact';
import { AnswerTable } from './answer-table.tsx';
import { Controls, PictureChoice } from './controls.tsx';
import { Facets, type FacetsProps } from './facets.tsx';
import { Notes, type NotesProps } from './notes.tsx';
import { type Picture, Pictures } from './pictures.tsx';
import { Problems } from './problems.tsx';
import { cellsShown, mostShown, sliceOf } from './slice.ts';
import type { Source } from './sources.ts';
import { say } from './state.ts';
import type { ExploreIndex, ExploreState, ExploreTable, Problem } from './types.ts';
import { filterText, titleOf } from './wording.ts';

export interface ExploreProps {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  readonly source: Source;
  readonly table: ExploreTable;
  readonly picture: Picture;
  /** The document to draw with while baking. */
  readonly document?: Document;
  /** What of the address had no answer. */
  readonly problems?: readonly Problem[];
  /** What only script can do; absent while baking. */
  readonly live?: {
    readonly change: (next: Partial<ExploreState>) => void;
    readonly busy: boolean;
    readonly counts: FacetsProps['counts'];
    readonly want: FacetsProps['want'];
    readonly compare: NotesProps['compare'];
  };
}

/** The explorer: facets, the answer as a table, its picture, and notes. */
export function ExploreView(props: ExploreProps): VNode {
  const { index, state, source, table, live, problems = [] } = props;
  const slice = sliceOf(index, table, state);
  const title = titleOf(index, state);
  const synthetic = source.kind === 'synthetic';
  const said = say(index, 'announce', {
    title,
    rows: String(slice.rows.length),
    columns: String(slice.columns.length),
    source: say(index, `source.${source.kind}`),
  });
  return (
    <div class={live ? 'explore live' : 'explore'} {...(live?.busy && { 'aria-busy': 'true' })}>
      {live && (
        <Facets
          index={index}
          state={state}
          synthetic={synthetic}
          period={slice.period}
          counts={live.counts}
          want={live.want}
          change={live.change}
        />
      )}
      <div class="answer">
        {problems.length > 0 && <Problems index={index} state={state} problems={problems} change={live?.change} />}
        {live && <Controls index={index} state={state} change={live.change} />}
        <p class="unseen" role="status">
          {live ? said : ''}
        </p>
        <h2 class="explore-title">{title}</h2>
        {live && state.filters.length > 0 && (
          <ul class="chips" aria-label={say(index, 'filters')}>
            {state.filters.map((filter) => (
              <li key={filter.variable}>
                <button
                  type="button"
                  class="small-button"
                  onClick={() => live.change({ filters: state.filters.filter((each) => each !== filter) })}
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
          change={live?.change}
        />
        {live && <PictureChoice index={index} state={state} change={live.change} />}
        {cellsShown(slice) <= mostShown && (
          <Pictures
            index={index}
            state={state}
            slice={slice}
            picture={props.picture}
            remark={synthetic ? say(index, 'source.synthetic') : null}
            document={props.document}
          />
        )}
      </div>
      <Notes
        index={index}
        state={state}
        source={source}
        table={table}
        slice={slice}
        live={live !== undefined}
        compare={live?.compare}
      />
    </div>
  );
}
