import { describe, expect, it } from 'vitest';
import { exp, expInPlace, log } from './deterministic-math.ts';

describe('exp', () => {
  it('is within 1e-15 of the platform over its range', () => {
    let worst = 0;
    for (let x = -708; x < 709; x += 0.00731) worst = Math.max(worst, Math.abs(exp(x) / Math.exp(x) - 1));
    expect(worst).toBeLessThan(1e-15);
  });

  it('is zero where doubles end, infinite where they overflow, and exact at zero', () => {
    expect([exp(-Infinity), exp(-746), exp(0), exp(-0), exp(710), exp(Infinity)]).toEqual([
      0,
      0,
      1,
      1,
      Infinity,
      Infinity,
    ]);
    expect(exp(-744)).toBeGreaterThan(0);
    expect(exp(Number.NaN)).toBeNaN();
  });

  it('gives the bits that were recorded', () => {
    expect([1, -1, 0.1, -20.25, 300.5].map(exp)).toEqual(recorded.exp);
  });

  it('is applied in place with its sum', () => {
    const values = Float64Array.of(1, 2, -Infinity);
    expect(expInPlace(values, 2)).toBe(exp(-1) + 1);
    expect([...values]).toEqual([exp(-1), 1, 0]);
  });
});

describe('log', () => {
  it('is within 1e-15 of the platform, relative where the logarithm is large and absolute near one', () => {
    let worst = 0;
    for (let at = -740; at < 709; at += 0.0317) {
      const x = Math.exp(at);
      worst = Math.max(worst, Math.abs(log(x) - Math.log(x)) / Math.max(1, Math.abs(Math.log(x))));
    }
    for (const x of [1 + 2 ** -50, 1 - 2 ** -40, 1.4142135, 0.70710678]) {
      worst = Math.max(worst, Math.abs(log(x) / Math.log(x) - 1));
    }
    expect(worst).toBeLessThan(1e-15);
  });

  it('undoes exp', () => {
    for (const x of [-700.5, -3, 0, 1e-9, 5, 650]) expect(log(exp(x))).toBeCloseTo(x, 12);
  });

  it('has no value below zero', () => {
    expect([log(0), log(1), log(Infinity)]).toEqual([-Infinity, 0, Infinity]);
    expect(log(-1)).toBeNaN();
    expect(log(Number.NaN)).toBeNaN();
  });

  it('gives the bits that were recorded', () => {
    expect([2, 0.1, 3e300, 5e-324].map(log)).toEqual(recorded.log);
  });
});

const recorded = {
  exp: [2.718281828459045, 0.36787944117144233, 1.1051709180756475, 1.6052280551856116e-9, 3.202519714603633e130],
  log: [0.6931471805599453, -2.3025850929940455, 691.8741401868818, -744.4400719213812],
};
