import type { Coverage, Figure } from '@casebridge/figures/types';
import { parseMeasurements } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import { checkApprovalSignatures } from './approvals.ts';
import { checkBudget } from './budget.ts';
import { sha256Hex, textOf } from './digest.ts';
import { manifestComment, mostFileBytes, paths, readIfThere, required, tooLarge, unlisted } from './files.ts';
import { parsePublicKey, verifyDetached } from './minisign.ts';
import { parseCanonical, parseJson, parseJsonLines } from './parse.ts';
import type { FileSource } from './ports.ts';
import { checkPrevalenceIsStated, prevalenceCosts } from './prevalence/check-prevalence.ts';
import { readPrevalence } from './prevalence/prevalence-file.ts';
import { releaseId } from './release-id.ts';
import {
  approvalsSchema,
  auditSchema,
  codebookSchema,
  coverageSchema,
  figuresSchema,
  ledgerEntrySchema,
  manifestSchema,
  privacySchema,
} from './schema.ts';
import { checkSyntheticFiles } from './synthesis/check-files.ts';
import { readSynthesis, syntheticCosts } from './synthesis/synthesis-file.ts';
import type { Bundle, Manifest } from './types.ts';

export interface ReadOptions {
  /** The builder's public key, known from elsewhere. Without it the signer named in the manifest is believed. */
  readonly publicKey?: string;
}

const parsedPaths: readonly string[] = [
  paths.measurements,
  paths.privacy,
  paths.ledger,
  paths.figures,
  paths.coverage,
  paths.codebook,
  paths.audit,
  paths.synthesis,
  paths.prevalence,
];

const verified = new WeakSet<object>();

/** True for a bundle that `readBundle` gave, all its files checked. */
export function isVerified(bundle: Bundle): boolean {
  return verified.has(bundle);
}

/**
 * Reads and verifies a bundle: the manifest's signature, that its files are exactly those the manifest names, each file's
 * hash, the documents' shapes, the signatures in `approvals.json` and the arithmetic of the budget. The bundle alone is
 * enough. Refusals name the file; exit 3 where a signature or the budget does not hold.
 */
export async function readBundle(source: FileSource, options: ReadOptions = {}): Promise<Bundle> {
  const listed = await source.list();
  const present = new Set(listed);
  const manifestBytes = await readIfThere(source, present, paths.manifest);
  const signature = await readIfThere(source, present, paths.signature);
  if (!manifestBytes) throw missing(paths.manifest);
  if (!signature) throw missing(paths.signature);
  const manifest = readManifest(manifestBytes, signature, options);
  const digest = source.digest ?? sha256Hex;
  const manifestHash = digest(manifestBytes);

  const named = new Map(manifest.files.map((file) => [file.path, file]));
  for (const path of required) if (!named.has(path)) throw missing(path);
  for (const path of listed) {
    if (!named.has(path) && !unlisted.includes(path)) {
      throw new Refusal('bundle-extra-file', `${path} is not part of the bundle; remove it or fetch the bundle again`);
    }
  }
  const file = async (path: string): Promise<Uint8Array> => {
    const expected = named.get(path);
    if (!expected) throw new RangeError(`the manifest names no file ${path}`);
    if (!present.has(path)) throw missing(path);
    if (expected.bytes > mostFileBytes) throw tooLarge(path);
    const bytes = await source.read(path);
    if (bytes.length !== expected.bytes || digest(bytes) !== expected.sha256) {
      throw new Refusal(
        'bundle-changed-file',
        `${path} was changed: its SHA-256 is not the manifest's; fetch it again`,
      );
    }
    return bytes;
  };
  // Every file is checked once; the documents, which are parsed right away, are kept until then.
  const documents = new Map<string, Uint8Array>();
  for (const path of named.keys()) {
    const bytes = await file(path);
    if (parsedPaths.includes(path)) documents.set(path, bytes);
  }
  const document = (path: string): Uint8Array => documents.get(path) as Uint8Array;

  const approvalsBytes = await readIfThere(source, present, paths.approvals);
  const approvals = approvalsBytes && parseCanonical(paths.approvals, approvalsBytes, approvalsSchema);
  const measurementsBytes = document(paths.measurements);
  const measurements = parseMeasurements(textOf(measurementsBytes), paths.measurements);
  const privacy = parseJson(paths.privacy, document(paths.privacy), privacySchema);
  const ledger = parseJsonLines(paths.ledger, document(paths.ledger), ledgerEntrySchema);
  const synthesis = named.has(paths.synthesis)
    ? readSynthesis(paths.synthesis, document(paths.synthesis), measurements)
    : null;
  checkSyntheticFiles(manifest, synthesis);
  const prevalence = named.has(paths.prevalence) ? readPrevalence(document(paths.prevalence)) : null;
  const bundle: Bundle = {
    manifest,
    manifestHash,
    approvals,
    // The schema holds what the checks here need; the registry that wrote the figures owns the rest of their shape.
    figures: parseJson(paths.figures, document(paths.figures), figuresSchema) as unknown as readonly Figure[],
    measurements,
    synthesis,
    prevalence,
    coverage: parseJson(paths.coverage, document(paths.coverage), coverageSchema) as unknown as Coverage,
    codebook: parseJson(paths.codebook, document(paths.codebook), codebookSchema),
    privacy,
    audit: documents.has(paths.audit) ? parseJson(paths.audit, document(paths.audit), auditSchema) : null,
    ledger,
    file,
  };
  checkApprovalSignatures(bundle);
  checkBudget(
    measurements,
    privacy,
    ledger,
    synthesis ? syntheticCosts(synthesis, measurements) : undefined,
    prevalenceCosts(prevalence),
  );
  checkPrevalenceIsStated(prevalence, privacy);
  checkHead(bundle, measurementsBytes);
  checkKAnonymousIsStated(bundle);
  verified.add(bundle);
  return Object.freeze(bundle);
}

