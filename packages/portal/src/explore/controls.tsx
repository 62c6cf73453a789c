import { partnersOf, say } from './state.ts';
import type { ExploreIndex, ExploreState, ExploreVariable } from './types.ts';

/** The choices above the table: two questions, a year, the picture and what it shows. */
export function Controls({
  index,
  state,
  change,
}: {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  readonly change: (next: Partial<ExploreState>) => void;
}) {
  const second = index.variables.find(({ id }) => id === state.by);
  const select = (name: keyof ExploreState) => (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    change({ [name]: value === '' ? null : value });
  };
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <label>
        {say(index, 'variable')}
        <select value={state.variable} onChange={select('variable')}>
          <Options variables={index.variables} />
        </select>
      </label>
      <label>
        {say(index, 'by')}
        <select value={state.by ?? ''} onChange={select('by')}>
          <option value="">{say(index, 'by.none')}</option>
          <Options variables={partnersOf(index, state.variable)} />
        </select>
      </label>
      <label>
        {say(index, 'year')}
        <select value={state.period} onChange={select('period')}>
          {index.periods.map((period) => (
            <option key={period} value={period}>
              {period}
            </option>
          ))}
        </select>
      </label>
      <Choice
        legend={say(index, 'view')}
        name="view"
        value={state.view}
        options={(['bar', 'heat', 'line'] as const)
          .filter((view) => view !== 'heat' || state.by !== null)
          .map((view) => [view, say(index, `view.${view}`)])}
        choose={(view) => change({ view: view as ExploreState['view'] })}
      />
      <Choice
        legend={say(index, 'measure')}
        name="measure"
        value={state.measure}
        options={(['share', 'count'] as const).map((measure) => [measure, say(index, `measure.${measure}`)])}
        choose={(measure) => change({ measure: measure as ExploreState['measure'] })}
      />
      {state.view === 'line' && second && (
        <label>
          {say(index, 'within', { by: second.label })}
          <select value={state.within ?? ''} onChange={select('within')}>
            {second.codes
              .filter(({ missing }) => !missing)
              .map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
          </select>
        </label>
      )}
    </form>
  );
}

function Options({ variables }: { readonly variables: readonly ExploreVariable[] }) {
  const groups = [...new Set(variables.map(({ group }) => group))];
  const option = ({ id, label }: ExploreVariable) => (
    <option key={id} value={id}>
      {label}
    </option>
  );
  return (
    <>
      {groups.map((group) => {
        const own = variables.filter((variable) => variable.group === group).map(option);
        return group === null ? (
          own
        ) : (
          <optgroup key={group} label={group}>
            {own}
          </optgroup>
        );
      })}
    </>
  );
}

function Choice({
  legend,
  name,
  value,
  options,
  choose,
}: {
  readonly legend: string;
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly choose: (value: string) => void;
}) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {options.map(([code, label]) => (
        <label key={code}>
          <input type="radio" name={name} value={code} checked={code === value} onChange={() => choose(code)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
