import type { MissingReason } from '@casebridge/standard';
import type { ContributorCheck } from '../validation-port.ts';

/**
 * A mapping: how one contributor's columns become variables of the standard. It is a text file (YAML or JSON) that a
 * person reviews; it holds tables and names of operations and no program. `parseMapping` reads it, `mapTable` runs it,
 * `runSamples` runs its own examples.
 *
 * ```yaml
 * mapping: iom-style              # its name
 * version: "1.0"
 * standard: "1.0"
 * contributor: example-agency     # optional here: an agreement may give it
 * origin: collected               # or `published`: already anonymised, keyed by row number
 * source:
 *   format: csv
 *   date_order: ymd
 *   missing: { "-99": unknown, NSP: unknown, "n/a": not_applicable }
 * fields:
 *   - { to: record_key, from: CaseNo, operation: keyed_hash }
 *   - { to: registration_year, from: RegDate, operation: date_to_year }
 *   - { to: sex, from: Sex, operation: recode, values: { M: male, F: female } }
 * coverage:
 *   never: [education_level, { variable: gender, before: 2017 }]
 *   sometimes: [means_of_control]
 * drop: [Name, Telephone]
 * samples:
 *   - in: { CaseNo: A-1, RegDate: 2015-03-18, Sex: M }
 *     out: { registration_year: "2015", sex: male }
 * ```
 *
 * Every scalar of the file is text, whatever it looks like: `NO` is Norway, `01` keeps its zero. A missing reason is
 * spelt `?unknown` wherever a code could stand beside it.
 */
export interface Mapping {
  /** Name of the file it was read from, for messages. */
  readonly file: string;
  readonly mapping: string;
  readonly version: string;
  readonly standard: string;
  readonly contributor: string | null;
  readonly origin: 'collected' | 'published';
  readonly description: string | null;
  readonly source: SourceOptions;
  readonly fields: readonly Field[];
  readonly coverage: CoverageRules;
  readonly drop: readonly string[];
  readonly checks: readonly ContributorCheck[];
  readonly samples: readonly Sample[];
}

/** How to read the file. */
export interface SourceOptions {
  /** Taken from the file's name where absent. `xlsform` is HTCDS's survey export, as CSV or XLSX. */
  readonly format: 'csv' | 'xlsx' | 'jsonl' | 'xlsform' | null;
  /** Worksheet name; the first visible one where absent. */
  readonly sheet: string | null;
  /** Row of the header, first row = 1. */
  readonly headerRow: number;
  /** `utf-8` unless declared; UTF-16 is known by its byte order mark. */
  readonly encoding: string;
  /** Detected among `, ; tab |` where absent. */
  readonly delimiter: string | null;
  /** Language that decides between country names that differ by language, `fr`. */
  readonly locale: string | null;
  readonly calendar: Calendar;
  /** Order of day and month in dates that are not ISO 8601; such dates are refused where it is absent. */
  readonly dateOrder: DateOrder | null;
  /** Accept bare numbers as spreadsheet days of this system. */
  readonly excelSerials: '1900' | '1904' | null;
  /** `,` or `.`. */
  readonly decimal: ',' | '.';
  /** Cells that mean there is no value, and why. The empty cell is `unknown` unless it is listed. */
  readonly missing: Readonly<Record<string, MissingReason>>;
  /** Columns of JSON lines that hold arrays, and the separator that joins them for `split`. */
  readonly lists: Readonly<Record<string, string>>;
  /** What to do where a mapped column is not in the file: stop (F02), or leave its variables not asked. */
  readonly absentColumns: 'refuse' | 'not_asked';
}

export type Calendar = 'gregorian' | 'buddhist' | 'hijri';
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** One variable (`to`), filled by one operation. */
export interface Field {
  /** A variable id; a column id such as `exploitation_type.forced_labour` for `copy`, `recode` and `constant`. */
  readonly to: string;
  readonly rule: Rule;
  /** True where a column may be absent from the file; the variable then takes `absent`. */
  readonly optional: boolean;
  /** Cell for files without the column; `?not_asked` where null. */
  readonly absent: string | null;
  readonly line: number;
}

/** What every operation has: its source columns, and cells that mean missing beside those of `source`. */
interface RuleBase {
  readonly from: readonly string[];
  readonly missing: Readonly<Record<string, MissingReason>>;
  readonly line: number;
}

export type Rule =
  | CopyRule
  | ConstantRule
  | RecodeRule
  | SplitRule
  | FlagsRule
  | CountryRule
  | NumberRule
  | YearsToBandRule
  | AgeFromDatesRule
  | DateRule
  | DurationRule
  | FirstOfRule
  | KeyedHashRule
  | WhenRule;

export type OperationName = Rule['operation'];

