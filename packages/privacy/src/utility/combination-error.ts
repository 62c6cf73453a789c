/**
 * How well combinations of values survive, by their length. The first group of numbers is that of Microsoft's Synthetic
 * Data Showcase (SDS), of its web app and of its successor, the Intelligence Toolkit (ITK), each by its own definition, so that
 * figures printed by those tools can be set beside ours. The second group leaves no case out. `S(c)` and `T(c)` are the
 * counts of combination c in the real and the target (synthetic or aggregate) data.
 */
import type { Combinations } from './combinations.ts';

/** The numbers of one length, or of all lengths together. Shares are from 0 to 1; null where nothing was to be averaged. */
export interface LengthError {
  readonly length: number | 'all';
  /** Combinations with S > 0, with T > 0, and with both. */
  readonly real: number;
  readonly target: number;
  readonly shared: number;
  /** Mean S over all S > 0: the count that SDS prints beside its error. */
  readonly meanCount: number | null;
  readonly sds: {
    /** Mean |S−T| over combinations present on both sides. */
    readonly meanErrorSharedOnly: number | null;
    /** #{S>0, T=0} / #{S>0}: SDS notebook and web app. */
    readonly suppressedByNumber: number | null;
    /** ΣS over the suppressed / ΣS: ITK. */
    readonly suppressedByCount: number | null;
    /** #{T>0, S=0} / #{T>0}: SDS notebook. */
    readonly fabricatedNotebook: number | null;
    /** #{T>0, S=0} / #{S>0}: SDS web app. */
    readonly fabricatedWebApp: number | null;
    /** ΣT over the fabricated / ΣT: ITK. */
    readonly fabricatedByCount: number | null;
    /** Mean of min(T/S, 1), 0 where S = 0, over {S ≥ k} ∪ {T > 0}. */
    readonly preservation: number | null;
    /** #{0 < S < k, 0 < T < k}. */
    readonly leakage: number;
    /** The same over #{S>0}: how it is reported under differential privacy, where it is no leak. */
    readonly leakageShare: number | null;
    /** Combinations with S < k, and with S = 1, over #{S>0}. */
    readonly rare: number | null;
    readonly unique: number | null;
  };
  readonly ours: {
    /** Mean |S−T| over {S>0} ∪ {T>0}. */
    readonly errorOverUnion: number | null;
    /** Mean |S−T| over all S > 0, a missing combination counted as T = 0. */
    readonly errorOverReal: number | null;
    /** Mean |S−T|/S over S ≥ 10, a missing combination counted as T = 0. */
    readonly relativeErrorFromTen: number | null;
    /** #{S>0, T>0} / #{S>0}. */
    readonly coverage: number | null;
    /** The same over S ≥ 10. */
    readonly coverageFromTen: number | null;
  };
}

/** One bucket of target counts over {S ≥ k} ∪ {T > 0}, upper ends 10, 20, 40, 80 …, as SDS cuts them. */
export interface CountBucket {
  /** The bucket holds counts above the one before and up to this one. */
  readonly upTo: number;
  readonly combinations: number;
  /** Mean of min(T/S, 1), 0 where S = 0. */
  readonly preservation: number;
  /** Mean of |T−S|/S, 1 where S = 0. */
  readonly proportionalError: number;
}

export interface CombinationError {
  /** The resolution k of SDS. */
  readonly resolution: number;
  /** By length, then all. */
  readonly lengths: readonly LengthError[];
  readonly buckets: readonly CountBucket[];
  /** SDS: the plain mean of the buckets' proportional errors, however few combinations a bucket has. */
  readonly meanProportionalError: number | null;
}

