export * from './approvals.ts';
export { measuredCost } from './budget.ts';
export * from './canonical-json.ts';
export { sha256Base32, sha256Hex } from './digest.ts';
export { paths } from './files.ts';
export { csvLine, parseCsv, safeText, unsafeText } from './formats/csv.ts';
export { exampleNote, type TableFile, tableColumns } from './formats/table-file.ts';
export { tablesCsv } from './formats/tables-csv.ts';
export { tablesJsonStat } from './formats/tables-json-stat.ts';
export { readTablesParquet, tablesParquet } from './formats/tables-parquet.ts';
export { tablesXlsx } from './formats/tables-xlsx.ts';
export { checkKAnonymous, type KAnonymousFile } from './kanonymous.ts';
export { assembleMeasurements, type MeasurementParts, type ReleasedMeasurements } from './measurements.ts';
export * from './minisign.ts';
export * from './ports.ts';
export { checkPrevalence, type PrevalenceReport } from './prevalence/check-prevalence.ts';
export type { PublishedPrevalence } from './prevalence/prevalence-file.ts';
export {
  exactPrevalence,
  measuredPrevalence,
  type PrevalenceTerms,
  type ReleasedPrevalence,
} from './prevalence/publish-estimate.ts';
export { cellNames, type PublishedTable, periodsOf, publishedTables } from './published-tables.ts';
export { isVerified, type ReadOptions, readBundle } from './read.ts';
export { type Rederived, rederiveFigures } from './rederive.ts';
export type { ManifestHead } from './release-id.ts';
export * from './signer.ts';
export { assembleSynthesis, type ReleasedSynthesis, type SynthesisParts } from './synthesis/assemble.ts';
export type { SyntheticReport } from './synthesis/check-synthesis.ts';
export { supportSchema, type TableSupport } from './synthesis/support.ts';
export { periodAxis, type Synthesis, type SynthesisBatch } from './synthesis/synthesis-file.ts';
export { syntheticCsv } from './synthesis/synthetic-csv.ts';
export { readSyntheticParquet, syntheticParquet } from './synthesis/synthetic-parquet.ts';
export { type SyntheticFile, syntheticNote } from './synthesis/synthetic-records.ts';
export * from './types.ts';
export { type VerificationReport, verifyBundle } from './verify.ts';
export { type BundleContents, releaseIdOf, writeBundle } from './write.ts';
