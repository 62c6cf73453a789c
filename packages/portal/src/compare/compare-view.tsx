import type { VNode } from 'preact';
import { Scroll } from '../components/scroll.tsx';
import { groupCell, shareCell } from './compare-cells.ts';
import { CompareControls } from './compare-controls.tsx';
import { type CompareFormat, compareFormat, word } from './compare-format.ts';
import { compareGroups } from './compare-groups.ts';
import { ComparePicture } from './compare-picture.tsx';
import { groupLabel, labelOf, yearsOf } from './compare-state.ts';
import type { ComparedGroup, CompareIndex, CompareState, CompareTable, Comparison, NotShown, Ranged } from './types.ts';

interface CompareProps {
  readonly index: CompareIndex;
  readonly state: CompareState;
  readonly table: CompareTable;
  /** Unique on the page. */
  readonly id: string;
  /** Absent while baking: without script there is nothing to change. */
  readonly change?: (next: Partial<CompareState>) => void;
  readonly busy?: boolean;
}

/** Two groups side by side: controls, picture, table. */
export function CompareView(props: CompareProps): VNode {
  const { index, state, table, change, id } = props;
  const comparison = comparisonOf(index, table, state);
  const title = compareTitle(index, state);
  return (
    <div class="compare" {...(props.busy && { 'aria-busy': 'true' })}>
      {change && <CompareControls index={index} state={state} change={change} />}
      <h2 class="compare-title" id={`${id}-title`} aria-live="polite">
        {title}
      </h2>
      {comparison === null ? (
        <p class="notice">{word(index, 'no-year')}</p>
      ) : (
        <div class="compare-pair">
          <ComparePicture index={index} state={state} comparison={comparison} title={title} id={id} />
          <CompareTableView index={index} state={state} comparison={comparison} title={title} />
        </div>
      )}
    </div>
  );
}

/** What a table says of a state; null for a year that it lacks. */
export function comparisonOf(index: CompareIndex, table: CompareTable, state: CompareState): Comparison | null {
  const codes = (id: string) => index.variables.find((variable) => variable.id === id)?.codes ?? [];
  const groups = codes(state.by);
  const [first, second] = yearsOf(state);
  const asked = (code: string, period: string) => ({
    code,
    period,
    at: groups.findIndex((group) => group.code === code),
  });
  return compareGroups(table, {
    by: table.variables[0] === state.by ? 0 : 1,
    a: asked(state.a, first),
    b: asked(state.b, second),
    answers: codes(state.variable),
  });
}

/** `Purpose of exploitation: female and male, 2015`, or with a year for each group. */
export function compareTitle(index: CompareIndex, state: CompareState): string {
  const variable = index.variables.find(({ id }) => id === state.variable);
  const name = variable?.group ? `${variable.group}: ${variable.label}` : (variable?.label ?? '');
  const [first, second] = yearsOf(state);
  return word(index, state.periodB === null ? 'title.pair' : 'title.years', {
    variable: name,
    a: labelOf(index, state.by, state.a),
    b: labelOf(index, state.by, state.b),
    period: first,
    periodB: second,
  });
}

