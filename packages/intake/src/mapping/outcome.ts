import type { MissingReason } from '@casebridge/standard';

/** What an operation makes of the cells of one row: codes, or the reason there are none. */
export interface Outcome {
  /** One code for a single-valued variable; the yes codes of a many-valued one. */
  readonly values: readonly string[];
  /** Codes of a many-valued variable that are an explicit no. */
  readonly no?: readonly string[];
  /** `?reason` of what has no value. Null: nothing is said (a combined flag that is no). */
  readonly missing: string | null;
  /** Cells of other variables that come with it, such as the basis of a fallback chain. */
  readonly also?: Readonly<Record<string, string>>;
  readonly problems?: readonly Problem[];
}

/** Something wrong with the cells of one operation; becomes a finding of every row that has them. */
export interface Problem {
  /** Rule id. */
  readonly code: string;
  /** Source column. */
  readonly column: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly value: string;
}

/** An operation, compiled: a pure function of the cells of its columns, called once per distinct combination. */
export interface Operation {
  readonly from: readonly string[];
  /** Codes it can give; null where the data decide. A code none can give was not asked. */
  readonly codes: readonly string[] | null;
  /** What the other codes of a many-valued variable become where some are yes. */
  readonly rest: 'no' | '?unknown' | null;
  /** Variables that `also` may name. */
  readonly also: readonly string[];
  /** @param cells texts of the columns of `from` */
  readonly evaluate: (cells: readonly string[]) => Outcome;
}

export const unknown = '?unknown';

export function given(value: string): Outcome {
  return { values: [value], missing: unknown };
}

export function absent(reason: string): Outcome {
  return { values: [], missing: reason };
}

/** A cell that cannot be read: the row is held back, and the cell meanwhile unknown. */
export function unreadable(code: string, column: string, value: string, args: Problem['args']): Outcome {
  return { values: [], missing: unknown, problems: [{ code, column, args: { column, ...args }, value }] };
}

/** Why a cell has no value, or null where it has one. */
export type MissingOf = (folded: string) => string | null;

/**
 * Reads missing tokens: exactly as declared, else whatever the case. The empty cell is `emptyReason` unless declared.
 */
export function missingTokens(declared: Readonly<Record<string, MissingReason>>, emptyReason: string): MissingOf {
  const exact = new Map(Object.entries(declared).map(([token, reason]) => [token.trim(), `?${reason}`] as const));
  const folded = new Map([...exact].map(([token, reason]) => [token.toLowerCase(), reason] as const));
  return (cell) => exact.get(cell) ?? folded.get(cell.toLowerCase()) ?? (cell === '' ? emptyReason : null);
}
