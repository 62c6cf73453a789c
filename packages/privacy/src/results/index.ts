export { displayIntegers } from '../display/display-integers.ts';
export type { EstimateTree } from '../display/tree.ts';
export { answersFrom, type PlannedMeasurements, plannedAnswers } from './answers.ts';
export { bonferroniZ, differs, rankingDifferences } from './comparisons.ts';
export {
  type MeanReading,
  type MedianReading,
  meanInterval,
  medianInterval,
  type OrderedReading,
} from './distribution.ts';
export {
  type CellVariances,
  cellVariances,
  columnsOf,
  type EstimateValue,
  estimateOf,
  type FourCounts,
  type Level,
  noiseOf,
  type StandardEstimate,
} from './estimates.ts';
export { type ExactMarginal, exactAnswers } from './exact.ts';
export { countInterval, type Interval, ratioInterval, shareInterval, z95 } from './intervals.ts';
export { parseMeasurements, serialiseMeasurements } from './measurements-file.ts';
export { normalQuantile } from './normal.ts';
export {
  type PredictedSyntheticTable,
  type PredictedTable,
  type PredictedUtility,
  predictSyntheticErrors,
  predictTableErrors,
  type SyntheticBasis,
  type SyntheticCounts,
} from './predicted-errors.ts';
export {
  type CellFlag,
  cellFlag,
  hasEnoughBase,
  leastBase,
  leastBaseInSd,
  noiseShare,
  unfitFrom,
  widestHalf,
  withheldBecause,
} from './publication.ts';
export { type CombinedEstimate, combineReplicates, estimateSupport, type ReplicateEstimates } from './replicates.ts';
export { canonicalSet, cellCount, downwardClosure, joinNames, setKey, sizesOf, splitNames, subsetsOf } from './sets.ts';
export { sameDomains, sharedCohorts } from './shared-cohorts.ts';
export { studentQuantile } from './student.ts';
export { type Support, type SupportRow, supportLookup, supportRows } from './support.ts';
export * from './types.ts';
