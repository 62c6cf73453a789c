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

const latinStart = '(?<![\\p{L}\\p{N}])';
// Arabic writes “and”, “by”, “for”, “the” onto the word.
const arabicStart = '(?<![\\p{L}\\p{M}])[وف]?(?:[بلك]?(?:ال)?|لل)';
const wordEnd = '(?![\\p{L}\\p{N}])';

/**
 * A pattern for any of some terms: each at the start of a word, and to its end too, unless it ends in `*`. Longer terms are
 * tried first. What stands around words is looked at once a place, not once a term.
 */
export function termsPattern(terms: readonly string[]): RegExp {
  const isArabic = (term: string) => /\p{Script=Arabic}/u.test(term);
  const isOpen = (term: string) => term.endsWith('*');
  const sorted = [...new Set(terms)].sort((a, b) => b.length - a.length);
  const either = (arabic: boolean, open: boolean) => {
    const own = sorted.filter((term) => isArabic(term) === arabic && isOpen(term) === open).map(bodyOf);
    return own.length === 0 ? [] : [`${arabic ? arabicStart : latinStart}(?:${own.join('|')})${open ? '' : wordEnd}`];
  };
  const parts = [true, false].flatMap((arabic) => [...either(arabic, false), ...either(arabic, true)]);
  return new RegExp(parts.join('|') || '(?!)', 'gu');
}

function bodyOf(term: string): string {
  return fold(term.endsWith('*') ? term.slice(0, -1) : term)
    .text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '\\s+');
}
