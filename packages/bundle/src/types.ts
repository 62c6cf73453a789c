import type { Coverage, Figure } from '@casebridge/figures/types';
import type { Measurements } from '@casebridge/privacy/results';
import type { PublishedPrevalence } from './prevalence/prevalence-file.ts';
import type { Synthesis } from './synthesis/synthesis-file.ts';

/** `manifest.json`: canonical JSON, sorted keys, integers and strings only. Its SHA-256 is the release's identity. */
export interface Manifest {
  readonly format: 'casebridge-bundle-1';
  /** Release id: first 20 base32 characters of the SHA-256 of the recipe's inputs and the measurements file. */
  readonly release: string;
  readonly sequence: number;
  /** SHA-256 (hex) of the previous bundle's manifest.json; null for the first. */
  readonly previous: string | null;
  readonly title: string;
  /** Day precision, `2016-05-20`. */
  readonly created: string;
  readonly example: boolean;
  readonly status: 'provisional' | 'final' | 'revised';
  readonly standard: string;
  readonly policy: string;
  readonly icu: string;
  readonly languages: readonly string[];
  /** Registration years with published figures, ascending. */
  readonly periods: readonly string[];
  readonly grouping: string;
  /** The contributor set apart by a two-valued variable, if any. */
  readonly setApart: {
    readonly variable: string;
    readonly code: string;
    readonly contributor: string;
    readonly label: Readonly<Record<string, string>>;
  } | null;
  /** Hash of the newest ledger entry the release rests on. */
  readonly ledgerHead: string;
  readonly approvalPolicy: {
    readonly approvals: number;
    readonly distinctOrganisations: boolean;
    readonly consents: readonly Party[];
    readonly approvers: readonly Party[];
  };
  readonly licence: string;
  readonly signer: { readonly organisation: string; readonly publicKey: string };
  /** Every file of the bundle but manifest.json, manifest.minisig and approvals.json, by path. */
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly mediaType: string;
  }[];
}

/** Somebody who may sign: an organisation and its minisign-compatible public key. */
export interface Party {
  readonly organisation: string;
  readonly publicKey: string;
}

/** `approvals.json`: signatures over the manifest's SHA-256. */
export interface Approvals {
  readonly manifest: string;
  readonly signatures: readonly {
    readonly role: 'consent' | 'approval';
    readonly organisation: string;
    readonly publicKey: string;
    readonly signature: string;
    readonly date: string;
  }[];
}

/** `docs/privacy.json`. */
export interface PrivacyStatement {
  readonly unit: 'record' | 'person';
  readonly personBound: number;
  readonly adjacency: 'add-remove';
  readonly mechanism: string;
  readonly cohorts: readonly {
    readonly cohort: string;
    /** zCDP cost as an exact fraction, decimal texts. */
    readonly rho: { readonly num: string; readonly den: string };
    readonly epsilon: number;
    readonly delta: number;
    readonly lifetimeReserve: { readonly num: string; readonly den: string };
    /**
     * ε at a second δ, that shrinks with the cohort: 1/n^1.5 for n records by its own noisy count, at least 1,000. Absent
     * from bundles of earlier versions.
     */
    readonly atCohortSize?: { readonly records: number; readonly delta: number; readonly epsilon: number } | undefined;
  }[];
  /** What was published and what each cohort paid for it, exactly. Absent from bundles of earlier versions. */
  readonly mechanisms?:
    | readonly {
        readonly product: 'tables' | 'synthetic' | 'prevalence';
        readonly mechanism: string;
        readonly cohorts: readonly {
          readonly cohort: string;
          readonly rho: { readonly num: string; readonly den: string };
        }[];
      }[]
    | undefined;
  /** ε for one person known to 1, 2, 3 contributors: in separate cohorts and within one. */
  readonly persons: readonly {
    readonly contributors: number;
    readonly epsilonSeparate: number;
    readonly epsilonWithin: number;
    readonly attackerAdvantage: number;
  }[];
  readonly notProtected: readonly string[];
  readonly conditionalOnInternalCheck: boolean;
  /** k-anonymous records in the bundle: the guarantee ends for the persons in them. */
  readonly kanonymous?:
    | {
        readonly guarantee: 'ends-for-persons-in-file';
        readonly file: string;
        readonly k: number;
        /** Columns that somebody could know of a person. */
        readonly quasi: readonly string[];
      }
    | undefined;
  /** An estimate from exact overlaps of the contributors' records in the bundle: the guarantee does not cover it. */
  readonly prevalence?: { readonly guarantee: 'does-not-cover-the-estimate'; readonly file: string } | undefined;
  /** `Example data, not real` on example data. */
  readonly note?: string | undefined;
}

/**
 * `docs/audit.json`: what the gates before the release said. They read code, settings, invented or public records and the
 * last release's synthetic ones, never the records of this release.
 */
export interface AuditStatement {
  readonly format: 'casebridge-audit-1';
  readonly gates: readonly {
    readonly name: string;
    /** The number that was judged, and the most that passes. */
    readonly value: number;
    readonly limit: number;
    readonly passed: boolean;
    /** Most probability that the gate fails although nothing is wrong; null where it is not known. */
    readonly falseAlarm: number | null;
    readonly numbers: Readonly<Record<string, number>>;
    /** The records it read; none where it tried code and settings only. */
    readonly read: readonly AuditedRecords[];
  }[];
  /** `Example data, not real` on example data. */
  readonly note?: string | undefined;
}

/** Where the records that a gate read came from. */
export type AuditedRecords =
  | { readonly kind: 'invented'; readonly seed: string }
  | { readonly kind: 'declared-public'; readonly name: string }
  | { readonly kind: 'last-release'; readonly manifest: string };

/** One line of `docs/ledger-extract.jsonl`: what was spent, on which cohort; salted commitments only. */
export interface LedgerExtractEntry {
  readonly id: string;
  readonly cohort: string;
  readonly mechanism: string;
  readonly sets: number;
  readonly rho: { readonly num: string; readonly den: string };
  readonly day: string;
  readonly commitment: string;
  readonly hash: string;
  /** `Example data, not real` on example data. */
  readonly note?: string | undefined;
}

/** `docs/codebook.json`: the published variables. */
export interface Codebook {
  readonly standard: string;
  readonly grouping: string;
  readonly variables: readonly {
    readonly id: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly definition: Readonly<Record<string, string>>;
    readonly derivedFrom: string | null;
    readonly codes: readonly {
      readonly code: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly missing: boolean;
    }[];
  }[];
  /** `Example data, not real` on example data. */
  readonly note?: string | undefined;
}

/** A verified bundle in memory; large data files are read on demand. */
export interface Bundle {
  readonly manifest: Manifest;
  readonly manifestHash: string;
  readonly approvals: Approvals | null;
  readonly figures: readonly Figure[];
  readonly measurements: Measurements;
  /** What the synthetic records follow from; null in a bundle without them. */
  readonly synthesis: Synthesis | null;
  /** How many were never seen, where the release says so; null otherwise. */
  readonly prevalence: PublishedPrevalence | null;
  readonly coverage: Coverage;
  readonly codebook: Codebook;
  readonly privacy: PrivacyStatement;
  /** Null in bundles of earlier versions. */
  readonly audit: AuditStatement | null;
  readonly ledger: readonly LedgerExtractEntry[];
  /** Bytes of a file named in the manifest, checked against its hash. */
  file(path: string): Promise<Uint8Array>;
}
