// What a figure, a contributor's page and the press kit promise in every language.
import { answersFrom } from '@casebridge/privacy/results';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SiteFile } from '../bake/room-set.ts';
import { siteFiles } from '../bake/site-pages.ts';
import type { Script } from '../components/page.ts';
import { fixtureReleases } from '../fixture.ts';
import { viewRelease } from '../model/release-view.ts';
import { inLanguage, readSiteFile } from '../site/site-file.ts';
import { openCatalogue } from '../text/catalogue.ts';

const site = readSiteFile();
const releases = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
const [, newest] = releases;
const script: Script = { path: 'site.js', integrity: 'sha384-x' };
const named = <Value>(value: Value): Readonly<Record<string, Value>> => new Proxy({}, { get: () => value });
let files: ReadonlyMap<string, SiteFile>;
beforeAll(() => {
  const assets = { style: 'a.css', styles: named('b.css'), scripts: named(script), icon: 'i.svg', logo: null };
  files = new Map(siteFiles({ site, assets, releases }).map((file) => [file.path, file]));
});
const textOf = async (path: string) => String(await files.get(path)?.content());
const pageOf = async (path: string) => parseHTML(await textOf(path)).document as unknown as Document;
const languages = site.languages;

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

  it('says the same on its page, in the alt text of its picture and in the picture’s own description', async () => {
    for (const id of ids) {
      const long = newest?.figure(id)?.sentences[language]?.long ?? '';
      expect(long.length).toBeGreaterThan(60);
      const page = await pageOf(`${language}/figures/${id}/index.html`);
      const said = [...page.querySelectorAll('[data-sentence]')].map((each) => each.textContent ?? '');
      expect(said, id).toContain(long);
      const code = [...page.querySelectorAll('#embed code')].at(-1)?.textContent ?? '';
      const alt = parseHTML(`<body>${code}</body>`).document.querySelector('img')?.getAttribute('alt');
      expect(alt, id).toBe(long);
      const drawn = parseHTML(await textOf(`${language}/figures/${id}.svg`)).document;
      expect(drawn.querySelector('desc')?.textContent, id).toBe(long);
    }
  });

  it('has a description with its caveat for every picture of its page, and a table of its numbers', async () => {
    const { text } = openCatalogue(language, site.numerals[language]);
    for (const id of ids) {
      const page = await pageOf(`${language}/figures/${id}/index.html`);
      const pictures = [...page.querySelectorAll('main figure.chart svg')];
      expect(pictures.length, id).toBeGreaterThan(0);
      for (const picture of pictures)
        expect(picture.querySelector('desc')?.textContent).toContain(text('chart.spoken'));
      expect(page.querySelectorAll('main table.figures').length, id).toBeGreaterThan(0);
    }
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
    }
    expect(site.helpLines.length).toBeGreaterThan(0);
  });
});
