import type { RandomBytes } from '../random/random-bytes.ts';
import type { Rational, RationalText } from '../rational.ts';

/** Where ledger bytes live. `append` must be on disk when it resolves; only bytes it resolved for were spent knowingly. */
export interface LedgerStorage {
  /** False when a crash forgets the ledger: what is measured with it is stamped, and bundles refuse it. */
  readonly durable: boolean;
  /** The whole ledger; empty when there is none yet. */
  read(): Promise<Uint8Array>;
  /** Adds a line after exactly `expectedBytes` bytes and flushes it. Refusal when the length differs or the disk is full. */
  append(expectedBytes: number, line: Uint8Array): Promise<void>;
  /** Runs `work` while no other process holds the ledger. Refusal when it is held. */
  withLock<T>(work: () => Promise<T>): Promise<T>;
}

/** One measured set of a request: what noise it gets and what that costs. Matches the sets of a table plan. */
export interface MeasuredSet {
  readonly set: readonly string[];
  /** Noise variance of every value, an integer. */
  readonly variance: bigint;
  /** zCDP cost: squared sensitivity over twice the variance. */
  readonly rho: Rational;
}

/** The first measurement of a cohort is paid from its budget; measuring it again, from its declared lifetime reserve. */
export type Pot = 'budget' | 'reserve';

/** What is asked of the ledger before any count is seen. */
export interface GrantRequest {
  /** Cohort ids. Each is charged `rho` in full. */
  readonly scope: readonly string[];
  readonly rho: Rational;
  /** What a cohort may ever spend on first measurements. Fixed by the first request that names the cohort. */
  readonly budget: Rational;
  /** What it may ever spend on being measured again. Fixed likewise; zero when absent. */
  readonly reserve?: Rational;
  /** `budget` when absent. */
  readonly from?: Pot;
  readonly purpose: string;
  /** SHA-256 (hex) of the signed recipe. */
  readonly recipe: string;
  readonly mechanism: Mechanism;
  /** All sets to be measured; their costs sum to `rho` or less. None for `adaptive-marginals`: they are chosen later. */
  readonly sets: readonly MeasuredSet[];
  /** SHA-256 (hex) of the data as counted. Stays in the steward's ledger. */
  readonly snapshot: string;
  /** What is counted: `record`, or `person` once records are linked. */
  readonly unit: 'record' | 'person';
  /** Records one unit may contribute; the costs already allow for it. 1 when absent. */
  readonly personBound?: number;
  /** The file of marks of measured persons, written and flushed before this request. */
  readonly marks?: MarksReference;
  /** Signatures of operators over `recipe`, if the policy asks for them. */
  readonly signatures?: readonly OperatorSignature[];
}

/**
 * How the budget is spent. `adaptive-marginals`: marginals with discrete Gaussian noise and choices by the exponential
 * mechanism, each decided after seeing the results before it; only their total cost is known when it is debited.
 */
export type Mechanism =
  | 'discrete-gaussian'
  | 'discrete-laplace'
  | 'exponential'
  | 'adaptive-marginals'
  /** Discrete Gaussian noise on a table where one record may move a row from a cell to another. */
  | 'shared-rows';

export interface MarksReference {
  /** SHA-256 (hex) of the marks file. */
  readonly sha256: string;
}

export interface OperatorSignature {
  readonly organisation: string;
  readonly publicKey: string;
  readonly signature: string;
}

/** The program that asks: commit and hash of the build. */
export interface CodeIdentity {
  readonly commit: string;
  readonly build: string;
}

declare const grantBrand: unique symbol;

/**
 * Permission to measure: made by the ledger after the debit is on disk, valid in this process, once for each cohort of
 * its scope, for exactly the sets that were debited, or for an adaptive mechanism up to the debited cost.
 */
export interface Grant {
  readonly [grantBrand]: true;
  /** Id of the ledger entry. */
  readonly entry: string;
  /** Hash of the ledger entry. */
  readonly hash: string;
  readonly scope: readonly string[];
  /** Cost charged to each cohort of the scope. */
  readonly rho: Rational;
  readonly recipe: string;
  readonly durable: boolean;
}

