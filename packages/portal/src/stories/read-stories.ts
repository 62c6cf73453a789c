import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Counted, withCounted } from '@casebridge/figures';
import { Refusal } from '@casebridge/refusal';
import type { Token } from 'marked';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { everyToken, foreignToken, insertionOf, isForm, parseStoryText, typedNumber } from './story-markdown.ts';

/** A story in one language. */
export interface StoryText {
  readonly title: string;
  /** What it tells, in a sentence or two. */
  readonly lead: string;
  /** The text as a release tells it that counts records, and one that counts persons. */
  readonly tokens: Readonly<Record<Counted, readonly Token[]>>;
}

/** A story: one folder with a Markdown file for each language. */
export interface Story {
  /** Its address: the folder's name. */
  readonly slug: string;
  /** Place in the list of stories. */
  readonly order: number;
  /** Release it is pinned to, by number; the first that holds all its figures when absent. */
  readonly release: number | null;
  readonly texts: ReadonlyMap<string, StoryText>;
  /** Identifiers of the figures it names, each once, in reading order. */
  readonly figures: readonly string[];
  /** File and line of each identifier's first use. */
  readonly places: ReadonlyMap<string, string>;
}

/** The stories that come with the portal. */
export const shippedStories = fileURLToPath(new URL('../../stories/', import.meta.url));

const headSchema = z.strictObject({
  title: z.string().min(1),
  lead: z.string().min(1),
  order: z.number().int().default(100),
  release: z.number().int().positive().optional(),
  /** Numbers the text may write out, for they are no figures: `18` for the age of majority. */
  numbers: z.array(z.coerce.string()).default([]),
});

/**
 * Every story of a folder, in order. Refusal naming file and line: no front matter, Markdown that stories do not have, a number
 * typed in place of a figure, translations that name different figures, a translation of no story.
 *
 * @param translations by language, folders that hold a file `<slug>.md` for stories translated into it
 */
export function readStories(folder: string, translations: ReadonlyMap<string, string> = new Map()): readonly Story[] {
  if (!existsSync(folder)) {
    throw new Refusal('stories-unreadable', `${folder}: no such folder. Name the folder of stories in site.yaml.`);
  }
  const stories = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readStory(folder, name, translations));
  for (const [language, other] of translations) {
    const stray = readdirSync(other).find((name) => !stories.some(({ slug }) => name === `${slug}.md`));
    if (stray !== undefined) {
      throw new Refusal(
        'story-translation-stray',
        `${join(other, stray)}: translates no story into '${language}'. Name it after a story: ${stories.map(({ slug }) => `${slug}.md`).join(', ')}.`,
      );
    }
  }
  return stories.sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1));
}

interface ReadText extends StoryText {
  readonly file: string;
  readonly order: number;
  readonly release: number | null;
  readonly places: ReadonlyMap<string, string>;
}

function readStory(folder: string, slug: string, translations: ReadonlyMap<string, string>): Story {
  if (!/^[a-z0-9-]+$/.test(slug)) {
    throw new Refusal('story-address', `${slug}: a story's folder has small letters, digits and hyphens. Rename it.`);
  }
  const texts = new Map<string, ReadText>();
  for (const name of readdirSync(join(folder, slug)).sort()) {
    const language = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.md$/.exec(name)?.[1];
    if (language !== undefined) {
      texts.set(language, readText(readFileSync(join(folder, slug, name), 'utf8'), `${slug}/${name}`));
    }
  }
  for (const [language, other] of translations) {
    const file = join(other, `${slug}.md`);
    if (existsSync(file)) texts.set(language, readText(readFileSync(file, 'utf8'), file));
  }
  const [first] = texts.values();
  if (!first) throw new Refusal('story-empty', `${slug}: no text in any language. Add a file such as en.md.`);
  const named = [...first.places.keys()];
  for (const other of texts.values()) {
    const missing = named.find((id) => !other.places.has(id));
    const more = [...other.places.keys()].find((id) => !first.places.has(id));
    const wrong = missing ?? more;
    if (wrong !== undefined) {
      const where = missing === undefined ? first.file : other.file;
      throw new Refusal(
        'story-translations-differ',
        `${where}: lacks the figure '${wrong}' that another language names. Name the same figures in every language.`,
      );
    }
  }
  return { slug, order: first.order, release: first.release, texts, figures: named, places: first.places };
}

/** Parses one story file; `file` is how refusals name it. */
export function readText(source: string, file: string): ReadText {
  const [whole, head] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source) ?? [];
  if (whole === undefined || head === undefined) {
    throw new Refusal('story-no-head', `${file}: no front matter. Begin with ---, title, lead and --- again.`);
  }
  const document = parseDocument(head);
  const parsed = document.errors.length > 0 ? null : headSchema.safeParse(document.toJS());
  if (!parsed?.success) {
    const entry = parsed?.error.issues[0]?.path.join('.') || 'front matter';
    throw new Refusal('story-head-wrong', `${file}: ${entry} is missing or wrong. A story has a title and a lead.`);
  }
  const { title, lead, order, release, numbers } = parsed.data;
  const body = source.slice(whole.length);
  const lineOf = (piece: string) => source.slice(0, Math.max(0, source.indexOf(piece))).split('\n').length;
  const tokens = {
    record: parseStoryText(withCounted(body, 'record')),
    person: parseStoryText(withCounted(body, 'person')),
  };
  const all = [...tokens.record, ...tokens.person];
  const foreign = foreignToken(all);
  if (foreign) {
    throw new Refusal(
      'story-markdown',
      `${file} line ${lineOf(foreign.raw.trim())}: stories have no ${foreign.type} of this kind. Use text, lists, links and headings of level 2 and 3.`,
    );
  }
  const number = typedNumber(`${title}\n${lead}\n${body}`, numbers);
  if (number !== null) {
    throw new Refusal(
      'story-typed-number',
      `${file} line ${lineOf(number)}: the number ${number} is typed. Insert a figure by its identifier, such as {{children.2015}}.`,
    );
  }
  const places = new Map<string, string>();
  for (const token of everyToken(all)) {
    const found = insertionOf(token);
    if (!found) continue;
    const where = `${file} line ${lineOf(token.raw)}`;
    if (!isForm(found.form)) {
      throw new Refusal(
        'story-form',
        `${where}: no form '${found.form}'. Use value, interval, sentence, card, parts or history.`,
      );
    }
    if (!places.has(found.id)) places.set(found.id, where);
  }
  if (body.replaceAll(/\{\{[^{}]*\}\}/g, '').includes('{{')) {
    throw new Refusal(
      'story-insertion',
      `${file} line ${lineOf('{{')}: a figure's {{ is not closed. Close it with }}.`,
    );
  }
  return { title, lead, order, release: release ?? null, tokens, file, places };
}
