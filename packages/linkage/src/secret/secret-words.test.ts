import { describe, expect, it } from 'vitest';
import { newSecretWords, secretFromWords } from './secret-words.ts';

describe('the secret', () => {
  it('comes back from its words, whatever their case and spacing', () => {
    const random = (count: number) => Uint8Array.from({ length: count }, (_, at) => (at * 37) % 256);
    const words = newSecretWords(random);
    expect(words.split(' ')).toHaveLength(15);
    expect(secretFromWords(`  ${words.toUpperCase().replaceAll(' ', '\n')} `)).toEqual(random(20));
  });

  it.each([
    ['correct horse battery staple', /has 4 words/],
    ['we link our records under this phrase that we all thought up', /word that is not of the list/],
    ['abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon', /checksum/],
  ])('refuses a phrase that somebody thought up: %s', (text, says) => {
    expect(() => secretFromWords(text)).toThrow(says);
    expect(() => secretFromWords(text)).not.toThrow(/horse|thought|abandon/);
  });
});
