import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addLanguage, missingTexts, withCounted } from '@casebridge/figures';
import { Refusal } from '@casebridge/refusal';
import { addLabels, missingLabels } from '@casebridge/standard';
import { IntlMessageFormat } from 'intl-messageformat';
import { addMessages, interfaceLanguages, type Messages, readMessages } from './catalogue.ts';

// The same folder from `src/text/` and from `dist/text/`.
const shipped = fileURLToPath(new URL('../../languages/', import.meta.url));

const storyFolders = new Map<string, string>();
const opened = new Map<string, FurtherLanguage>();

/** What the page for contributors needs of a language that did not come with the program. */
export interface FurtherLanguage {
  readonly tag: string;
  readonly locale: string;
  readonly labels: Messages;
  readonly figures: Messages;
  /** Texts of findings and questions; those that are not there stay English. */
  readonly checks: Messages;
}

/** The texts of a language that `openLanguages` opened; undefined for one that came with the program. */
export function furtherLanguage(tag: string): FurtherLanguage | undefined {
  return opened.get(tag);
}

/** Folders of stories in languages that `openLanguages` opened, by language: translations of the portal's own stories. */
export function languageStories(tags: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...storyFolders].filter(([tag]) => tags.includes(tag)));
}

/**
 * Opens the languages of a site that did not come with the program: each is a folder `languages/<tag>` beside the site file, or
 * of the portal. It holds `labels.json` (the standard's labels), `figures.json` (the texts of figures), perhaps `checks.json` (what
 * the page for contributors finds in a file), any number of other JSON files with the interface's messages, and perhaps `stories/`. Refusals: a text is missing, takes other arguments than the English one, or the
 * file is not JSON.
 */
export function openLanguages(tags: readonly string[], siteFolder: string): void {
  for (const tag of tags) {
    if (interfaceLanguages().includes(tag)) continue;
    const folder = [join(siteFolder, 'languages', tag), join(shipped, tag)].find(existsSync);
    if (folder) openLanguage(tag, folder);
  }
}

function openLanguage(tag: string, folder: string): void {
  const files = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [name, readTexts(join(folder, name))] as const),
  );
  const labels = files.get('labels.json') ?? {};
  const figures = files.get('figures.json') ?? {};
  files.delete('labels.json');
  const checks = files.get('checks.json') ?? {};
  files.delete('figures.json');
  files.delete('checks.json');
  const messages: Messages = Object.assign({}, ...files.values());
  const english = readMessages('en');
  const missing = [
    ...missingLabels(labels).map((key) => `labels.json '${key}'`),
    ...missingTexts(figures).map((key) => `figures.json '${key}'`),
    // A text that is blank in English may be blank.
    ...Object.entries(english)
      .filter(([key, text]) => (text.trim() === '' ? messages[key] === undefined : !messages[key]?.trim()))
      .map(([key]) => `message '${key}'`),
  ];
  if (missing.length > 0) {
    throw new Refusal(
      'portal-language-incomplete',
      missing.length === 1
        ? `${folder}: the text ${missing[0]} is missing. Add it, or take '${tag}' from 'languages' in site.yaml.`
        : `${folder}: ${missing.length} texts are missing, the first is ${missing[0]}. Add them, or take '${tag}' from 'languages' in site.yaml.`,
    );
  }
  for (const [key, message] of Object.entries(english)) {
    if (argumentsOf(messages[key] ?? '', key, folder) !== argumentsOf(message, key, folder)) {
      throw new Refusal(
        'portal-language-arguments',
        `${folder}: '${key}' does not take the arguments that the English message takes. Correct it.`,
      );
    }
  }
  const locale = messages['language.locale'] ?? tag;
  checkLocale(locale, tag, folder);
  addLabels(tag, labels);
  addLanguage(tag, locale, figures);
  opened.set(tag, { tag, locale, labels, figures, checks });
  addMessages(tag, messages);
  const stories = join(folder, 'stories');
  if (existsSync(stories)) storyFolders.set(tag, stories);
}

// Numbers, dates and plurals of another language than the folder's are the mark of a text that was left as it came.
function checkLocale(locale: string, tag: string, folder: string): void {
  const languageOf = (text: string) => {
    try {
      return new Intl.Locale(text).language;
    } catch {
      return null;
    }
  };
  const own = languageOf(tag);
  if (own === null || languageOf(locale) === own) return;
  throw new Refusal(
    'portal-language-locale',
    `${folder}: 'language.locale' is '${locale}', which is not a tag of the language '${tag}'. Write '${tag}' or '${tag}-' and a region.`,
  );
}

function readTexts(file: string): Messages {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Messages;
  } catch (cause) {
    throw new Refusal('portal-language-unreadable', `${file}: is not JSON. Correct the file.`, { cause });
  }
}

interface MessagePart {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly MessagePart[] }>>;
  readonly children?: readonly MessagePart[];
}

/**
 * Names of the arguments and tags of a message, in one line; every message may choose its noun by `counted`. Refusal for a message
 * that cannot be read.
 */
function argumentsOf(message: string, key: string, folder: string): string {
  const names = new Set<string>();
  const visit = (parts: readonly MessagePart[]) => {
    for (const { type, value, options, children } of parts) {
      // Type 0 is literal text.
      if (value !== undefined && type !== 0) names.add(value);
      for (const option of Object.values(options ?? {})) visit(option.value);
      visit(children ?? []);
    }
  };
  try {
    for (const counted of ['record', 'person'] as const) {
      const chosen = withCounted(message, counted);
      visit(new IntlMessageFormat(chosen, 'en').getAst() as unknown as readonly MessagePart[]);
    }
  } catch (cause) {
    throw new Refusal('portal-language-message', `${folder}: '${key}' is not an ICU message. Correct it.`, { cause });
  }
  return [...names].sort().join(' ');
}
