/** Names as they are compared: lower-case a–z, whatever spelling, accents and spaces they came with. */

/** A name ready to be encoded. */
export interface NormalName {
  /** Letters a–z alone; empty for a missing name and for one that could not be read. */
  readonly text: string;
  /** The name has letters outside the Latin alphabet: its owner must give a romanised form. */
  readonly untransliterated: boolean;
}

/** Latin letters that Unicode does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/**
 * Lower-cases, takes accents off, maps the Latin letters that have none to take off, and drops everything but a–z. A name
 * in another script becomes the empty text with a flag, never a shorter name. Doing it twice changes nothing.
 */
export function normaliseName(raw: string): NormalName {
  const plain = raw
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(special, (letter) => letters[letter] as string);
  const untransliterated = /\p{L}/u.test(plain.replace(/[a-z]+/g, ''));
  return { text: untransliterated ? '' : plain.replace(/[^a-z]+/g, ''), untransliterated };
}
