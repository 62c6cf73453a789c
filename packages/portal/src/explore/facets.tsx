import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { signs } from '../components/signs.ts';
import type { FacetNumbers } from './facet-numbers.ts';
import { answerable } from './sources.ts';
import { say } from './state.ts';
import type { ExploreIndex, ExploreState, ExploreVariable } from './types.ts';
import { rangeText, reasonText, writer } from './wording.ts';

export interface FacetsProps {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  /** Where counts beside answers come from: the same source as the table on screen, never another. */
  readonly synthetic: boolean;
  readonly period: string;
  /** Counts known so far. */
  readonly counts?: Readonly<Record<string, FacetNumbers>>;
  /** Asks for the counts of a question. */
  readonly want?: (variable: string) => void;
  /** Absent while baking. */
  readonly change?: (next: Partial<ExploreState>) => void;
}

/** Every other question with its answers, to keep only records with one of them: the content of the place `facets`. */
export function Facets(props: FacetsProps) {
  const { index, state, synthetic, period } = props;
  const offered = index.variables.filter(({ id }) => id !== state.variable && id !== state.by);
  const groups = [...new Set(offered.map(({ group }) => group))];
  return (
    <>
      <h2 id="facets-title">{say(index, 'facets')}</h2>
      <p class="note">{say(index, synthetic ? 'facets.synthetic' : 'facets.published', { period })}</p>
      {groups.map((group) => {
        const own = offered
          .filter((variable) => variable.group === group)
          .map((variable) => <Facet key={variable.id} {...props} variable={variable} />);
        if (group === null) return own;
        const chosen = state.filters.some(({ variable }) =>
          offered.some((each) => each.id === variable && each.group === group),
        );
        return (
          <FacetGroup key={group} name={group} opened={chosen}>
            {own}
          </FacetGroup>
        );
      })}
    </>
  );
}

// Most groups are never opened: what is in them is made when they are.
function FacetGroup({ name, opened, children }: { name: string; opened: boolean; children: ComponentChildren }) {
  const [open, setOpen] = useState(opened);
  return (
    <details
      class="facet-group"
      open={open}
      onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>{name}</summary>
      {(open || opened) && children}
    </details>
  );
}

function Facet(props: FacetsProps & { readonly variable: ExploreVariable }) {
  const { index, state, variable, counts, want, change, synthetic } = props;
  const chosen = state.filters.find((filter) => filter.variable === variable.id);
  const [open, setOpen] = useState(chosen !== undefined);
  const others = state.filters.filter((filter) => filter !== chosen);
  const source = answerable(index, { ...state, filters: [...others, { variable: variable.id, code: '' }] });
  const own = counts?.[variable.id];
  const choose = (code: string | null) =>
    change?.({ filters: code === null ? others : [...others, { variable: variable.id, code }] });
  return (
    <details
      class="facet"
      open={open}
      onToggle={(event) => {
        const { open: now } = event.currentTarget as HTMLDetailsElement;
        setOpen(now);
        if (now) want?.(variable.id);
      }}
    >
      <summary>
        {variable.label}
        {chosen && <span class="chosen"> · {variable.codes.find(({ code }) => code === chosen.code)?.label}</span>}
      </summary>
      {open && source === null && <p class="note">{say(index, 'facets.blocked')}</p>}
      {open && source !== null && (
        <fieldset>
          <legend class="unseen">{variable.label}</legend>
          {source.kind === 'synthetic' && !synthetic && <p class="note">{say(index, 'facets.moves')}</p>}
          <label>
            <input
              type="radio"
              name={`is.${variable.id}`}
              checked={chosen === undefined}
              onChange={() => choose(null)}
            />
            <span>{say(index, 'facets.any')}</span>
          </label>
          {variable.codes.map(({ code, label }) => (
            <label key={code}>
              <input
                type="radio"
                name={`is.${variable.id}`}
                value={code}
                checked={chosen?.code === code}
                onChange={() => choose(code)}
              />
              <span>{label}</span>
              {own?.[code] && <Count index={index} synthetic={synthetic} number={own[code]} />}
            </label>
          ))}
        </fieldset>
      )}
    </details>
  );
}

// A count over its range; both belong to the name of the choice they stand in.
function Count({
  index,
  synthetic,
  number,
}: Pick<FacetsProps, 'index' | 'synthetic'> & { readonly number: FacetNumbers[string] }) {
  const counted = { measure: 'count' } as const;
  const { value, reason } = number;
  return (
    <small>
      {reason === null && value !== null && writer(index, counted)(value)}
      {reason !== null && (
        <>
          <span aria-hidden="true">{signs[reason]}</span>
          <span class="unseen">{reasonText(index, number)}</span>
        </>
      )}{' '}
      <span class="unseen">{say(index, synthetic ? 'bounds' : 'interval')}: </span>
      <span class="range">{rangeText(index, counted, number)}</span>
    </small>
  );
}
