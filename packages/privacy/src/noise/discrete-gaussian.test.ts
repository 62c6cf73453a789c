import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSource } from '../random/bit-source.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { rational } from '../rational.ts';
import {
  bernoulliEnclosed,
  type EnclosedPlan,
  lowerSquare,
  planGaussian,
  settle,
  upperSquare,
} from './discrete-gaussian.ts';
import { gaussianExponent, integerSquareRoot } from './wide.ts';

fc.configureGlobal({ seed: 20_160_520 });

const enclosedVariance = fc.oneof(
  fc.bigInt(5_000_000n, 10n ** 9n),
  fc.bigInt(10n ** 9n, 4n * 10n ** 12n),
  // Squares, and their neighbours, put S/t next to an integer.
  fc.bigInt(2300n, 2_000_000n).map((root) => root * root),
  fc.bigInt(2300n, 2_000_000n).map((root) => root * root - 1n),
  fc.bigInt(2300n, 2_000_000n).map((root) => root * (root - 1n)),
);

function enclosedPlan(variance: bigint): EnclosedPlan {
  const plan = planGaussian(rational(variance));
  if (plan.kind !== 'enclosed') throw new Error(`S = ${variance} is not planned with bounds`);
  return plan;
}

describe('planGaussian', () => {
  it('holds every number of a decision below 2⁵³', () => {
    for (const variance of [rational(1, 4), rational(1), rational(40_000), rational(4_000_000)]) {
      const plan = planGaussian(variance);
      expect(plan.kind).toBe('exact');
      if (plan.kind === 'exact') {
        expect(plan.over.d * plan.over.scale).toBeLessThanOrEqual(2 ** 53);
        expect(plan.over.scale).toBeGreaterThanOrEqual(2 ** 8);
      }
    }
    const { over, proposal } = enclosedPlan(4n * 10n ** 12n);
    expect(over.d * over.scale).toBeLessThanOrEqual(2 ** 53);
    expect(proposal.t * 2 ** 32).toBeLessThanOrEqual(2 ** 53);
    expect(planGaussian(rational(10n ** 13n)).kind).toBe('wide');
    expect(planGaussian(rational(10n ** 12n + 1n, 7n)).kind).toBe('wide');
  });
});

describe('lowerSquare and upperSquare', () => {
  it('hold the exact exponent between them', () => {
    fc.assert(
      fc.property(enclosedVariance, fc.double({ min: 0, max: 12, noNaN: true }), (variance, deviations) => {
        const plan = enclosedPlan(variance);
        const magnitude = Math.floor(deviations * Math.sqrt(Number(variance)));
        const { n, d } = gaussianExponent(BigInt(magnitude), BigInt(plan.proposal.t), plan.variance);
        // low/2S ≤ n/d ≤ high/2S, cross-multiplied.
        expect(BigInt(lowerSquare(plan, magnitude)) * d <= n * 2n * variance).toBe(true);
        expect(BigInt(upperSquare(plan, magnitude)) * d >= n * 2n * variance).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('settle', () => {
  it('never contradicts the exact comparison, whatever the word', () => {
    fc.assert(
      fc.property(
        enclosedVariance,
        fc.double({ min: 0, max: 2.4, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (variance, deviations, offset) => {
          const plan = enclosedPlan(variance);
          const magnitude = Math.floor(deviations * Math.sqrt(Number(variance)));
          const low = lowerSquare(plan, magnitude);
          const high = upperSquare(plan, magnitude);
          if (high > plan.over.d) return;
          const { n, d } = gaussianExponent(BigInt(magnitude), BigInt(plan.proposal.t), plan.variance);
          const scale = BigInt(plan.over.scale);
          const near = Number((n * scale) / d) + Math.round(offset);
          for (const word of [0, plan.over.scale - 1, Math.max(0, Math.min(plan.over.scale - 1, near))]) {
            const settled = settle(word, low, high, plan.over);
            if (settled === true) expect((BigInt(word) + 1n) * d <= n * scale).toBe(true);
            if (settled === false) expect(BigInt(word) * d >= n * scale).toBe(true);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('bernoulliEnclosed', () => {
  it('works out what a word leaves open, to the last unit', () => {
    const open = [0, 0, 0];
    fc.assert(
      fc.property(enclosedVariance, fc.integer({ min: 0, max: 3440 }), (variance, thousandths) => {
        const plan = enclosedPlan(variance);
        const magnitude = Math.floor((thousandths / 1000) * Math.sqrt(Number(variance)));
        const { n, d } = gaussianExponent(BigInt(magnitude), BigInt(plan.proposal.t), plan.variance);
        const units = Number(n / d);
        const low = lowerSquare(plan, magnitude) - units * plan.over.d;
        const high = upperSquare(plan, magnitude) - units * plan.over.d;
        if (low < 0 || high > plan.over.d) return;
        const { scale, shift } = plan.over;
        const word = Number(((n % d) * BigInt(scale)) / d);
        const rest = (n % d) * BigInt(scale) - BigInt(word) * d;
        if (settle(word, low, high, plan.over) !== null || rest === 0n) return;
        open[units] = (open[units] as number) + 1;
        for (const [value, expected] of [
          [rest - 1n, true],
          [rest, false],
        ] as const) {
          const source = scripted([(word << shift) >>> 0, ...wordsOf(value, d)]);
          expect(bernoulliEnclosed(source, plan, low, high, magnitude, units)).toBe(expected);
        }
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(...open)).toBeGreaterThan(100);
  });
});

/** The words from which a uniform integer below m comes out as `value`. */
function wordsOf(value: bigint, m: bigint): number[] {
  const bits = (m - 1n).toString(2).length;
  const count = Math.ceil(bits / 32);
  const aligned = value << BigInt(count * 32 - bits);
  return Array.from({ length: count }, (_, i) => Number((aligned >> BigInt(32 * (count - 1 - i))) & 0xffffffffn));
}

/** A source that gives these words first. */
function scripted(words: readonly number[]): BitSource {
  const rest = unsafeTestRandom('rest');
  return new BitSource((length) => {
    const bytes = rest(length);
    new Uint32Array(bytes.buffer, 0, words.length).set(words);
    return bytes;
  });
}

describe('integerSquareRoot', () => {
  it('is the integer part of the root', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 200n), (value) => {
        const root = integerSquareRoot(value);
        expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true);
      }),
    );
  });
});
