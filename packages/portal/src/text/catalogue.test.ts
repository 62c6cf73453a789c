import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Counted, exampleText, languageTags, withCounted } from '@casebridge/figures';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { interfaceLanguages, openCatalogue, readMessages } from './catalogue.ts';

const english = readMessages('en');
const others = interfaceLanguages().filter((language) => language !== 'en');
const source = fileURLToPath(new URL('..', import.meta.url));

/** What the message parser gives: literals (type 0), arguments, choices and tags. */
interface MessagePart {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly MessagePart[] }>>;
  readonly children?: readonly MessagePart[];
}

/** Names of arguments and tags in a message, its noun chosen. */
function namesIn(message: string, counted: Counted = 'record'): string[] {
  const names = new Set<string>();
  const visit = (elements: readonly MessagePart[]) => {
    for (const element of elements) {
      if (element.value !== undefined && element.type !== 0) names.add(element.value);
      for (const { value } of Object.values(element.options ?? {})) visit(value);
      visit(element.children ?? []);
    }
  };
  visit(new IntlMessageFormat(withCounted(message, counted), 'en').getAst() as unknown as readonly MessagePart[]);
  return [...names].sort();
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('messages', () => {
  it('are there for every language that figures speak', () => {
    expect(interfaceLanguages()).toEqual(expect.arrayContaining([...languageTags]));
  });

  it.each(others)('have every key in %s, with the same arguments', (language) => {
    const messages = readMessages(language);
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
    for (const counted of ['record', 'person'] as const) {
      const different = Object.keys(english).filter(
        (key) => namesIn(messages[key] as string, counted).join() !== namesIn(english[key] as string).join(),
      );
      expect(different).toEqual([]);
    }
  });

  it.each(interfaceLanguages())('say that data are an example as figures do in %s', (language) => {
    expect(readMessages(language).example).toBe(exampleText(language));
  });

  it('has every key that the pages ask for by name', () => {
    const asked = sourcesBelow(source).flatMap((text) => [
      ...[...text.matchAll(/\bwords\.(?:text|rich)\(\s*'([^']+)'/g)].map(([, key]) => key as string),
      ...[...text.matchAll(/\bsay\(index, '([^']+)'/g)].map(([, key]) => `explore.${key}`),
    ]);
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => english[key] === undefined)).toEqual([]);
  });
});

describe('openCatalogue', () => {
  it('reads Arabic from right to left with the digits asked for', () => {
    const words = openCatalogue('ar', 'latn');
    expect(words.direction).toBe('rtl');
    expect(words.text('parts.contributors.count', { count: 5 })).toBe('5 منظمات');
    expect(openCatalogue('ar', 'arab').text('parts.contributors.count', { count: 5 })).toContain('٥');
  });

  it('lets no line end before a mark that stands apart from its word', () => {
    const words = openCatalogue('fr');
    expect(words.text('help.title')).toContain('danger\u00a0?');
    expect(words.text('help.exit')).toMatch(/^«\u00a0Quitter ce site\u00a0» .* anodine\u00a0;/);
    expect(Object.values(words.messages).filter((message) => / [:;?!%»]|« /.test(message))).toEqual([]);
  });

  it('refuses a language without messages', () => {
    expect(() => openCatalogue('xx')).toThrow(/no messages for 'xx'/);
  });

  it('throws for a key nobody wrote', () => {
    expect(() => openCatalogue('en').text('no.such.key')).toThrow(/no message/);
  });
});
