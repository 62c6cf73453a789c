// Languages that are folders of `packages/portal/languages` and nothing else.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withCounted } from '@casebridge/figures';
import { answersFrom } from '@casebridge/privacy/results';
import { labelTexts } from '@casebridge/standard';
import { IntlMessageFormat } from 'intl-messageformat';
import { afterAll, describe, expect, it } from 'vitest';
import { openEdition, siteFiles } from '../bake/site-pages.ts';
import { fixtureReleases } from '../fixture.ts';
import { fixtureAssets as assets } from '../fixture-assets.ts';
import { viewRelease } from '../model/release-view.ts';
import { spokenIn } from '../model/spoken-bundle.ts';
import { quoteIndexOf } from '../quotes/build-index.ts';
import { checkQuote } from '../quotes/check-quote.ts';
import { openIndex } from '../quotes/quote-index.ts';
import { readSiteFile } from '../site/site-file.ts';
import { readStories, shippedStories } from '../stories/read-stories.ts';
import { readMessages } from './catalogue.ts';
import { languageStories } from './language-folder.ts';

const languages = fileURLToPath(new URL('../../languages/', import.meta.url));
const shipped = readdirSync(languages);
const home = mkdtempSync(join(tmpdir(), 'casebridge-shipped-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function siteIn(tag: string) {
  const file = join(home, `${tag}.yaml`);
  writeFileSync(
    file,
    `name: A portal\nlanguages: [en, ${tag}]\ndefaultLanguage: en\ncontact: { organisation: A steward }\nquickExit: https://example.org/\n`,
  );
  return readSiteFile(file);
}

type Texts = Readonly<Record<string, string>>;
const read = (path: string | URL) => JSON.parse(readFileSync(path, 'utf8')) as Texts;

interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

/** Choices of a message: its argument, with the cases of a select (type 5) or the word `plural` (type 6). */
function choicesOf(message: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (parts: readonly Part[]) => {
    for (const { type, value = '', options = {} } of parts) {
      if (type === 5 || type === 6) {
        const name = `${value} ${type === 5 ? 'select' : 'plural'}`;
        found.set(name, new Set([...(found.get(name) ?? []), ...Object.keys(options)]));
      }
      for (const option of Object.values(options)) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(withCounted(message, 'record'), 'en').getAst() as unknown as readonly Part[]);
  return found;
}

describe.each(shipped)('the language %s', (tag) => {
  const at = (name: string) => read(join(languages, tag, name));
  const rooms = readdirSync(join(languages, tag)).filter(
    // What `checks.json` must hold is known to the page for contributors, whose tests look at it.
    (name) => name.endsWith('.json') && !['labels.json', 'figures.json', 'checks.json'].includes(name),
  );
  /** Its labels, texts of figures and messages, each beside the English ones. */
  const pairs: readonly (readonly [own: Texts, english: Texts])[] = [
    [
      at('labels.json'),
      Object.fromEntries(Object.entries(labelTexts('en')).filter(([key]) => !key.startsWith('country/'))),
    ],
    [at('figures.json'), read(new URL('../../../figures/src/messages/en.json', import.meta.url))],
    [Object.assign({}, ...rooms.map(at)), readMessages('en')],
  ];
  const texts = pairs.flatMap(([own, english]) =>
    Object.entries(own).map(([key, text]) => ({ key, text, english: english[key] ?? '' })),
  );

  it('has every text with the arguments of the English one, and no other text', () => {
    // The site file is refused where a text is missing or takes other arguments.
    expect(siteIn(tag).languages).toEqual(['en', tag]);
    for (const [own, english] of pairs) expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
  });

  it('chooses where English chooses, with the plural forms it has', () => {
    const locale = texts.find(({ key }) => key === 'language.locale')?.text;
    const forms: readonly string[] = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const { key, text, english } of texts) {
      const theirs = choicesOf(english);
      const own = choicesOf(text);
      for (const [name, cases] of own) {
        expect(theirs.has(name), `${key}: ${name}`).toBe(true);
        if (name.endsWith('plural')) {
          expect(cases, key).toContain('other');
          const strange = [...cases].filter((form) => !form.startsWith('=') && !forms.includes(form));
          expect(strange, key).toEqual([]);
          if (forms.includes('one') && theirs.get(name)?.has('one')) expect(cases, key).toContain('one');
        } else {
          for (const wanted of theirs.get(name) ?? []) expect(cases, `${key}: ${name}`).toContain(wanted);
        }
      }
      for (const name of theirs.keys()) {
        if (name.endsWith('select')) expect(own.has(name), `${key}: ${name}`).toBe(true);
      }
      // Numbers of records and persons are said in sentences everywhere, so they have every form.
      if (/^number\.(records|persons)$/.test(key)) {
        expect([...(own.get('n plural') ?? [])].sort(), key).toEqual([...forms].sort());
      }
    }
  });

  it('leaves no sentence in English', () => {
    const sentence = (text: string) => /\p{L}{3,}\s+\p{L}{2,}/u.test(text.replaceAll(/\{[^{}]*\}/g, ''));
    expect(texts.filter(({ text, english }) => text === english && sentence(text)).map(({ key }) => key)).toEqual([]);
  });

  it('tells every story of the portal', () => {
    siteIn(tag);
    const stories = readStories(shippedStories, languageStories([tag]));
    expect(stories.filter(({ texts }) => !texts.has(tag)).map(({ slug }) => slug)).toEqual([]);
  });
});

describe('a site in Portuguese', () => {
  const site = siteIn('pt');
  const releases = fixtureReleases().map(({ bundle }) =>
    viewRelease(spokenIn(bundle, site.languages), answersFrom(bundle.measurements)),
  );
  const files = siteFiles({ site, assets, releases });
  const page = async (path: string) => {
    const found = files.find((file) => file.path === path);
    if (!found) throw new Error(`no ${path}`);
    return String(await found.content());
  };

  it('bakes every page that it has in English, each naming the other', async () => {
    const pagesOf = (language: string) =>
      files
        .map(({ path }) => path)
        .filter((path) => path.startsWith(`${language}/`) && path.endsWith('.html'))
        .map((path) => path.slice(3))
        .sort();
    expect(pagesOf('pt')).toEqual(pagesOf('en'));
    expect(pagesOf('pt').length).toBeGreaterThan(200);
    const start = await page('pt/index.html');
    expect(start).toContain('<html lang="pt" dir="ltr"');
    expect(start).toMatch(/<link rel="alternate" hreflang="en" href="[^"]*en\/"/);
    expect(await page('en/index.html')).toMatch(/<link rel="alternate" hreflang="pt" href="[^"]*pt\/"/);
    expect(start).toContain('Como ler um número');
  });

  it('writes numbers and dates as Portuguese does', async () => {
    const victims = await page('pt/figures/victims.2015/index.html');
    // A no-break space groups thousands, in sentences and in tables.
    const written = {
      sentence: /cerca de \d{1,3}\u00a0\d{3} registos de vítimas identificadas e assistidas registadas em 2015/,
      interval: /\d\u00a0\d{3} a \d{1,3}\u00a0\d{3}/,
      day: /edição 2 de 20 de maio de 2016/,
    };
    for (const [name, pattern] of Object.entries(written)) expect(pattern.test(victims), name).toBe(true);
    const share = await page('pt/figures/purpose.labour.2015/index.html');
    expect(/\d,\d% a \d{2},\d%/.test(share)).toBe(true);
    expect(/\d\.\d%/.test(share)).toBe(false);
  });

  it('has labels, names of countries and stories in Portuguese', async () => {
    for (const [path, text] of [
      ['places/EUR/', 'Europa'],
      ['data/codebook/', 'País de origem ou de residência habitual'],
      ['data/codebook/country_of_origin/', 'Moçambique'],
      ['stories/', 'O retrato de 2015'],
      ['stories/children/', 'Uma pessoa pode ser criança quando o tráfico começa'],
    ] as const) {
      expect((await page(`pt/${path}index.html`)).includes(text), `${path}: ${text}`).toBe(true);
    }
  });

  it('checks quotes in Portuguese', () => {
    const current = releases.at(-1);
    if (!current) throw new Error('no release');
    const index = openIndex(quoteIndexOf(openEdition({ site, assets, releases }, current, 'pt')));
    const shown = (id: string) => index.figures.find((figure) => figure.id === id)?.shown ?? 'nothing';
    const told = (text: string) =>
      checkQuote(index, text).map(({ start, end, verdict, figure }) => [text.slice(start, end), verdict, figure?.id]);
    const labour = shown('purpose.labour.2015');
    expect(told(`Em 2015, ${labour} das vítimas identificadas foram traficadas para exploração laboral.`)).toEqual([
      [labour, 'match', 'purpose.labour.2015'],
    ]);
    const children = shown('children.2015');
    expect(told(`A 20 de maio soube-se: ${children} das pessoas registadas em 2015 eram crianças.`)).toEqual([
      [children, 'match', 'children.2015'],
    ]);
    // The portal's own sentence, interval and all, agrees with itself.
    const sentence = index.figures.find(({ id }) => id === 'sex.male.2015')?.sentence ?? '';
    expect(told(sentence).map(([, verdict]) => verdict)).toEqual(expect.arrayContaining(['match']));
    expect(told(sentence).map(([, verdict]) => verdict)).not.toContain('differs');
  });
});
