import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bakeBundles } from '../../packages/portal/src/bake/bake-site.ts';
import { reportContent } from '../../packages/portal/src/report/write-report.ts';
import { serveSite } from '../../packages/portal/src/serve/serve-site.ts';
import { readSiteFile } from '../../packages/portal/src/site/site-file.ts';
import { allPages, openPortalSite, type PortalSite, pages } from './portal-site.ts';
import { beyondBudget, readBudgets, weighSite, writeBudgets } from './portal-weights.ts';
import { heardOn, isHeard, readScript } from './screen-reader-script.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let portal: PortalSite;
beforeAll(async () => {
  portal = await openPortalSite();
});
afterAll(async () => {
  await portal?.close();
});
const address: PortalSite['address'] = (language, path) => portal.address(language, path);
const withPage: PortalSite['withPage'] = (options, work) => portal.withPage(options, work);

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
    const open = async (options: BrowserContextOptions) => (await portal.browser.newContext(options)).newPage();
    scripted = await open({ viewport: { width: 320, height: 700 } });
    checked = await open({ viewport: { width: 390, height: 844 }, bypassCSP: true });
    plain = await open({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    scripted.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(portal.served.url) && !url.startsWith('data:')) wrong.push(`request ${url}`);
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

describe('what Chromium hands to screen readers', () => {
  const script = readScript();
  const everywhere = script.find(({ path }) => path === null)?.lines ?? [];

  it('is scripted for twelve kinds of page and more', () => {
    expect(script.length).toBeGreaterThan(12);
    expect(everywhere.length).toBeGreaterThan(7);
    for (const { title, lines } of script) expect(lines.length, title).toBeGreaterThan(1);
  });

  it.each(script.flatMap(({ title, path, lines }) => (path === null ? [] : [[title, path, lines] as const])))(
    'has what the script expects: %s',
    async (_title, path, lines) => {
      await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
        await page.goto(portal.served.url + path, { waitUntil: 'networkidle' });
        const heard = await heardOn(page);
        const expected = path.startsWith('en/') ? [...everywhere, ...lines] : lines;
        expect(expected.filter((line) => !isHeard(line, heard))).toEqual([]);
        // No picture is without a name, and none without its caveat.
        const pictures = heard.filter((each) => each.startsWith('picture '));
        for (const each of pictures) expect(each, path).toMatch(/not a measure of how much|This is not prevalence/);
      });
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
    const file = join(portal.site, language, ...(name === 'no such page' ? ['404.html'] : [path, 'index.html']));
    const { results } = await validator.validateString(readFileSync(file, 'utf8'), file);
    const found = results.flatMap(({ messages }) => messages);
    expect(found.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`)).toEqual([]);
  });
});

describe('weight', () => {
  it('grows by no more than 2 % without its budget being written anew (CASEBRIDGE_WRITE_BUDGETS=1)', () => {
    const { 'no such page': _none, ...baked } = pages;
    const weights = weighSite(portal.site, ['en', 'fr', 'es', 'ar'], baked);
    if (process.env.CASEBRIDGE_WRITE_BUDGETS === '1') writeBudgets(weights);
    expect(beyondBudget(weights, readBudgets())).toEqual([]);
  });

  const style = () => {
    const html = readFileSync(join(portal.site, 'en', 'index.html'), 'utf8');
    return readFileSync(join(portal.site, /assets\/site[^"]*\.css/.exec(html)?.[0] ?? ''));
  };
  const scripts = (html: string) =>
    [...html.matchAll(/<script type="module" src="[./]*([^"]+)"/g)].map(([, path = '']) =>
      readFileSync(join(portal.site, path)),
    );
  const weightOf = (files: readonly Uint8Array[]) =>
    files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);

  it.each(
    ['en', 'fr', 'es', 'ar'].flatMap((language) =>
      Object.entries(pages).map(([name, path]) => [language, name, path] as const),
    ),
  )('keeps to the budget in %s: %s', (language, name, path) => {
    const file = name === 'no such page' ? '404.html' : `${path}index.html`;
    const html = readFileSync(join(portal.site, language, ...file.split('/')));
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

describe('baking', () => {
  it('gives the same bytes for the same bundles', async () => {
    const again = join(portal.folder, 'again');
    // Of thousands of pictures one is drawn again.
    const leaveOut = /(?<!ar\/figures\/purpose\.labour\.2015)\.png$/;
    await bakeBundles(portal.releases, readSiteFile(), { out: again, gallery: true, leaveOut });
    const picture = (root: string) => readFileSync(join(root, 'ar/figures/purpose.labour.2015.png'));
    expect(picture(again).equals(picture(portal.site))).toBe(true);
    for (const path of ['figures/purpose.labour.2015/', 'report/2015/', 'explore/', 'map/', 'data/codebook/']) {
      const read = (root: string) => readFileSync(join(root, 'ar', path, 'index.html'), 'utf8');
      expect(read(again)).toBe(read(portal.site));
    }
  });

  it('refuses portal.releases out of order, a missing link and an older release, leaving the site as it is', async () => {
    const [first, second] = portal.releases;
    const before = readFileSync(join(portal.site, 'latest.json'), 'utf8');
    await expect(bakeBundles([second, first], readSiteFile(), { out: portal.site })).rejects.toThrow(/does not follow/);
    await expect(bakeBundles([first], readSiteFile(), { out: portal.site })).rejects.toThrow(/is older/);
    await expect(bakeBundles([], readSiteFile(), { out: portal.site })).rejects.toThrow(/No bundle/);
    expect(readFileSync(join(portal.site, 'latest.json'), 'utf8')).toBe(before);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const stop = new AbortController();
    const out = join(portal.folder, 'stopped');
    const baking = bakeBundles(portal.releases, readSiteFile(), {
      out,
      signal: stop.signal,
      onProgress: (done) => done === 5 && stop.abort(),
    });
    await expect(baking).rejects.toThrow();
    expect(readdirSync(portal.folder).filter((name) => name.includes('stopped'))).toEqual([]);
  });
});

describe('serving', () => {
  it('sends its headers with everything and compresses pages', async () => {
    for (const path of ['en/', 'latest.json', 'nowhere/', 'r/eeeeffffgggghhhh3333/data/tables.csv']) {
      const { headers } = await fetch(`${portal.served.url}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('set-cookie')).toBeNull();
    }
    const page = await fetch(`${portal.served.url}en/`, { headers: { 'accept-encoding': 'br' } });
    expect(page.headers.get('content-encoding')).toBe('br');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await fetch(`${portal.served.url}en/`, {
      headers: { 'if-none-match': page.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('keeps data of a release for ever and lets anyone read them', async () => {
    const { headers } = await fetch(`${portal.served.url}r/eeeeffffgggghhhh3333/data/tables.csv`, {
      headers: { range: 'bytes=0-8' },
    });
    expect(headers.get('content-range')).toMatch(/^bytes 0-8\//);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  it('takes nothing but GET and HEAD', async () => {
    const answer = await fetch(`${portal.served.url}en/`, { method: 'POST', body: 'x' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  it('refuses a folder that is no site, and a port that is taken', async () => {
    await expect(serveSite(portal.folder, { port: 0 })).rejects.toThrow(/not a baked site/);
    await expect(serveSite(portal.site, { port: Number(new URL(portal.served.url).port) })).rejects.toThrow(
      /cannot be used/,
    );
  });
});

describe('a report file', () => {
  it('is a tagged PDF that says its data are an example', async () => {
    const [, { bundle }] = portal.releases;
    const pdf = await reportContent(bundle, readSiteFile(), { year: '2015', language: 'ar', form: 'pdf' });
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toMatch(/\/Marked true/);
    expect(text).toContain('/Outlines');
  });
});
