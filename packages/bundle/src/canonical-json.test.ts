import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type JsonValue, sortedJson } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('sorts members and leaves no spaces', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'é"'], 'A-b': {} })).toBe('{"A-b":{},"a":[true,null,"é\\""],"b":1}');
  });

  it('leaves out members that are undefined and writes minus zero as zero', () => {
    expect(canonicalJson({ a: undefined, b: -0 })).toBe('{"b":0}');
  });

  it.each([0.5, Number.NaN, 2 ** 53, Infinity])('refuses %s, which is no safe integer', (value) => {
    expect(() => canonicalJson({ value })).toThrow(RangeError);
  });

  it('does not depend on the order in which members were added', () => {
    const plain = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()));
    fc.assert(
      fc.property(plain, (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });
});

describe('sortedJson', () => {
  it('writes fractions so that they read back as the same double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(JSON.parse(sortedJson([value]))).toEqual([value === 0 && Object.is(value, -0) ? 0 : value]);
      }),
    );
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => sortedJson([Number.NaN] as JsonValue)).toThrow(RangeError);
  });
});
