import type { Coverage, Figure } from '@casebridge/figures/types';
import { type GateVerdict, publishGates } from '@casebridge/privacy';
import { type Answers, answersFrom, serialiseMeasurements } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import { checkBudget } from './budget.ts';
import { canonicalJson, type JsonValue, sortedJson } from './canonical-json.ts';
import { sha256Hex, utf8 } from './digest.ts';
import { manifestComment, mediaTypeOf, mostFileBytes, paths, tooLarge } from './files.ts';
import { exampleNote, type TableFile } from './formats/table-file.ts';
import { tablesCsv } from './formats/tables-csv.ts';
import { tablesJsonStat } from './formats/tables-json-stat.ts';
import { tablesParquet } from './formats/tables-parquet.ts';
import { tablesXlsx } from './formats/tables-xlsx.ts';
import { type KAnonymousFile, kanonymousFile } from './kanonymous.ts';
import { isReleased, type ReleasedMeasurements } from './measurements.ts';
import type { FileSink } from './ports.ts';
import { checkPrevalence, checkPrevalenceIsStated, prevalenceCosts } from './prevalence/check-prevalence.ts';
import { prevalenceFile } from './prevalence/prevalence-file.ts';
import { isReleasedPrevalence, type ReleasedPrevalence } from './prevalence/publish-estimate.ts';
import { publishedTables } from './published-tables.ts';
import { rederiveFigures } from './rederive.ts';
import { headOf, type ManifestHead, releaseId } from './release-id.ts';
import type { Signer } from './signer.ts';
import { isReleasedSynthesis, type ReleasedSynthesis } from './synthesis/assemble.ts';
import { syntheticCosts } from './synthesis/synthesis-file.ts';
import { syntheticFiles } from './synthesis/synthetic-files.ts';
import type { AuditStatement, Codebook, LedgerExtractEntry, Manifest, PrivacyStatement } from './types.ts';

import { utilityFile } from './utility-file.ts';

/** All that goes into a bundle: protected measurements, public metadata, and what was worked out from both. */
export interface BundleContents {
  readonly head: ManifestHead;
  readonly measurements: ReleasedMeasurements;
  readonly figures: readonly Figure[];
  readonly coverage: Coverage;
  readonly codebook: Codebook;
  readonly privacy: PrivacyStatement;
  readonly ledger: readonly LedgerExtractEntry[];
  /** Synthetic records, where the release has any. */
  readonly synthesis?: ReleasedSynthesis;
  /** k-anonymous records, where the privacy statement says that the guarantee ends for the persons in them. */
  readonly kanonymous?: KAnonymousFile;
  /** An estimate of the unseen, where the release has one. */
  readonly prevalence?: ReleasedPrevalence;
  /** Verdicts of the gates before the release. What an attack on real records found is no such thing. */
  readonly audit: readonly GateVerdict[];
}

/** The id a release will have; figures carry it. */
export function releaseIdOf(head: ManifestHead, measurements: ReleasedMeasurements): string {
  return releaseId(head, measurementsFile(measurements, head.example));
}

/**
 * Writes a bundle whole or not at all and returns its manifest. Equal contents and signer give equal bytes.
 *
 * TypeError: measurements or synthetic records that were not assembled here. Refusals, exit 3: the budget does not add up,
 * figures of another release, without the example mark, or with a value that the measurements do not give; no gate, or one
 * that did not pass.
 */
