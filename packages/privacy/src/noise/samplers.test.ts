import { getRandomValues } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { normalTail } from '../accounting/normal-tail.ts';
import { BitSource } from '../random/bit-source.ts';
import { type RandomBytes, systemRandom, unsafeTestRandom } from '../random/random-bytes.ts';
import { type Rational, rational, rationalToNumber } from '../rational.ts';
import { bernoulliExpOne } from './bernoulli.ts';
import { drawGaussian, planGaussian } from './discrete-gaussian.ts';
import { drawGeometric, drawLaplace, planGeometric } from './discrete-laplace.ts';
import {
  bernoulliExp,
  discreteGaussian,
  discreteLaplace,
  fillDiscreteGaussian,
  geometric,
  uniformBelow,
} from './samplers.ts';
import { discreteGaussianWide, discreteLaplaceWide, geometricWide } from './wide.ts';

const n = 1_000_000;

/** Upper tail of chi-square with an even number of degrees of freedom: a Poisson sum. */
function chiSquareTail(x: number, degrees: number): number {
  let term = Math.exp(-x / 2);
  let sum = 0;
  for (let i = 0; i < degrees / 2; i++) {
    sum += term;
    term *= x / 2 / (i + 1);
  }
  return sum;
}

/** Probability of a chi-square as large as that of `observed`, were `expected` shares true. Bins odd in number. */
function pValue(observed: readonly number[], expected: readonly number[]): number {
  const total = observed.reduce((a, b) => a + b);
  let chiSquare = 0;
  for (const [i, share] of expected.entries()) {
    if (share * total < 1e-9) continue;
    chiSquare += ((observed[i] as number) - share * total) ** 2 / (share * total);
  }
  return chiSquareTail(chiSquare, observed.length - 1);
}

/** Counts of the values −8…8 and of the two tails: 19 bins, 18 degrees of freedom. */
function binned(draw: () => number, step = 1): number[] {
  const bins = new Array<number>(19).fill(0);
  for (let i = 0; i < n; i++) {
    const bin = Math.round(draw() / step);
    const index = bin < -8 ? 17 : bin > 8 ? 18 : bin + 8;
    bins[index] = (bins[index] as number) + 1;
  }
  return bins;
}

/** Shares of −8…8 and the tails under weights symmetric in x; rare bins join the tail so that each expects enough. */
function shares(weight: (x: number) => number, reach: number): number[] {
  let norm = weight(0);
  let inside = weight(0);
  for (let x = 1; x <= reach; x++) {
    norm += 2 * weight(x);
    if (x <= 8) inside += 2 * weight(x);
  }
  const tail = (norm - inside) / 2 / norm;
  return [...Array.from({ length: 17 }, (_, i) => weight(i - 8) / norm), tail, tail];
}

/** Moves bins that expect fewer than 20 into one bin, and keeps the number of degrees of freedom even. */
function merged(observed: readonly number[], expected: readonly number[]): [number[], number[]] {
  const order = expected.map((share, i) => ({ share, count: observed[i] as number })).sort((a, b) => b.share - a.share);
  while (order.length > 2 && ((order.at(-1)?.share ?? 1) * n < 20 || order.length % 2 === 0)) {
    const last = order.pop();
    const before = order.pop();
    if (last && before) order.push({ share: last.share + before.share, count: last.count + before.count });
  }
  return [order.map(({ count }) => count), order.map(({ share }) => share)];
}

function fits(observed: readonly number[], expected: readonly number[]): number {
  return pValue(...merged(observed, expected));
}

const gaussianWeight = (variance: number) => (x: number) => Math.exp((-x * x) / (2 * variance));
const laplaceWeight = (scale: number) => (x: number) => Math.exp(-Math.abs(x) / scale);

function gaussianDraws(random: RandomBytes, variance: Rational): () => number {
  const source = new BitSource(random);
  const plan = planGaussian(variance);
  return () => drawGaussian(source, plan);
}

const smallVariances = [
  ['1/4', rational(1, 4)],
  ['1', rational(1)],
  ['2', rational(2)],
  ['9', rational(9)],
  ['100', rational(100)],
  ['65537/1000003', rational(65_537, 1_000_003)],
  ['1000003/65537', rational(1_000_003, 65_537)],
] as const;

