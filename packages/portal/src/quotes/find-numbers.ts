import type { FoldedText } from './folded-text.ts';
import { sharesInWords, spelledNumbers } from './number-words.ts';
import { endsWithWord, hasWord, type OpenIndex } from './quote-index.ts';

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
  /** `more than`, `less than` or `nearly` stands before it. */
  readonly bound?: 'over' | 'under' | 'nearly';
  /** How far beyond such a bound a value may lie: as far as the next number that is as round. */
  readonly reach: number;
  /** Written as `a fifth` or `one in five`. */
  readonly inWords?: true;
}

const digits =
  /(?<![\p{L}\p{N}_.@#/-]|[\p{N}][.,])[+-]?\d+(?:[.,' ]\d{3}(?!\d))*(?:[.,]\d+)?(?![\p{L}_@#]|[.,]?\d|\.[\p{L}])/gu;

/** Every number of a folded text that claims something: not years, dates, ages, release numbers, addresses or interval names. */
export function findNumbers(index: OpenIndex, folded: FoldedText): readonly FoundNumber[] {
  const { text } = folded;
  const clean = text
    .replaceAll(/https?:\S+|\S+@\S+\.\S+|\S*\/\S*\/\S*/g, (address) => ' '.repeat(address.length))
    // Arabic writes “and” and “by” onto the number.
    .replaceAll(/(?<=^|\s)[وفبلك](?=\d)/g, ' ');
  const found: FoundNumber[] = [];
  for (const { start, end, value } of sharesInWords(clean)) {
    const bound = boundBefore(index, clean, start);
    const slack = Math.min(0.025, value * 0.125);
    found.push({
      start,
      end,
      value,
      kind: 'share',
      slack,
      reach: Math.max(0.05, value * 0.35),
      ...bound,
      inWords: true,
    });
  }
  for (const { start, end, value } of spelledNumbers(clean)) {
    const percent = percentAfter(index, clean.slice(end, end + 26));
    if (percent === null || found.some((other) => start < other.end && end > other.start)) continue;
    found.push({ start, end: end + percent, ...share(index, clean, start, value, 0) });
  }
  for (const match of clean.matchAll(digits)) {
    if (overlaps(found, match)) continue;
    const number = numberAt(index, clean, match);
    if (number) found.push(number);
  }
  return found.sort((a, b) => a.start - b.start);
}

function overlaps(found: readonly FoundNumber[], match: RegExpMatchArray): boolean {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  return found.some((other) => start < other.end && end > other.start);
}

function numberAt(index: OpenIndex, text: string, match: RegExpMatchArray): FoundNumber | null {
  const written = match[0];
  const start = match.index ?? 0;
  const end = start + written.length;
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
    return { start, end: end + percent, value: 0.005, kind: 'share', slack: 0.005, reach: 0 };
  }
  if (percent !== null) return { start, end: end + percent, ...share(index, text, start, sign * value, decimals) };
  const next = after.trimStart().slice(0, 24);
  if (wordAtStart(index, 'points', next) !== null) {
    return { start, end, ...share(index, text, start, sign * value, decimals) };
  }
  const bound = boundBefore(index, text, start);
  const scale = hasAtStart(index, 'million', next) ? 1e6 : hasAtStart(index, 'thousand', next) ? 1e3 : 1;
  const step = scale / 10 ** decimals;
  if (scale > 1) return { start, end, value: value * scale, kind: 'count', slack: step / 2, reach: step, ...bound };
  if (hasAtStart(index, 'years', next)) {
    return { start, end, value, kind: 'years', slack: step / 2, reach: step, ...bound };
  }
  const zeros = /0*$/.exec(String(value))?.[0].length ?? 0;
  const around = hasWord(index, 'about', before.slice(-22)) || bound !== undefined;
  const slack =
    decimals > 0
      ? step / 2
      : around
        ? Math.max(2.5, value * 0.01)
        : zeros >= 2
          ? Math.max(2.5, value * 0.005)
          : value < 300
            ? 0.5
            : 2.5;
  const reach = Math.min(Math.max(5, 10 ** zeros), value / 2);
  return { start, end, value, kind: 'count', slack, reach, ...bound };
}

// Values are printed as whole per cents; “about 70%” is any that is 70% to the nearest five.
function share(
  index: OpenIndex,
  text: string,
  start: number,
  value: number,
  decimals: number,
): Omit<FoundNumber, 'start' | 'end'> {
  const bound = boundBefore(index, text, start);
  const exact = 0.5 / 100 / 10 ** decimals;
  const round = decimals === 0 && value !== 0 && value % 5 === 0;
  const around = round && (bound !== undefined || hasWord(index, 'about', text.slice(Math.max(0, start - 22), start)));
  const slack = around ? Math.max(exact, Math.min(0.025, Math.abs(value) / 2000)) : exact;
  const reach = decimals > 0 || !round ? 2 * exact : value % 10 === 0 ? 0.1 : 0.05;
  return { value: value / 100, kind: 'share', slack, reach: Math.min(reach, Math.abs(value) / 200), ...bound };
}

// The bound right before a number, with no more than an article between: “just under” is no “under”.
function boundBefore(index: OpenIndex, text: string, start: number): Pick<FoundNumber, 'bound'> | undefined {
  const before = text.slice(Math.max(0, start - 30), start);
  const bound = (['nearly', 'over', 'under'] as const).find((group) => endsWithWord(index, group, before));
  return bound && { bound };
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
