import type { ExploreVariable } from '../explore/types.ts';
import { word } from './compare-format.ts';
import { groupings, knownCodes, questionsFor } from './compare-state.ts';
import type { CompareIndex, CompareState } from './types.ts';

/** The choices above a comparison: what sets groups apart, the two groups, the question, the year or years. */
export function CompareControls({
  index,
  state,
  change,
}: {
  readonly index: CompareIndex;
  readonly state: CompareState;
  readonly change: (next: Partial<CompareState>) => void;
}) {
  const choose = (name: keyof CompareState) => (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    change({ [name]: name === 'periodB' && value === '' ? null : value });
  };
  const groups = knownCodes(index, state.by);
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <Choice name={word(index, 'by')} value={state.by} choose={choose('by')}>
        <Variables variables={groupings(index)} />
      </Choice>
      {(['a', 'b'] as const).map((side) => (
        <Choice key={side} name={word(index, `group.${side}`)} value={state[side]} choose={choose(side)}>
          {groups.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Choice>
      ))}
      <Choice name={word(index, 'question')} value={state.variable} choose={choose('variable')}>
        <Variables variables={questionsFor(index, state.by)} />
      </Choice>
      <Choice name={word(index, 'year')} value={state.period} choose={choose('period')}>
        {index.periods.map((period) => (
          <option key={period} value={period}>
            {period}
          </option>
        ))}
      </Choice>
      {index.periods.length > 1 && (
        <Choice name={word(index, 'year.b')} value={state.periodB ?? ''} choose={choose('periodB')}>
          <option value="">{word(index, 'year.same')}</option>
          {index.periods
            .filter((period) => period !== state.period)
            .map((period) => (
              <option key={period} value={period}>
                {period}
              </option>
            ))}
        </Choice>
      )}
    </form>
  );
}

function Choice({
  name,
  value,
  choose,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly choose: (event: Event) => void;
  readonly children: preact.ComponentChildren;
}) {
  return (
    <label>
      {name}
      <select value={value} onChange={choose}>
        {children}
      </select>
    </label>
  );
}

// Columns of a many-valued variable stand under its name.
function Variables({ variables }: { readonly variables: readonly ExploreVariable[] }) {
  const headings = [...new Set(variables.map(({ group }) => group))];
  const options = (group: string | null) =>
    variables
      .filter((variable) => variable.group === group)
      .map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ));
  return (
    <>
      {headings.map((group) =>
        group === null ? (
          options(group)
        ) : (
          <optgroup key={group} label={group}>
            {options(group)}
          </optgroup>
        ),
      )}
    </>
  );
}
