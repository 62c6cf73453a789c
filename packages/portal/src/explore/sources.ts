import { cellName } from '../model/cell-name.ts';
import { isUnknown } from './bases.ts';
import type { Cell } from './slice.ts';
import type { ExploreIndex, ExploreState, ExploreVariable, RecordsIndex } from './types.ts';

/** The part of a state that decides where its answer comes from. */
type Asked = Pick<ExploreState, 'variable' | 'by' | 'filters'>;

/** Where an answer comes from: a table that the release publishes, else synthetic records. */
export type Source = { readonly kind: 'published'; readonly key: string } | { readonly kind: 'synthetic' };

/** Every variable that an answer needs. */
export function variablesOf({ variable, by, filters }: Asked): readonly string[] {
  return [variable, ...(by === null ? [] : [by]), ...filters.map((each) => each.variable)];
}

/** Names the published table of an answer to the check that ends a bake; synthetic answers have none. */
export function sourceOf(asked: Asked, isSynthetic: boolean): { 'data-table'?: string } {
  return isSynthetic ? {} : { 'data-table': variablesOf(asked).join(' ') };
}

/** The name of the published cell that a cell on screen is. */
export function nameOf(index: Pick<ExploreIndex, 'variables'>, state: ExploreState, cell: Cell): string {
  const { variable, measure } = state;
  const others = inColumn(state, cell.column);
  if (measure === 'count') return cellName(cell.period, { [variable]: [cell.row], ...others });
  const base = { [variable]: knownCodesOf(index, variable), ...others };
  return cellName(cell.period, { [variable]: [cell.row] }, base);
}

/** The name of the published count that a column's shares are of. */
export function baseNameOf(
  index: Pick<ExploreIndex, 'variables'>,
  state: ExploreState,
  column: string,
  period: string,
): string {
  const { variable } = state;
  return cellName(period, { [variable]: knownCodesOf(index, variable), ...inColumn(state, column) });
}

/** The name of the published share of those asked in a column whose answer is not known. */
export function unknownNameOf(
  index: Pick<ExploreIndex, 'variables'>,
  state: ExploreState,
  column: string,
  period: string,
): string {
  const { variable } = state;
  const codes = (index.variables.find(({ id }) => id === variable)?.codes ?? []).map(({ code }) => code);
  const notKnown = codes.filter(isUnknown);
  return cellName(
    period,
    { [variable]: notKnown },
    { [variable]: [...knownCodesOf(index, variable), ...notKnown], ...inColumn(state, column) },
  );
}

// What a column and the filters keep, by variable.
function inColumn({ by, filters }: Asked, column: string): Readonly<Record<string, readonly string[]>> {
  return {
    ...(by !== null && { [by]: [column] }),
    ...Object.fromEntries(filters.map(({ variable, code }) => [variable, [code]])),
  };
}

function knownCodesOf(index: Pick<ExploreIndex, 'variables'>, variable: string): readonly string[] {
  const codes = index.variables.find(({ id }) => id === variable)?.codes ?? [];
  return codes.filter(({ missing }) => !missing).map(({ code }) => code);
}

/** The key of a table: its variables in the order the index lists them. */
export function tableKey(index: Pick<ExploreIndex, 'variables'>, set: readonly string[]): string {
  return index.variables
    .map(({ id }) => id)
    .filter((id) => set.includes(id))
    .join('~');
}

/** What answers a state; a published table always comes first. Null where nothing does. */
export function answerable(index: ExploreIndex, asked: Asked): Source | null {
  const needed = variablesOf(asked);
  if (new Set(needed).size !== needed.length) return null;
  const key = tableKey(index, needed);
  if (publishedIn(index).has(key)) return { kind: 'published', key };
  return index.records && needed.every((id) => index.records?.columns.includes(id)) ? { kind: 'synthetic' } : null;
}

// Asked for every question in turn: a phone would feel the search.
const published = new WeakMap<readonly string[], ReadonlySet<string>>();

function publishedIn({ tables }: ExploreIndex): ReadonlySet<string> {
  const keys = published.get(tables) ?? new Set(tables);
  published.set(tables, keys);
  return keys;
}

/** Variables that have an answer together with `variable`, by where it comes from. */
export function partnersOf(
  index: ExploreIndex,
  variable: string,
): { readonly published: readonly ExploreVariable[]; readonly synthetic: readonly ExploreVariable[] } {
  const others = index.variables.flatMap((other) => {
    const kind = other.id === variable ? undefined : answerable(index, { variable, by: other.id, filters: [] })?.kind;
    return kind === undefined ? [] : [{ other, kind }];
  });
  const from = (wanted: Source['kind']) => others.flatMap(({ other, kind }) => (kind === wanted ? [other] : []));
  return { published: from('published'), synthetic: from('synthetic') };
}

/** How far an answer from synthetic records can be trusted. */
export interface Trust {
  /**
   * `years`: the combination was measured within each year; `together`: over the years of a release together; `none`: the
   * model filled it in from smaller tables.
   */
  readonly support: 'years' | 'together' | 'none';
  /** Predicted share of records in a wrong cell (total variation distance); null where nothing predicts it. */
  readonly error: number | null;
  /** The error is that of the worst table inside, so that the true one is expected to be as large or larger. */
  readonly atLeast: boolean;
}

/** The support of a set of variables and its predicted error. */
export function trustOf(index: Pick<ExploreIndex, 'variables'>, records: RecordsIndex, set: readonly string[]): Trust {
  const within = (wanted: readonly string[]) =>
    records.measured.every((batch) => batch.some((own) => wanted.every((id) => own.includes(id))));
  const support = within([...set, periodAxis]) ? 'years' : within(set) ? 'together' : 'none';
  const own = records.errors[tableKey(index, set)];
  if (own !== undefined) return { support, error: own, atLeast: false };
  // Adding cells up never makes two tables differ more: the error of a table inside bounds the whole from below.
  const inside = Object.entries(records.errors)
    .filter(([key]) => key.split('~').every((id) => set.includes(id)))
    .map(([, error]) => error);
  return { support, error: inside.length === 0 ? null : Math.max(...inside), atLeast: true };
}

/** The name under which a measured set tells the years apart. */
const periodAxis = 'period';
