import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { type Counted, withCounted } from '../wording/counted.ts';
import { languages, type MessageKey } from './languages.ts';

const nouns: readonly Counted[] = ['record', 'person'];

interface Node {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
}

// Names of a text's arguments, each with the kind of element it is used in (plain, plural, select).
function argumentsOf(text: string, counted: Counted = 'record'): string {
  const found = new Set<string>();
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type !== 0 && node.type !== 7) found.add(`${node.value}`);
      for (const option of Object.values(node.options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(withCounted(text, counted), 'en').getAst() as unknown as Node[]);
  return [...found].sort().join(' ');
}

function casesOf(text: string, argument: string, counted: Counted = 'record'): string {
  const found = new Set<string>();
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      for (const [name, option] of Object.entries(node.options ?? {})) {
        if (node.value === argument) found.add(name);
        visit(option.value);
      }
    }
  };
  visit(new IntlMessageFormat(withCounted(text, counted), 'en').getAst() as unknown as Node[]);
  return [...found].sort().join(' ');
}

const english = languages.find(({ tag }) => tag === 'en')?.messages;
const keys = Object.keys(english ?? {}) as MessageKey[];

describe('the catalogues', () => {
  it.each(languages.map(({ tag, messages }) => [tag, messages] as const))(
    '%s has every text and no other',
    (_, messages) => {
      expect(Object.keys(messages)).toEqual(keys);
      for (const key of keys) expect(messages[key].trim(), key).not.toBe('');
    },
  );

  it.each(languages.map(({ tag, messages }) => [tag, messages] as const))(
    '%s takes the arguments English takes',
    (_, messages) => {
      for (const counted of nouns) {
        for (const key of keys)
          expect(argumentsOf(messages[key], counted), key).toBe(argumentsOf(english?.[key] ?? ''));
      }
    },
  );

  it.each(languages.map(({ tag, messages }) => [tag, messages] as const))(
    '%s knows every case of who, where and source',
    (_, messages) => {
      for (const key of keys) {
        for (const argument of ['who', 'where', 'source', 'declared', 'direction', 'relation', 'unit', 'overHalf'])
          for (const counted of nouns)
            expect(casesOf(messages[key], argument, counted), `${key} ${argument}`).toBe(
              casesOf(english?.[key] ?? '', argument),
            );
      }
    },
  );

  it('covers every plural form its language has', () => {
    for (const { tag, locale, messages } of languages) {
      const forms = new Intl.PluralRules(locale)
        .resolvedOptions()
        .pluralCategories.filter((form) => form !== 'many' || tag === 'ar');
      for (const key of ['number.records', 'number.persons', 'number.years'] as const)
        for (const counted of nouns)
          expect(casesOf(messages[key], 'n', counted).split(' ').sort(), `${tag} ${key}`).toEqual([...forms].sort());
    }
  });
});
