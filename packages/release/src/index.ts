export { type AnonymisedFile, anonymiseFile } from './anonymise/anonymise-file.ts';
export type { AnonymiseMethod, AnonymiseOptions, RegisterOptions } from './anonymise/anonymise-options.ts';
export { type ReplacedFile, type ReplaceOptions, replaceFile } from './anonymise/replace-file.ts';
export type { AnonymiseReport } from './anonymise/report.ts';
export { notDifferentialPrivacy } from './anonymise/statement.ts';
export { type AssessedFiles, type AssessFilesOptions, assessFiles, assessmentMetrics } from './assess/assess-files.ts';
export type { AssessmentNumbers } from './assess/assessment-numbers.ts';
export { type AttackedFiles, type AttackFilesOptions, attackFiles } from './attack/attack-files.ts';
export { attackNameOf, attackTitles, verdictRows } from './attack/attack-words.ts';
export { buildRelease, type ReleaseOptions, type ReleaseResult, type ReleaseStep } from './build/build-release.ts';
export { type CohortBudget, cohortBudget } from './build/cohort-budget.ts';
export type { PhaseName, ReleaseProgress } from './build/phases.ts';
export {
  type CodedRecords,
  type CohortChoice,
  type ContributorRecords,
  codeRecords,
} from './coding/code-records.ts';
export { type DuckdbEngine, openDuckdb, queryOf as duckdbQuery } from './engine/duckdb.ts';
export { type DiscardedBundle, type DiscardOptions, discardBundle } from './inspections/discard-bundle.ts';
export { type InspectedRelease, type InspectOptions, inspectRelease } from './inspections/inspect-release.ts';
export { type FileLedgerOptions, fileLedgerStorage } from './ledger/file-ledger-storage.ts';
export { planLedger, readLedgerFile, showLedger } from './ledger/ledger-views.ts';
export { nodeRandom } from './ledger/system-random.ts';
export { type Compared, type CompareOptions, compareEncodings } from './linkage/compare-encodings.ts';
export { type EncodedFile, type EncodeFileOptions, encodeFile } from './linkage/encode-file.ts';
export { makeEpochKey } from './linkage/make-epoch-key.ts';
export { makeLinkageSecret } from './linkage/make-secret.ts';
export { type ResolvedScores, type ResolveScoresOptions, resolveScores } from './linkage/resolve-scores.ts';
export { type TakenEncodings, type TakeOptions, takeEncodings } from './linkage/take-encodings.ts';
export {
  type HistoriesOptions,
  type ListGroup,
  type WrittenHistories,
  writeHistories,
} from './linkage/write-histories.ts';
export { writeLinkagePage } from './linkage/write-page.ts';
export { type EstimatedFile, type EstimateFileOptions, estimateFile } from './prevalence/estimate-file.ts';
export { readHistories } from './prevalence/read-histories.ts';
export { type BundleComparison, type CompareBundlesOptions, compareBundles } from './preview/compare-bundles.ts';
export type { ComparedLine } from './preview/compared-line.ts';
export { apartTexts, hasMoved } from './preview/comparison-page.ts';
export { type Preview, type PreviewLine, type PreviewOptions, preview } from './preview/preview.ts';
export { type PlannedRecipe, parseRecipe, type WeightedSet } from './recipe/parse-recipe.ts';
export type { Recipe } from './recipe/schema.ts';
export { type SynthesiseAgainOptions, synthesiseAgain } from './synthesise/synthesise-again.ts';
export { type Synthesised, type SynthesiseOptions, synthesiseCsv } from './synthesise/synthesise-csv.ts';
export { type ProtectedTables, type ProtectTablesOptions, protectTables } from './tables/protect-tables.ts';
