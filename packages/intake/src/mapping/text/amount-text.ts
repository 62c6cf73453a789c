// Numbers and lengths of time as people write them in English, French, Spanish and Arabic: `26`, `2,5`, `16 ans`,
// `1 an et 3 mois`, `less than a month`, `más de 2 años`, `سنة وشهران`.

export type TimeUnit = 'days' | 'weeks' | 'months' | 'years';

/** A length of time in months, as exact as the text: a value, or only a bound. */
export interface Amount {
  readonly months: number;
  readonly bound: 'exactly' | 'more_than' | 'less_than';
}

const monthsOfUnit: Readonly<Record<TimeUnit, number>> = {
  days: 1 / 30.4375,
  weeks: 7 / 30.4375,
  months: 1,
  years: 12,
};

const unitWords = new Map<string, TimeUnit>([
  ...words('days', 'd day days j jour jours dia dias يوم ايام'),
  ...words('weeks', 'w wk wks week weeks semaine semaines sem semana semanas اسبوع اسابيع'),
  ...words('months', 'm mo mos month months mois mes meses شهر اشهر شهور'),
  ...words('years', 'y yr yrs year years old an ans annee annees a ano anos سنه سنوات سنين عام اعوام'),
]);
const dualWords = new Map<string, TimeUnit>([
  ...words('days', 'يومان يومين'),
  ...words('weeks', 'اسبوعان اسبوعين'),
  ...words('months', 'شهران شهرين'),
  ...words('years', 'سنتان سنتين عامان عامين'),
]);
const oneWords = new Set(['a', 'an', 'one', 'un', 'une', 'uno', 'una', 'واحد', 'واحده']);
const joiningWords = new Set(['and', 'et', 'y', 'con', 'و', 'de', 'd', 'age', 'aged', 'about', 'of']);
const lessWords = new Set(['less', 'under', 'moins', 'menos', 'اقل']);
const moreWords = new Set(['more', 'over', 'plus', 'mas', 'اكثر']);
const thanWords = new Set(['than', 'de', 'que', 'من']);

/**
 * Reads a length of time. `5 weeks` → 1.15 months; a bare number is in `unit`. Null where the text holds a word or
 * number that is not understood: nothing is dropped to make the rest fit.
 */
export function parseAmount(text: string, unit: TimeUnit | null, decimal: ',' | '.'): Amount | null {
  const tokens = tokensOf(text, decimal);
  let bound: Amount['bound'] = 'exactly';
  let months = 0;
  let pending: number | null = null;
  let found = false;
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (typeof token === 'number') {
      if (pending !== null) return null;
      pending = token;
      continue;
    }
    if (lessWords.has(token) || moreWords.has(token)) {
      if (found || pending !== null || bound !== 'exactly') return null;
      bound = lessWords.has(token) ? 'less_than' : 'more_than';
    } else if (dualWords.has(token) && pending === null) {
      months += 2 * monthsOfUnit[dualWords.get(token) as TimeUnit];
      found = true;
    } else if (oneWords.has(token) && pending === null && typeof next === 'string' && unitWords.has(next)) {
      pending = 1;
    } else if (unitWords.has(token)) {
      // In Arabic a unit alone means one of it; `16 years old` says its unit twice.
      if (pending === null && ((token === 'old' && found) || joiningWords.has(token))) continue;
      if (pending === null && !isArabic(token)) return null;
      months += (pending ?? 1) * monthsOfUnit[unitWords.get(token) as TimeUnit];
      pending = null;
      found = true;
    } else if (!joiningWords.has(token) && !(bound !== 'exactly' && thanWords.has(token))) {
      return null;
    }
  }
  if (pending !== null) {
    if (unit === null || found) return null;
    months = pending * monthsOfUnit[unit];
    found = true;
  }
  return found ? { months, bound } : null;
}

/** A plain decimal number with the declared decimal sign; null for anything else. */
export function parseNumber(text: string, decimal: ',' | '.'): number | null {
  const plain = latinDigits(text);
  const match = /^([+-]?\d{1,12})(?:([.,])(\d{1,9}))?$/u.exec(plain);
  if (!match) return null;
  const [, whole = '', sign, fraction] = match;
  // A point is read too where a comma is declared: spreadsheets store numbers with a point whatever they show.
  if (sign !== undefined && sign !== decimal && sign !== '.') return null;
  return Number(fraction === undefined ? whole : `${whole}.${fraction}`);
}

/** The number with at most one decimal, half up: `15`, `1.5`. */
export function oneDecimal(value: number): string {
  const tenths = Math.round(Math.abs(value) * 10);
  const text = tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
  return value < 0 && tenths > 0 ? `-${text}` : text;
}

/** Arabic-Indic and Persian digits and signs as Latin ones. */
export function latinDigits(text: string): string {
  if (!/[\u0660-\u0669\u06f0-\u06f9\u066b]/u.test(text)) return text;
  return text
    .replaceAll(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('\u066b', '.');
}

function tokensOf(text: string, decimal: ',' | '.'): readonly (string | number)[] {
  const plain = latinDigits(text)
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه');
  const found = plain.match(/\d+(?:[.,]\d+)?|[\p{L}]+|[^\s.,;'’"()-]/gu) ?? [];
  return found.flatMap((token) => {
    if (/^\d/u.test(token)) {
      const value = parseNumber(token, decimal);
      return [value ?? token];
    }
    // The Arabic "and" is written together with the word after it.
    const rest = token.startsWith('و') ? token.slice(1) : '';
    return rest !== '' && (unitWords.has(rest) || dualWords.has(rest)) ? [rest] : [token];
  });
}

function isArabic(token: string): boolean {
  return /^\p{Script=Arabic}/u.test(token);
}

function words(unit: TimeUnit, list: string): readonly (readonly [string, TimeUnit])[] {
  return list.split(' ').map((word) => [word, unit] as const);
}
