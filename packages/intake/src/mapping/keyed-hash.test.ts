import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkingKeys, keyedHash } from './keyed-hash.ts';

function framed(texts: readonly string[]): Buffer {
  return Buffer.concat(
    texts.flatMap((text) => {
      const bytes = Buffer.from(text, 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

describe('keyedHash', () => {
  it('is HMAC-SHA-256 over the contributor and each part, every one with its length', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 80 }),
        fc.array(fc.string({ unit: 'grapheme' })),
        (secret, parts) => {
          const expected = createHmac('sha256', secret)
            .update(framed(['agency', ...parts]))
            .digest('hex');
          expect(keyedHash(secret, 'agency')(parts)).toBe(expected);
        },
      ),
    );
  });

  it('tells apart what joins to the same text, other secrets and other contributors', () => {
    const secret = new Uint8Array(32).fill(7);
    const hash = keyedHash(secret, 'a');
    const keys = [
      hash(['1', '23']),
      hash(['12', '3']),
      hash(['123']),
      keyedHash(secret, 'b')(['123']),
      keyedHash(
        secret.map((byte) => byte + 1),
        'a',
      )(['123']),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('checkingKeys', () => {
  it('gives equal cases equal keys and says nothing of the case', () => {
    const key = checkingKeys();
    expect([key(['A', '1']), key(['A1']), key(['A', '1'])]).toEqual(['unkeyed-1', 'unkeyed-2', 'unkeyed-1']);
  });
});
