/** What the page for contributors and its worker say to each other. Types only: the page brings none of the worker's code. */
import type { KeyFile } from '@casebridge/submission';
import type { FindingGroup } from './findings.ts';
import type { Fit } from './fits.ts';
import type { LossyLine } from './losses.ts';
import type { OwnReport } from './own-report.ts';

/** A text file that the officer chose or edited. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A spreadsheet and how it is read. */
export interface MappedSource {
  readonly file: Blob;
  readonly name: string;
  readonly mapping: NamedText;
  readonly agreement: NamedText | null;
  readonly recordKey: NamedText | null;
}

export type ContributeTask =
  /** Drafts a mapping, and says which shipped mappings fit. */
  | { readonly kind: 'open'; readonly file: Blob; readonly name: string; readonly language: string }
  /** The text of a shipped mapping. */
  | { readonly kind: 'shipped'; readonly id: string }
  /** Maps and validates, and makes the officer's own report. */
  | {
      readonly kind: 'check';
      readonly source: MappedSource;
      readonly language: string;
      readonly showValues: boolean;
    }
  /** The standard records, as `casebridge map` writes them. */
  | { readonly kind: 'records'; readonly source: MappedSource; readonly format: 'csv' | 'parquet' }
  /** Makes an organisation's keys. */
  | { readonly kind: 'keys'; readonly organisation: string }
  /** Seals a parcel, as `casebridge submit` does. */
  | {
      readonly kind: 'seal';
      readonly source: MappedSource;
      readonly coverage: NamedText;
      readonly signingKey: NamedText;
      readonly ageKey: NamedText;
      readonly steward: string;
    };

/** One line of a drafted mapping. */
export interface DraftLine {
  readonly column: string;
  /** Name of the variable in the page's language; null for a column that is dropped. */
  readonly becomes: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Something to decide before a drafted mapping is used. */
export interface DraftQuestion {
  readonly column: string | null;
  readonly question: string;
  readonly values: readonly string[];
}

export interface Draft {
  readonly mapping: string;
  readonly lines: readonly DraftLine[];
  readonly questions: readonly DraftQuestion[];
}

/** What checking a file gives. */
export interface Checked {
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly groups: readonly FindingGroup[];
  /** Rules that need an agreement or an earlier submission. */
  readonly notChecked: readonly string[];
  /** Columns of the file that the mapping names nowhere, and those it refuses by name. */
  readonly stays: readonly string[];
  readonly losses: readonly LossyLine[];
  /** Null where nothing was kept. */
  readonly report: OwnReport | null;
  /** What `casebridge check --json` prints. */
  readonly json: string;
}

export type ContributeAnswer =
  | {
      readonly kind: 'opened';
      readonly columns: number;
      readonly fits: readonly Fit[];
      readonly draft: Draft;
    }
  | { readonly kind: 'shipped'; readonly text: string }
  | { readonly kind: 'checked'; readonly checked: Checked }
  | { readonly kind: 'records'; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'keys';
      readonly files: readonly KeyFile[];
      readonly publicKey: string;
      readonly recipient: string;
    }
  | {
      readonly kind: 'sealed';
      readonly parcel: Uint8Array<ArrayBuffer>;
      readonly rows: number;
      /** Years for which the coverage statement declares the very number of records in the parcel. */
      readonly exactTotals: readonly string[];
    };

/** From the worker: how far it is, what came of it, or why it says no. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly rows: number }
  | { readonly kind: 'answer'; readonly answer: ContributeAnswer }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };
