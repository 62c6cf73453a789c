// Numbers that a baked page prints, and the element that says where each comes from. Works on the text of a page, which the
// portal wrote itself: attributes in double quotes, every element closed. A page is read once, from its start to its end.

/** A text with the figures or cells that the nearest element around it names. Numbers of a picture's scales are left out. */
export interface PrintedText {
  readonly text: string;
  readonly source: 'figure' | 'cell' | 'compared';
  /** What the element names: ids of figures, names of cells, or the two cells that are compared. */
  readonly names: string;
}

/** What is met on the way through a page. Texts and names may be parts of the page's own text: who keeps one, copies it. */
export interface PageReader {
  /** An element says where its numbers come from. */
  readonly named?: (kind: NamedKind, names: string) => void;
  /** A text with a digit inside an element that names figures or cells. */
  readonly printed?: (text: string, source: PrintedText['source'], names: string) => void;
  /** A cell of numbers whose cell, row and table name no source. */
  readonly orphan?: (text: string) => void;
}

/** What elements name: `data-figure`, `data-table` and so on. */
export type NamedKind = PrintedText['source'] | 'table' | 'part';

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

/** Every text with a digit inside elements of a page that name figures or cells. */
export function printedTexts(html: string): readonly PrintedText[] {
  const texts: PrintedText[] = [];
  readPage(html, { printed: (text, source, names) => texts.push({ text, source, names }) });
  return texts;
}

/** An element on the way that has a source of its own, or whose numbers are nobody's. */
interface OpenElement {
  readonly name: string;
  readonly sources: readonly Pick<PrintedText, 'source' | 'names'>[];
  /** Code, scripts and labels of axes. */
  readonly quiet: boolean;
  /** Elements of its name that are open, itself included. */
  depth: number;
}

const namesSource = /\sdata-(figure|cell|compared|table|part)="([^"]*)"/g;
const attributeTexts = /\s(?:title|alt|aria-label|aria-valuetext|data-said|data-sentence|data-footnote)="([^"]*)"/g;
const numeric = /\sclass="(?:[^"]* )?(?:num|heat-\d|s\d)[ "]/;
const scale = ' class="scale"';
const quietNames = new Set(['script', 'style', 'code', 'pre']);
const emptyNames = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
]);

/** Reads a page once, from start to end, and tells of its sources, its printed texts and its cells without a source. */
export function readPage(html: string, { named, printed, orphan }: PageReader): void {
  const open: OpenElement[] = [];
  let around: OpenElement | undefined;
  let table = false;
  let row = false;
  const print = (text: string) => {
    if (!around || around.quiet || !hasDigit(text)) return;
    const shown = decoded(text);
    for (const { source, names } of around.sources) printed?.(shown, source, names);
  };
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', from)) {
    if (around && at > from) print(html.slice(from, at));
    from = endOfTag(html, at);
    if (html.charCodeAt(at + 1) === slash) {
      if (around && isNamed(html, at + 2, around.name) && --around.depth === 0) {
        open.pop();
        around = open.at(-1);
      }
      continue;
    }
    const name = nameAt(html, at + 1);
    const isEmpty = html.charCodeAt(from - 2) === slash || emptyNames.has(name);
    if (around?.name === name && !isEmpty) around.depth++;
    const attributes = html.slice(at + 1 + name.length, from - 1);
    let hasSource = false;
    let sources: OpenElement['sources'] | undefined;
    if (attributes.includes('data-')) {
      for (const [, kind, names = ''] of attributes.matchAll(namesSource)) {
        named?.(kind as NamedKind, names);
        if (kind !== 'table') hasSource = true;
        if (kind !== 'table' && kind !== 'part') {
          sources = [...(sources ?? []), { source: kind as PrintedText['source'], names }];
        }
      }
    }
    if (name === 'table') [table, row] = [hasSource, false];
    else if (name === 'tr') row = hasSource;
    else if (name === 'td' && !table && !row && !hasSource && numeric.test(attributes)) {
      const text = cellText(html, from);
      if (/\p{Nd}/u.test(text)) orphan?.(text.slice(0, 40));
    }
    const quiet = quietNames.has(name) || attributes.includes(scale);
    if (sources || (quiet && around)) {
      const own: OpenElement = { name, sources: sources ?? around?.sources ?? [], quiet, depth: 1 };
      // What stands around counts the element that it is about to leave to its own.
      if (around?.name === name && !isEmpty) around.depth--;
      const outer = around;
      around = own;
      printAttributes(attributes, print);
      if (isEmpty) around = outer;
      else open.push(own);
    } else if (around) printAttributes(attributes, print);
    // A script's text is not made of elements.
    if (name === 'script' || name === 'style') from = Math.max(from, html.indexOf(`</${name}`, from));
  }
  if (around) print(html.slice(from));
}

const slash = 47;
const quote = '"';

// The place after the end of the tag that starts at a place: a value in quotes may hold a `>`.
function endOfTag(html: string, start: number): number {
  let end = html.indexOf('>', start);
  let opened = html.indexOf(quote, start);
  while (end >= 0 && opened >= 0 && opened < end) {
    const closed = html.indexOf(quote, opened + 1);
    if (closed < 0) return html.length;
    if (closed > end) end = html.indexOf('>', closed);
    opened = html.indexOf(quote, closed + 1);
  }
  return end < 0 ? html.length : end + 1;
}

function nameAt(html: string, start: number): string {
  let end = start;
  while (isOfName(html.charCodeAt(end))) end++;
  return html.slice(start, end);
}

function isNamed(html: string, start: number, name: string): boolean {
  return html.startsWith(name, start) && !isOfName(html.charCodeAt(start + name.length));
}

// Letters, digits and hyphens.
function isOfName(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45;
}

// Texts that are read out or copied from attributes.
function printAttributes(attributes: string, print: (text: string) => void): void {
  if (attributes.length < 7) return;
  for (const [, value = ''] of attributes.matchAll(attributeTexts)) print(value);
}

function cellText(html: string, start: number): string {
  const end = html.indexOf('</td>', start);
  return html
    .slice(start, end)
    .replace(/<[^>]*>/g, ' ')
    .trim();
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
    const end = endOfArticle(html, match.index);
    parts.push([match[1] ?? own, html.slice(match.index, end)]);
    rest += html.slice(from, match.index);
    from = end;
  }
  return [[own, rest + html.slice(from)], ...parts];
}

// Where the article that starts at a place ends: articles inside it are counted.
function endOfArticle(html: string, start: number): number {
  const tags = /<(\/?)article[\s>]/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return tag.index;
  }
  return html.length;
}
