import type { Domains } from '@casebridge/privacy/results';

/** Synthetic records of one batch: codes per column, none of them a person's. */
export interface SyntheticRecords {
  /** Sequence number of the release that measured the persons they stand for. */
  readonly batch: number;
  /** Registration years of the batch, and `undated`: what `period` counts in. */
  readonly periods: readonly string[];
  /** Index into `periods` per record. */
  readonly period: ArrayLike<number>;
  /** Index into its domain per record, one list per column, in the order of the domains. */
  readonly columns: readonly ArrayLike<number>[];
  readonly rows: number;
}

/** What the files of synthetic records are written from: the batches one after the other, earlier ones first. */
export interface SyntheticFile {
  /** Published columns and their codes. */
  readonly domains: Domains;
  readonly batches: readonly SyntheticRecords[];
  /** Set on example data: goes into every row. */
  readonly exampleNote: string | null;
}

/** What the column `synthetic` says in every row. */
export const syntheticNote = 'synthetic record, not a person';

/** The columns before and after those of the domains. */
const firstColumns = ['synthetic', 'period', 'batch'] as const;

/** The columns of `data/synthetic.csv` and `.parquet`, in order; `example` only on example data. */
export function syntheticColumns({ domains, exampleNote }: SyntheticFile): readonly string[] {
  return [...firstColumns, ...Object.keys(domains), ...(exampleNote === null ? [] : ['example'])];
}

/** Number of records of all batches. */
export function syntheticRows({ batches }: SyntheticFile): number {
  return batches.reduce((sum, { rows }) => sum + rows, 0);
}
