import type { Finding, IntakeSummary, RecordColumn, Severity } from '@casebridge/standard';
import type { RawColumn } from './table.ts';

/** What validation needs to know of an agreement; null dates mean no limit on that side. */
export interface AgreementFacts {
  readonly contributor: string;
  /** Days, YYYY-MM-DD. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Variables the agreement lets the contributor send; null where it does not list them. */
  readonly dataCategories: readonly string[] | null;
  /** A stated reason for a file much larger or smaller than the last one (F05). */
  readonly sizeChangeReason?: string;
}

/** What the rules are compiled for: one file, one mapping. */
export interface RuleContext {
  /** Ids of the columns of each mapped block, in the blocks' order: pool columns first, then edge columns that are checked and dropped. */
  readonly columns: readonly string[];
  /** Every header cell of the source, mapped or not. */
  readonly sourceColumns: readonly string[];
  /** Source columns that feed a variable and whose cells F03 looks at, in the order of `MappedBlock.raw`. */
  readonly fedColumns: readonly FedColumn[];
  /** `published`: already anonymised; P01, P02, F04 are skipped and rules between variables become warnings. */
  readonly origin: 'collected' | 'published';
  readonly contributor: string | null;
  /** Variables the mapping fills from the source (not derived, not covered by `coverage`). */
  readonly mappedVariables: ReadonlySet<string>;
  /** Columns of `checks:` in the mapping, hand-validated. */
  readonly checks: readonly ContributorCheck[];
  readonly agreement?: AgreementFacts;
  readonly previous?: IntakeSummary;
  /** Day of the run, YYYY-MM-DD. */
  readonly today: string;
  /** Keep the offending text in `Finding.value`; otherwise findings carry no cell contents. */
  readonly keepValues: boolean;
}

/** A source column and the variables its cells reach. */
export interface FedColumn {
  readonly column: string;
  readonly variables: readonly string[];
}

/** An extra rule of one contributor: at most a share of rows, or values a variable may not or must have. */
export interface ContributorCheck {
  readonly id: string;
  readonly severity: Exclude<Severity, 'stop'>;
  readonly message: string;
  /** Every condition must hold for the check to fire: the cell of `column` is one of `is`. */
  readonly when: readonly { readonly column: string; readonly is: readonly string[] }[];
}

/** Mapped rows before any is held back. */
export interface MappedBlock {
  readonly rows: number;
  readonly sourceRows: Uint32Array;
  /** Parallel to `RuleContext.columns`; `codes` may be longer than `rows`. A dictionary only grows. */
  readonly columns: readonly RecordColumn[];
  /** Parallel to `RuleContext.fedColumns`. A dictionary may be a new array in a new block (see RawColumn). */
  readonly raw: readonly RawColumn[];
  /** How `trafficking_scope` came about, a row each: see `scopeSource`. */
  readonly scopeSource: Uint8Array;
  /** What reading and mapping found (F01, C01, C02, C03, C04, E07, M04, ...), severities not yet settled by origin. */
  readonly findings: readonly Finding[];
}

export const scopeSource = { stated: 0, fromOrigin: 1, fromCitizenship: 2, none: 3 } as const;

/** The rules of one file, compiled. They keep what whole-file rules need, never cell contents of direct columns. */
export interface CompiledRules {
  /** Rules that cannot run without an agreement or an earlier summary. */
  readonly notChecked: readonly string[];
  /** Severity of a rule for this file's origin; for findings that reading and mapping make. */
  severityOf(code: string): Severity;
  /** Findings of this block (without `block.findings`), and 1 for each row that an error holds back. */
  check(block: MappedBlock): { readonly findings: readonly Finding[]; readonly held: Uint8Array };
  /** Whole-file findings, once, after the last block. `summary` is complete but for these. */
  finish(summary: IntakeSummary): readonly Finding[];
}

export type CompileRules = (context: RuleContext) => CompiledRules;
