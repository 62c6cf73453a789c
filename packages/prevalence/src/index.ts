export { type BcaFacts, bcaFacts, bcaLimit, type LeftOut, quantile } from './bca.ts';
export { chaoBound, type PairEstimate, pairEstimates } from './bounds.ts';
export { type CaptureTable, captureTable, keepLists, knownPeople, mostLists, withoutList } from './capture-table.ts';
export {
  type EstimateOptions,
  estimatePrevalence,
  type ModelEstimate,
  type PrevalenceEstimate,
  type StepwiseEstimate,
  shownThresholds,
} from './estimate.ts';
export { type ModelStatus, type StatusChecker, statusChecker } from './existence.ts';
export { fitModel, type ModelFit, type ModelResult } from './fit.ts';
export { type EnumerationOptions, modelsByInformation, mostEnumeratedLists, type RankedModel } from './information.ts';
export { seededUniform, type Uniform } from './random.ts';
export { type Shortfall, shortfalls } from './requirements.ts';
export { bootstrap, jackknife, type Resamples, resampleTable } from './resample.ts';
export { type Instability, instabilities, stabilityLimits, twoDigits } from './stability.ts';
export { type StepCandidate, type StepwiseFit, stepwise, usualThreshold } from './stepwise.ts';
export { pairsOf, termName } from './terms.ts';
