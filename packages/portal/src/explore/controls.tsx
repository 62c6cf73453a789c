import { partnersOf } from './sources.ts';
import { follows, say } from './state.ts';
import { type ExploreIndex, type ExploreState, type ExploreVariable, views, type Years } from './types.ts';
import { labelOf } from './wording.ts';
import { chosenYears, inMode } from './years.ts';

interface ControlsProps {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  /** Absent while baking: the choices are inert then. */
  readonly change?: ((next: Partial<ExploreState>) => void) | undefined;
}

/** The choices above the table: two questions, the years, and what the cells show. */
export function Controls({ index, state, change }: ControlsProps) {
  const partners = partnersOf(index, state.variable);
  const value = (event: Event) => (event.currentTarget as HTMLSelectElement).value;
  return (
    <div class="controls" inert={!change}>
      <label>
        {say(index, 'variable')}
        <select value={state.variable} onChange={(event) => change?.({ variable: value(event) })}>
          <Options variables={index.variables} />
        </select>
      </label>
      <label>
        {say(index, 'by')}
        <select value={state.by ?? ''} onChange={(event) => change?.({ by: value(event) || null })}>
          <option value="">{say(index, 'by.none')}</option>
          <Options variables={partners.published} />
          {partners.synthetic.length > 0 && (
            <optgroup label={say(index, 'by.synthetic')}>
              {partners.synthetic.map(({ id }) => (
                <option key={id} value={id}>
                  {labelOf(index, id)}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
      {state.by !== null && (
        <button
          type="button"
          class="small-button"
          onClick={() => change?.({ variable: state.by ?? '', by: state.variable, within: null })}
        >
          {say(index, 'swap')}
        </button>
      )}
      <YearsChoice index={index} state={state} change={change} />
      <Choice
        legend={say(index, 'measure')}
        name="measure"
        value={state.measure}
        options={(['share', 'count'] as const).map((measure) => [measure, say(index, `measure.${measure}`)])}
        choose={(measure) => change?.({ measure: measure as ExploreState['measure'] })}
      />
    </div>
  );
}

function YearsChoice({ index, state, change }: ControlsProps) {
  const chosen = chosenYears(index, state.years);
  const from = chosen[0] ?? '';
  const to = chosen.at(-1) ?? from;
  const { mode } = state.years;
  const newest = index.periods.at(-1);
  const between = (first: string, last: string) => {
    const ordered = first <= last ? { from: first, to: last } : { from: last, to: first };
    // Years that end before the newest cannot grow or roll.
    const years: Years = { mode: 'freeze', ...ordered };
    change?.({ years: ordered.to === newest ? inMode(index, years, mode) : years });
  };
  const value = (event: Event) => (event.currentTarget as HTMLSelectElement).value;
  const options = index.periods.map((period) => (
    <option key={period} value={period}>
      {period}
    </option>
  ));
  return (
    <>
      <label>
        {say(index, 'year.from')}
        <select class="year" value={from} onChange={(event) => between(value(event), to)}>
          {options}
        </select>
      </label>
      <label>
        {say(index, 'year.to')}
        <select class="year" value={to} onChange={(event) => between(from, value(event))}>
          {options}
        </select>
      </label>
      {to === newest && (
        <label>
          {say(index, 'years.mode')}
          <select
            value={mode}
            onChange={(event) => change?.({ years: inMode(index, state.years, value(event) as Years['mode']) })}
          >
            {(['freeze', 'grow', 'roll'] as const).map((each) => (
              <option key={each} value={each}>
                {say(index, `years.${each}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

/** Which picture stands under the table, and the answer it follows. */
export function PictureChoice({ index, state, change }: ControlsProps) {
  const second = index.variables.find(({ id }) => id === state.by);
  const several = chosenYears(index, state.years).length > 1;
  return (
    <div class="controls picture-choice" inert={!change}>
      <Choice
        legend={say(index, 'view')}
        name="view"
        value={state.view}
        options={views
          .filter((view) => view !== 'heat' || state.by !== null || several)
          .map((view) => [view, say(index, `view.${view}`)])}
        choose={(view) => change?.({ view: view as ExploreState['view'] })}
      />
      {follows(state) && second && (
        <label>
          {say(index, 'within', { by: second.label })}
          <select
            value={state.within ?? ''}
            onChange={(event) => change?.({ within: (event.currentTarget as HTMLSelectElement).value })}
          >
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
    </div>
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