// Five bins a standard deviation apart would hide structure at small scale; 19 bins of half a deviation hold enough.
const largeVariances = [
  40_000n,
  1_000_000n,
  5_000_000n,
  1_000_000_000n,
  400_000_000_000n,
  4_000_000_000_000n,
  10n ** 13n,
];

function largeShares(variance: number, step: number): number[] {
  const sigma = Math.sqrt(variance);
  // The integers that round to a bin, each standing for the unit interval around it (exact to one part in 24σ²).
  const edges = Array.from({ length: 18 }, (_, i) => Math.ceil((i - 8.5) * step) - 0.5);
  const tails = edges.map((edge) => normalTail(edge / sigma));
  const inner = Array.from({ length: 17 }, (_, i) => (tails[i] as number) - (tails[i + 1] as number));
  return [...inner, 1 - (tails[0] as number), tails[17] as number];
}

// Seeded: a pass or failure repeats. A fair sampler has a seed fail any one test with probability 10⁻⁴.
describe('discreteGaussian on a repeatable generator', () => {
  it.each(smallVariances)('follows exp(-x²/2S) in every bin for S = %s', (_name, variance) => {
    const draws = binned(gaussianDraws(unsafeTestRandom(`gaussian ${variance.num}/${variance.den}`), variance));
    expect(fits(draws, shares(gaussianWeight(rationalToNumber(variance)), 2000))).toBeGreaterThan(1e-4);
  });

  it.each(largeVariances)('follows the normal shares of half deviations for S = %d', (variance) => {
    const step = Math.floor(Math.sqrt(Number(variance)) / 2);
    const count = variance > 2n ** 42n ? n / 10 : n;
    const source = gaussianDraws(unsafeTestRandom(`gaussian ${variance}`), rational(variance));
    const bins = new Array<number>(19).fill(0);
    for (let i = 0; i < count; i++) {
      const bin = Math.floor(source() / step + 0.5);
      const index = bin < -8 ? 17 : bin > 8 ? 18 : bin + 8;
      bins[index] = (bins[index] as number) + 1;
    }
    expect(pValue(bins, largeShares(Number(variance), step))).toBeGreaterThan(1e-4);
  });

  it.each([1_000_000n, 5_000_000n, 400_000_000_000n])('is even in the last decimal digit for S = %d', (variance) => {
    const draw = gaussianDraws(unsafeTestRandom(`digits ${variance}`), rational(variance));
    const digits = new Array<number>(11).fill(0);
    for (let i = 0; i < n; i++) {
      const digit = ((draw() % 11) + 11) % 11;
      digits[digit] = (digits[digit] as number) + 1;
    }
    expect(pValue(digits, new Array<number>(11).fill(1 / 11))).toBeGreaterThan(1e-4);
  });

  it.each([
    [0.25, [0.786570707, 0.106450769, 0.000263865], 0.2150126751],
    [1, [0.398942278, 0.241970723, 0.053990966], 0.9999997888],
    [2, [0.282094792, 0.219695645, 0.103776874], 2],
    [9, [0.13298076, 0.125794409, 0.106482669], 9],
    [100, [0.039894228, 0.039695255, 0.039104269], 100],
  ])('has the tabulated shares of 0, 1, 2 and the variance for S = %d', (variance, table, trueVariance) => {
    const expected = shares(gaussianWeight(variance), 2000);
    for (const [x, share] of table.entries()) expect(expected[x + 8]).toBeCloseTo(share, 9);
    const draw = gaussianDraws(unsafeTestRandom(`table ${variance}`), rational(BigInt(4 * variance), 4n));
    let sum = 0;
    let squares = 0;
    const counts = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const x = draw();
      sum += x;
      squares += x * x;
      const size = Math.abs(x);
      if (size < 3) counts[size] = (counts[size] as number) + (size === 0 ? 1 : 0.5);
    }
    // Within 3.9 standard errors, two-sided probability 10⁻⁴.
    for (const [x, share] of table.entries()) {
      expect(Math.abs((counts[x] as number) / n - share)).toBeLessThan(3.9 * Math.sqrt(share / n));
    }
    expect(Math.abs(sum / n)).toBeLessThan(3.9 * Math.sqrt(trueVariance / n));
    expect(Math.abs(squares / n / trueVariance - 1)).toBeLessThan(3.9 * Math.sqrt(3 / (trueVariance * n) + 2 / n));
  });

  it.each([2, 9, 100])('has log-ratios of -(2k+1)/2S between neighbouring values for S = %d', (variance) => {
    const bins = binned(gaussianDraws(unsafeTestRandom(`ratio ${variance}`), rational(variance)));
    for (let k = 0; k < Math.min(8, 3 * Math.sqrt(variance)); k++) {
      const near = (bins[8 + k] as number) + (k === 0 ? 0 : (bins[8 - k] as number));
      const far = (bins[9 + k] as number) + (bins[7 - k] as number);
      const expected = -(2 * k + 1) / (2 * variance) + (k === 0 ? Math.LN2 : 0);
      expect(Math.abs(Math.log(far / near) - expected)).toBeLessThan(3.9 * Math.sqrt(1 / near + 1 / far));
    }
  });

  it.each([1n, 9n, 1_000_000n, 400_000_000_000n])('is as often positive as negative for S = %d', (variance) => {
    const draw = gaussianDraws(unsafeTestRandom(`sign ${variance}`), rational(variance));
    let positive = 0;
    let negative = 0;
    let negativeZeros = 0;
    for (let i = 0; i < n; i++) {
      const x = draw();
      if (x > 0) positive += 1;
      else if (x < 0) negative += 1;
      else if (Object.is(x, -0)) negativeZeros += 1;
    }
    expect(negativeZeros).toBe(0);
    expect(Math.abs(positive - negative)).toBeLessThan(3.9 * Math.sqrt(positive + negative));
  });

  it('agrees with the plain bigint sampler', () => {
    const source = new BitSource(unsafeTestRandom('wide'));
    const wide = new Array<number>(19).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const x = Number(discreteGaussianWide(source, rational(9)));
      const index = x < -8 ? 17 : x > 8 ? 18 : x + 8;
      wide[index] = (wide[index] as number) + 1;
    }
    expect(fits(wide, shares(gaussianWeight(9), 200))).toBeGreaterThan(1e-4);
  });
});

