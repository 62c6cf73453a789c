/**
 * What the public side may know of privacy: protected results and their uncertainty. No counts, no noise, no ledger.
 * Sets are lists of variable names in ascending order of their position in `Domains`; cells of a set are row-major over
 * that order (the last variable runs fastest).
 */

/** Declared codes per variable, in order. Missing reasons are codes like any other. */
export type Domains = Readonly<Record<string, readonly string[]>>;

/** Persons (or records) first measured in one release with one registration year; `undated` for none. */
export interface Cohort {
  /** `2015.2`: period, then the sequence number of the release that measured it. */
  readonly id: string;
  readonly period: string;
  readonly batch: number;
  /** Arrived more than two releases after its period: published, and not added to totals. */
  readonly late: boolean;
}

/** A residual or marginal with its noise; integers. Anyone holding these can redo every published interval. */
export interface PublishedMeasurement {
  readonly cohort: string;
  readonly set: readonly string[];
  readonly kind: 'residual' | 'marginal';
  /** Noisy integers, one per cell of `set`. */
  readonly values: Float64Array;
  /** Exact noise variance of each value, an integer as decimal text (`g²` for a residual). */
  readonly variance: string;
}

/** All that is needed to redo every table and interval: the content of `data/measurements.json`. */
export interface Measurements {
  readonly format: 'casebridge-measurements-1';
  readonly domains: Domains;
  /** The published tables. A measured set is a subset of at least one of them. */
  readonly tables: readonly (readonly string[])[];
  /** Cells that are zero by declaration: per table (`a;b`), row-major cell indices. */
  readonly structuralZeros: Readonly<Record<string, readonly number[]>>;
  readonly cohorts: readonly Cohort[];
  readonly measurements: readonly PublishedMeasurement[];
}

/** A weighted sum of cells of one published table: the cells whose codes `where` allows, times `weight`. */
export interface Selection {
  /** The published table read, its variables in any order. */
  readonly table: readonly string[];
  /** Allowed codes per variable; a variable left out is summed over. */
  readonly where: Readonly<Record<string, string | readonly string[]>>;
  /** 1 when absent. */
  readonly weight?: number;
}

/** Selections summed over cohorts. */
export interface Query {
  readonly cohorts: readonly string[];
  readonly selections: readonly Selection[];
}

/** An unbiased estimate with the variance of its noise (zero for exact answers). */
export interface Estimate {
  readonly value: number;
  readonly variance: number;
}

/** A protected table: unbiased estimates and standard deviations, row-major over `set`. */
export interface TableView {
  readonly set: readonly string[];
  readonly estimate: Float64Array;
  readonly sd: Float64Array;
}

/** Everything that may be asked of published results. */
export interface Answers {
  readonly domains: Domains;
  readonly tables: readonly (readonly string[])[];
  readonly cohorts: readonly Cohort[];
  /** Value and variance of a weighted sum. RangeError: no such table, variable, code or cohort. */
  combine(query: Query): Estimate;
  /** Covariance of two weighted sums (privacy spec C3, summed over cohorts). */
  covariance(a: Query, b: Query): number;
  table(set: readonly string[], cohorts: readonly string[]): TableView;
}
