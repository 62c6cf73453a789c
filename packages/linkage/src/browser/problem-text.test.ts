import { readCsv } from '@casebridge/intake/csv';
import { Refusal } from '@casebridge/refusal';
import { describe, expect, it } from 'vitest';
import { rowEncoder, secretFromWords, usualProfiles } from '../index.ts';
import { fillIn, pageWords } from '../words/page-words.ts';
import { problemOf } from './messages.ts';
import { problemText } from './problem-text.ts';

const header = { organisation: 'a', project: 'p', epoch: '1', keyCheck: '00000000', profiles: usualProfiles };
const columns = { given_name: 'first', birth: 'born', sex: 'sex' } as const;
const encoder = (recordKey: readonly string[] = ['id'], more = {}, scope = header) =>
  rowEncoder(new Uint8Array(20), scope, { name: 'a.csv', order: 'dmy', columns: { ...columns, ...more }, recordKey });
const row = (raw: Readonly<Record<string, string>>, key = 'x') => encoder().encode({ row: 1234, key: [key], raw });
const bytes = (text: string | Uint8Array) =>
  async function* () {
    yield typeof text === 'string' ? new TextEncoder().encode(text) : text;
  };
const words = (count: number) => Array.from({ length: count }, () => 'abandon').join(' ');

/** Everything that can be wrong with what an officer gives the page. */
const wrong: readonly (readonly [what: string, how: () => unknown])[] = [
  ['another script', () => row({ given_name: 'Марія' })],
  ['a sex in another script', () => row({ sex: '女' })],
  ['a short year', () => row({ birth: '1/2/90' })],
  ['no key', () => row({}, ' ')],
  ['a key with a line break', () => row({}, 'a\nb')],
  [
    'a key twice',
    () => {
      const one = encoder();
      for (const _ of 'ab') one.encode({ row: 2, key: ['x'], raw: {} });
    },
  ],
  ['few columns', () => encoder([], { birth: undefined, sex: undefined })],
  ['a column twice', () => encoder([], { sex: 'born' })],
  ['a name as key', () => encoder(['first'])],
  ['no project', () => encoder([], {}, { ...header, project: ' ' })],
  ['no rows', () => encoder().finish()],
  [
    'nobody',
    () => {
      const one = encoder();
      one.encode({ row: 2, key: ['x'], raw: {} });
      one.finish();
    },
  ],
  ['a phrase', () => secretFromWords('quite private thing')],
  ['a stray word', () => secretFromWords(`${words(11)} zzzz`)],
  ['a wrong checksum', () => secretFromWords(words(12))],
  ['other bytes', () => readCsv(bytes(Uint8Array.of(0x61, 0xe9, 0x0a)), { name: 'a.csv' })],
  ['no header', () => readCsv(bytes(''), { name: 'a.csv' })],
];

describe('problemText', () => {
  it.each(wrong)('says in every language what is wrong: %s', async (_, how) => {
    const refusal = await Promise.resolve()
      .then(how)
      .catch((error: unknown) => error);
    if (!(refusal instanceof Refusal)) throw new Error('nothing was refused');
    const said = Object.values(pageWords).map((own) =>
      problemText(problemOf(refusal), 'a.csv', {
        say: (key, args) => fillIn(own[key], args),
        count: (value) => String(value),
      }),
    );
    expect(new Set(said).size).toBe(said.length);
    for (const text of said) {
      expect(text).not.toMatch(/[{}]|undefined|Марія|女|90|private|zzzz|^$/);
      for (const arg of ['row', 'column', 'words', 'word'] as const) {
        const value = refusal.args[arg];
        if (value !== undefined && value !== '') expect(text).toContain(String(value));
      }
    }
  });
});