// Not seeded: by chance a fair sampler fails one of these eight tests in about 10⁵ runs (10⁻⁶ each, 2·10⁻⁷ for moments).
describe('samplers on the operating system’s generator', () => {
  const random = systemRandom((bytes) => getRandomValues(bytes));

  it.each([1n, 9n, 100n])('draw the discrete Gaussian of S = %d', (variance) => {
    const draws = binned(gaussianDraws(random, rational(variance)));
    expect(fits(draws, shares(gaussianWeight(Number(variance)), 400))).toBeGreaterThan(1e-6);
  });

  it.each([1_000_000n, 400_000_000_000n])('draw the discrete Gaussian of S = %d', (variance) => {
    const out = new Float64Array(n);
    fillDiscreteGaussian(random, variance, out);
    const squares = out.reduce((sum, x) => sum + x * x, 0) / n / Number(variance);
    expect(Math.abs(squares - 1)).toBeLessThan(5.2 * Math.sqrt(2 / n));
    expect(out.every(Number.isSafeInteger)).toBe(true);
  });

  it.each([1, 5])('draw the discrete Laplace of scale %d', (t) => {
    const source = new BitSource(random);
    const plan = planGeometric(t);
    expect(
      fits(
        binned(() => drawLaplace(source, plan)),
        shares(laplaceWeight(t), 400),
      ),
    ).toBeGreaterThan(1e-6);
  });

  it('toss exp(-1) as often as they should', () => {
    const source = new BitSource(random);
    expect(Math.abs(share(() => bernoulliExpOne(source)) - Math.exp(-1))).toBeLessThan(4.9 * Math.sqrt(0.2325 / n));
  });
});

function share(toss: () => boolean, tosses = n): number {
  let heads = 0;
  for (let i = 0; i < tosses; i++) if (toss()) heads += 1;
  return heads / tosses;
}

