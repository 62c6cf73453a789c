import { randomFillSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BitSource, withBits } from './bit-source.ts';
import { isSystemRandom, systemRandom, unsafeTestRandom } from './random-bytes.ts';

describe('BitSource', () => {
  it('gives the generator’s words and bits in order', () => {
    const source = new BitSource(unsafeTestRandom('order'));
    const words = new Uint32Array(unsafeTestRandom('order')(256).buffer);
    expect([source.word(), source.word()]).toEqual([words[0], words[1]]);
    const bits = Array.from({ length: 32 }, () => source.bit());
    expect(bits.reduce((value, bit, i) => value + bit * 2 ** i, 0)).toBe(words[2]);
  });

  it('asks for growing chunks of at most 64 KiB and wipes every one', () => {
    const given: Uint8Array[] = [];
    const random = unsafeTestRandom('chunks');
    withBits(
      (length) => {
        const bytes = random(length);
        given.push(bytes);
        return bytes;
      },
      (source) => {
        for (let i = 0; i < 100_000; i++) source.word();
      },
    );
    expect(given[0]?.length).toBe(256);
    expect(Math.max(...given.map(({ length }) => length))).toBe(65_536);
    expect(given.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('wipes even when a draw throws', () => {
    let given = new Uint8Array(0);
    const random = unsafeTestRandom('throw');
    const draw = () =>
      withBits(
        (length) => {
          given = random(length) as Uint8Array<ArrayBuffer>;
          return given;
        },
        (source) => {
          source.word();
          throw new Error('stop');
        },
      );
    expect(draw).toThrow('stop');
    expect(given.length).toBe(256);
    expect(given.every((byte) => byte === 0)).toBe(true);
  });

  it('takes bytes at any offset', () => {
    const random = unsafeTestRandom('offset');
    const source = new BitSource((length) => {
      const bytes = random(length);
      const shifted = new Uint8Array(length + 1);
      shifted.set(bytes, 1);
      return shifted.subarray(1);
    });
    expect(source.word()).toBe(new Uint32Array(unsafeTestRandom('offset')(256).buffer)[0]);
  });

  it('refuses a generator that is dead, stuck or short', () => {
    expect(() => new BitSource((length) => new Uint8Array(length)).word()).toThrow(/repeats itself/);
    expect(() => new BitSource((length) => new Uint8Array(length - 1)).word()).toThrow(/another length/);
    const stuck = new BitSource((length) => unsafeTestRandom('same')(length));
    expect(() => {
      for (let i = 0; i < 100; i++) stuck.word();
    }).toThrow(/repeats itself/);
  });
});

describe('systemRandom', () => {
  it('fills unshared arrays of at most 64 KiB at a time, as browsers ask', () => {
    const lengths: number[] = [];
    const random = systemRandom((bytes) => {
      lengths.push(bytes.length);
      expect(bytes.buffer).toBeInstanceOf(ArrayBuffer);
      globalThis.crypto.getRandomValues(bytes);
    });
    expect(random(150_000).length).toBe(150_000);
    expect(lengths).toEqual([65_536, 65_536, 18_928]);
    expect(isSystemRandom(random)).toBe(true);
  });

  it('leaves no byte unfilled', () => {
    const bytes = systemRandom((part) => randomFillSync(part))(200_000);
    const counts = new Array<number>(256).fill(0);
    for (const byte of bytes) counts[byte] = (counts[byte] as number) + 1;
    // A share of zeros 5 standard errors above 1/256 would come of a hole of 140 bytes.
    expect(counts[0]).toBeLessThan(200_000 / 256 + 5 * Math.sqrt(200_000 / 256));
  });
});

describe('unsafeTestRandom', () => {
  it('repeats itself by seed and is never taken for the system’s', () => {
    expect(unsafeTestRandom('a')(64)).toEqual(unsafeTestRandom('a')(64));
    expect(unsafeTestRandom('a')(64)).not.toEqual(unsafeTestRandom('b')(64));
    expect(isSystemRandom(unsafeTestRandom('a'))).toBe(false);
  });
});
