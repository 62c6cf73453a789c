import { describe, expect, it } from 'vitest';
import { BitSource } from '../random/bit-source.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { bernoulli, bernoulliExpRatio, denominator, factorialChain } from './bernoulli.ts';
import { planGeometric, uniformBelowScale } from './discrete-laplace.ts';
import { bernoulliExpWide } from './wide.ts';

const n = 1_000_000;

describe('exponential coins', () => {
  it.each([
    [0, 1],
    [1, 2],
    [65_536, 65_537],
    [1, 1_000_003],
    [1_000_002, 1_000_003],
    [5, 2],
    [2_500_000, 1_000_003],
  ])('fall heads with probability exp(-%d/%d)', (num, den) => {
    const over = denominator(den);
    const source = new BitSource(unsafeTestRandom(`coin ${num}/${den}`));
    const p = Math.exp(-num / den);
    const error = 3.9 * Math.sqrt((p * (1 - p)) / n) + 1e-12;
    expect(Math.abs(share(() => bernoulliExpRatio(source, num, over)) - p)).toBeLessThan(error);
    const wide = share(() => bernoulliExpWide(source, BigInt(num), BigInt(den)), n / 20);
    expect(Math.abs(wide - p)).toBeLessThan(error * Math.sqrt(20));
  });

  it('multiply: exp(-a/d) and exp(-b/d) both heads as often as exp(-(a+b)/d)', () => {
    const over = denominator(1_000_003);
    const source = new BitSource(unsafeTestRandom('identity'));
    const both = share(() => bernoulliExpRatio(source, 300_000, over) && bernoulliExpRatio(source, 900_000, over));
    const once = share(() => bernoulliExpRatio(source, 1_200_000, over));
    expect(Math.abs(both - once)).toBeLessThan(3.9 * Math.sqrt((2 * 0.21) / n));
  });

  it('rest on a chain that passes k trials with probability 1/k!', () => {
    const source = new BitSource(unsafeTestRandom('chain'));
    const bins = new Array<number>(9).fill(0);
    for (let i = 0; i < n; i++) {
      const k = Math.min(factorialChain(source), 9);
      bins[k - 1] = (bins[k - 1] as number) + 1;
    }
    let passed = 1;
    const expected = bins.map((_, i) => {
      const share = i === 8 ? passed : passed * (1 - 1 / (i + 2));
      passed /= i + 2;
      return share;
    });
    // Nine bins, each within 4.4 standard errors: together a probability of 10⁻⁴.
    for (const [i, share] of expected.entries()) {
      expect(Math.abs((bins[i] as number) / n - share)).toBeLessThan(4.4 * Math.sqrt(share / n) + 1 / n);
    }
  });
});

describe('bernoulli', () => {
  it('continues where a word leaves it undecided, so that no bias is lost', () => {
    // 1/3 in 32 bits is 0x55555555.5…: that word alone decides nothing, and the next one is worth 1/3 again.
    const words = [0x55555555, 0x55555555, 0x55555554];
    expect(bernoulli(scripted(words), 1, denominator(3))).toBe(true);
    expect(bernoulli(scripted([0x55555555, 0x55555556]), 1, denominator(3))).toBe(false);
    // 2³² = 7·613566756 + 4: what is left of 1/7 is 4/7, and 4·2³² = 7·2454267026 + 2.
    expect(bernoulli(scripted([613_566_756, 2_454_267_025]), 1, denominator(7))).toBe(true);
    expect(bernoulli(scripted([613_566_756, 2_454_267_027]), 1, denominator(7))).toBe(false);
  });

  it('never falls heads on 0 nor tails on 1', () => {
    const over = denominator(7);
    for (const word of [0, 1, 0x80000000, 0xffffffff]) {
      expect(bernoulli(scripted([word]), 0, over)).toBe(false);
      expect(bernoulli(scripted([word]), 7, over)).toBe(true);
    }
  });
});

describe('factorialChain', () => {
  it('changes its answer at exactly 8·12!/k! words', () => {
    let share = 8 * 479_001_600;
    for (let k = 2; k <= 12; k++) {
      share /= k;
      expect(factorialChain(scripted([share]))).toBe(k - 1);
      if (k < 12) expect(factorialChain(scripted([share - 1]))).toBe(k);
    }
    // Twelve trials passed: the thirteenth, of probability 1/13, and the fourteenth are drawn apart.
    expect(factorialChain(scripted([7, 0xffffffff]))).toBe(12);
    expect(factorialChain(scripted([0, 0, 0xffffffff]))).toBe(13);
    expect(factorialChain(scripted([0xffffffff, 3_832_012_800, 3_832_012_799]))).toBe(1);
  });
});

describe('uniformBelowScale', () => {
  it('gives every value equally many words', () => {
    // 2³² = 3·1431655765 + 1: one word, 0, is one too many.
    const plan = planGeometric(3);
    expect(uniformBelowScale(scripted([0, 1]), plan)).toBe(0);
    expect(uniformBelowScale(scripted([0x55555555]), plan)).toBe(0);
    expect(uniformBelowScale(scripted([0x55555556]), plan)).toBe(1);
    expect(uniformBelowScale(scripted([0, 0xffffffff]), plan)).toBe(2);
  });
});

/** A source that gives these words first. */
function scripted(words: readonly number[]): BitSource {
  const rest = unsafeTestRandom('rest');
  let first = true;
  return new BitSource((length) => {
    const bytes = rest(length);
    if (first) new Uint32Array(bytes.buffer, 0, words.length).set(words);
    first = false;
    return bytes;
  });
}

function share(toss: () => boolean, tosses = n): number {
  let heads = 0;
  for (let i = 0; i < tosses; i++) if (toss()) heads += 1;
  return heads / tosses;
}
