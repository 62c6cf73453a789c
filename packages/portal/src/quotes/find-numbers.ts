import type { FoldedText } from './folded-text.ts';
import { hasWord, type OpenIndex } from './quote-index.ts';

/** A number in a text. */
export interface FoundNumber {
  /** Its first place and the place after its last in the folded text, with its sign or unit. */
  readonly start: number;
  readonly end: number;
  /** Shares as fractions of one. */
  readonly value: number;
  readonly kind: 'share' | 'years' | 'count';
  /** How far a value may lie away and still be this number as written. */
  readonly slack: number;
  /** Written as `a fifth` or `one in five`. */
  readonly inWords?: true;
}

/** What `a fifth` and its like are worth; read after folding. */
const fractions: readonly (readonly [RegExp, number])[] = [
  [/(?:three[ -]quarters|trois quarts|tres cuartas partes|ثلاثه ارباع|ثلاثه أرباع)/gu, 0.75],
  [/(?:two[ -]thirds|deux tiers|dos tercios|dos terceras partes|ثلثا|ثلثي|ثلثين)/gu, 2 / 3],
  [/(?:(?:one|a)[ -]third|un tiers|le tiers|un tercio|una tercera parte|الثلث|ثلث(?!\p{L}))/gu, 1 / 3],
  [/(?:(?:one|a)[ -]quarter|un quart|le quart|una cuarta parte|un cuarto|الربع|ربع(?!\p{L}))/gu, 0.25],
  [/(?:(?:one|a)[ -]fifth|un cinquieme|una quinta parte|خمس(?= ))/gu, 0.2],
  [/(?:half(?= of)|la moitie|la mitad|نصف)/gu, 0.5],
];

const small: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'one un une uno una واحد واحده',
    'two deux dos اثنان اثنين',
    'three trois tres ثلاثه',
    'four quatre cuatro اربعه',
    'five cinq cinco خمسه',
    'six six seis سته',
    'seven sept siete سبعه',
    'eight huit ocho ثمانيه',
    'nine neuf nueve تسعه',
    'ten dix diez عشره',
  ].flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
);
const smallWord = Object.keys(small)
  .sort((a, b) => b.length - a.length)
  .join('|');
const ratio = new RegExp(
  `(?<![\\p{L}\\p{N}])(${smallWord}|\\d{1,2}) (?:(?:people |persons |victims )?(?:in|out of|sur|de cada|من كل|من بين كل)(?: every)?) (${smallWord}|\\d{1,3})(?![\\p{L}\\p{N}])`,
  'gu',
);