function readManifest(bytes: Uint8Array, signature: Uint8Array, options: ReadOptions): Manifest {
  const manifest = parseCanonical(paths.manifest, bytes, manifestSchema);
  const key = parsePublicKey(manifest.signer.publicKey).text;
  if (options.publicKey !== undefined && parsePublicKey(options.publicKey).text !== key) {
    throw new Refusal(
      'bundle-signer',
      `${paths.manifest} was signed by another key than the one given; do not use this bundle or give the right key`,
      { exit: 3 },
    );
  }
  const verdict = verifyDetached(bytes, decodedSignature(signature), key);
  if (!verdict.ok || !verdict.canonical || verdict.trustedComment !== manifestComment) {
    throw new Refusal(
      'bundle-signature',
      `${paths.signature} does not hold for ${paths.manifest}: one of them was changed; fetch the bundle again`,
      { exit: 3 },
    );
  }
  return manifest;
}

function decodedSignature(bytes: Uint8Array): string {
  try {
    return textOf(bytes);
  } catch {
    return '';
  }
}

function checkHead(bundle: Bundle, measurements: Uint8Array): void {
  const { manifest, ledger } = bundle;
  if (ledger.at(-1)?.hash !== manifest.ledgerHead) {
    throw new Refusal(
      'bundle-ledger-head',
      `${paths.ledger} does not end at the manifest's ledger head; do not use this bundle`,
      { exit: 3 },
    );
  }
  if (releaseId(manifest, measurements) !== manifest.release) {
    throw new Refusal('bundle-release-id', `${paths.manifest}: the release id does not belong to these measurements`);
  }
  const strange = bundle.figures.find(
    ({ release, example }) => release.id !== manifest.release || example !== manifest.example,
  );
  if (strange) throw new Refusal('bundle-figure', `${paths.figures}: ${strange.id} belongs to another release`);
}

function checkKAnonymousIsStated({ manifest, privacy }: Bundle): void {
  const isThere = manifest.files.some(({ path }) => path === paths.kanonymous);
  if (isThere && privacy.kanonymous?.file === paths.kanonymous) return;
  if (isThere || privacy.kanonymous) {
    throw new Refusal(
      'bundle-kanonymous',
      `${paths.kanonymous} and the statement that the guarantee ends for the persons in it belong together; do not use this bundle`,
      { exit: 3 },
    );
  }
}

function missing(path: string): Refusal {
  return new Refusal('bundle-missing-file', `${path} is missing; fetch the bundle again`);
}
