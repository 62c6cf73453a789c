import { useState } from 'preact/hooks';
import { Scroll } from '../components/scroll.tsx';
import { signs } from '../components/signs.ts';
import { nearestAnswers } from './nearest-answers.ts';
import { type Cell, cellsShown, mostShown, type Slice, wholeColumn } from './slice.ts';
import { baseNameOf, nameOf, sourceOf, unknownNameOf } from './sources.ts';
import { say, settle, writeState } from './state.ts';
import type { ExploreIndex, ExploreState, ExploreTable } from './types.ts';
import { labelOf, placeText, rangeText, reasonText, titleOf, writer } from './wording.ts';

interface AnswerTableProps {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  readonly table: ExploreTable;
  readonly slice: Slice;
  readonly synthetic: boolean;
  readonly change?: ((next: Partial<ExploreState>) => void) | undefined;
}

/** The answer as a table; a cell without a number says why when asked, and leads to the nearest published table. */
export function AnswerTable(props: AnswerTableProps) {
  const { index, state, slice } = props;
  const [asked, ask] = useState<string | null>(null);
  const title = titleOf(index, state);
  const cells = cellsShown(slice);
  if (cells > mostShown) {
    const write = writer(index, { measure: 'count' });
    return <p class="notice">{say(index, 'toomany', { cells: write(cells), most: write(mostShown) })}</p>;
  }
  const single = slice.columns.length === 1 && slice.columns[0]?.code === wholeColumn;
  const span = 1 + slice.columns.length * (single ? 2 : 1);
  return (
    <div>
      <Scroll label={title}>
        <table class="figures answers" {...sourceOf(state, props.synthetic)}>
          <caption>
            <span class="unseen">{title} · </span>
            {say(index, `measure.${state.measure}`)}{' '}
            {props.synthetic && <span class="synthetic">{say(index, 'source.synthetic')}</span>}{' '}
            {index.example !== null && <span class="not-real">{index.example}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{labelOf(index, state.variable)}</th>
              {single ? (
                <>
                  <th scope="col" class="num">
                    {say(index, 'value')}
                  </th>
                  <th scope="col" class="num">
                    {say(index, props.synthetic ? 'bounds' : 'interval')}
                  </th>
                </>
              ) : (
                slice.columns.map(({ key, label, missing }) => (
                  <th key={key} scope="col" class={missing ? 'num missing' : 'num'}>
                    {label}
                  </th>
                ))
              )}
            </tr>
          </thead>
          {slice.blocks.map((block) => (
            <tbody key={block}>
              {slice.blocks.length > 1 && (
                <tr class="block">
                  <th scope="rowgroup" colSpan={span}>
                    {block}
                  </th>
                </tr>
              )}
              {slice.rows.flatMap(({ code, label, missing }) => {
                const row = slice.columns.map((column) => slice.cell(code, column.code, column.period ?? block));
                const open = row.find((cell) => keyOf(cell) === asked);
                return [
                  <tr key={code} {...(missing && { class: 'missing' })}>
                    <th scope="row">{label}</th>
                    {row.map((cell) => (
                      <Cells key={keyOf(cell)} {...props} cell={cell} single={single} asked={asked} ask={ask} />
                    ))}
                  </tr>,
                  ...(open
                    ? [<Why key={`${code} why`} {...props} cell={open} span={span} close={() => ask(null)} />]
                    : []),
                ];
              })}
              {state.measure === 'share' && <BaseRows {...props} block={block} single={single} />}
            </tbody>
          ))}
        </table>
      </Scroll>
      <p class="note">{say(index, props.synthetic ? 'note.synthetic' : `note.${state.measure}`)}</p>
    </div>
  );
}

/** What the shares of each column are of, and what is not known beside it. */
function BaseRows(props: AnswerTableProps & { readonly block: string; readonly single: boolean }) {
  const { index, state, slice, synthetic, block, single } = props;
  const counted = { measure: 'count' } as const;
  const cells = slice.columns.map(({ key, code, period }) => {
    const year = period ?? block;
    const base = slice.base(code, year);
    // Where no share was worked out, there is nothing it could be of.
    const known = base?.low === null ? null : base;
    const unknown = base?.unknown ?? null;
    return {
      key,
      known: known && writer(index, counted)(known.value),
      range: known && rangeText(index, counted, known),
      unknown: unknown !== null && writer(index, state)(unknown),
      ofBase: synthetic || known === null ? {} : { 'data-cell': baseNameOf(index, state, code, year) },
      ofUnknown: synthetic || !unknown ? {} : { 'data-cell': unknownNameOf(index, state, code, year) },
    };
  });
  return (
    <>
      <tr class="base">
        <th scope="row">{say(index, 'base')}</th>
        {cells.map(({ key, known, range, ofBase }) =>
          single ? (
            <>
              <td key={key} class="num" {...ofBase}>
                {known}
              </td>
              <td key={`${key} range`} class="num" {...ofBase}>
                {range}
              </td>
            </>
          ) : (
            <td key={key} class="num" {...ofBase}>
              {known} <small>{range}</small>
            </td>
          ),
        )}
      </tr>
      <tr class="base">
        <th scope="row">{say(index, 'notknown')}</th>
        {cells.map(({ key, unknown, ofUnknown }) => (
          <td key={key} class="num" {...ofUnknown}>
            {unknown}
          </td>
        ))}
        {single && <td />}
      </tr>
    </>
  );
}

function keyOf({ row, column, period }: Cell): string {
  return [row, column, period].join('~');
}

function idOf(cell: Cell): string {
  return `why-${keyOf(cell).replaceAll(/[^\w-]/g, '_')}`;
}

type CellsProps = AnswerTableProps & {
  readonly cell: Cell;
  readonly single: boolean;
  readonly asked: string | null;
  readonly ask: (key: string | null) => void;
};

function Cells(props: CellsProps) {
  const { index, state, cell, single } = props;
  const range = rangeText(index, state, cell);
  const number = cell.value === null ? null : writer(index, state)(cell.value);
  const mark = cell.reason === null ? null : <WhyMark {...props} />;
  const own = props.synthetic ? {} : { 'data-cell': nameOf(index, state, cell) };
  return single ? (
    <>
      <td class="num strong" {...own}>
        {number} {mark}
      </td>
      <td class="num" {...own}>
        {range}
      </td>
    </>
  ) : (
    <td class="num" {...own}>
      <b>{number}</b> {mark} <small>{range}</small>
    </td>
  );
}

function WhyMark({ index, cell, asked, ask, change }: CellsProps) {
  const sign = cell.reason === null ? '' : signs[cell.reason];
  const meaning = say(index, 'why.open', { meaning: reasonText(index, cell) });
  const inside = (
    <>
      <span aria-hidden="true">{sign}</span>
      <span class="unseen">{meaning}</span>
    </>
  );
  if (!change) {
    return (
      <a class="mark" href={`../why/#${cell.reason ?? ''}`} title={meaning}>
        {inside}
      </a>
    );
  }
  const open = asked === keyOf(cell);
  return (
    <button
      type="button"
      class="mark why"
      title={meaning}
      aria-expanded={open}
      {...(open && { 'aria-controls': idOf(cell) })}
      onClick={() => ask(open ? null : keyOf(cell))}
      onKeyDown={(event) => event.key === 'Escape' && ask(null)}
    >
      {inside}
    </button>
  );
}

function Why(props: AnswerTableProps & { readonly cell: Cell; readonly span: number; readonly close: () => void }) {
  const { index, state, table, cell, span, close, change } = props;
  const near = nearestAnswers(index, table, state, cell);
  return (
    <tr class="why-row" id={idOf(cell)}>
      <td colSpan={span}>
        <p>
          <strong>
            {placeText(index, state, cell)}: {reasonText(index, cell)}.
          </strong>{' '}
          {say(index, `why.${cell.reason ?? 'not_collected'}.text`)}{' '}
          <a href={`../why/#${cell.reason ?? ''}`}>{say(index, 'why.all')}</a>
        </p>
        {near.length > 0 && (
          <>
            <p>{say(index, 'why.instead')}</p>
            <ul>
              {near.map(({ kind, state: next }) => {
                const target = settle(index, next);
                return (
                  <li key={kind}>
                    <a
                      href={`?${writeState(target)}`}
                      onClick={(event) => {
                        event.preventDefault();
                        close();
                        change?.(target);
                      }}
                    >
                      {say(index, 'near', { title: titleOf(index, target), how: say(index, `near.${kind}`) })}
                    </a>
                  </li>
                );
              })}
            </ul>
          </>
        )}
        <button type="button" class="small-button" onClick={close}>
          {say(index, 'why.close')}
        </button>
      </td>
    </tr>
  );
}