/** Cells that already are legal cells of the variable; with no `from`, its columns in the canonical layout. */
export interface CopyRule extends RuleBase {
  readonly operation: 'copy';
}

/** `value: hotline`, `value: ?not_asked`, or a list for a many-valued variable. */
export interface ConstantRule extends RuleBase {
  readonly operation: 'constant';
  readonly value: readonly string[];
}

/** A closed table. `values: { "Sex and Labor": [forced_labour, sexual_exploitation], DK: ?unknown }`. */
export interface RecodeRule extends RuleBase {
  readonly operation: 'recode';
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** What a value outside the table becomes: `fail` (an error, the row is held) or a code or `?reason`. */
  readonly default: string;
  /** What the other codes of a many-valued variable become; `?unknown` unless the list is a full one (`no`). */
  readonly unticked: 'no' | null;
}

/** A list in one cell: cut at `separators`, then recoded. */
export interface SplitRule extends RuleBase {
  readonly operation: 'split';
  readonly separators: readonly string[];
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly default: string;
  readonly unticked: 'no' | null;
}

/** One column per flag: `columns: { isDebtBondage: debt_bondage, isSexAndLabour: [forced_labour, sexual_exploitation] }`. */
export interface FlagsRule extends RuleBase {
  readonly operation: 'flags';
  /** Codes per source column. A combined column says yes to all its codes, and says nothing of each when it is no. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** `no`: an empty cell is an explicit no, because the form is a tick list. */
  readonly unticked: 'no' | null;
}

/** Codes (alpha-2, alpha-3, numeric), names in four languages, former and special codes, and the mapping's own `aliases`. */
export interface CountryRule extends RuleBase {
  readonly operation: 'country';
  readonly aliases: Readonly<Record<string, string>>;
  /** Language that decides between names that differ by language. */
  readonly locale: string | null;
  /** Separators of several countries in one cell, for many-valued variables. */
  readonly separators: readonly string[];
}

/** A number; with `unit`, unit words in four languages are read and the result is in that unit (`16 ans` → 16). */
export interface NumberRule extends RuleBase {
  readonly operation: 'number';
  readonly unit: 'years' | 'months' | null;
  readonly decimal: ',' | '.';
}

/** Years or a contributor's own band (`15-17`, `48+`) to a canonical band where it lies in one, else to child or adult. */
export interface YearsToBandRule extends RuleBase {
  readonly operation: 'years_to_band';
}

/** Completed years between a birth date (first) and another date (second). */
export interface AgeFromDatesRule extends RuleBase {
  readonly operation: 'age_from_dates';
  readonly dates: DateReading;
}

export interface DateRule extends RuleBase {
  readonly operation: 'date_to_year' | 'date_to_quarter';
  readonly dates: DateReading;
}

/** How dates of one rule are written; the source's settings unless the rule has its own. */
export interface DateReading {
  readonly order: DateOrder | null;
  readonly calendar: Calendar;
  readonly excelSerials: '1900' | '1904' | null;
}

/** Months: from one column with a `unit` for bare numbers and unit words, or from two date columns. */
export interface DurationRule extends RuleBase {
  readonly operation: 'duration';
  readonly unit: 'days' | 'weeks' | 'months' | 'years' | null;
  readonly decimal: ',' | '.';
  readonly dates: DateReading;
}

/** The first of several rules that gives a value; `basis` names the variable that records which. */
export interface FirstOfRule extends RuleBase {
  readonly operation: 'first_of';
  readonly basis: string | null;
  readonly chain: readonly { readonly rule: Rule; readonly basis: string | null }[];
}

/** HMAC-SHA-256 of the columns under the contributor's own secret. */
export interface KeyedHashRule extends RuleBase {
  readonly operation: 'keyed_hash';
}

/** One rule where the cell of `column` is one of `is` (or not one of `isNot`), another elsewhere. */
export interface WhenRule extends RuleBase {
  readonly operation: 'when';
  readonly column: string;
  readonly is: readonly string[] | null;
  readonly isNot: readonly string[] | null;
  readonly then: Rule;
  /** A constant `?not_applicable` where absent. */
  readonly otherwise: Rule;
}

/** What a contributor's form asks. */
export interface CoverageRules {
  /** Not asked of anyone, or of nobody registered before a year: its missing cells are `?not_asked`. */
  readonly never: readonly { readonly variable: string; readonly before: number | null }[];
  /** Asked of some: an empty cell is `?not_asked`, not `?unknown`. */
  readonly sometimes: readonly string[];
}

/** One example: a source row, and cells its record must have (`?reason` included). `held: true` instead of `out`: an error holds the row back. */
export interface Sample {
  readonly in: Readonly<Record<string, string>>;
  readonly out: Readonly<Record<string, string>> | null;
  readonly line: number;
}
