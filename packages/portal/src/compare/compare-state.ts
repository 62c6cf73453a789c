import type { ExploreVariable } from '../explore/types.ts';
import { word } from './compare-format.ts';
import type { CompareIndex, CompareState } from './types.ts';

/** More groups than this are a list to choose countries or ages from, not groups to set side by side. */
const mostGroups = 15;

type Wanted = Omit<CompareState, 'period' | 'periodB'>;

/** What pages open with, where a release has the tables: question, what sets groups apart, the two groups. */
const wanted: readonly Wanted[] = [
  { variable: 'purpose_summary', by: 'sex_or_gender', a: 'female', b: 'male' },
  { variable: 'purpose_summary', by: 'majority_at_registration', a: 'child', b: 'adult' },
  { variable: 'sex_or_gender', by: 'majority_at_registration', a: 'child', b: 'adult' },
  { variable: 'trafficking_scope', by: 'purpose_summary', a: 'labour', b: 'sexual' },
];

/** One group in the newest year and in the first, as the last comparison of a page. */
const wantedOverYears: Wanted = {
  variable: 'purpose_summary',
  by: 'majority_at_registration',
  a: 'child',
  b: 'child',
};

/** The key of the table that answers a state: its variables in the order the index lists them. */
export function compareKey(index: Pick<CompareIndex, 'variables'>, one: string, other: string): string {
  const position = (id: string) => index.variables.findIndex((entry) => entry.id === id);
  return position(one) < position(other) ? `${one}~${other}` : `${other}~${one}`;
}

/** The known codes of a variable. */
export function knownCodes(index: CompareIndex, id: string): ExploreVariable['codes'] {
  return index.variables.find((entry) => entry.id === id)?.codes.filter(({ missing }) => !missing) ?? [];
}

/** A code's name. */
export function labelOf(index: CompareIndex, variable: string, code: string): string {
  const entry = index.variables.find(({ id }) => id === variable)?.codes.find((each) => each.code === code);
  return entry?.label ?? code;
}

/** A group's name, with its year where the groups are of two. */
export function groupLabel(
  index: CompareIndex,
  { by, periodB }: CompareState,
  { code, period }: { readonly code: string; readonly period: string },
): string {
  const label = labelOf(index, by, code);
  return periodB === null ? label : word(index, 'group.year', { group: label, period });
}

/** Variables whose codes can be set side by side as groups. */
export function groupings(index: CompareIndex): readonly ExploreVariable[] {
  return index.variables.filter(({ id }) => {
    const groups = knownCodes(index, id).length;
    return groups >= 2 && groups <= mostGroups && questionsFor(index, id).length > 0;
  });
}

/** Questions that a release answers in the groups of a variable. */
export function questionsFor(index: CompareIndex, by: string): readonly ExploreVariable[] {
  return index.variables.filter(
    ({ id }) => id !== by && knownCodes(index, id).length > 0 && index.tables.includes(compareKey(index, id, by)),
  );
}

/** The comparisons baked into the page, the one it opens with first; empty where a release crosses no two variables. */
export function openingStates(index: CompareIndex): readonly CompareState[] {
  const period = index.periods.at(-1) ?? '';
  const [first = period] = index.periods;
  const possible = [
    ...wanted.map((state) => ({ ...state, period, periodB: null })),
    { ...wantedOverYears, period, periodB: first },
  ].filter((state) => {
    const settled = settle(index, state);
    return settled !== null && writeState(settled) === writeState(state);
  });
  if (possible.length > 0) return possible;
  for (const { id: by } of groupings(index)) {
    const first = settle(index, { variable: '', by, a: '', b: '', period, periodB: null });
    if (first) return [first];
  }
  return [];
}

/** The state an address asks for; whatever is impossible falls back to what the page opens with. */
export function readState(index: CompareIndex, query: URLSearchParams): CompareState | null {
  const start = openingStates(index)[0] ?? null;
  const [variable, by] = [query.get('v'), query.get('by')];
  if (variable === null || by === null || !groupings(index).some(({ id }) => id === by)) return start;
  if (!questionsFor(index, by).some(({ id }) => id === variable)) return start;
  const period = query.get('year') ?? '';
  const periodB = query.get('year-b');
  return settle(index, { variable, by, a: query.get('a') ?? '', b: query.get('b') ?? '', period, periodB }) ?? start;
}

/** The address of a state: a query string without its question mark. */
export function writeState({ variable, by, a, b, period, periodB }: CompareState): string {
  const years = { year: period, ...(periodB !== null && { 'year-b': periodB }) };
  return new URLSearchParams({ v: variable, by, a, b, ...years }).toString();
}

/** The years of groups A and B. */
export function yearsOf({ period, periodB }: CompareState): readonly [a: string, b: string] {
  return [period, periodB ?? period];
}

/** Makes a state possible: a question with a table, two different groups or years. Null where there is no such state. */
export function settle(index: CompareIndex, state: CompareState): CompareState | null {
  const questions = questionsFor(index, state.by);
  const groups = knownCodes(index, state.by);
  const question = questions.find(({ id }) => id === state.variable) ?? questions[0];
  const period = index.periods.includes(state.period) ? state.period : (index.periods.at(-1) ?? '');
  const periodB = index.periods.find((each) => each === state.periodB && each !== period) ?? null;
  const a = groups.find(({ code }) => code === state.a) ?? groups.find(({ code }) => code !== state.b);
  const b =
    groups.find(({ code }) => code === state.b && (periodB !== null || code !== a?.code)) ??
    groups.find((each) => each !== a);
  if (!question || !a || !b) return null;
  return {
    variable: question.id,
    by: state.by,
    a: a.code,
    b: b.code,
    period,
    periodB,
  };
}
