import { answerable, partnersOf } from './sources.ts';
import { type ExploreIndex, type ExploreState, type Problem, views, type Years } from './types.ts';
import { readYears, settleYears, writeYears } from './years.ts';

/** What the explorer opens with: purposes by sex or by age where they are published together, in the newest year. */
export function opening(index: ExploreIndex): ExploreState {
  const first = index.variables.find(({ id }) => id === 'purpose_summary') ?? index.variables[0];
  const partners = first ? partnersOf(index, first.id).published : [];
  const second = ['sex_or_gender', 'majority_at_registration'].find((id) =>
    partners.some((partner) => partner.id === id),
  );
  return settle(index, {
    variable: first?.id ?? '',
    by: second ?? null,
    filters: [],
    years: newest(index),
    view: 'multiples',
    measure: 'share',
    within: null,
  });
}

/**
 * The state an address asks for. What cannot be answered is left out and listed, so that the page can say so; an empty
 * address is the opening.
 */
export function readState(
  index: ExploreIndex,
  query: URLSearchParams,
): { readonly state: ExploreState; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const start = opening(index);
  const known = (id: string) => index.variables.find((entry) => entry.id === id);
  const asked = query.get('v');
  const variable = known(asked ?? '');
  if (asked !== null && !variable) problems.push({ kind: 'variable', value: asked });
  const second = query.get('by');
  if (second !== null && !known(second)) problems.push({ kind: 'variable', value: second });
  const filters = [...query].flatMap(([name, code]) => {
    if (!name.startsWith('is.')) return [];
    const id = name.slice('is.'.length);
    const entry = known(id);
    if (!entry) problems.push({ kind: 'variable', value: id });
    else if (entry.codes.some((each) => each.code === code)) return [{ variable: id, code }];
    else problems.push({ kind: 'code', value: `${id}: ${code}` });
    return [];
  });
  const year = query.get('year');
  const years = year === null ? start.years : readYears(index, year);
  if (years === null) problems.push({ kind: 'years', value: year ?? '' });
  const picture = query.get('view');
  const view = views.find((each) => each === picture);
  if (picture !== null && !view) problems.push({ kind: 'view', value: picture });
  const within = query.get('in');
  const wanted: ExploreState = {
    variable: (variable ?? known(start.variable))?.id ?? '',
    by: variable ? (known(second ?? '')?.id ?? null) : start.by,
    filters,
    years: years ?? start.years,
    view: view ?? 'multiples',
    measure: query.get('show') === 'count' ? 'count' : 'share',
    within,
  };
  const state = settle(index, wanted);
  if (state.by !== wanted.by || state.filters.length < wanted.filters.length) {
    const ids = [wanted.variable, ...(wanted.by === null ? [] : [wanted.by]), ...filters.map((each) => each.variable)];
    problems.push({ kind: 'together', value: ids.join('~') });
  }
  if (within !== null && state.by !== null && state.within !== within) problems.push({ kind: 'code', value: within });
  return { state, problems };
}

/** The address of a state: a query string without its question mark. */
export function writeState(state: ExploreState): string {
  const parts: [string, string][] = [['v', state.variable]];
  if (state.by !== null) parts.push(['by', state.by]);
  for (const { variable, code } of state.filters) parts.push([`is.${variable}`, code]);
  parts.push(['year', writeYears(state.years)], ['view', state.view], ['show', state.measure]);
  if (follows(state)) parts.push(['in', state.within ?? '']);
  const readable = (text: string) => encodeURIComponent(text).replaceAll('%3F', '?').replaceAll('%3A', ':');
  return parts.map(([name, value]) => `${readable(name)}=${readable(value)}`).join('&');
}

/** Whether the picture follows one answer of the second question. */
export function follows(state: ExploreState): boolean {
  return state.by !== null && state.within !== null && (state.view === 'line' || state.view === 'bar');
}

/**
 * Makes a state possible: filters and a second question that have an answer together, years and codes that exist, a picture
 * that fits. What was asked last gives way first.
 */
export function settle(index: ExploreIndex, state: ExploreState): ExploreState {
  let by = state.by === state.variable || !index.variables.some(({ id }) => id === state.by) ? null : state.by;
  let filters = state.filters.filter(
    ({ variable }, at) =>
      variable !== state.variable &&
      variable !== by &&
      state.filters.findIndex((other) => other.variable === variable) === at,
  );
  while (filters.length > 0 && answerable(index, { variable: state.variable, by, filters }) === null) {
    filters = filters.slice(0, -1);
  }
  if (by !== null && answerable(index, { variable: state.variable, by, filters }) === null) by = null;
  const codes = index.variables.find(({ id }) => id === by)?.codes.filter(({ missing }) => !missing) ?? [];
  const years = settleYears(index, state.years);
  return {
    ...state,
    by,
    filters,
    years,
    view: by === null && state.view === 'heat' && !hasSeveral(index, years) ? 'multiples' : state.view,
    within: codes.some(({ code }) => code === state.within) ? state.within : (codes[0]?.code ?? null),
  };
}

function newest({ periods }: ExploreIndex): Years {
  const last = periods.at(-1) ?? '';
  return { mode: 'freeze', from: last, to: last };
}

function hasSeveral(index: ExploreIndex, years: Years): boolean {
  return years.mode === 'roll'
    ? Math.min(years.count, index.periods.length) > 1
    : years.from !== (years.mode === 'freeze' ? years.to : index.periods.at(-1));
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
