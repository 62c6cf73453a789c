import { answersFrom } from '@casebridge/privacy/results';
import { type MissingApprovals, missingApprovals } from './approvals.ts';
import { checkTables } from './check-tables.ts';
import { paths } from './files.ts';
import { checkKAnonymous } from './kanonymous.ts';
import type { FileSource } from './ports.ts';
import { checkPrevalence, type PrevalenceReport } from './prevalence/check-prevalence.ts';
import { type ReadOptions, readBundle } from './read.ts';
import { type Rederived, rederiveFigures } from './rederive.ts';
import { checkSynthesis, type SyntheticReport } from './synthesis/check-synthesis.ts';
import type { Party } from './types.ts';
import { checkUtility } from './utility-file.ts';

/** What a bundle that holds says of itself. A bundle that does not hold is a Refusal. */
export interface VerificationReport {
  readonly release: string;
  readonly sequence: number;
  readonly manifestHash: string;
  readonly signer: Party;
  /** False when nobody gave the signer's key: the signature holds, and who signed is only what the bundle says. */
  readonly pinned: boolean;
  readonly files: number;
  readonly bytes: number;
  readonly tableCells: number;
  /** Null for a bundle without synthetic records. */
  readonly synthetic: SyntheticReport | null;
  /** Null for a bundle without an estimate of the unseen. */
  readonly prevalence: PrevalenceReport | null;
  readonly figures: Rederived;
  readonly cohorts: number;
  readonly approvals: { readonly signed: number; readonly missing: MissingApprovals };
}

/**
 * Everything that can be checked with the bundle alone: what `readBundle` checks, that every format reads and gives the
 * tables of the measurements, that every protected figure and predicted error follows from them, and that the synthetic records are, byte for
 * byte, what the published measurements and seeds give. Refusals name the file.
 */
export async function verifyBundle(source: FileSource, options: ReadOptions = {}): Promise<VerificationReport> {
  const bundle = await readBundle(source, options);
  const answers = answersFrom(bundle.measurements);
  const figures = rederiveFigures(bundle.figures, answers);
  const tableCells = await checkTables(bundle, answers);
  await checkUtility(bundle, answers);
  const synthetic = await checkSynthesis(bundle);
  const { kanonymous } = bundle.privacy;
  if (kanonymous) checkKAnonymous(await bundle.file(paths.kanonymous), kanonymous);
  const prevalence = bundle.prevalence && checkPrevalence(bundle.prevalence);
  const { release, sequence, signer, files } = bundle.manifest;
  return {
    release,
    sequence,
    manifestHash: bundle.manifestHash,
    signer,
    pinned: options.publicKey !== undefined,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    tableCells,
    synthetic,
    prevalence,
    figures,
    cohorts: bundle.measurements.cohorts.length,
    approvals: { signed: bundle.approvals?.signatures.length ?? 0, missing: missingApprovals(bundle) },
  };
}
