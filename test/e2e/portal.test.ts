import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bakeBundles } from '../../packages/portal/src/bake/bake-site.ts';
import { fixtureReleases } from '../../packages/portal/src/fixture.ts';
import { reportContent } from '../../packages/portal/src/report/write-report.ts';
import { type Served, serveSite } from '../../packages/portal/src/serve/serve-site.ts';
import { readSiteFile } from '../../packages/portal/src/site/site-file.ts';
import { launchBrowser } from './browser.ts';
import { beyondBudget, readBudgets, weighSite, writeBudgets } from './portal-weights.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One address of every page type. */
const pages = {
  home: '',
  'figure index': 'figures/',
  'share figure': 'figures/purpose.labour.2015/',
  'count figure': 'figures/victims.2015/',
  'change figure': 'figures/change.2015/',
  'declared figure': 'figures/assisted_since.2015/',
  'withheld or small figure': 'figures/sector.forestry.2015/',
  'figure of one contributor': 'figures/children.2015@agency/',
  places: 'places/',
  place: 'places/EUR/',
  'place in a year': 'places/ESEA/2013/',
  country: 'places/ALB/',
  topics: 'topics/',
  topic: 'topics/labour/',
  'topic by regions': 'topics/labour/region-of-identification/',
  'topic of a mean': 'topics/duration/',
  'topic without figures': 'topics/forced-marriage/',
  explore: 'explore/',
  compare: 'compare/',
  'different counts': 'compare/counts/',
  'beside CTDC': 'compare/ctdc/',
  'map of countries': 'map/',
  'map of regions': 'map/origin-regions/2014/',
  prevalence: 'prevalence/',
  press: 'press/',
  stories: 'stories/',
  story: 'stories/men-and-labour/',
  routes: 'map/routes/',
  'routes of a place': 'map/routes/EUR/2015/',
  report: 'report/2015/',
  'report of another year': 'report/2013/',
  changes: 'changes/',
  data: 'data/',
  'data for programs': 'data/api/',
  codebook: 'data/codebook/',
  'codebook variable': 'data/codebook/labour_sector/',
  'codebook comparison': 'data/codebook/compare/',
  missingness: 'data/missingness/',
  crosswalks: 'data/crosswalks/',
  crosswalk: 'data/crosswalks/htcds-xlsform/',
  methods: 'methods/',
  'changes of a release': 'changes/eeeeffffgggghhhh3333/',
  feeds: 'feeds/',
  glossary: 'glossary/',
  questions: 'faq/',
  ledger: 'methods/ledger/',
  contributors: 'contributors/',
  contributor: 'contributors/river/',
  'unnamed contributor': 'contributors/contributor-5/',
  'your data': 'your-data/',
  contribute: 'contribute/',
  made: 'how-this-was-made/',
  'why a number is missing': 'why/',
  about: 'about/',
  accessibility: 'accessibility/',
  terms: 'terms/',
  'earlier release': 'releases/aaaabbbbccccdddd2222/',
  'no such page': 'no-such-page/',
} as const;

/** Page types, and the pages of all components and charts, which only work on the portal needs and which have no budget. */
const allPages = { ...pages, components: 'components/', 'components: charts': 'components/charts/' } as const;

const releases = fixtureReleases();
const folder = mkdtempSync(join(tmpdir(), 'casebridge-portal-'));
const site = join(folder, 'site');
let served: Served;
let browser: Browser;