function CompareTableView({
  index,
  state,
  comparison,
  title,
}: {
  readonly index: CompareIndex;
  readonly state: CompareState;
  readonly comparison: Comparison;
  readonly title: string;
}) {
  const format = compareFormat(index);
  const { groups, answers } = comparison;
  const asked = { index, state };
  const cellOfA = (code: string) => shareCell(index, { ...state, group: state.a }, code);
  const cellOfB = (code: string) =>
    shareCell(index, { ...state, group: state.b, period: state.periodB ?? state.period }, code);
  // Not `cellNames`: the order counts.
  const cellsOf = (code: string) => `${cellOfA(code)};${cellOfB(code)}`;
  const notes = [...new Set(answers.flatMap(({ a, b }) => [a, b].filter((each) => typeof each === 'string')))];
  return (
    <div>
      <Scroll label={title}>
        <table class="figures compare-table" data-table={`${state.variable} ${state.by}`}>
          <caption class="unseen">
            {title} {index.example && <span class="not-real">{index.example}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">
                {word(index, 'answer')} {index.example && <span class="not-real">{index.example}</span>}
              </th>
              {groups.map((group, position) => (
                <th key={position} scope="col" class="num">
                  <span class={position === 0 ? 'key key-a' : 'key key-b'} aria-hidden="true" />
                  {groupLabel(index, state, group)}
                </th>
              ))}
              <th scope="col" class="num">
                {word(index, 'difference')}
              </th>
              <th scope="col" class="num">
                {word(index, 'ratio')}
              </th>
            </tr>
          </thead>
          <tbody>
            {answers.map(({ code, a, b, difference, ratio, apart }) => (
              <tr key={code}>
                <th scope="row">{labelOf(index, state.variable, code)}</th>
                <Share index={index} format={format} share={a} cell={cellOfA(code)} />
                <Share index={index} format={format} share={b} cell={cellOfB(code)} />
                <td class="num" data-compared={cellsOf(code)}>
                  {difference === null ? (
                    <span class="mark">{word(index, 'none')}</span>
                  ) : (
                    <>
                      <b>{format.points(difference)}</b>
                      <small>{format.pointsRange(difference)}</small>
                      {!apart && <small class="tie">{word(index, 'tie')}</small>}
                    </>
                  )}
                </td>
                <td class="num" data-compared={cellsOf(code)}>
                  {ratio === null ? (
                    <span class="mark">{word(index, 'none')}</span>
                  ) : (
                    <>
                      <b>{format.ratio(ratio)}</b>
                      <small>{format.ratioRange(ratio)}</small>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tbody class="compare-bases">
            <GroupRow {...asked} name="unknown" groups={groups} write={(group) => unknownOf(index, format, group)} />
            <GroupRow {...asked} name="known" groups={groups} write={({ known }) => counted(format, known)} />
            <GroupRow {...asked} name="all" groups={groups} write={({ all }) => counted(format, all)} />
          </tbody>
        </table>
      </Scroll>
      <p class="note">
        {word(index, 'note')} {notes.length > 0 && word(index, 'note.withheld')}{' '}
        {word(index, 'release', { sequence: String(index.sequence) })}
      </p>
      {state.periodB !== null && <Years index={index} state={state} />}
    </div>
  );
}

/** What lies between two years: who joined and who left. */
function Years({ index, state }: { readonly index: CompareIndex; readonly state: CompareState }) {
  const [from = '', to = ''] = [...yearsOf(state)].sort();
  const between = index.breaks.filter(({ period }) => period > from && period <= to);
  return (
    <div class="note compare-years">
      <p>
        {word(index, 'years.note')} {word(index, between.length === 0 ? 'years.steady' : 'years.breaks', { from, to })}
      </p>
      {between.length > 0 && (
        <ul>
          {between.map(({ period, text }) => (
            <li key={period}>
              <b>{period}</b> {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Share({
  index,
  format,
  share,
  cell,
}: {
  readonly index: CompareIndex;
  readonly format: CompareFormat;
  readonly share: Ranged | NotShown;
  readonly cell: string;
}) {
  if (typeof share === 'string') {
    return (
      <td class="num">
        <span class="mark" title={word(index, share)}>
          <span aria-hidden="true">{share === 'base_too_small' ? '··' : '±'}</span>
          <span class="unseen">{word(index, share)}</span>
        </span>
      </td>
    );
  }
  return (
    <td class="num" data-cell={cell}>
      <b>{format.share(share)}</b>
      <small>{format.shareRange(share)}</small>
    </td>
  );
}

function GroupRow({
  index,
  state,
  name,
  groups,
  write,
}: {
  readonly index: CompareIndex;
  readonly state: CompareState;
  readonly name: 'unknown' | 'known' | 'all';
  readonly groups: readonly ComparedGroup[];
  readonly write: (group: ComparedGroup) => readonly [string, string];
}) {
  return (
    <tr>
      <th scope="row">{word(index, name)}</th>
      {groups.map((group, position) => {
        const [value, range] = write(group);
        return (
          <td
            key={position}
            class="num"
            data-cell={groupCell(index, { ...state, group: group.code, period: group.period }, name)}
          >
            {value}
            <small>{range}</small>
          </td>
        );
      })}
      <td colSpan={2} />
    </tr>
  );
}

function counted(format: CompareFormat, range: Ranged): readonly [string, string] {
  return [format.about(range), format.aboutRange(range)];
}

function unknownOf(index: CompareIndex, format: CompareFormat, { unknown }: ComparedGroup): readonly [string, string] {
  return unknown === null ? [word(index, 'none'), ''] : [format.share(unknown), format.shareRange(unknown)];
}
