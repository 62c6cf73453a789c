// Stories are Markdown with figures inserted by identifier: `{{children.2015}}` in a line of text, `{{card: children.2015}}` on a
// line of its own. The grammar is GitHub's, read by `marked`; this file adds the insertion and says what a story may hold.
import { Marked, type Token, type Tokens } from 'marked';

/** How an inserted figure is shown; the last four stand alone as paragraphs. */
export const insertionForms = ['value', 'interval', 'sentence', 'card', 'parts', 'history'] as const;

export type InsertionForm = (typeof insertionForms)[number];

/** A figure in a story's text. */
export interface Insertion {
  readonly form: InsertionForm;
  readonly id: string;
}

/** Markdown that a story may use; everything else is refused by name. */
const allowed = [
  'heading',
  'paragraph',
  'text',
  'strong',
  'em',
  'list',
  'list_item',
  'blockquote',
  'link',
  'hr',
  'br',
  'space',
  'escape',
  'figure',
];

const insertion = /^\{\{\s*(?:([a-z]+)\s*:\s*)?([^\s{}|:]+)\s*\}\}/;

const marked = new Marked({
  gfm: true,
  extensions: [
    {
      name: 'figure',
      level: 'inline',
      start: (source: string) => source.indexOf('{{'),
      tokenizer: (source: string) => {
        const [raw, form = 'value', id = ''] = insertion.exec(source) ?? [];
        return raw === undefined ? undefined : { type: 'figure', raw, form, id };
      },
    },
  ],
});

/** The tokens of a story's text. */
export function parseStoryText(text: string): readonly Token[] {
  return marked.lexer(text);
}

/** The insertion a token is, if it is one. */
export function insertionOf(token: Token): { readonly form: string; readonly id: string } | null {
  if (token.type !== 'figure') return null;
  const { form, id } = token as Tokens.Generic;
  return { form: String(form), id: String(id) };
}

export function isForm(form: string): form is InsertionForm {
  return (insertionForms as readonly string[]).includes(form);
}

/** Whether a form makes a block of its own rather than a piece of a line. */
export function isBlock(form: InsertionForm): boolean {
  return form !== 'value' && form !== 'interval';
}

/** The tokens right inside a token. */
export function inside(token: Token): readonly Token[] {
  if (token.type === 'list') return (token as Tokens.List).items;
  return 'tokens' in token && token.tokens ? token.tokens : [];
}

/** A token and all inside it, in reading order. */
export function* everyToken(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    yield token;
    yield* everyToken(inside(token));
  }
}

/** The first piece of Markdown that stories do not have, such as `html` or `image`. */
export function foreignToken(tokens: readonly Token[]): Token | null {
  for (const token of everyToken(tokens)) {
    if (!allowed.includes(token.type)) return token;
    if (token.type === 'heading' && ![2, 3].includes((token as Tokens.Heading).depth)) return token;
  }
  return null;
}

/**
 * The first number that is written out instead of inserted. Years stand as they are, and so do the numbers that the story
 * lists as its own, such as the age of majority.
 */
export function typedNumber(text: string, own: readonly string[]): string | null {
  const prose = text.replaceAll(/\{\{.*?\}\}|\]\([^)]*\)/g, ' ').replaceAll(/^\s*\d+[.)]\s/gm, ' ');
  for (const [number] of prose.matchAll(/\p{Nd}+(?:[.,٫٬]\p{Nd}+)*/gu)) {
    if (!/^(?:19|20)\d\d$/.test(number) && !own.includes(number)) return number;
  }
  return null;
}
