// Text made comparable: small letters, no accents, one form of each Arabic letter, plain digits. Every folded character knows
// the place in the text that it came from, so that what is found can be marked where the reader wrote it.

export interface FoldedText {
  readonly text: string;
  /** Place of each folded character in the text as written; one more at the end. */
  readonly places: readonly number[];
}

const arabic: Readonly<Record<string, string>> = {
  ة: 'ه',
  ى: 'ي',
  ٱ: 'ا',
  '٪': '%',
  '٫': '.',
  '٬': ',',
  ـ: '',
  '؟': '?',
};

/** Folds a text, remembering where each character came from. */
export function fold(source: string): FoldedText {
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const character of source) {
    const folded = foldCharacter(character);
    for (const each of folded) {
      text += each;
      for (let unit = 0; unit < each.length; unit++) places.push(at);
    }
    at += character.length;
  }
  places.push(source.length);
  return { text, places };
}

function foldCharacter(character: string): string {
  const own = arabic[character];
  if (own !== undefined) return own;
  if (/\p{Nd}/u.test(character)) return String(digit(character));
  if (/[\u00a0\u202f\u2009\t]/.test(character)) return ' ';
  if (/[\u200e\u200f\u061c\u2066-\u2069]/.test(character)) return '';
  if (/[‘’ʼ`´]/.test(character)) return "'";
  if (character === '\u2212') return '-';
  return character.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

// Decimal digits of every script stand in blocks of ten.
function digit(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

/** A term to look for: at the start of a word; to its end too, unless it ends in `*`. */
export function termPattern(term: string): RegExp {
  const open = term.endsWith('*');
  const body = fold(open ? term.slice(0, -1) : term)
    .text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '\\s+');
  // Arabic writes “and”, “by”, “for”, “the” onto the word.
  const start = /\p{Script=Arabic}/u.test(term)
    ? '(?<![\\p{L}\\p{M}])[وف]?(?:[بلك]?(?:ال)?|لل)'
    : '(?<![\\p{L}\\p{N}])';
  return new RegExp(`${start}${body}${open ? '' : '(?![\\p{L}\\p{N}])'}`, 'gu');
}
