/**
 * Whether intervals from synthetic records hold what the real records say: standard estimates are made from the published
 * records and its replicates, and counted as held where the interval has the real value. Those that the support flag allows
 * and those it does not are counted apart. The numbers are internal like all of this folder.
 */
import type { CaseTable } from '../columns/case-table.ts';
import { memoryMarginals } from '../count/memory.ts';
import { cellVariances, estimateOf, type FourCounts, noiseOf, type StandardEstimate } from '../results/estimates.ts';
import { combineReplicates, estimateSupport } from '../results/replicates.ts';
import type { Support } from '../results/support.ts';
import { fitVariances } from '../synthesis/fit-variances.ts';
import type { SynthesisMeasurements } from '../synthesis/published.ts';
import { replicateTable, synthesisModel, syntheticTable } from '../synthesis/synthetic-table.ts';
import { quantile } from './distribution.ts';
import { drawEstimates, fourCountsOf } from './standard-estimates.ts';

export interface HeldShare {
  readonly estimates: number;
  readonly held: number;
  /** Median width of the intervals, shares and log odds ratios together; null for none. */
  readonly medianWidth: number | null;
  /** Held by the interval that takes the file for real records: the usual one, without replicates. */
  readonly heldByUsual: number;
}

export type IntervalCalibration = Readonly<Record<Support, HeldShare>>;

export interface CalibrationOptions {
  /** Supported estimates looked at, 200 when absent, and as many unsupported ones. */
  readonly estimates?: number;
  /** 20 when absent. */
  readonly replicates?: number;
  readonly seed?: string;
  /** Least real records behind an estimate, 20 when absent. */
  readonly leastRecords?: number;
  readonly onProgress?: (replicate: number) => void;
}

/** Calibrates one synthesis. `published.inherited` is not looked at: its variances belong to its cohorts. */
export async function intervalCalibration(
  real: CaseTable,
  published: SynthesisMeasurements,
  options: CalibrationOptions = {},
): Promise<IntervalCalibration> {
  const { estimates: wanted = 200, replicates = 20, seed = 'calibration', leastRecords = 20, onProgress } = options;
  const source = memoryMarginals(real);
  const model = synthesisModel(published);
  const file = syntheticTable(model, published, new TextEncoder().encode(`${seed} records`));
  const variances = cellVariances(published.domains, fitVariances(model, published));
  const drawn = await drawEstimates(source, { count: 12 * wanted, leastRecords });
  const counts = await fourCountsOf(memoryMarginals(file), drawn);
  const chosen: Record<Support, { estimate: StandardEstimate; counts: FourCounts }[]> = {
    supported: [],
    unsupported: [],
  };
  for (const [at, estimate] of drawn.entries()) {
    const own = counts[at] as FourCounts;
    const list = chosen[estimateSupport(estimate, own, variances)];
    if (list.length < wanted && Number.isFinite(estimateOf(estimate, own).value)) list.push({ estimate, counts: own });
  }
  const all = [...chosen.supported, ...chosen.unsupported];
  const asked = all.map(({ estimate }) => estimate);
  const truths = (await fourCountsOf(source, asked)).map((one, at) => valueFrom(asked[at], one));
  const copies: number[][] = asked.map(() => []);
  for (let number = 1; number <= replicates; number++) {
    const table = replicateTable(model, published, seed, number);
    for (const [at, one] of (await fourCountsOf(memoryMarginals(table), asked)).entries()) {
      copies[at]?.push(valueFrom(asked[at], one));
    }
    onProgress?.(number);
  }
  const judged = all.map(({ estimate, counts: own }, at) =>
    judge(estimate, own, truths[at] as number, copies[at] ?? []),
  );
  return {
    supported: tally(judged.slice(0, chosen.supported.length)),
    unsupported: tally(judged.slice(chosen.supported.length)),
  };

  function judge(estimate: StandardEstimate, own: FourCounts, truth: number, values: readonly number[]): Judged {
    const { value, sampling } = estimateOf(estimate, own);
    const noise = noiseOf(estimate, own, variances);
    const finite = values.filter(Number.isFinite);
    const usual = Math.abs(value - truth) <= 1.96 * Math.sqrt(sampling);
    if (finite.length < 5) return { held: false, usual, width: Infinity };
    const { low, high } = combineReplicates({
      estimate: value,
      replicates: finite,
      ...(Number.isFinite(noise) ? { noise } : {}),
      ...(estimate.kind === 'share' ? { range: [0, 1] as const } : {}),
    });
    return { held: low <= truth && truth <= high, usual, width: high - low };
  }
}

interface Judged {
  readonly held: boolean;
  readonly usual: boolean;
  readonly width: number;
}

function valueFrom(estimate: StandardEstimate | undefined, counts: FourCounts): number {
  return estimate ? estimateOf(estimate, counts).value : Number.NaN;
}

function tally(judged: readonly Judged[]): HeldShare {
  const widths = Float64Array.from(judged.map(({ width }) => width)).sort();
  return {
    estimates: judged.length,
    held: judged.filter(({ held }) => held).length,
    medianWidth: judged.length === 0 ? null : quantile(widths, 0.5),
    heldByUsual: judged.filter(({ usual }) => usual).length,
  };
}
