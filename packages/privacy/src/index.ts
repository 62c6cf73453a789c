export { checkDelta } from './accounting/declared-size.ts';
export { discreteGaussianDelta, gaussianDelta } from './accounting/gaussian-delta.ts';
export { attackerAdvantage, type PersonRisk, personRisk } from './accounting/persons.ts';
export { epsilonOfRenyi, renyiOfGaussian } from './accounting/renyi.ts';
export {
  deltaOf,
  epsilonOf,
  looseEpsilonOf,
  rhoOf,
  rhoOfExponential,
  rhoOfGaussian,
  rhoOfPure,
  varianceFor,
} from './accounting/zcdp.ts';
export { type AttackInput, attackInput, joinTables } from './audit/attacks/attack-input.ts';
export {
  type AttributeInference,
  attributeInference,
  type SecretInference,
} from './audit/attacks/attribute-inference.ts';
export { type ClassSizeTable, classSizesOfSets, classSizeTable } from './audit/attacks/class-size-table.ts';
export { type CorrectAttribution, correctAttribution } from './audit/attacks/correct-attribution.ts';
export { type DensityRatio, densityRatio } from './audit/attacks/density-ratio.ts';
export { type ExactCopies, exactCopies } from './audit/attacks/exact-copies.ts';
export { type AttackGate, type AttackName, attackGates } from './audit/attacks/gates.ts';
export { type JudgedAttacks, judgeAttacks, type NotJudged } from './audit/attacks/judge-attacks.ts';
export { type KeyFrequencies, keyFrequencies } from './audit/attacks/key-frequencies.ts';
export { type Linkability, linkability } from './audit/attacks/linkability.ts';
export {
  approximateNegativeBinomialRisk,
  negativeBinomialRisk,
  truncatedPoissonRisk,
} from './audit/attacks/population-frequency.ts';
export { practiceSynthesiser } from './audit/attacks/practice-synthesiser.ts';
export { type RareEcho, rareEcho } from './audit/attacks/rare-echo.ts';
export { type Comparison, type Rate, type Residual, residualRisk, wilsonRate } from './audit/attacks/rates.ts';
export { type Population, type ReidentificationRisk, reidentificationRisk } from './audit/attacks/reidentification.ts';
export { type AttackOptions, type AttackResults, runAttacks } from './audit/attacks/run-attacks.ts';
export { runShadowAttack, type ShadowAttack } from './audit/attacks/run-shadow-attack.ts';
export { type ShadowMembership, type Synthesiser, shadowMembership } from './audit/attacks/shadow-membership.ts';
export {
  isolationChance,
  type SinglingOut,
  singleOutMultivariate,
  singleOutUnivariate,
} from './audit/attacks/singling-out.ts';
export { type SpecialUniques, specialUniques } from './audit/attacks/special-uniques.ts';
export { plantedOutliers, type VulnerableRecord, vulnerableRecords } from './audit/attacks/vulnerable-records.ts';
export {
  affordableTables,
  auditMeasurement,
  auditPower,
  gateCanary,
  largestAuditEpsilon,
  type MeasurementAudit,
} from './audit/audit-measurement.ts';
export { auditMeasurementOnce, type OnceAudit } from './audit/audit-once.ts';
export { auditPlan, type PlanAudit } from './audit/audit-plan.ts';
export { auditSelection, auditSelectionOnce, type SelectionAudit, type SelectWorld } from './audit/audit-selection.ts';
export { auditSynthesis, type SynthesisAudit } from './audit/audit-synthesis.ts';
export { binomialAtLeast, clopperPearson, type ShareBounds } from './audit/binomial.ts';
export { type CanaryWorlds, canaryWorlds } from './audit/canary.ts';
export { canaryScore } from './audit/canary-score.ts';
export {
  type GateVerdict,
  type PublishedGate,
  publishGates,
  refuseFailedGates,
  runGate,
  runGates,
} from './audit/gate.ts';
export { type Inspection, readInspection, runInspection } from './audit/inspection.ts';
export { inventedWorld, type WorldPlan } from './audit/invented-world.ts';
export { auditManyRuns, type ManyRuns, type ManyRunsFinding } from './audit/many-runs.ts';
export { type Noise, noiseOf, noiseReuse, noiseSize } from './audit/noise-check.ts';
export { auditOneRun, type OneRun, type OneRunGuesses, oneRunChance, oneRunEpsilon } from './audit/one-run.ts';
export { type MeasureWorld, practiceMeasurement, practiceMeasurer, practiceSelection } from './audit/practice.ts';
export { practiceSynthesis, type SynthesiseWorld, trialSynthesis } from './audit/practice-synthesis.ts';
export {
  declaredPublicTable,
  isPublicTable,
  lastReleaseTable,
  type PublicSource,
  type PublicTable,
  publicRecords,
} from './audit/public-table.ts';
export { type ExpectedError, type Rehearsal, rehearseSynthesis } from './audit/rehearsal.ts';
export { type Guesses, type ToldApart, toldApart } from './audit/told-apart.ts';
export { provenLeaks, type TrialOptions, type TrialSynthesis, trySynthesis } from './audit/trial.ts';
export { type Finding, finding } from './audit/verdicts.ts';
export { type CaseTable, type CodeColumn, caseTable, emptyColumn, mostCodes } from './columns/case-table.ts';
export { type CsvTable, tableFromCsv } from './columns/csv-table.ts';
export { csvText } from './columns/csv-text.ts';
export {
  type DeclaredDomain,
  firstDeclaredZero,
  type Hierarchy,
  type StructuralZero,
  zeroCellsOf,
} from './columns/declared-domain.ts';
export { parseDeclaredDomain, parseDomainFile } from './columns/domain-file.ts';
export { addParentColumns, keepColumns, withParentColumns } from './columns/parent-columns.ts';
export { partitionTable } from './columns/partition.ts';
export { type CodedBlock, type TableBuilder, tableBuilder } from './columns/table-builder.ts';
export type { Marginal, Marginals } from './count/marginals.ts';
export { memoryMarginals } from './count/memory.ts';
export { displayIntegers } from './display/display-integers.ts';
export type { EstimateTree } from './display/tree.ts';
export { equalCloseness, hierarchicalCloseness, orderedCloseness } from './kanonymity/closeness.ts';
export type { GroupConstraint } from './kanonymity/constraint.ts';
export { distinctDiversity, entropyDiversity, recursiveDiversity } from './kanonymity/diversity.ts';
export {
  type FullDomainOptimum,
  type FullDomainOptions,
  fullDomainOptimum,
  lossOfLevels,
} from './kanonymity/full-domain.ts';
export {
  type ColumnHierarchy,
  columnHierarchy,
  labelAt,
  suppressedLabel,
  suppressionHierarchy,
} from './kanonymity/hierarchy.ts';
export { columnOfHierarchyFile, hierarchyFromCsv } from './kanonymity/hierarchy-csv.ts';
export {
  averageClassSize,
  discernibility,
  entropyLoss,
  type Loss,
  type LossMeasure,
  precisionLoss,
  shareLoss,
} from './kanonymity/information-loss.ts';
export { betaLikeness } from './kanonymity/likeness.ts';
export { type LocalOptions, type LocalRecoding, localRecoding } from './kanonymity/local-recoding.ts';
export type { QuasiTable, SensitiveColumn } from './kanonymity/quasi-table.ts';
export { type TextColumn, type TextColumns, textColumns } from './kanonymity/read-columns.ts';
export {
  columnLosses,
  meanLoss,
  publishedLabel,
  type Recoding,
  suppressedCell,
  suppressedCells,
} from './kanonymity/recoding.ts';
export {
  type SuppressedTable,
  type SuppressOptions,
  suppressCombinations,
  type WideTable,
} from './kanonymity/suppress-combinations.ts';
export { type CombinationsReport, verifyCombinations } from './kanonymity/verify-combinations.ts';
export { type ClaimedConstraint, type GroupsReport, verifyGroups } from './kanonymity/verify-groups.ts';
export { type PopulationReport, verifyPopulation } from './kanonymity/verify-population.ts';
export { type PublishedFile, readPublished } from './kanonymity/verify-reader.ts';
export { canonicalJson } from './ledger/canonical-json.ts';
export { type LedgerProblem, type LedgerReport, readLedger, verifyLedger } from './ledger/chain.ts';
export { extractLedger, type LedgerExtractLine } from './ledger/extract.ts';
export { openLedger } from './ledger/ledger.ts';
export { type MeasuredPersons, measuredPersons, periodOf } from './ledger/marks.ts';
export { memoryLedgerStorage } from './ledger/memory-storage.ts';
export { type CohortSpending, cohortSpending } from './ledger/odometer.ts';
export { type LedgerPlan, type LedgerPolicy, ledgerPlan, type PlannedRelease } from './ledger/plan.ts';
export * from './ledger/types.ts';
export {
  type AdaptiveMeasurer,
  type AdaptiveOptions,
  type AdaptiveQuery,
  type AdaptiveScope,
  type Candidate,
  openAdaptiveMeasurer,
} from './measure/adaptive.ts';
export {
  type DistanceRequest,
  distanceCosts,
  measureDistances,
  type PublishedDistance,
} from './measure/distance.ts';
export { type PooledPart, pooledMarginals } from './measure/pooled-marginals.ts';
export { runSynthesisJob, type SynthesisDriver } from './measure/run-synthesis.ts';
export { measureSharedRows, planSharedRows } from './measure/shared-rows.ts';
export { type MeasureOptions, measureTables } from './measure/tables.ts';
export {
  bernoulliExp,
  discreteGaussian,
  discreteLaplace,
  type ExactNumber,
  fillDiscreteGaussian,
  geometric,
  uniformBelow,
} from './noise/samplers.ts';
export { exp, expInPlace, log } from './pgm/deterministic-math.ts';
export type { ColumnSet } from './pgm/factor.ts';
export { type FitOptions, type FittedModel, fitModel, usualEntropyWeight } from './pgm/fit-model.ts';
export { generateRows } from './pgm/generate-rows.ts';
export { modelSizeMb } from './pgm/junction-tree.ts';
export type { LinearMeasurement } from './pgm/linear-measurement.ts';
export type { ZeroCells } from './pgm/marginal-system.ts';
export type { Model } from './pgm/model.ts';
export { type PublishedRandom, publishedRandom } from './pgm/published-random.ts';
export { predictUtility } from './predicted/predicted-utility.ts';
export {
  isProtected,
  joinProtected,
  mapProtected,
  type Protected,
  type ProtectedStamp,
  publish,
  readProtected,
  readProtectedStamp,
} from './protected.ts';
export { isSystemRandom, type RandomBytes, systemRandom, unsafeTestRandom } from './random/random-bytes.ts';
export * from './rational.ts';
export { mostTableCells, type PlannedSet, planTables, type TablePlan, type TableRequest } from './residual/plan.ts';
export { countInterval } from './results/intervals.ts';
export { chooseExponentially, type ScoredCandidates } from './select/exponential.ts';
export { type DriveOptions, driveSynthesis, type SynthesisPlan } from './synthesis/drive-synthesis.ts';
export { type PlannedSynthesis, planSynthesisJob, type SynthesisJob, usualModelSize } from './synthesis/plan-job.ts';
export { leftOutNotice, oneShotCohort, type PlannedJob, planTablesJob, type TablesJob } from './tables/plan-job.ts';
export { type JobFacts, runTablesJob } from './tables/run-job.ts';
export { type TableRow, tableRowColumns, tableRows } from './tables/table-rows.ts';
