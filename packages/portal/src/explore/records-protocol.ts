/** What the explorer asks of the worker that holds the synthetic records. */
export type RecordsRequest =
  | { readonly kind: 'open'; readonly id: number; readonly address: string }
  | {
      readonly kind: 'table';
      readonly id: number;
      /** One or two variables. */
      readonly variables: readonly string[];
      readonly where: Where;
    }
  | { readonly kind: 'facets'; readonly id: number; readonly where: Where; readonly periods: readonly string[] };

/** The code that records must have, by variable. */
export type Where = Readonly<Record<string, string>>;

/** Counts of a cross-tab for every year; a block of cells a year, row-major, the last variable fastest. */
export interface CountedTable {
  readonly variables: readonly string[];
  readonly codes: readonly (readonly string[])[];
  readonly periods: readonly string[];
  readonly counts: Int32Array;
}

/** Records by code, for every variable. */
export type FacetCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What the worker answers, to the request with the same id. */
export type RecordsAnswer =
  | { readonly kind: 'open'; readonly id: number; readonly rows: number }
  | { readonly kind: 'table'; readonly id: number; readonly table: CountedTable }
  | { readonly kind: 'facets'; readonly id: number; readonly facets: FacetCounts }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
