import { type Interval, ratioInterval, z95 } from './intervals.ts';
import type { Answers, Estimate, Query, Selection } from './types.ts';

/** An ordered variable read from a published table: whose mean or median is wanted. */
export interface OrderedReading {
  readonly table: readonly string[];
  readonly cohorts: readonly string[];
  readonly variable: string;
  /** The codes that are values, ascending. Missing reasons are left out of the base by not being named. */
  readonly codes: readonly string[];
  /** Further restriction of the table. */
  readonly where?: Selection['where'];
}

/** A mean with its interval, the base it rests on, and the same interval before the bands' own width was added. */
export interface MeanReading {
  readonly value: number;
  readonly interval: Interval | null;
  readonly noiseInterval: Interval | null;
  readonly base: Estimate;
}

/**
 * The weighted mean `Σ m_b x_b / Σ x_b`, `m_b` the middle of band b: Fieller's interval within the least and greatest
 * middle, widened on both sides by half a band, for a true mean lies that far from the mean of the middles at most.
 *
 * @param middles one per code, in the unit of the result
 * @param halfBand half the width of a band (of the widest closed one)
 */
export function meanInterval(
  answers: Answers,
  reading: OrderedReading,
  middles: readonly number[],
  halfBand: number,
  z = z95,
): MeanReading {
  if (middles.length !== reading.codes.length) throw new RangeError('a mean needs one middle per code');
  const sum = query(reading, middles);
  const count = query(
    reading,
    reading.codes.map(() => 1),
  );
  const [x, base] = [answers.combine(sum), answers.combine(count)];
  const range = { low: Math.min(...middles), high: Math.max(...middles) };
  const noiseInterval = ratioInterval(x, base, answers.covariance(sum, count), range, z);
  const interval = noiseInterval && { low: noiseInterval.low - halfBand, high: noiseInterval.high + halfBand };
  return { value: x.value / base.value, interval, noiseInterval, base };
}

/** A median code with the first and last code that the noise does not rule out. */
export interface MedianReading {
  readonly code: string;
  readonly low: string;
  readonly high: string;
}

/**
 * The median of an ordered variable and all codes t at which it may lie: the median is the first code with
 * `F(t) ≥ n/2`, so t stays possible unless `F(t) − n/2` is more than z sd below zero or `F(t−1) − n/2` more than z sd above
 * it. The variance is that of the difference itself. Null where no code is possible.
 */
export function medianInterval(answers: Answers, reading: OrderedReading, z = z95): MedianReading | null {
  const { codes } = reading;
  const differences = codes.map((_, t) =>
    answers.combine(
      query(
        reading,
        codes.map((__, b) => (b <= t ? 0.5 : -0.5)),
      ),
    ),
  );
  const reached = ({ value, variance }: Estimate) => value >= -z * Math.sqrt(variance);
  const passed = ({ value, variance }: Estimate) => value > z * Math.sqrt(variance);
  const possible = codes.filter((_, t) => {
    const before = differences[t - 1];
    return reached(differences[t] as Estimate) && !(before && passed(before));
  });
  const [low, high] = [possible[0], possible.at(-1)];
  const code = codes[differences.findIndex(({ value }) => value >= 0)];
  if (low === undefined || high === undefined || code === undefined) return null;
  return { code, low, high };
}

function query({ table, cohorts, variable, codes, where = {} }: OrderedReading, weights: readonly number[]): Query {
  return {
    cohorts,
    selections: codes.map((code, at) => ({
      table,
      where: { ...where, [variable]: code },
      weight: weights[at] as number,
    })),
  };
}