/** A line of the ledger. Amounts are fractions of decimal texts; times are UTC. */
export type LedgerEntry = DebitEntry | ArtefactEntry;

interface EntryFrame {
  readonly format: 'casebridge-ledger-1';
  /** Sequence number from 1, six digits or more. */
  readonly id: string;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly previous: string;
  /** `2016-05-20T09:30:00Z`. */
  readonly time: string;
  /** SHA-256 (hex) of `sealed` in canonical JSON: all that a published extract shows of it. */
  readonly commitment: string;
  /** SHA-256 (hex) of the entry in canonical JSON without `hash` and `sealed`. */
  readonly hash: string;
}

/** Budget spent. Written and flushed before noise is drawn; never taken back. */
export interface DebitEntry extends EntryFrame {
  readonly kind: 'debit';
  readonly scope: readonly string[];
  readonly unit: 'record' | 'person';
  readonly personBound: number;
  readonly adjacency: 'add-remove';
  readonly mechanism: Mechanism;
  /** Empty for `adaptive-marginals` and for no other mechanism. */
  readonly sets: readonly MeasuredSetText[];
  readonly rho: RationalText;
  readonly from: Pot;
  readonly budget: RationalText;
  readonly reserve: RationalText;
  readonly purpose: string;
  readonly recipe: string;
  readonly code: CodeIdentity;
  readonly random: 'operating-system' | 'unsafe-test';
  readonly signatures: readonly OperatorSignature[];
  readonly sealed: {
    readonly salt: string;
    readonly snapshot: string;
    /** SHA-256 (hex) of the marks file, or null where persons are not marked. */
    readonly marks: string | null;
  };
}

/** What came of earlier debits: hashes of published files. */
export interface ArtefactEntry extends EntryFrame {
  readonly kind: 'artefact';
  /** Ids of the debits the artefacts rest on. */
  readonly debits: readonly string[];
  readonly artefacts: readonly { readonly name: string; readonly sha256: string }[];
  readonly sealed: { readonly salt: string };
}

export interface MeasuredSetText {
  readonly set: readonly string[];
  readonly sensitivitySquared: RationalText;
  readonly variance: string;
  readonly rho: RationalText;
}

/** What the ledger says of one cohort. */
export interface CohortAccount {
  readonly cohort: string;
  readonly budget: Rational;
  readonly reserve: Rational;
  readonly spentBudget: Rational;
  readonly spentReserve: Rational;
  /** Ids of its debits, oldest first. */
  readonly entries: readonly string[];
}

/** A ledger whose every line was checked. */
export interface LedgerView {
  readonly entries: readonly LedgerEntry[];
  /** Hash of the newest entry; 64 zeros when there is none. */
  readonly head: string;
  readonly bytes: number;
  /** By cohort id, in order of first debit. */
  readonly accounts: ReadonlyMap<string, CohortAccount>;
}

/** What the ledger needs of the world. */
export interface LedgerOptions {
  /** Name of the ledger in messages: its path. */
  readonly name: string;
  /** Salts of entries; declares where noise comes from as well. */
  readonly random: RandomBytes;
  /** Current time in UTC, `2016-05-20T09:30:00Z`. */
  readonly now: () => string;
  /** `ledgerHead` of the previous bundle's manifest; null only when there is no previous bundle. */
  readonly anchor: string | null;
  readonly code: CodeIdentity;
}

/** An open ledger. */
export interface Ledger {
  readonly durable: boolean;
  /** The ledger as last read under the lock. */
  view(): LedgerView;
  /**
   * Debits the request and returns permission to measure. Refusal (exit 3): over budget, malformed, damaged or older
   * ledger; (exit 2): ledger held by another process, disk full. When it refuses, nothing was granted.
   */
  request(request: GrantRequest): Promise<Grant>;
  /** Records what was published from earlier debits. */
  recordArtefacts(
    debits: readonly string[],
    artefacts: readonly { readonly name: string; readonly sha256: string }[],
  ): Promise<void>;
}
