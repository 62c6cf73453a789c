import { describe, expect, it } from 'vitest';
import { rhoOfExponential } from '../accounting/zcdp.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { multiplyRational, type Rational, rational } from '../rational.ts';
import { auditSelection, auditSelectionOnce, type SelectWorld } from './audit-selection.ts';
import { practiceMeasurer, practiceSelection } from './practice.ts';

const epsilon = rational(1);
const miss = 0.001;

/** The choice at four times the ε that was paid for; built here, around the real one. */
function fourTimesEpsilon(seed: string): SelectWorld {
  const random = unsafeTestRandom(seed);
  const four = (own: Rational) => multiplyRational(own, rational(4));
  return async (world, request) => {
    const measurer = await practiceMeasurer(world, rhoOfExponential(four(request.epsilon)), random);
    return measurer.select({ ...request, epsilon: four(request.epsilon) });
  };
}

// A sound choice fails with probability at most 0.001 (Clopper and Pearson); it gives away 0.75 of the ε of 1 that is
// allowed, and the bound lies another 0.3 below. At four times the ε it gives away 2.8, and the bound is some 0.8 below.
describe('auditSelection, in many runs', () => {
  it('passes the exponential mechanism, and finds something', async () => {
    const select = practiceSelection(unsafeTestRandom('selection sound'));
    const found = await auditSelection({ select, epsilon, runs: 1500, miss });
    expect(found.passed).toBe(true);
    expect(found.value).toBeGreaterThan(0.2);
  });
  it('catches a choice at four times the ε, missing it in fewer than 1 of 10^6 seeds', async () => {
    const found = await auditSelection({ select: fourTimesEpsilon('selection loud'), epsilon, runs: 500, miss });
    expect(found.passed).toBe(false);
  });
});

// 400 canaries, all guessed about: right in 62 of 100 where 73 are allowed and 79 would fail; in 88 at four times the ε,
// of which 79 are missed in fewer than 1 of 10^5 seeds.
describe('auditSelectionOnce, in one run', () => {
  const random = unsafeTestRandom('selection coins');
  it('passes the exponential mechanism', async () => {
    const select = practiceSelection(unsafeTestRandom('selection sound once'));
    const found = await auditSelectionOnce({ select, epsilon, canaries: 400, random, miss });
    expect(found.passed).toBe(true);
  });
  it('catches a choice at four times the ε', async () => {
    const select = fourTimesEpsilon('selection loud once');
    const found = await auditSelectionOnce({ select, epsilon, canaries: 400, random, miss });
    expect(found.passed).toBe(false);
  });
});
