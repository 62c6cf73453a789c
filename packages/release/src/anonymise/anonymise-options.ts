/** How records are made alike. */
export type AnonymiseMethod = 'local' | 'full-domain' | 'km';

/** What `casebridge anonymise` is given. */
export interface AnonymiseOptions {
  /** Path of the CSV: one row a record. */
  readonly csv: string;
  /** Columns an attacker may know. */
  readonly quasi: readonly string[];
  /** Columns published as they are, of which nobody may learn a person's value. */
  readonly sensitive: readonly string[];
  /** Folder of files `…hierarchy_<column>.csv`; columns without one are published or suppressed. */
  readonly hierarchies?: string;
  readonly k: number;
  readonly method: AnonymiseMethod;
  /** For km: most values an attacker is taken to know. */
  readonly m: number;
  /** For km: values that mean missing. */
  readonly missing: readonly string[];
  /** For full-domain: share of the records that may be suppressed whole. */
  readonly limit: number;
  /** For every sensitive column: l of l-diversity, or t of t-closeness. */
  readonly diversity?: { readonly kind: 'distinct' | 'entropy' | 'recursive'; readonly l: number; readonly c: number };
  readonly closeness?: { readonly distance: 'equal' | 'ordered'; readonly t: number };
  /** For local: quasi-identifiers in the order in which they are split whatever the data. */
  readonly priority?: readonly string[];
  /** How much is lost with a column; 1 where it is not named. */
  readonly importance: Readonly<Record<string, number>>;
  /** For local: CSV of the population that records are to be hidden in (k-map). */
  readonly population?: string;
  /** Column by whose values the report says how much was suppressed. */
  readonly by?: string;
  /** Keeps each record in one file ever. */
  readonly register?: RegisterOptions;
  /** CSV to write; the report goes to the same name with `.report.json`. */
  readonly out: string;
  /** Day of the run, `2016-05-20`. */
  readonly today: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (phase: string, done: number) => void;
}

export interface RegisterOptions {
  /** Path of the register. */
  readonly file: string;
  /** Path of the record key file that marks are made with. */
  readonly keyFile: string;
  /** Column of the CSV that tells records apart; it is not published. */
  readonly column: string;
  /** Days on which the file may be replaced after withdrawals, declared now. */
  readonly replaceOn: readonly string[];
}
