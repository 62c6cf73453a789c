/** The shapes of public figures: types only, so that the bundle and the portal can read them without the registry. */

export type FigureUnit = 'records' | 'persons' | 'share' | 'years' | 'countries' | 'change';

/** A short and a long citable sentence, each carrying its qualifier. */
export interface Sentence {
  readonly short: string;
  readonly long: string;
}

/** What `figures.json` holds per number: nine parts, and where it was read. Shares are fractions of one. */
export interface Figure {
  /** `purpose.labour.2015`, `purpose.labour.2015@agency`, `identified.EUR.2015`, `purpose.labour.2015#identified.EUR` for a place. */
  readonly id: string;
  /** The id without period, group and place: `purpose.labour`. */
  readonly family: string;
  readonly period: string;
  /** Region a figure is restricted to; null for all. */
  readonly place: { readonly kind: 'identified' | 'origin'; readonly region: string } | null;
  /** The set-apart contributor's group, or null for the pool. */
  readonly group: string | null;
  readonly unit: FigureUnit;
  /** Null when withheld; the reason is in `withheld`. */
  readonly value: number | null;
  /** 95 % interval; `[v, v]` for declared numbers. */
  readonly interval: readonly [number, number] | null;
  /** Records (estimated) the figure is a share or mean of; null where it has none. */
  readonly base: number | null;
  readonly baseInterval: readonly [number, number] | null;
  /** Share of records for which the answer is not known; null where the question does not arise. */
  readonly unknown: number | null;
  /** Lowest and highest the value could be if all unknowns were out or in. */
  readonly bounds: readonly [number, number] | null;
  /** Key of the noun that carries the selection. */
  readonly noun: string;
  readonly contributors: { readonly count: number; readonly overHalf: boolean | null };
  readonly protection:
    | 'declared'
    | { readonly epsilon: number; readonly delta: number; readonly unit: 'record' | 'person' };
  readonly release: {
    readonly id: string;
    readonly sequence: number;
    readonly date: string;
    readonly status: 'provisional' | 'final' | 'revised';
  };
  readonly withheld: 'base_too_small' | 'interval_too_wide' | 'not_collected' | null;
  /** Parts of a change, each with its own interval: same, joined, left contributors. */
  readonly parts: readonly {
    readonly key: string;
    readonly value: number;
    readonly interval: readonly [number, number];
  }[];
  /** Keys of the caveats that belong to the figure: `not_prevalence`, `where_contributors_work`, … */
  readonly caveats: readonly string[];
  /** The table and codes it was read from; null for declared numbers. */
  readonly source: FigureSource | null;
  /** How a declared number was declared; absent for measured ones. */
  readonly declared?: Declaration;
  readonly example: boolean;
  readonly sentences: Readonly<Record<string, Sentence>>;
}

/** The one table a figure is read from, and how. */
export interface FigureSource {
  readonly table: readonly string[];
  readonly cohorts: readonly string[];
  readonly numerator: Readonly<Record<string, string | readonly string[]>>;
  readonly base: Readonly<Record<string, string | readonly string[]>>;
  /** The table the base is read from, where it is not `table` (sectors: their `.known` column). */
  readonly baseTable?: readonly string[];
  /** Cohorts of the earlier year, for a change. */
  readonly earlierCohorts?: readonly string[];
}

/** What stands behind a declared number. */
export interface Declaration {
  readonly relation: 'over' | 'exactly';
  /** First year of a running total; null for a number of one year. */
  readonly since: number | null;
  /** Contributors whose statements the number is made of. */
  readonly by: number;
}

/** The contributor that a two-valued published variable sets apart, with its consent. */
export interface SetApart {
  readonly variable: string;
  readonly code: string;
  /** Id of the contributor's coverage statement. */
  readonly contributor: string;
  /** How texts name it, per language, as it stands after “by”: `the large agency`. */
  readonly label: Readonly<Record<string, string>>;
}

/** What contributors publicly declare: the content of `docs/coverage.json`. */
export interface Coverage {
  readonly contributors: readonly CoverageStatement[];
}

export interface CoverageStatement {
  /** Public id; `contributor-1` … for those who stay unnamed. */
  readonly id: string;
  readonly name: string | null;
  readonly sourceKind: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Years in which it worked. */
  readonly activeYears: readonly number[];
  /** ISO alpha-3 codes of the countries it worked in, by year. */
  readonly countries: Readonly<Record<string, readonly string[]>>;
  /** Persons it declares to have assisted, by year. */
  readonly assisted: Readonly<Record<string, number>>;
  /** Cumulative total it declares: `{ year: 1994, total: 70000, relation: 'over' }`. */
  readonly assistedSince: {
    readonly year: number;
    readonly total: number;
    readonly relation: 'over' | 'exactly';
  } | null;
  /** How it asks each variable. */
  readonly asks: Readonly<Record<string, 'always' | 'sometimes' | 'never'>>;
  readonly note: string | null;
}
