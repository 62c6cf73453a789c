import type { Labels, Severity } from '@casebridge/standard';

/** Arguments of a finding's message: rule names, numbers, codes; never cell contents of a source file. */
export type MessageArgs = Readonly<Record<string, string | number>>;

/** One row of the table of validation rules; `docs/validation.md` is written from it. */
export interface ValidationRule {
  /** `F01` … `Q04`. Never reused. */
  readonly id: string;
  /** `stop` refuses the file, `error` holds the row back, `warn` and `note` count and show. */
  readonly severity: Severity;
  /** Who looks: the reader, the mapping, a check on each mapped row, or a check on the whole file. */
  readonly stage: 'reading' | 'mapping' | 'row' | 'file';
  /** What the rule needs beside the file; without it the rule is reported as not checked. */
  readonly needs: 'file' | 'agreement' | 'previous';
  /** In files that were already anonymised: the same, a warning at most, or not checked at all. */
  readonly published: 'same' | 'warning' | 'skipped';
  /** The rule in one English sentence, for the documentation. */
  readonly states: string;
  /** Variables, columns or facts that must be there; the rule sleeps where one is missing. */
  readonly reads: readonly string[];
  /** Read where they are there; `?not_asked` where they are not. A rule with nothing in `reads` needs one of these. */
  readonly alsoReads?: readonly string[];
  /** Where a column of `reads` is not mapped at all: one finding for the file, and every row held back. */
  readonly ifAbsent?: 'held';
  /** The variable a finding names; null for the row or file. */
  readonly about: string | null;
  readonly messages: Labels;
  /** For rules of stage `row`: arguments of the finding, or null where the row is right. Pure: it is remembered per combination of cells. */
  readonly test?: (record: RecordView) => MessageArgs | null;
}

/** The cells of one row, as a rule reads them. */
export interface RecordView {
  /** Cell of a column; `?not_asked` where the file has no such column. */
  cell(column: string): string;
  /** Codes of a many-valued variable whose cell is yes. */
  yes(variable: string): readonly string[];
  /** How the scope came about: a value of `scopeSource`. */
  readonly scopeSource: number;
  /** Year of the day the file is checked. */
  readonly year: number;
}

/** The name under which a rule reads how `trafficking_scope` came about. */
export const scopeSourceName = 'source of trafficking_scope';

/** The finding without arguments. */
export const found: MessageArgs = Object.freeze({});

/** Writes `messages` without naming the languages over and over. */
export function say(en: string, fr: string, es: string, ar: string): Labels {
  return { en, fr, es, ar };
}
