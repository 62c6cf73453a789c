// Numbers that a baked page prints, and the element that says where each comes from. Works on the text of a page, which the
// portal wrote itself: attributes in double quotes, every element closed.

/** A text with the figures or cells that the nearest element around it names. Numbers of a picture's scales are left out. */
export interface PrintedText {
  readonly text: string;
  readonly source: 'figure' | 'cell' | 'compared';
  /** What the element names: ids of figures, names of cells, or the two cells that are compared. */
  readonly names: string;
}

const number = /\p{Nd}+(?:[.,٫٬\u00A0\u202F]\p{Nd}+)*/gu;
const plainNumber = /[0-9]+(?:[.,\u00A0\u202F][0-9]+)*/g;
// Where numerals other than 0 to 9 may be.
const elsewhere = /[\u0660-\u1FFF\u3007-\uFFFF]/;

const digit = /\p{Nd}/gu;
const year = /^(?:19|20)\d\d$/;

/**
 * Numbers of a text as they are written, in digits from 0 to 9 whatever the numerals, without years. Thousands are always
 * grouped, so that a year is known by its form.
 */
export function numbersOf(text: string): string[] {
  const tokens = elsewhere.test(text)
    ? (text.match(number) ?? []).map((token) => token.replaceAll(digit, inAscii))
    : (text.match(plainNumber) ?? []);
  return tokens.filter((token) => !year.test(token));
}

// Ten digits of a kind follow one another, and only numerals of that kind stand before and after them.
function inAscii(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return character;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

const named = /\sdata-(figure|cell|compared)="([^"]*)"/g;
const quiet = /<(script|style|code|pre)\b[\s\S]*?<\/\1>/g;
const scale = ' class="scale"';
const said = /\s(?:title|alt|aria-label|aria-valuetext|data-said|data-sentence|data-footnote)="([^"]*)"/g;
const tag = /<(?:[^>"]|"[^"]*")*>/g;

/** Every text with a digit inside elements of a page that name figures or cells. */
export function* printedTexts(html: string): Generator<PrintedText> {
  const regions = [...html.matchAll(named)].map((match) => {
    const start = html.lastIndexOf('<', match.index);
    return {
      start,
      end: endOf(html, start),
      source: match[1] as PrintedText['source'],
      names: ownCopy(match[2] ?? ''),
    } as const;
  });
  for (const [at, { start, end, source, names }] of regions.entries()) {
    // What elements inside name belongs to them.
    let own = '';
    let from = start;
    for (let inner = at + 1; inner < regions.length; inner++) {
      const other = regions[inner];
      if (!other || other.start >= end) break;
      if (other.start < from || other.start === start) continue;
      own += html.slice(from, other.start);
      from = other.end;
    }
    own = (own + html.slice(from, end)).replace(quiet, '');
    for (const text of textsOf(own)) yield { text: ownCopy(text), source, names };
  }
}

// A part of a string keeps the whole of it in memory, and these parts are kept for long.
function ownCopy(part: string): string {
  return Buffer.from(part, 'utf16le').toString('utf16le');
}

// The texts between tags, and those that are read out or copied from attributes.
function* textsOf(html: string): Generator<string> {
  const shown = withoutScales(html);
  let from = 0;
  for (const match of shown.matchAll(tag)) {
    const text = shown.slice(from, match.index);
    if (hasDigit(text)) yield decoded(text);
    from = match.index + match[0].length;
  }
  const rest = shown.slice(from);
  if (hasDigit(rest)) yield decoded(rest);
  for (const [, value = ''] of shown.matchAll(said)) if (hasDigit(value)) yield decoded(value);
}

// The labels of axes are no figure's numbers.
function withoutScales(html: string): string {
  let rest = html;
  for (let at = rest.indexOf(scale); at >= 0; at = rest.indexOf(scale, at)) {
    const start = rest.lastIndexOf('<', at);
    const end = endOf(rest, start);
    rest = rest.slice(0, start) + rest.slice(rest.indexOf('>', end) + 1);
    at = start;
  }
  return rest;
}

// Pictures write spaces that do not break as `&#160;`.
function decoded(text: string): string {
  return text.includes('&#')
    ? text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    : text;
}

function hasDigit(text: string): boolean {
  return /[0-9]/.test(text) || (elsewhere.test(text) && /\p{Nd}/u.test(text));
}

const article = /<article\b(?:[^>"]|"[^"]*")*?\slang="([\w-]+)"(?:[^>"]|"[^"]*")*>/g;

/** A document's articles with the language that each is written in, and the rest of it, whose language is the document's own. */
export function partsByLanguage(html: string, own: string): readonly (readonly [language: string, html: string])[] {
  const parts: (readonly [string, string])[] = [];
  let rest = '';
  let from = 0;
  for (const match of html.matchAll(article)) {
    if (match.index < from) continue;
    const end = endOf(html, match.index);
    parts.push([match[1] ?? own, html.slice(match.index, end)]);
    rest += html.slice(from, match.index);
    from = end;
  }
  return [[own, rest + html.slice(from)], ...parts];
}

// Where the element that starts at a tag ends: elements of its name inside it are counted.
function endOf(html: string, start: number): number {
  const [, name = ''] = /^<([\w-]+)/.exec(html.slice(start, start + 20)) ?? [];
  const [opening, closing] = [`<${name}`, `</${name}>`];
  let depth = 1;
  let opened = html.indexOf(opening, start + 1);
  for (let closed = html.indexOf(closing, start); closed >= 0; closed = html.indexOf(closing, closed + 1)) {
    while (opened >= 0 && opened < closed) {
      if (/[\s>]/.test(html.charAt(opened + opening.length))) depth++;
      opened = html.indexOf(opening, opened + 1);
    }
    if (--depth === 0) return closed;
  }
  return html.length;
}