export async function writeBundle(contents: BundleContents, sink: FileSink, signer: Signer): Promise<Manifest> {
  const { head, measurements, figures, privacy, ledger } = contents;
  if (!isReleased(measurements)) throw new TypeError('only assembled, protected measurements go into a bundle');
  const { synthesis } = contents;
  if (synthesis && !isReleasedSynthesis(synthesis))
    throw new TypeError('only assembled synthetic records go into a bundle');
  const { prevalence } = contents;
  if (prevalence && !isReleasedPrevalence(prevalence))
    throw new TypeError('only an estimate that was made for publication goes into a bundle');
  const estimate = prevalence?.published ?? null;
  const synthetic = synthesis && syntheticCosts(synthesis, measurements);
  checkBudget(measurements, privacy, ledger, synthetic, prevalenceCosts(estimate));
  checkPrevalenceIsStated(estimate, privacy);
  if (estimate) checkPrevalence(estimate);
  const audit: AuditStatement = { format: 'casebridge-audit-1', gates: publishGates(contents.audit) };
  const release = releaseIdOf(head, measurements);
  for (const { id, release: own, example } of figures) {
    if (own.id !== release || example !== head.example) {
      throw new Refusal('bundle-figure', `figure ${id} belongs to another release`, { exit: 3 });
    }
  }
  if (privacy.kanonymous && !contents.kanonymous)
    throw new Refusal('bundle-kanonymous', 'the privacy statement names k-anonymous records that are not there', {
      exit: 3,
    });
  const kanonymous = contents.kanonymous && kanonymousFile(contents.kanonymous, privacy.kanonymous, head.example);
  const digest = sink.digest ?? sha256Hex;
  const answers = answersFrom(measurements);
  rederiveFigures(figures, answers);
  try {
    const files: Manifest['files'][number][] = [];
    for await (const [path, bytes] of filesOf(contents, answers, audit, kanonymous)) {
      if (bytes.length > mostFileBytes) throw tooLarge(path);
      await sink.write(path, bytes);
      files.push({ path, bytes: bytes.length, sha256: digest(bytes), mediaType: mediaTypeOf(path) });
    }
    files.sort((a, b) => (a.path < b.path ? -1 : 1));
    const { organisation, publicKey } = signer;
    const manifest: Manifest = {
      ...headOf(head),
      format: 'casebridge-bundle-1',
      release,
      signer: { organisation, publicKey },
      files,
    };
    const manifestBytes = utf8(`${canonicalJson(manifest as unknown as JsonValue)}\n`);
    await sink.write(paths.manifest, manifestBytes);
    await sink.write(paths.signature, utf8(signer.sign(manifestBytes, manifestComment)));
    await sink.commit();
    return manifest;
  } catch (cause) {
    await sink.abandon();
    throw cause;
  }
}

async function* filesOf(
  contents: BundleContents,
  answers: Answers,
  audit: AuditStatement,
  kanonymous: Uint8Array | undefined,
): AsyncGenerator<readonly [string, Uint8Array]> {
  const { head, measurements, codebook } = contents;
  const file: TableFile = {
    tables: [...publishedTables(answers, measurements.structuralZeros)],
    domains: measurements.domains,
    codebook,
    title: head.title,
    language: head.languages[0] ?? 'en',
    exampleNote: head.example ? exampleNote : null,
  };
  yield [paths.tablesParquet, tablesParquet(file)];
  yield [paths.tablesCsv, tablesCsv(file)];
  yield [paths.tablesJson, tablesJsonStat(file)];
  yield [paths.tablesXlsx, await tablesXlsx(file)];
  yield [paths.measurements, measurementsFile(measurements, head.example)];
  if (contents.synthesis) yield* syntheticFiles(contents.synthesis, measurements, head.example);
  if (kanonymous) yield [paths.kanonymous, kanonymous];
  if (contents.prevalence) yield [paths.prevalence, prevalenceFile(contents.prevalence.published, head.example)];
  yield [paths.figures, listFile(contents.figures)];
  yield [paths.codebook, documentFile(codebook, head.example)];
  yield [paths.privacy, documentFile(contents.privacy, head.example)];
  yield [paths.utility, utilityFile(measurements, answers, head.example)];
  yield [paths.audit, documentFile(audit, head.example)];
  yield [paths.coverage, documentFile(contents.coverage, head.example)];
  yield [paths.ledger, utf8(contents.ledger.map((entry) => `${canonicalJson(noted(entry, head.example))}\n`).join(''))];
}

function measurementsFile(measurements: ReleasedMeasurements, example: boolean): Uint8Array {
  const text = serialiseMeasurements(measurements);
  return utf8(example ? `{"note":${JSON.stringify(exampleNote)},\n${text.slice(1)}` : text);
}

// One element a line, so that two releases can be compared line by line.
function listFile(items: readonly unknown[]): Uint8Array {
  return utf8(`[\n${items.map((item) => sortedJson(item as JsonValue)).join(',\n')}\n]\n`);
}

function documentFile(document: object, example: boolean): Uint8Array {
  return utf8(`${sortedJson(noted(document, example))}\n`);
}

function noted(document: object, example: boolean): JsonValue {
  return { ...(document as Record<string, JsonValue>), ...(example ? { note: exampleNote } : {}) };
}
