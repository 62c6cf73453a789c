import { describe, expect, it } from 'vitest';
import { checkDelta } from './declared-size.ts';

describe('checkDelta', () => {
  it('allows up to one over the declared size', () => {
    expect(checkDelta(1 / 2000, 2000)).toBeNull();
    expect(checkDelta(1e-9, 1)).toBeNull();
    expect(() => checkDelta(1 / 1999, 2000)).toThrow('above one over the declared 2000 records');
  });

  it('speaks of an undeclared size by δ alone', () => {
    expect(checkDelta(1e-6, undefined)).toBeNull();
    expect(checkDelta(1e-4, undefined)).toBe(
      'δ 0.0001 suits files of up to 10000 records; declare the size (--size) to have it checked',
    );
  });

  it.each([0, 1, -1, 2, Number.NaN])('refuses a δ of %s', (delta) => {
    expect(() => checkDelta(delta, undefined)).toThrow('between 0 and 1');
  });
});