beforeAll(async () => {
  await bakeBundles(releases, readSiteFile(), { out: site, gallery: true });
  served = await serveSite(site, { port: 0 });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function withPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const address = (language: string, path: string) => `${served.url}${language}/${path}`;

describe('every page type', () => {
  const cases = ['en', 'ar'].flatMap((language) =>
    Object.entries(allPages).map(([name, path]) => [language, name, path] as const),
  );

  // Contrast depends on light and dark, structure on the language: each page type is tried in both of either, and one of each
  // kind in the other two languages.
  const looks = [
    ...Object.entries(allPages).flatMap(([name, path]) => [
      ['en', 'light', name, path] as const,
      ['ar', 'dark', name, path] as const,
    ]),
    ...(['home', 'share figure', 'place', 'explore', 'report', 'data'] as const).flatMap((name) => [
      ['fr', 'dark', name, pages[name]] as const,
      ['es', 'light', name, pages[name]] as const,
    ]),
  ];

  let scripted: Page;
  let checked: Page;
  let plain: Page;
  const wrong: string[] = [];

  beforeAll(async () => {
    const open = async (options: BrowserContextOptions) => (await browser.newContext(options)).newPage();
    scripted = await open({ viewport: { width: 320, height: 700 } });
    checked = await open({ viewport: { width: 390, height: 844 }, bypassCSP: true });
    plain = await open({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    scripted.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(served.url) && !url.startsWith('data:')) wrong.push(`request ${url}`);
    });
    scripted.on('console', (message) => {
      if (message.type() === 'error' && !/404/.test(message.text())) wrong.push(message.text());
    });
    scripted.on('pageerror', (error) => wrong.push(error.message));
  });

  afterAll(async () => {
    for (const page of [scripted, checked, plain]) await page?.context().close();
  });

  it.each(looks)('is accessible by the rules of axe in %s, %s: %s', async (language, colorScheme, _name, path) => {
    await checked.emulateMedia({ colorScheme });
    await checked.goto(address(language, path), { waitUntil: path === 'explore/' ? 'networkidle' : 'load' });
    await checked.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not(.menu)')) details.open = true;
    });
    await checked.evaluate(axeSource);
    const found = await checked.evaluate(async () => {
      interface Violation {
        id: string;
        nodes: { html: string }[];
      }
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
      const { violations } = await axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    });
    expect(found).toEqual([]);
  });

  it.each(cases)(
    'asks no other host, breaks no policy and does not overflow a phone in %s: %s',
    async (language, _name, path) => {
      wrong.length = 0;
      await scripted.goto(address(language, path), { waitUntil: path === 'explore/' ? 'networkidle' : 'load' });
      expect(wrong).toEqual([]);
      expect(
        await scripted.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(await scripted.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      expect(await scripted.locator('[style]').count()).toBe(0);
    },
  );

  it.each(cases)(
    'can be read without script and says that the data are an example in %s: %s',
    async (language, _name, path) => {
      await plain.goto(address(language, path));
      const note = language === 'ar' ? 'بيانات تمثيلية، غير حقيقية' : 'Example data, not real';
      expect(await plain.locator('.example').textContent()).toContain(note);
      expect(await plain.title()).toContain(note);
      expect(((await plain.locator('main').textContent()) ?? '').length).toBeGreaterThan(60);
      for (const text of await plain.locator('svg.plot').allTextContents()) expect(text).toContain(note);
      expect(await plain.locator('caption').count()).toBe(await plain.locator('caption:has(.not-real)').count());
    },
  );
});

describe('the markup', () => {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ['html-validate:recommended'],
      rules: {
        // How the renderer writes what is the same document.
        'doctype-style': ['error', { style: 'lowercase' }],
        'void-style': ['error', { style: 'selfclosing' }],
        // The renderer leaves “>” in text as it is, which HTML allows.
        'no-raw-characters': 'off',
        // Titles say that the data are an example, and whose site it is.
        'long-title': 'off',
        // Identifiers of figures are anchors.
        'valid-id': ['error', { relaxed: true }],
      },
    }),
  );

  it.each(
    ['en', 'ar'].flatMap((language) => Object.entries(allPages).map(([name, path]) => [language, name, path] as const)),
  )('is valid in %s: %s', async (language, name, path) => {
    const file = join(site, language, ...(name === 'no such page' ? ['404.html'] : [path, 'index.html']));
    const { results } = await validator.validateString(readFileSync(file, 'utf8'), file);
    const found = results.flatMap(({ messages }) => messages);
    expect(found.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`)).toEqual([]);
  });
});

describe('weight', () => {
  it('grows by no more than 2 % without its budget being written anew (CASEBRIDGE_WRITE_BUDGETS=1)', () => {
    const { 'no such page': _none, ...baked } = pages;
    const weights = weighSite(site, ['en', 'fr', 'es', 'ar'], baked);
    if (process.env.CASEBRIDGE_WRITE_BUDGETS === '1') writeBudgets(weights);
    expect(beyondBudget(weights, readBudgets())).toEqual([]);
  });

  const style = () => {
    const html = readFileSync(join(site, 'en', 'index.html'), 'utf8');
    return readFileSync(join(site, /assets\/site[^"]*\.css/.exec(html)?.[0] ?? ''));
  };
  const scripts = (html: string) =>
    [...html.matchAll(/<script type="module" src="[./]*([^"]+)"/g)].map(([, path = '']) =>
      readFileSync(join(site, path)),
    );
  const weightOf = (files: readonly Uint8Array[]) =>
    files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);

  it.each(
    ['en', 'fr', 'es', 'ar'].flatMap((language) =>
      Object.entries(pages).map(([name, path]) => [language, name, path] as const),
    ),
  )('keeps to the budget in %s: %s', (language, name, path) => {
    const file = name === 'no such page' ? '404.html' : `${path}index.html`;
    const html = readFileSync(join(site, language, ...file.split('/')));
    // Shapes of countries are data that happen to stand in the page: 60 KB of their own.
    const isMap = path.startsWith('map/');
    const shapes = isMap ? [...html.toString('utf8').matchAll(/(?<= d=")[^"]*/g)].join('').length : 0;
    expect(shapes).toBeLessThanOrEqual(60_000);
    // What the browser must parse, before compression.
    expect(html.length - shapes).toBeLessThanOrEqual(isMap ? 60_000 : 70_000);
    const travels = brotliCompressSync(html).length + brotliCompressSync(style()).length;
    expect(travels).toBeLessThanOrEqual(isMap ? 60_000 : 70_000);
    expect(weightOf(scripts(html.toString('utf8')))).toBeLessThanOrEqual(name === 'explore' ? 170_000 : 30_000);
  });

  it('brings a reader on slow 4G from the front page to a copied sentence within 150 KB and 5 s', async () => {
    await withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      let bytes = 0;
      session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength;
      });
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: (1.6 * 1024 * 1024) / 8,
        uploadThroughput: (750 * 1024) / 8,
      });
      const start = performance.now();
      await page.goto(address('en', ''), { waitUntil: 'load' });
      await page.locator('.card a', { hasText: 'Labour exploitation' }).click();
      const copy = page.locator('[data-copy]').first();
      await copy.click();
      await page.locator('.copy.done').first().waitFor();
      const elapsed = performance.now() - start;
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
        /Example data, not real.*labour exploitation.*figures\/purpose\.labour\.2015\//s,
      );
      expect(bytes).toBeLessThanOrEqual(150_000);
      expect(elapsed).toBeLessThanOrEqual(5000);
    });
  });
});

describe('the keyboard', () => {
  it.each(['', 'figures/purpose.labour.2015/', 'explore/'])(
    'reaches everything on /%s and shows where it is',
    async (path) => {
      await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
        await page.goto(address('en', path), { waitUntil: 'networkidle' });
        const wanted = await page.evaluate(() => {
          const all = [
            ...document.querySelectorAll<HTMLElement>('a[href], button, select, summary, input, [tabindex="0"]'),
          ];
          const shown = all.filter((element) => element.checkVisibility({ visibilityProperty: true }));
          // One stop for each group of radio buttons.
          const radios = new Set(
            shown.filter((e) => e instanceof HTMLInputElement).map((e) => (e as HTMLInputElement).name),
          );
          return shown.filter((e) => !(e instanceof HTMLInputElement)).length + radios.size;
        });
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
        let reached = 0;
        for (let press = 0; press < wanted + 5; press++) {
          const focus = await page.evaluate(() => {
            const element = document.activeElement as HTMLElement;
            if (element === document.body || element.dataset.reached) return null;
            element.dataset.reached = 'yes';
            const shown =
              element instanceof HTMLInputElement && element.type === 'radio'
                ? (element.nextElementSibling as HTMLElement)
                : element;
            return getComputedStyle(shown).outlineStyle;
          });
          if (focus === null) break;
          expect(focus).not.toBe('none');
          reached++;
          await page.keyboard.press('Tab');
        }
        expect(reached).toBe(wanted);
      });
    },
  );

  it('opens the menu, closes it with Escape and goes back to where it was', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('en', ''));
      const menu = page.locator('details.menu');
      await menu.locator('summary').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('details.menu') !== null)).toBe(true);
      await page.keyboard.press('Escape');
      expect(await menu.getAttribute('open')).toBeNull();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    });
  });

  it('skips to the content', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('en', ''));
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    });
  });
});

describe('every size and setting', () => {
  it.each(['fr', 'es'])('has room for longer words on the narrowest phone in %s', async (language) => {
    await withPage({ viewport: { width: 320, height: 700 } }, async (page) => {
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(address(language, path));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([name, Math.max(0, over)]).toEqual([name, 0]);
      }
    });
  });

  it.each([768, 1280, 3840])('fills %i points without overflow, lines no longer than the eye likes', async (width) => {
    await withPage({ viewport: { width, height: 1000 } }, async (page) => {
      for (const path of ['', 'figures/purpose.labour.2015/', 'explore/', 'methods/']) {
        await page.goto(address('ar', path));
        const measured = await page.evaluate(() => ({
          over: document.documentElement.scrollWidth - window.innerWidth,
          longest: Math.max(
            ...[...document.querySelectorAll('main p')].map((paragraph) => {
              const text = document.createRange();
              text.selectNodeContents(paragraph);
              const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
              return text.getBoundingClientRect().width / size;
            }),
          ),
        }));
        expect(measured.over).toBeLessThanOrEqual(0);
        expect(measured.longest).toBeLessThan(56);
      }
    });
  });

  it('keeps still for those who ask for less motion', async () => {
    await withPage({ reducedMotion: 'reduce' }, async (page) => {
      for (const path of ['', 'figures/purpose.labour.2015/', 'explore/']) {
        await page.goto(address('en', path));
        const moving = await page.evaluate(() =>
          [...document.querySelectorAll('*')].flatMap((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            const still =
              /^(0s(, )?)+$/.test(transitionDuration) && animationName === 'none' && scrollBehavior === 'auto';
            return still ? [] : [element.outerHTML.slice(0, 80)];
          }),
        );
        expect(moving).toEqual([]);
      }
    });
  });
});

describe('the explorer', () => {
  it('opens with its answer, follows choices and keeps them in the address', async () => {
    await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(address('en', 'explore/'), { waitUntil: 'networkidle' });
      await page.locator('.controls select').nth(0).selectOption('sex_or_gender');
      await page.locator('.controls select').nth(1).selectOption('');
      await page.locator('.controls select').nth(2).selectOption('2014');
      await page.locator('.controls select').nth(3).selectOption('2014');
      await page.locator('input[value=count]').check();
      await page.locator('input[value=line]').check();
      await expect.poll(() => page.locator('.explore-title').textContent()).toContain('2014');
      expect(new URL(page.url()).search).toBe('?v=sex_or_gender&year=2014&view=line&show=count');
      const table = (await page.locator('table.answers').textContent()) ?? '';
      await page.reload({ waitUntil: 'networkidle' });
      await expect.poll(() => page.locator('table.answers').textContent()).toBe(table);
      expect(await page.locator('svg.plot').count()).toBe(1);
    });
  });

  it('says what of an impossible address has no answer, and shows its opening', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('en', 'explore/?v=nonsense&by=__proto__&year=1066'), { waitUntil: 'networkidle' });
      expect(await page.locator('.explore-title').textContent()).toContain('2015');
      const said = (await page.locator('.problems').textContent()) ?? '';
      for (const part of ['nonsense', '__proto__', '1066']) expect(said).toContain(`“${part}”`);
    });
  });
});

describe('the codebook', () => {
  it('finds a variable by a word of its definition or answers, without accents, and says when there is none', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('fr', 'data/codebook/'));
      const shown = () => page.locator('[data-variable]:visible').evaluateAll((all) => all.map(({ id }) => id));
      const all = (await shown()).length;
      await page.locator('#find-variable').fill('FRONTIERE');
      await expect.poll(shown).toContain('trafficking_scope');
      expect((await shown()).length).toBeLessThan(all);
      await page.locator('#find-variable').fill('zzzz');
      await expect.poll(() => page.locator('[role=status]').textContent()).toContain('Rien trouvé');
      await page.locator('#find-variable').fill('');
      await expect.poll(async () => (await shown()).length).toBe(all);
    });
  });

  it('sets two variables beside each other by keyboard, keeps them in the address and survives a wrong one', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('en', 'data/codebook/compare/?a=purpose_summary&b=nonsense'));
      const shown = () =>
        page.locator('[data-side]:visible').evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.side));
      await expect.poll(shown).toHaveLength(2);
      expect(await shown()).toContain('purpose_summary');
      const second = page.locator('select[name=b]');
      await second.focus();
      await second.selectOption('duration_years');
      await expect.poll(shown).toEqual(expect.arrayContaining(['purpose_summary', 'duration_years']));
      expect(new URL(page.url()).search).toBe('?a=purpose_summary&b=duration_years');
      await page.reload();
      await expect.poll(shown).toEqual(expect.arrayContaining(['purpose_summary', 'duration_years']));
    });
  });
});

describe('the feed of changes', () => {
  it('is served as Atom, parses in the browser and its links lead to pages', async () => {
    const answer = await fetch(`${served.url}en/changes.atom`);
    expect(answer.headers.get('content-type')).toContain('application/atom+xml');
    const xml = await answer.text();
    // A page of the site may not parse text; the test may.
    const links = await withPage({ bypassCSP: true }, async (page) => {
      await page.goto(address('en', 'feeds/'));
      return page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml');
        if (parsed.querySelector('parsererror')) return [];
        return [...parsed.querySelectorAll('link[rel=alternate]')].map((link) => link.getAttribute('href') ?? '');
      }, xml);
    });
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) {
      expect((await fetch(new URL(link, `${served.url}en/changes.atom`))).status).toBe(200);
    }
  });
});

describe('leaving and remembering', () => {
  it('leaves for the page the site names, forgetting what it kept', async () => {
    await withPage({}, async (page) => {
      let left = '';
      await page.route(/wikipedia/, (route) => {
        left = route.request().url();
        return route.abort();
      });
      await page.goto(address('en', ''));
      await page.evaluate(() => localStorage.setItem('language', 'fr'));
      for (const _ of [1, 2, 3]) await page.keyboard.press('Escape');
      await expect.poll(() => left).toMatch(/^https:\/\/www\.wikipedia\.org\//);
    });
  });

  it('opens the bare address in the language chosen before', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('en', ''));
      await page.locator('[data-language=es]').click();
      await page.goto(served.url);
      await page.waitForURL(address('es', ''));
    });
  });
});

describe('baking', () => {
  it('gives the same bytes for the same bundles', async () => {
    const again = join(folder, 'again');
    await bakeBundles(releases, readSiteFile(), { out: again, gallery: true });
    for (const path of ['figures/purpose.labour.2015/', 'report/2015/', 'explore/', 'map/', 'data/codebook/']) {
      const read = (root: string) => readFileSync(join(root, 'ar', path, 'index.html'), 'utf8');
      expect(read(again)).toBe(read(site));
    }
  });

  it('refuses releases out of order, a missing link and an older release, leaving the site as it is', async () => {
    const [first, second] = releases;
    const before = readFileSync(join(site, 'latest.json'), 'utf8');
    await expect(bakeBundles([second, first], readSiteFile(), { out: site })).rejects.toThrow(/does not follow/);
    await expect(bakeBundles([first], readSiteFile(), { out: site })).rejects.toThrow(/is older/);
    await expect(bakeBundles([], readSiteFile(), { out: site })).rejects.toThrow(/No bundle/);
    expect(readFileSync(join(site, 'latest.json'), 'utf8')).toBe(before);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const stop = new AbortController();
    const out = join(folder, 'stopped');
    const baking = bakeBundles(releases, readSiteFile(), {
      out,
      signal: stop.signal,
      onProgress: (done) => done === 5 && stop.abort(),
    });
    await expect(baking).rejects.toThrow();
    expect(readdirSync(folder).filter((name) => name.includes('stopped'))).toEqual([]);
  });
});

describe('serving', () => {
  it('sends its headers with everything and compresses pages', async () => {
    for (const path of ['en/', 'latest.json', 'nowhere/', 'r/eeeeffffgggghhhh3333/data/tables.csv']) {
      const { headers } = await fetch(`${served.url}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('set-cookie')).toBeNull();
    }
    const page = await fetch(`${served.url}en/`, { headers: { 'accept-encoding': 'br' } });
    expect(page.headers.get('content-encoding')).toBe('br');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await fetch(`${served.url}en/`, { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('keeps data of a release for ever and lets anyone read them', async () => {
    const { headers } = await fetch(`${served.url}r/eeeeffffgggghhhh3333/data/tables.csv`, {
      headers: { range: 'bytes=0-8' },
    });
    expect(headers.get('content-range')).toMatch(/^bytes 0-8\//);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  it('takes nothing but GET and HEAD', async () => {
    const answer = await fetch(`${served.url}en/`, { method: 'POST', body: 'x' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  it('refuses a folder that is no site, and a port that is taken', async () => {
    await expect(serveSite(folder, { port: 0 })).rejects.toThrow(/not a baked site/);
    await expect(serveSite(site, { port: Number(new URL(served.url).port) })).rejects.toThrow(/cannot be used/);
  });
});

describe('the sliders of the unseen', () => {
  it('say what the table says, and move by keyboard', async () => {
    await withPage({}, async (page) => {
      await page.goto(address('en', 'prevalence/'));
      const said = page.locator('[data-said]');
      expect(await said.textContent()).toContain('about 150 people');
      await page.locator('[data-missed]').focus();
      await page.keyboard.press('ArrowRight');
      expect(await said.textContent()).toContain('the matching finds 18. Estimate: 60 × 50 ÷ 18 = about 167 people');
      expect(await page.locator('[data-missed]').getAttribute('aria-valuetext')).toBe('10 in 100');
      const apart = await page.locator('.circles circle').first().getAttribute('cx');
      await page.locator('[data-shared]').focus();
      await page.keyboard.press('End');
      expect(await page.locator('.circles circle').first().getAttribute('cx')).not.toBe(apart);
      expect(await page.locator('#idea td.here').textContent()).toBe('67');
    });
  });
});

describe('a report file', () => {
  it('is a tagged PDF that says its data are an example', async () => {
    const [, { bundle }] = releases;
    const pdf = await reportContent(bundle, readSiteFile(), { year: '2015', language: 'ar', form: 'pdf' });
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toMatch(/\/Marked true/);
    expect(text).toContain('/Outlines');
  });
});