describe('discreteLaplace', () => {
  it.each([
    [1, 0.4621171573, 0.1700034016, 1.8413471884],
    [2, 0.2449186624, 0.1485506779, 7.8353961781],
    [5, 0.0996679946, 0.0816012523, 49.8336661383],
  ])('follows exp(-|x|/t) for t = %d', (t, zero, one, variance) => {
    const expected = shares(laplaceWeight(t), 4000);
    expect(expected[8]).toBeCloseTo(zero, 9);
    expect(expected[9]).toBeCloseTo(one, 9);
    const source = new BitSource(unsafeTestRandom(`laplace ${t}`));
    const plan = planGeometric(t);
    let squares = 0;
    const draws = binned(() => {
      const x = drawLaplace(source, plan);
      squares += x * x;
      return x;
    });
    expect(fits(draws, expected)).toBeGreaterThan(1e-4);
    expect(Math.abs(squares / n / variance - 1)).toBeLessThan(3.9 * Math.sqrt((5 + 1 / variance) / n));
  });

  it('takes a fraction as scale', () => {
    const source = new BitSource(unsafeTestRandom('laplace 7/3'));
    const plan = planGeometric(7);
    expect(
      fits(
        binned(() => drawLaplace(source, plan, 3)),
        shares(laplaceWeight(7 / 3), 400),
      ),
    ).toBeGreaterThan(1e-4);
  });

  it('agrees with the plain bigint sampler', () => {
    const source = new BitSource(unsafeTestRandom('wide laplace'));
    const draws = Array.from({ length: 50_000 }, () => Number(discreteLaplaceWide(source, rational(7, 3))));
    const mean = draws.reduce((sum, x) => sum + Math.abs(x), 0) / draws.length;
    const exact = 2 / (Math.exp(3 / 7) - Math.exp(-3 / 7));
    expect(Math.abs(mean / exact - 1)).toBeLessThan(3.9 * 1.1 * Math.sqrt(1 / draws.length));
  });
});

describe('geometric', () => {
  it('follows exp(-k/t)', () => {
    const source = new BitSource(unsafeTestRandom('geometric'));
    const plan = planGeometric(3);
    const bins = new Array<number>(19).fill(0);
    for (let i = 0; i < n; i++) {
      const k = Math.min(drawGeometric(source, plan), 18);
      bins[k] = (bins[k] as number) + 1;
    }
    const first = 1 - Math.exp(-1 / 3);
    const expected = Array.from({ length: 19 }, (_, k) => (k < 18 ? first : 1) * Math.exp(-k / 3));
    expect(pValue(bins, expected)).toBeGreaterThan(1e-4);
  });
});

describe('samplers as called from outside', () => {
  const random = unsafeTestRandom('outside');

  it('give single draws', () => {
    expect(uniformBelow(random, 1)).toBe(0n);
    for (let i = 0; i < 200; i++) {
      const drawn = uniformBelow(random, 10n ** 30n);
      expect(drawn >= 0n && drawn < 10n ** 30n).toBe(true);
    }
    expect(typeof bernoulliExp(random, rational(1, 2))).toBe('boolean');
    expect(geometric(random, 10) >= 0n).toBe(true);
    expect(Number.isSafeInteger(discreteLaplace(random, rational(5, 2)))).toBe(true);
    expect(Number.isSafeInteger(discreteLaplace(random, 10n ** 9n))).toBe(true);
    expect(Number.isSafeInteger(discreteGaussian(random, 12))).toBe(true);
    expect(Number.isSafeInteger(discreteGaussian(random, 10n ** 20n))).toBe(true);
    expect(geometricWide(new BitSource(random), 10n ** 12n) >= 0n).toBe(true);
  });

  it('refuse parameters that are not above zero or not exact', () => {
    expect(() => discreteGaussian(random, 0)).toThrow(RangeError);
    expect(() => discreteGaussian(random, -1n)).toThrow(RangeError);
    expect(() => discreteGaussian(random, 1.5)).toThrow(RangeError);
    expect(() => discreteGaussian(random, Number.NaN)).toThrow(RangeError);
    expect(() => discreteLaplace(random, rational(0))).toThrow(RangeError);
    expect(() => uniformBelow(random, 0)).toThrow(RangeError);
    expect(() => bernoulliExp(random, rational(-1, 2))).toThrow(RangeError);
  });

  it('refuse a draw that counts cannot hold exactly', () => {
    expect(() => {
      for (let i = 0; i < 50; i++) discreteGaussian(random, 10n ** 40n);
    }).toThrow(RangeError);
  });
});
