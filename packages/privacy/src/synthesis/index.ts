// What makes synthetic records from published measurements: models and rows. No counts, no noise, no ledger; what needs
// them is exported by the package itself.
export type { CaseTable, CodeColumn } from '../columns/case-table.ts';
export type { DeclaredDomain, Hierarchy, StructuralZero } from '../columns/declared-domain.ts';
export type { ColumnSet } from '../pgm/factor.ts';
export { type FitOptions, type FittedModel, fitModel } from '../pgm/fit-model.ts';
export { generateRows } from '../pgm/generate-rows.ts';
export { modelSizeMb } from '../pgm/junction-tree.ts';
export type { LinearMeasurement } from '../pgm/linear-measurement.ts';
export type { ZeroCells } from '../pgm/marginal-system.ts';
export type { Model } from '../pgm/model.ts';
export { type PublishedRandom, publishedRandom } from '../pgm/published-random.ts';
export { simulateMeasurements } from '../pgm/simulate-measurements.ts';
export { fitVariances } from './fit-variances.ts';
export { type OneShotFile, parseOneShot, serialiseOneShot } from './one-shot-file.ts';
export { oneShotRecords, oneShotReplicate } from './one-shot-records.ts';
export { type Pool, pooledResiduals } from './pooled-residuals.ts';
export {
  axisNumbers,
  columnNumbers,
  type InheritedMeasurements,
  linearMeasurements,
  type SynthesisMeasurements,
  type SynthesisMethod,
  spaceOf,
  zeroCells,
} from './published.ts';
export { serialiseSynthesis, synthesisFromJson } from './published-file.ts';
export { type SetSupport, supportOfSets } from './set-support.ts';
export { setsWithin, type WeighedSet } from './sets-within.ts';
export {
  replicateTable,
  type SynthesisModel,
  type SynthesisOptions,
  synthesisModel,
  syntheticTable,
} from './synthetic-table.ts';
