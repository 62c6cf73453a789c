/**
 * The secret that a coalition links under, as words that can be read out and written down: 128 random bits or more and a
 * checksum, in the list of 2,048 English words of BIP 39. A phrase that somebody thought up is refused: it can be guessed.
 */
import { Refusal, type RefusalArgs } from '@casebridge/refusal';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';

/** Random bytes of a new secret: 160 bits, fifteen words. */
export const secretBytes = 20;

/** The words of a new secret. */
export function newSecretWords(random: (bytes: number) => Uint8Array): string {
  return entropyToMnemonic(random(secretBytes), wordlist);
}

/**
 * The secret of its words; case and spacing do not matter. Refusals: `linkage-secret-words`, a word that is not of the list,
 * too few or too many, or a wrong checksum; none repeats what was typed.
 */
export function secretFromWords(text: string): Uint8Array {
  const words = text.toLowerCase().normalize('NFKD').split(/\s+/).filter(Boolean);
  const no = (what: string, args: RefusalArgs) =>
    new Refusal(
      'linkage-secret-words',
      `the secret ${what}; take the words that casebridge link secret made, never a phrase of your own.`,
      { args },
    );
  if (![12, 15, 18, 21, 24].includes(words.length))
    throw no(`has ${words.length} words, not 12, 15, 18, 21 or 24`, { why: 'number', words: words.length });
  const stray = words.findIndex((word) => !wordlist.includes(word));
  if (stray >= 0) throw no(`has a word that is not of the list, word ${stray + 1}`, { why: 'stray', word: stray + 1 });
  try {
    return mnemonicToEntropy(words.join(' '), wordlist);
  } catch {
    throw no('has a wrong checksum: a word is wrong or in the wrong place', { why: 'checksum' });
  }
}
