import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePublicKey, publicKeyOf, signDetached, verifyDetached } from './minisign.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

// Made once with minisign 0.11 for this test: the new form and, with -l, the old one.
const theirs = {
  key: 'RWR/9dHTcDJjPEQuJ1Ub8/4Es+b7ocmsD6JxG/RaM3Z49j6hnmnygqoT',
  keyId: '3C633270D3D1F57F',
  message: utf8('Example data, not real\n'),
  prehashed: `untrusted comment: signature from minisign secret key
RUR/9dHTcDJjPM9FJL7xABuPRdWz9LAt11CluXJsdWe3LYjmzAkCsWmvP6PZDoab1yPUJUX+KWuGIQKkdxpBoo0r/9+XoErQRgI=
trusted comment: example trusted comment
5Nx003l2VBiVsxAS9TMILpeJ/nVZv6bGfLB71A0C12T26hnoDopxgJhbnWbDMtQB+ljEwDlHayT5XmKJ+SO9BQ==
`,
  legacy: `untrusted comment: signature from minisign secret key
RWR/9dHTcDJjPMHupiHN+i3h5N+R+2aDq8enNZxtHcsv6MSLxCQI9GFhkledX7sGB3A1Ekh7ZzngwvherGucsanfpYS/kEo98AM=
trusted comment: example trusted comment
K9Voz3efXtPzsAbhuh6fTHpmjlwoIWEjjaihXBb2YZRdzjr6IJaASHLmTkh473v1HAmup/77cwP2EdQMtqg+CQ==
`,
};

const seed = new Uint8Array(32).map((_, index) => index * 7 + 1);
const key = publicKeyOf(seed);
const message = utf8('{"format":"casebridge-bundle-1"}');
const hasMinisign = (() => {
  try {
    execFileSync('minisign', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('verifyDetached', () => {
  it('accepts what minisign writes, prehashed and legacy', () => {
    expect(verifyDetached(theirs.message, theirs.prehashed, theirs.key)).toEqual({
      ok: true,
      keyId: theirs.keyId,
      trustedComment: 'example trusted comment',
      prehashed: true,
      canonical: false,
    });
    expect(verifyDetached(theirs.message, theirs.legacy, theirs.key)).toMatchObject({ ok: true, prehashed: false });
  });

  it('names another message, another key and another comment as such', () => {
    expect(verifyDetached(utf8('other'), theirs.prehashed, theirs.key)).toEqual({
      ok: false,
      problem: 'wrong-signature',
    });
    expect(verifyDetached(theirs.message, theirs.prehashed, key)).toEqual({ ok: false, problem: 'other-key' });
    const commented = theirs.prehashed.replace('example trusted', 'another trusted');
    expect(verifyDetached(theirs.message, commented, theirs.key)).toEqual({ ok: false, problem: 'wrong-comment' });
  });

  it('refuses a legacy signature presented as a prehashed one', () => {
    const relabelled = theirs.legacy.replace('\nRWR', '\nRUR');
    expect(verifyDetached(theirs.message, relabelled, theirs.key)).toEqual({ ok: false, problem: 'wrong-signature' });
  });

  it('holds a canonical signature only while every byte is as written', () => {
    const text = signDetached(message, seed, 'manifest of release 1');
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 32, max: 126 }), (at, code) => {
        const changed = `${text.slice(0, at)}${String.fromCharCode(code)}${text.slice(at + 1)}`;
        fc.pre(changed !== text);
        const result = verifyDetached(message, changed, key);
        expect(result.ok && result.canonical).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['nothing', ''],
    ['one line', 'untrusted comment: x'],
    ['white space in base64', signDetached(message, seed, 'x').replace('\nRU', '\n RU')],
    ['a line too many', `${signDetached(message, seed, 'x')}\n`],
    ['no padding', signDetached(message, seed, 'x').replaceAll('=', '')],
  ])('calls %s malformed', (_, text) => {
    expect(verifyDetached(message, text, key)).toEqual({ ok: false, problem: 'malformed' });
  });
});

describe('signDetached', () => {
  it('writes a canonical signature that verifies, for any message and comment', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/\p{Cc}/u.test(text)),
        (bytes, anySeed, trustedComment) => {
          const text = signDetached(bytes, anySeed, trustedComment);
          expect(verifyDetached(bytes, text, publicKeyOf(anySeed))).toMatchObject({
            ok: true,
            trustedComment,
            prehashed: true,
            canonical: true,
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the same text for the same arguments', () => {
    expect(signDetached(message, seed, 'x')).toBe(signDetached(message, seed, 'x'));
  });

  it('refuses a comment of more than one line', () => {
    expect(() => signDetached(message, seed, 'a\nb')).toThrow(/one line/);
  });

  it.skipIf(!hasMinisign)('is accepted by minisign where that is installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'casebridge-minisign-'));
    try {
      writeFileSync(join(folder, 'm'), message);
      writeFileSync(join(folder, 'm.minisig'), signDetached(message, seed, 'from the test'));
      const said = execFileSync('minisign', ['-V', '-P', key, '-m', join(folder, 'm')], { encoding: 'utf8' });
      expect(said).toContain('Trusted comment: from the test');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('parsePublicKey', () => {
  it('reads the string and the .pub file alike', () => {
    const file = `untrusted comment: minisign public key ${theirs.keyId}\n${theirs.key}\n`;
    expect(parsePublicKey(file)).toEqual(parsePublicKey(theirs.key));
    expect(parsePublicKey(theirs.key)).toMatchObject({ keyId: theirs.keyId, text: theirs.key });
  });

  it('gives back the string of a derived key', () => {
    expect(parsePublicKey(key).text).toBe(key);
  });

  it.each(['', 'RWR', theirs.key.slice(0, -4), theirs.key.replace('RWR', 'RUR'), `${theirs.key}\nx\ny`])(
    'refuses %j',
    (text) => {
      expect(() => parsePublicKey(text)).toThrow(/not a minisign public key/);
    },
  );
});
