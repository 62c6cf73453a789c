// The counts beside the answers of a question that could be filtered by, each with its range: the interval of a published count,
// or what published tables leave open about a synthetic one.
import { tablesWithin, withBounds } from './bounds.ts';
import type { FacetCounts } from './records-protocol.ts';
import { type Cell, sliceOf, wholeColumn } from './slice.ts';
import { tableKey } from './sources.ts';
import { syntheticTable } from './synthetic-table.ts';
import type { ExploreIndex, ExploreState, ExploreTable } from './types.ts';

/** Counts by code of one question. */
export type FacetNumbers = Readonly<Record<string, Pick<Cell, 'value' | 'low' | 'high' | 'reason'>>>;

interface Counting {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  /** The newest year chosen. */
  readonly period: string;
  readonly fetchTable: (key: string) => Promise<ExploreTable>;
}

/** Counts from the published table of a question and the filters on others; null where there is none. */
export async function publishedFacet(counting: Counting, variable: string): Promise<FacetNumbers | null> {
  const { index, fetchTable } = counting;
  const filters = filtersOnOthers(counting, variable);
  const key = tableKey(index, [variable, ...filters.map((filter) => filter.variable)]);
  return index.tables.includes(key) ? numbersOf(counting, variable, await fetchTable(key)) : null;
}

/** Counts of synthetic records with their possible ranges. */
export async function syntheticFacet(
  counting: Counting,
  variable: string,
  counted: FacetCounts[string],
): Promise<FacetNumbers> {
  const { index, period, fetchTable } = counting;
  const filters = filtersOnOthers(counting, variable);
  const codes = (index.variables.find(({ id }) => id === variable)?.codes ?? []).map(({ code }) => code);
  const table = syntheticTable(
    index.release,
    {
      variables: [variable],
      codes: [codes],
      periods: [period],
      counts: Int32Array.from(codes, (code) => counted[code] ?? 0),
    },
    index.example,
  );
  const within = tablesWithin(index, [variable, ...filters.map((filter) => filter.variable)]);
  return numbersOf(counting, variable, withBounds(index, table, filters, await Promise.all(within.map(fetchTable))));
}

// A question's own filter does not count for it: its answers are what a reader could choose instead.
function filtersOnOthers({ state }: Counting, variable: string): ExploreState['filters'] {
  return state.filters.filter((filter) => filter.variable !== variable);
}

function numbersOf(counting: Counting, variable: string, table: ExploreTable): FacetNumbers {
  const { index, state, period } = counting;
  const filters = filtersOnOthers(counting, variable);
  const slice = sliceOf(index, table, { ...state, variable, by: null, filters, measure: 'count' });
  return Object.fromEntries(slice.rows.map(({ code }) => [code, slice.cell(code, wholeColumn, period)]));
}