/** Compares both sides of an index of combinations. `resolution` is SDS's k, 10 when absent. */
export function combinationError(index: Combinations, resolution = 10): CombinationError {
  const sums = Array.from({ length: index.longest + 1 }, emptySums);
  const buckets = new Map<number, { combinations: number; preserved: number; proportional: number }>();
  const { real, target } = index.sides();
  for (let node = 1; node < index.count(); node++) {
    const s = real[node] as number;
    const t = target[node] as number;
    add(sums[index.length(node)] as Sums, s, t, resolution);
    if (t <= 0 && s < resolution) continue;
    const upTo = bucketOf(t);
    const bucket = buckets.get(upTo) ?? { combinations: 0, preserved: 0, proportional: 0 };
    buckets.set(upTo, bucket);
    bucket.combinations++;
    bucket.preserved += s === 0 ? 0 : Math.min(t / s, 1);
    bucket.proportional += s === 0 ? 1 : Math.abs(t - s) / s;
  }
  const all = sums[0] as Sums;
  for (const part of sums.slice(1)) for (const key of keysOf(all)) all[key] += part[key];
  const listed = [...buckets]
    .sort(([a], [b]) => a - b)
    .map(([upTo, { combinations, preserved, proportional }]) => ({
      upTo,
      combinations,
      preservation: preserved / combinations,
      proportionalError: proportional / combinations,
    }));
  return {
    resolution,
    lengths: [...sums.slice(1).map((part, at) => errorsOf(at + 1, part)), errorsOf('all', all)],
    buckets: listed,
    meanProportionalError: share(
      listed.reduce((sum, { proportionalError }) => sum + proportionalError, 0),
      listed.length,
    ),
  };
}

function bucketOf(count: number): number {
  let upTo = 10;
  while (count > upTo) upTo *= 2;
  return upTo;
}

function emptySums() {
  return {
    real: 0,
    target: 0,
    shared: 0,
    realCount: 0,
    targetCount: 0,
    sharedError: 0,
    suppressedCount: 0,
    fabricatedCount: 0,
    preserved: 0,
    preservedOver: 0,
    leaked: 0,
    rare: 0,
    unique: 0,
    unionError: 0,
    realError: 0,
    fromTen: 0,
    fromTenFound: 0,
    relativeError: 0,
  };
}

type Sums = ReturnType<typeof emptySums>;

function keysOf(sums: Sums): (keyof Sums)[] {
  return Object.keys(sums) as (keyof Sums)[];
}

function add(sums: Sums, s: number, t: number, k: number): void {
  if (s <= 0 && t <= 0) return;
  const error = Math.abs(s - t);
  sums.unionError += error;
  sums.realCount += s;
  sums.targetCount += t;
  if (s >= k || t > 0) {
    sums.preservedOver++;
    if (s > 0) sums.preserved += Math.min(t / s, 1);
  }
  if (t > 0) sums.target++;
  if (s <= 0) {
    sums.fabricatedCount += t;
    return;
  }
  sums.real++;
  sums.realError += error;
  if (s < k) sums.rare++;
  if (s === 1) sums.unique++;
  if (s < k && t > 0 && t < k) sums.leaked++;
  if (s >= 10) {
    sums.fromTen++;
    sums.relativeError += error / s;
    if (t > 0) sums.fromTenFound++;
  }
  if (t > 0) {
    sums.shared++;
    sums.sharedError += error;
  } else sums.suppressedCount += s;
}

function errorsOf(length: number | 'all', sums: Sums): LengthError {
  const { real, target, shared } = sums;
  return {
    length,
    real,
    target,
    shared,
    meanCount: share(sums.realCount, real),
    sds: {
      meanErrorSharedOnly: share(sums.sharedError, shared),
      suppressedByNumber: share(real - shared, real),
      suppressedByCount: share(sums.suppressedCount, sums.realCount),
      fabricatedNotebook: share(target - shared, target),
      fabricatedWebApp: share(target - shared, real),
      fabricatedByCount: share(sums.fabricatedCount, sums.targetCount),
      preservation: share(sums.preserved, sums.preservedOver),
      leakage: sums.leaked,
      leakageShare: share(sums.leaked, real),
      rare: share(sums.rare, real),
      unique: share(sums.unique, real),
    },
    ours: {
      errorOverUnion: share(sums.unionError, real + target - shared),
      errorOverReal: share(sums.realError, real),
      relativeErrorFromTen: share(sums.relativeError, sums.fromTen),
      coverage: share(shared, real),
      coverageFromTen: share(sums.fromTenFound, sums.fromTen),
    },
  };
}

function share(sum: number, over: number): number | null {
  return over === 0 ? null : sum / over;
}
