import { describe, expect, it } from 'vitest';
import { decimalsFor, decimalsOf } from './decimals.ts';

describe('the decimals that a program prints', () => {
  it('round to what the page prints, also where fewer would round twice', () => {
    expect(decimalsOf({ unit: 'share', value: 0.70822 })).toBe(4);
    expect(decimalsOf({ unit: 'share', value: 0.204954485 })).toBe(5);
    expect(decimalsOf({ unit: 'years', value: 2.845657883 })).toBe(3);
    expect(decimalsOf({ unit: 'records', value: 7473 })).toBe(0);
    for (const value of [0.0449999, 0.045, 0.0450001, 0.2999999999, 0.5, 0, 1]) {
      const decimals = decimalsFor(value, 4, 0.01);
      expect(Math.round(Number(value.toFixed(decimals)) * 100), String(value)).toBe(Math.round(value * 100));
    }
  });
});
