// What a figure, a contributor's page and the press kit promise in every language, Portuguese, which is a folder, among them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersFrom } from '@casebridge/privacy/results';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteFile } from '../bake/room-set.ts';
import { siteFiles } from '../bake/site-pages.ts';
import type { Script } from '../components/page.ts';
import { fixtureReleases } from '../fixture.ts';
import { viewRelease } from '../model/release-view.ts';
import { spokenIn } from '../model/spoken-bundle.ts';
import { inLanguage, readSiteFile } from '../site/site-file.ts';
import { openCatalogue } from '../text/catalogue.ts';
import { figureWordsIn } from '../text/figure-words.ts';

const home = mkdtempSync(join(tmpdir(), 'casebridge-promises-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const site = inFiveLanguages();
const releases = fixtureReleases().map(({ bundle }) =>
  viewRelease(spokenIn(bundle, site.languages), answersFrom(bundle.measurements)),
);
const [, newest] = releases;
const script: Script = { path: 'site.js', integrity: 'sha384-x' };
const named = <Value>(value: Value): Readonly<Record<string, Value>> => new Proxy({}, { get: () => value });
let files: ReadonlyMap<string, SiteFile>;
beforeAll(() => {
  const assets = { style: 'a.css', styles: named('b.css'), scripts: named(script), icon: 'i.svg', logo: null };
  files = new Map(siteFiles({ site, assets, releases }).map((file) => [file.path, file]));
}, 180_000);
const textOf = async (path: string) => String(await files.get(path)?.content());
const pageOf = async (path: string) => parseHTML(await textOf(path)).document as unknown as Document;
const languages = site.languages;

function inFiveLanguages() {
  const file = join(home, 'site.yaml');
  const own = readFileSync(new URL('../../site.yaml', import.meta.url), 'utf8');
  writeFileSync(file, own.replace('languages: [en, fr, es, ar]', 'languages: [en, fr, es, ar, pt]'));
  const read = readSiteFile(file);
  if (read.languages.length !== 5) throw new Error('the site of this test has five languages');
  return read;
}

// A share, a count, a change, what is declared, and what is withheld.
const ids = ['purpose.labour.2015', 'victims.2015', 'change.2015', 'assisted_since.2015', 'children.2015@agency'];

describe.each(languages)('a figure in %s', (language) => {
  it('is linked to the map of what is not known', async () => {
    for (const id of ids) {
      const page = await pageOf(`${language}/figures/${id}/index.html`);
      expect(page.querySelector('main a[href$="/data/missingness/"]')?.textContent, id).toBeTruthy();
    }
  });

  it('can be shown elsewhere in a frame that follows, in one that stays, as a table and as a picture', async () => {
    for (const id of ids) {
      const page = await pageOf(`${language}/figures/${id}/index.html`);
      const ways = [...page.querySelectorAll('#embed code')].map((code) => code.textContent ?? '');
      expect(ways.length, id).toBe(4);
      const [follow = '', frozen = '', table = '', picture = ''] = ways;
      const release = newest?.bundle.manifest.release;
      expect(follow).toContain(`/embed/figures/${id}/#${language}"`);
      expect(frozen).toContain(`/embed/figures/${id}/${release}/?frozen#${language}"`);
      for (const code of [follow, frozen, picture]) expect(code).toContain('referrerpolicy="no-referrer"');
      expect(
        files.has(`embed/figures/${id}/index.html`) && files.has(`embed/figures/${id}/${release}/index.html`),
      ).toBe(true);
      const figure = newest?.figure(id);
      expect(table.replaceAll('&amp;', '&').replaceAll('&quot;', '"'), id).toContain(
        figure?.sentences[language]?.short,
      );
      expect(picture).toContain(`/${language}/figures/${id}.png"`);
      expect(files.has(`${language}/figures/${id}.png`), id).toBe(true);
    }
  });

  it('says the same in its picture’s description on the page, in the alt text of what others paste and in the picture’s files', async () => {
    for (const id of ids) {
      const long = newest?.figure(id)?.sentences[language]?.long ?? '';
      expect(long.length).toBeGreaterThan(60);
      const page = await pageOf(`${language}/figures/${id}/index.html`);
      const said = [...page.querySelectorAll('[data-sentence]')].map((each) => each.textContent ?? '');
      expect(said, id).toContain(long);
      const spoken = page.querySelector('#history figure.chart desc')?.textContent ?? '';
      // The long sentence first, then every year that is drawn.
      expect(spoken.startsWith(long), id).toBe(true);
      const figure = newest?.figure(id);
      for (const { period } of figure ? (newest?.series(figure) ?? []) : []) expect(spoken, id).toContain(period);
      const code = [...page.querySelectorAll('#embed code')].at(-1)?.textContent ?? '';
      const alt = parseHTML(`<body>${code}</body>`).document.querySelector('img')?.getAttribute('alt');
      expect(alt, id).toBe(spoken);
      const drawn = parseHTML(await textOf(`${language}/figures/${id}.svg`)).document;
      expect(drawn.querySelector('desc')?.textContent, id).toBe(spoken);
    }
  });
});

const drawingPages = [
  '',
  'compare/',
  'explore/',
  'methods/',
  'prevalence/',
  'contributors/',
  'contributors/agency/',
  'map/',
];
const further = ['places/EUR/', 'places/ALB/', 'topics/labour/', 'stories/2015-picture/', 'report/2015/', 'changes/'];

describe.each(languages)('every picture in %s', (language) => {
  it('has a name, a description with its caveat, and a table on its page', async () => {
    const { text } = openCatalogue(language, site.numerals[language]);
    const notPrevalence = figureWordsIn(language, 'record').caveat('not_prevalence');
    const sentences = releases.flatMap(({ bundle }) =>
      bundle.figures.map((figure) => figure.sentences[language]?.long ?? '?'),
    );
    let drawn = 0;
    for (const path of [...drawingPages, ...further, ...ids.map((id) => `figures/${id}/`)]) {
      const page = await pageOf(`${language}/${path}index.html`);
      const pictures = [...page.querySelectorAll('main svg[aria-labelledby]')];
      for (const picture of pictures) {
        const description = picture.querySelector('desc')?.textContent ?? '';
        expect(picture.querySelector('title')?.textContent, path).toBeTruthy();
        expect(description.length, path).toBeGreaterThan(60);
        expect(
          [text('chart.spoken'), notPrevalence].some((each) => description.includes(each)) ||
            sentences.some((each) => description.startsWith(each)),
          `${path}: ${description}`,
        ).toBe(true);
        expect(description, path).not.toMatch(/\.\.|undefined/);
      }
      drawn += pictures.length;
      if (pictures.length > 0) expect(page.querySelectorAll('main table').length, path).toBeGreaterThan(0);
    }
    expect(drawn).toBeGreaterThan(25);
  });
});

describe.each(languages)('the press kit in %s', (language) => {
  it('has the sentences of the figures’ pages', async () => {
    const page = await pageOf(`${language}/press/index.html`);
    const figures = [...page.querySelectorAll('article[data-figure]')];
    expect(figures.length).toBeGreaterThan(4);
    for (const article of figures) {
      const figure = newest?.figure(article.getAttribute('data-figure') ?? '');
      const said = [...article.querySelectorAll('[data-sentence]')].map((each) => each.textContent);
      for (const each of languages) expect(said, figure?.id).toContain(figure?.sentences[each]?.short);
    }
  });

  it('has the figures’ pictures, whose alt text is what is heard on the figures’ pages', async () => {
    const page = await pageOf(`${language}/press/index.html`);
    for (const article of page.querySelectorAll('article[data-figure]')) {
      const id = article.getAttribute('data-figure') ?? '';
      const own = await pageOf(`${language}/figures/${id}/index.html`);
      const spoken = own.querySelector('#history figure.chart desc')?.textContent;
      const image = article.querySelector('img');
      expect(image?.getAttribute('alt'), id).toBe(spoken);
      expect(image?.parentElement?.querySelector('button[data-copy="plain"]')?.textContent).toBeTruthy();
      const files = [...article.querySelectorAll('.press-files a')].map((each) => each.getAttribute('href') ?? '');
      expect(files).toContain(image?.getAttribute('src'));
      expect(files.map((each) => each.replace(/^.*figures\//, ''))).toEqual([
        `${id}.png`,
        `${id}.square.png`,
        `${id}.svg`,
      ]);
    }
  });
});

describe.each(languages)('the pocket editions in %s', (language) => {
  it('are of every region and country that has a page, and of all places', async () => {
    const paths = [...files.keys()];
    const places = paths.flatMap(
      (path) => new RegExp(`^${language}/places/([A-Z]+)/index.html$`).exec(path)?.[1] ?? [],
    );
    const pockets = paths.flatMap((path) => new RegExp(`^pocket/(\\w+)\\.${language}\\.html$`).exec(path)?.[1] ?? []);
    expect(pockets.sort()).toEqual(['all', ...places].sort());
    expect(places).toEqual(expect.arrayContaining(['EUR', 'ALB']));
    const page = await pageOf(`pocket/ALB.${language}.html`);
    expect(page.documentElement.getAttribute('lang')).toBe(language);
    expect(page.querySelectorAll('main table').length).toBeGreaterThan(2);
    expect(page.querySelectorAll('a[href^="/"], a[href^="."], script, img, link').length).toBe(0);
    const own = await pageOf(`${language}/places/ALB/index.html`);
    expect(own.querySelector(`a[href$="pocket/ALB.${language}.html"][download]`)).toBeTruthy();
  });
});

describe.each(languages)('safety in %s', (language) => {
  it('leads from every contributor’s page to how to withdraw, and shows help lines and the way out on every page', async () => {
    const statements = newest?.bundle.coverage.contributors ?? [];
    expect(statements.length).toBeGreaterThan(3);
    for (const { id } of statements) {
      const page = await pageOf(`${language}/contributors/${id}/index.html`);
      expect(page.querySelector('main a[href$="/your-data/"]')?.textContent, id).toBeTruthy();
    }
    const { text } = openCatalogue(language, site.numerals[language]);
    for (const path of ['', 'your-data/', 'contributors/', 'map/', 'figures/victims.2015/']) {
      const page = await pageOf(`${language}/${path}index.html`);
      const help = page.querySelector('aside.help');
      expect(help?.textContent, path).toContain(text('help.text'));
      expect(help?.querySelectorAll('a[href^="tel:"]').length, path).toBe(site.helpLines.length);
      for (const { place } of site.helpLines) expect(help?.textContent).toContain(inLanguage(place, language));
      // The way out comes before everything that can be read or pressed but the link to the content, and leaves no trace.
      const exit = page.querySelector('a[data-exit]');
      expect(exit?.textContent, path).toBe(text('exit'));
      expect(exit?.getAttribute('href'), path).toBe(site.quickExit);
      expect(exit?.getAttribute('rel'), path).toContain('noreferrer');
      expect(help?.textContent, path).toContain(text('help.exit'));
    }
    expect(site.helpLines.length).toBeGreaterThan(0);
  });

  it('shows nobody: no photograph, no words of a person, no way to a place within a country', async () => {
    for (const [path] of files) {
      if (!path.startsWith(`${language}/stories/`) || !path.endsWith('.html')) continue;
      const page = await pageOf(path);
      expect(page.querySelectorAll('main img, main video, main audio').length, path).toBe(0);
      // The only words set as somebody’s are sentences of figures.
      for (const quote of page.querySelectorAll('main blockquote'))
        expect(quote.querySelector('[data-sentence]'), path).toBeTruthy();
    }
    const routes = await pageOf(`${language}/map/routes/EUR/2015/index.html`);
    const ends = [...routes.querySelectorAll('main tbody th[scope="row"]')];
    expect(ends.length).toBeGreaterThan(0);
  });
});
