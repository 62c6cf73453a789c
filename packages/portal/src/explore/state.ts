import type { ExploreIndex, ExploreState, ExploreVariable, View } from './types.ts';

const views: readonly View[] = ['bar', 'heat', 'line'];

/** The key of the table that answers a state: its variables in the order the index lists them. */
export function tableKey(index: Pick<ExploreIndex, 'variables'>, variable: string, by: string | null): string {
  if (by === null) return variable;
  const position = (id: string) => index.variables.findIndex((entry) => entry.id === id);
  return position(variable) < position(by) ? `${variable}~${by}` : `${by}~${variable}`;
}

/** Variables that make a published table together with `variable`. */
export function partnersOf(index: ExploreIndex, variable: string): readonly ExploreVariable[] {
  return index.variables.filter(({ id }) => id !== variable && index.tables.includes(tableKey(index, variable, id)));
}

/** What the explorer opens with: purposes by sex or by age where they are published together, in the newest year. */
export function opening(index: ExploreIndex): ExploreState {
  const first = index.variables.find(({ id }) => id === 'purpose_summary') ?? index.variables[0];
  const second = ['sex_or_gender', 'majority_at_registration'].find(
    (id) => first && index.tables.includes(tableKey(index, first.id, id)),
  );
  return settle(index, {
    variable: first?.id ?? '',
    by: second ?? null,
    period: index.periods.at(-1) ?? '',
    view: 'bar',
    measure: 'share',
    within: null,
  });
}

/** The state an address asks for; whatever is impossible falls back to what the page opens with. */
export function readState(index: ExploreIndex, query: URLSearchParams): ExploreState {
  const start = opening(index);
  const known = (id: string | null) => index.variables.find((entry) => entry.id === id);
  const variable = known(query.get('v'));
  if (!variable) return start;
  const by = known(query.get('by'));
  const second = by && index.tables.includes(tableKey(index, variable.id, by.id)) ? by.id : null;
  const period = query.get('year') ?? '';
  const view = query.get('view') as View;
  return settle(index, {
    variable: variable.id,
    by: second,
    period: index.periods.includes(period) ? period : start.period,
    view: views.includes(view) ? view : 'bar',
    measure: query.get('show') === 'count' ? 'count' : 'share',
    within: query.get('in'),
  });
}

/** The address of a state: a query string without its question mark. */
export function writeState(state: ExploreState): string {
  const query = new URLSearchParams({ v: state.variable });
  if (state.by !== null) query.set('by', state.by);
  query.set('year', state.period);
  query.set('view', state.view);
  query.set('show', state.measure);
  if (state.view === 'line' && state.within !== null) query.set('in', state.within);
  return query.toString();
}

/** Makes a state possible: a second variable that has a table, a code that exists, a picture that fits. */
export function settle(index: ExploreIndex, state: ExploreState): ExploreState {
  const by =
    state.by !== null && state.by !== state.variable && index.tables.includes(tableKey(index, state.variable, state.by))
      ? state.by
      : null;
  const codes = index.variables.find(({ id }) => id === by)?.codes.filter(({ missing }) => !missing) ?? [];
  return {
    ...state,
    by,
    view: by === null && state.view === 'heat' ? 'bar' : state.view,
    within: codes.some(({ code }) => code === state.within) ? state.within : (codes[0]?.code ?? null),
  };
}

/** A message with `{name}` filled in. */
export function say(
  index: Pick<ExploreIndex, 'words'>,
  key: string,
  args: Readonly<Record<string, string>> = {},
): string {
  const message = index.words[key];
  if (message === undefined) throw new Error(`no message 'explore.${key}'`);
  return message.replaceAll(/\{(\w+)\}/g, (_, name: string) => args[name] ?? '');
}
