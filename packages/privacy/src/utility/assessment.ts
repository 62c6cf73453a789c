/**
 * Everything at once: how other records (synthetic, anonymised) compare with the real ones by every measure of this folder.
 * The result is internal; see `internal-utility.ts`.
 */
import type { CaseTable } from '../columns/case-table.ts';
import { memoryMarginals } from '../count/memory.ts';
import { canonicalSet, domainSize } from '../results/sets.ts';
import { type CombinationError, combinationError } from './combination-error.ts';
import { combinations } from './combinations.ts';
import { type GroupErrors, groupErrors } from './group-error.ts';
import { type InternalUtility, internalUtility } from './internal-utility.ts';
import { type IntervalOverlap, intervalOverlap } from './interval-overlap.ts';
import { type KMarginal, kMarginal } from './k-marginal.ts';
import { mergeAbsent } from './merge-absent.ts';
import { type AbsentValues, presentValues } from './present-values.ts';
import { type Propensity, propensity } from './propensity.ts';
import { type RareRecords, rareRecords } from './rare-records.ts';
import { type TrainTestGap, trainTestGap } from './train-test-gap.ts';
import { type WorkloadError, type WorkloadOptions, workloadError } from './workload-error.ts';

/** The measures that can be asked for, in the order in which they are worked out. */
export const assessmentMetrics = [
  'tables',
  'groups',
  'combinations',
  'k-marginal',
  'pmse',
  'train-test',
  'overlap',
] as const;

export type AssessmentMetric = (typeof assessmentMetrics)[number];

export interface AssessmentOptions extends AbsentValues, Pick<WorkloadOptions, 'ways' | 'mostCells' | 'workload'> {
  /** All when absent; groups only where group columns are named. */
  readonly metrics?: readonly AssessmentMetric[];
  /** Columns whose values are groups of people: region, sex, age, contributor. */
  readonly groups?: readonly string[];
  /** Longest combination, 4 when absent. */
  readonly length?: number;
  /** SDS's resolution k, 10 when absent. */
  readonly resolution?: number;
  /** Column whose areas the k-marginal scores apart. */
  readonly area?: string | null;
  /** Columns to predict. */
  readonly targets?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (metric: AssessmentMetric, done: number) => void;
}

/** Combinations and what records hold of them. */
export interface CombinationAssessment extends CombinationError {
  readonly longest: number;
  readonly records: RareRecords;
  /** Rows of the other file over rows of the real one, less one. */
  readonly expansion: number;
}

/** One member a measure; null where it was not asked for. */
export interface Assessment {
  readonly realRows: number;
  readonly otherRows: number;
  readonly columns: number;
  readonly tables: WorkloadError | null;
  readonly groups: GroupErrors | null;
  readonly combinations: CombinationAssessment | null;
  readonly kMarginal: KMarginal | null;
  readonly propensity: Propensity | null;
  readonly trainTest: TrainTestGap | null;
  readonly overlap: IntervalOverlap | null;
}

/**
 * Compares two tables over one domain, absent texts of a column taken for one. Refusal: more combinations than can be counted (ask for a shorter length).
 * RangeError: other domains, columns that the domain does not have, or a table without records.
 */
export async function assessUtility(
  realTable: CaseTable,
  otherTable: CaseTable,
  options: AssessmentOptions = {},
): Promise<InternalUtility<Assessment>> {
  const [real, other] = [mergeAbsent(realTable, options), mergeAbsent(otherTable, options)];
  const { metrics = assessmentMetrics, groups = [], area = null, targets, signal, onProgress } = options;
  canonicalSet(real.domains, [...new Set([...groups, ...(targets ?? []), ...(area === null ? [] : [area])])]);
  if (real.rows === 0 || other.rows === 0) throw new RangeError('a table has no records');
  const [ours, theirs] = [memoryMarginals(real), memoryMarginals(other)];
  const given = signal ? { signal } : {};
  const run = async <T>(metric: AssessmentMetric, possible: boolean, work: () => T | Promise<T>): Promise<T | null> => {
    if (!possible || !metrics.includes(metric)) return null;
    signal?.throwIfAborted();
    onProgress?.(metric, 0);
    return await work();
  };
  const tell = (metric: AssessmentMetric) => ({ onProgress: (done: number) => onProgress?.(metric, done) });
  const varied = real.variables.filter((name) => domainSize(real.domains, name) > 1).length;
  return internalUtility<Assessment>({
    realRows: real.rows,
    otherRows: other.rows,
    columns: real.variables.length,
    tables: await run('tables', true, () => workloadError(ours, theirs, { ...options, ...given, ...tell('tables') })),
    groups: await run('groups', groups.length > 0, () => groupErrors(ours, theirs, groups, given)),
    combinations: await run('combinations', true, () => combinationsOf(real, other, options)),
    kMarginal: await run('k-marginal', real.variables.length > (area === null ? 1 : 2), () =>
      kMarginal(ours, theirs, area),
    ),
    propensity: await run('pmse', varied > 0, () => propensity(real, other)),
    trainTest: await run('train-test', varied > 1 && Math.min(real.rows, other.rows) >= 20, () =>
      trainTestGap(real, other, { ...(targets ? { targets } : {}), ...given, ...tell('train-test') }),
    ),
    overlap: await run('overlap', varied > 1, () => intervalOverlap(ours, theirs)),
  });
}

function combinationsOf(real: CaseTable, other: CaseTable, options: AssessmentOptions): CombinationAssessment {
  const { length = 4, resolution = 10, signal, onProgress } = options;
  const index = combinations(presentValues(real.domains, options), length, {
    ...(signal ? { signal } : {}),
    onProgress: (done) => onProgress?.('combinations', done),
  });
  index.addTable(real, 'real');
  index.addTable(other, 'target');
  return {
    longest: length,
    ...combinationError(index, resolution),
    records: rareRecords(index, real, resolution),
    expansion: other.rows / real.rows - 1,
  };
}