const digits =
  /(?<![\p{L}\p{N}_.@#/-]|[\p{N}][.,])[+-]?\d+(?:[.,' ]\d{3}(?!\d))*(?:[.,]\d+)?(?![\p{L}_@#]|[.,]?\d|\.[\p{L}])/gu;

/** Every number of a folded text that claims something: not years, dates, ages, release numbers, addresses or interval names. */
export function findNumbers(index: OpenIndex, folded: FoldedText): readonly FoundNumber[] {
  const { text } = folded;
  const clean = text.replaceAll(/https?:\S+|\S+@\S+\.\S+|\S*\/\S*\/\S*/g, (address) => ' '.repeat(address.length));
  const found: FoundNumber[] = [];
  for (const match of clean.matchAll(ratio)) {
    const [first, second] = [match[1], match[2]].map((word = '') => small[word] ?? Number(word));
    if (!first || !second || first >= second) continue;
    found.push({ ...span(match), value: first / second, kind: 'share', slack: 0.025, inWords: true });
  }
  for (const [pattern, value] of fractions) {
    for (const match of clean.matchAll(pattern)) {
      if (!overlaps(found, match)) found.push({ ...span(match), value, kind: 'share', slack: 0.025, inWords: true });
    }
  }
  for (const match of clean.matchAll(digits)) {
    if (overlaps(found, match)) continue;
    const number = numberAt(index, clean, match);
    if (number) found.push(number);
  }
  return found.sort((a, b) => a.start - b.start);
}

function span(match: RegExpMatchArray): { start: number; end: number } {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

function overlaps(found: readonly FoundNumber[], match: RegExpMatchArray): boolean {
  const { start, end } = span(match);
  return found.some((other) => start < other.end && end > other.start);
}

function numberAt(index: OpenIndex, text: string, match: RegExpMatchArray): FoundNumber | null {
  const written = match[0];
  const { start, end } = span(match);
  const before = text.slice(Math.max(0, start - 26), start);
  const after = text.slice(end, end + 26);
  const bare = written.replace(/^[+-]/, '');
  const percent = percentAfter(index, after) ?? (/[%]\s?$/.test(before) ? 0 : null);
  if (percent === null && /^(?:19|20)\d\d$/.test(bare)) return null;
  if (nearEnd(index, 'release', before)) return null;
  if (isDate(index, before, after, bare)) return null;
  if (/(?:ε|δ|epsilon|delta)\s*[=:]?\s*$/.test(before)) return null;
  const { value, decimals } = readNumber(bare, percent !== null);
  if (
    percent !== null &&
    value === 95 &&
    (hasWord(index, 'interval', before.slice(-24)) || hasWord(index, 'interval', after))
  ) {
    return null;
  }
  if (percent === null && (value === 18 || value === 17) && hasWord(index, 'age', `${before}18${after.slice(0, 12)}`))
    return null;
  const sign = written.startsWith('-') ? -1 : 1;
  // “Under 1%” is what is printed for any smaller share.
  if (percent !== null && value === 1 && hasWord(index, 'under', before.slice(-10))) {
    return { start, end: end + percent, value: 0.005, kind: 'share', slack: 0.005 };
  }
  if (percent !== null) {
    return { start, end: end + percent, value: (sign * value) / 100, kind: 'share', slack: 0.5 / 100 / 10 ** decimals };
  }
  const next = after.trimStart().slice(0, 24);
  if (wordAtStart(index, 'points', next) !== null) {
    return { start, end, value: (sign * value) / 100, kind: 'share', slack: 0.5 / 100 / 10 ** decimals };
  }
  const scale = hasAtStart(index, 'million', next) ? 1e6 : hasAtStart(index, 'thousand', next) ? 1e3 : 1;
  if (scale > 1) {
    return { start, end, value: value * scale, kind: 'count', slack: (scale * 0.5) / 10 ** decimals };
  }
  if (hasAtStart(index, 'years', next)) {
    return { start, end, value, kind: 'years', slack: 0.5 / 10 ** decimals };
  }
  const zeros = /0*$/.exec(String(value))?.[0].length ?? 0;
  const around = hasWord(index, 'about', before.slice(-22));
  const slack =
    decimals > 0
      ? 0.5 / 10 ** decimals
      : around
        ? Math.max(2.5, value * 0.01)
        : zeros >= 2
          ? Math.max(2.5, value * 0.005)
          : value < 300
            ? 0.5
            : 2.5;
  return { start, end, value, kind: 'count', slack };
}

// Length of a per cent sign or word after a number; percentage points are another thing.
function percentAfter(index: OpenIndex, after: string): number | null {
  const space = /^\s*/.exec(after)?.[0].length ?? 0;
  if (after[space] === '%') return space + 1;
  const word = wordAtStart(index, 'percent', after.slice(space));
  if (word === null || wordAtStart(index, 'points', after.slice(space)) !== null) return null;
  return space + word;
}

function wordAtStart(
  index: OpenIndex,
  group: 'percent' | 'points' | 'thousand' | 'million' | 'years',
  text: string,
): number | null {
  const pattern = index.words[group];
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  return match?.index === 0 ? match[0].length : null;
}

function hasAtStart(index: OpenIndex, group: 'thousand' | 'million' | 'years', text: string): boolean {
  return wordAtStart(index, group, text) !== null;
}

function nearEnd(index: OpenIndex, group: 'release', before: string): boolean {
  const pattern = index.words[group];
  pattern.lastIndex = 0;
  return [...before.matchAll(pattern)].some((match) => /^[\s#n°.]*$/.test(before.slice(match.index + match[0].length)));
}

function isDate({ months }: OpenIndex, before: string, after: string, bare: string): boolean {
  if (!/^\d{1,2}$/.test(bare)) return false;
  const next = /^\s*(?:st|nd|rd|th|er)?\s*(?:of |de |d')?(\p{L}+)/u.exec(after)?.[1] ?? '';
  const last = /(\p{L}+)\s*$/u.exec(before)?.[1] ?? '';
  return months.has(next) || (months.has(last) && /^,?\s*(?:19|20)\d\d/.test(after));
}

/** Reads a number with the thousands and decimal marks of any of the languages. */
export function readNumber(written: string, percent: boolean): { readonly value: number; readonly decimals: number } {
  const marks = [...written.matchAll(/[.,]/g)].map(({ index }) => index);
  const last = marks.at(-1);
  const kinds = new Set(marks.map((at) => written[at]));
  const tail = last === undefined ? 0 : written.length - last - 1;
  // A lone mark before exactly three digits groups thousands, except in a percentage or after a leading zero.
  const decimal =
    last !== undefined && (kinds.size > 1 || (marks.length === 1 && (tail !== 3 || percent || /^0[.,]/.test(written))));
  const whole = decimal ? written.slice(0, last) : written;
  const part = decimal ? written.slice((last ?? 0) + 1) : '';
  return { value: Number(`${whole.replaceAll(/\D/g, '')}.${part || '0'}`), decimals: part.length };
}
