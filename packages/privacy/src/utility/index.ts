/**
 * Utility against real records. Everything here reads the data it judges, so its numbers are unprotected: only
 * `release/src/assess` and the benches may import this subpath. What may be published is predicted from noise alone
 * (`predicted-utility.ts`, exported by the package itself).
 */
export {
  type Assessment,
  type AssessmentMetric,
  type AssessmentOptions,
  assessmentMetrics,
  assessUtility,
  type CombinationAssessment,
} from './assessment.ts';
export { type CombinationError, type CountBucket, combinationError, type LengthError } from './combination-error.ts';
export { type CombinationLimits, type Combinations, combinations, type Side } from './combinations.ts';
export type { CountBand, CountError } from './count-error.ts';
export { quantile, type Summary, summaryOf, totalVariation } from './distribution.ts';
export { type GroupError, type GroupErrors, type GroupOptions, groupErrors } from './group-error.ts';
export { type InternalUtility, internalUtility, readInternalUtility } from './internal-utility.ts';
export {
  type CalibrationOptions,
  type HeldShare,
  type IntervalCalibration,
  intervalCalibration,
} from './interval-calibration.ts';
export { type EstimateOverlap, type IntervalOverlap, intervalOverlap } from './interval-overlap.ts';
export { type KMarginal, kMarginal } from './k-marginal.ts';
export { nistBins, nistFeatureSets, nistTable, type TextColumns } from './nist-excerpts.ts';
export { type AbsentValues, type PresentValues, presentValues } from './present-values.ts';
export { type Propensity, type PropensityOptions, propensity } from './propensity.ts';
export { type RareRecords, rareRecords } from './rare-records.ts';
export { type DrawOptions, drawEstimates, fourCountsOf } from './standard-estimates.ts';
export { type TargetGap, type TrainTestGap, type TrainTestOptions, trainTestGap } from './train-test-gap.ts';
export { type TableError, type WorkloadError, type WorkloadOptions, workloadError } from './workload-error.ts';
