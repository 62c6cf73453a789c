import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bakeBundles } from '../../packages/portal/src/bake/bake-site.ts';
import { fixtureReleases } from '../../packages/portal/src/fixture.ts';
import { type Served, serveSite } from '../../packages/portal/src/serve/serve-site.ts';
import { readSiteFile } from '../../packages/portal/src/site/site-file.ts';
import { launchBrowser } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebridge-figures-'));
const site = join(folder, 'site');
const releases = fixtureReleases();
const [first, second] = releases.map(({ bundle }) => bundle.manifest);
let served: Served;
let later: Served;
let browser: Browser;

beforeAll(async () => {
  await bakeBundles(releases, { ...readSiteFile(), languages: ['en', 'ar'] }, { out: site, leaveOut: /\.png$/ });
  served = await serveSite(site, { port: 0 });
  browser = await launchBrowser();
  // The same site as an old copy sees it: a release 3 has come since.
  await writeFile(join(site, 'latest.json'), JSON.stringify({ release: 'later', sequence: 3 }));
  const values = join(site, 'embed', 'values.en.json');
  const told = JSON.parse(await readFile(values, 'utf8'));
  await writeFile(values, JSON.stringify({ values: { ...told.values, 'purpose.labour.2015': '71% (70–72%)' } }));
  later = await serveSite(site, { port: 0 });
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await later?.close();
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

const labour = 'figures/purpose.labour.2015/';

describe('a share from known answers to all records', () => {
  it('moves by keyboard through the rows of its table', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${served.url}en/${labour}`);
      const slider = page.locator('[data-bounds] input[type=range]');
      const said = page.locator('[data-bounds-said]');
      const ends = await said.textContent();
      expect(ends).toMatch(/^Between \d+% and \d+% of all records/);
      await slider.focus();
      for (const _ of [1, 2, 3, 4]) await page.keyboard.press('ArrowLeft');
      expect(await said.textContent()).toMatch(/^\d+% of the records with a known answer/);
      expect(await slider.getAttribute('aria-valuetext')).toContain('known answers only');
      expect(await page.locator('.bounds-table tr.here').count()).toBe(1);
      await page.keyboard.press('End');
      expect(await said.textContent()).toBe(ends);
    });
  });

  it('has all its steps in a table without script', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${served.url}en/${labour}`);
      expect(await page.locator('.bounds-table tbody tr').count()).toBe(5);
      expect(await page.locator('[data-bounds-slider]').isVisible()).toBe(false);
      expect(await page.locator('[data-bounds-said]').textContent()).toMatch(/^Between/);
    });
  });
});

describe('copying', () => {
  it('gives the sentence, its address and a footnote', async () => {
    await withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.goto(`${served.url}en/${labour}`);
      await page.locator('.sentence.lead [data-copy]').click();
      await page.locator('.copy.done').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain(`${served.url}en/${labour}\n\n`);
      const cited = /Figure purpose\.labour\.2015, Casebridge release 2.*\(eeeeffffgggghhhh3333\)\.$/;
      expect(copied).toMatch(cited);
      // In other languages too, and where the press finds them.
      await page.goto(`${served.url}en/press/`);
      const article = page.locator('article[id="purpose.labour.2015"]');
      await article
        .locator('details', { has: page.locator('.sentence') })
        .locator('summary')
        .click();
      await article
        .locator('.sentence', { has: page.locator('[lang=ar]') })
        .locator('[data-copy]')
        .click();
      await page.locator('.copy.done').waitFor();
      const arabic = await page.evaluate(() => navigator.clipboard.readText());
      expect(arabic).toContain('الضحايا');
      expect(arabic).toContain(`${served.url}en/${labour}\n\n`);
      expect(arabic).toMatch(cited);
    });
  });

  it('gives code that names the site it was copied from', async () => {
    await withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.goto(`${served.url}ar/${labour}`);
      await page.locator('[data-copy=plain]').first().click();
      await page.locator('.copy.done').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain(`src="${served.url}embed/${labour}#ar"`);
    });
  });
});

describe('a figure in a frame', () => {
  const release = `embed/${labour}${second?.release}/`;

  it('may be framed by any site, and only it', async () => {
    const policy = async (path: string) => (await fetch(`${served.url}${path}`)).headers.get('content-security-policy');
    expect(await policy(`embed/${labour}`)).toContain('frame-ancestors *');
    expect(await policy(release)).toContain('frame-ancestors *');
    expect(await policy(`en/${labour}`)).toContain("frame-ancestors 'none'");
    await withPage({}, async (page) => {
      const body = `<!doctype html><iframe src="${served.url}embed/${labour}#en" width="360" height="400"></iframe>`;
      const other = createServer((_, response) => response.setHeader('content-type', 'text/html').end(body));
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const address = other.address();
      await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
      const frame = page.frameLocator('iframe');
      await frame.locator('#en .number').waitFor();
      expect(await frame.locator('#en .number').textContent()).toMatch(/^\d+%$/);
      other.close();
    });
  });

  it.each([true, false])('shows the language its address names, with script: %s', async (javaScriptEnabled) => {
    await withPage({ javaScriptEnabled }, async (page) => {
      for (const [fragment, language] of [
        ['#ar', 'ar'],
        ['#en', 'en'],
        ['', 'en'],
        ['#xx', 'en'],
      ] as const) {
        await page.goto('about:blank');
        await page.goto(`${served.url}embed/${labour}${fragment}`);
        const shown = page.locator('article:visible');
        expect(await shown.count()).toBe(1);
        expect(await shown.getAttribute('lang')).toBe(language);
        expect(await shown.textContent()).toContain(language === 'en' ? 'Example data' : 'بيانات تمثيلية');
      }
    });
  });

  it('says quietly what a newer release says, unless it is frozen; it asks its own site only', async () => {
    await withPage({}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${later.url}${release}`, { waitUntil: 'networkidle' });
      expect(await page.locator('#en [data-newer-line]').textContent()).toBe(
        'Superseded: release 3 says 71% (70–72%).',
      );
      expect(asked.every((url) => url.startsWith(later.url))).toBe(true);
      asked.length = 0;
      await page.goto(`${later.url}${release}?frozen`, { waitUntil: 'networkidle' });
      expect(await page.locator('#en [data-newer-line]').isVisible()).toBe(false);
      expect(asked.filter((url) => url.endsWith('.json'))).toEqual([]);
      await page.goto(`${served.url}${release}`, { waitUntil: 'networkidle' });
      expect(await page.locator('#en [data-newer-line]').isVisible()).toBe(false);
    });
  });

  it('keeps what each release said at an address of its own', async () => {
    const read = async (of: string | undefined) =>
      (await fetch(`${served.url}embed/figures/purpose.labour.2014/${of}/`)).text();
    expect(await read(first?.release)).toContain('As of release 1');
    expect(await read(second?.release)).toContain('As of release 2');
  });
});

describe('a pocket edition', () => {
  it.each([
    'pocket/EUR.en.html',
    'pocket/all.en.html',
    'pocket/EUR.ar.html',
    'pocket/ALB.en.html',
    'pocket/ALB.ar.html',
  ])('is one file below 1 MB that asks for nothing: %s', async (path) => {
    expect((await stat(join(site, path))).size).toBeLessThan(1_000_000);
    await withPage({ offline: true }, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`file://${join(site, path)}`);
      expect(asked).toHaveLength(1);
      expect(await page.locator('script, img, iframe, link').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      expect(await page.locator('.help a[href^="tel:"]').count()).toBeGreaterThan(0);
      expect(await page.locator('table.figures').count()).toBeGreaterThan(path.includes('ALB') ? 2 : 5);
      expect(await page.locator('caption').count()).toBe(await page.locator('caption:has(.not-real)').count());
      const targets = await page.locator('a[href^="#"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      for (const target of targets) expect(await page.locator(`[id="${target?.slice(1)}"]`).count()).toBe(1);
      expect(await page.locator('a:not([href^="#"]):not([href^="tel:"])').count()).toBe(0);
    });
  });

  it('looks the same from the site, which lets it do no more', async () => {
    const policy = (await fetch(`${served.url}pocket/EUR.en.html`)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    await withPage({}, async (page) => {
      await page.goto(`${served.url}en/places/EUR/`);
      expect(await page.locator('a[href$="pocket/EUR.en.html"][download]').count()).toBe(1);
      await page.goto(`${served.url}pocket/EUR.en.html`);
      expect(await page.locator('h1').evaluate((h1) => Number.parseInt(getComputedStyle(h1).fontWeight, 10))).toBe(600);
    });
  });
});

describe('a missing number', () => {
  it('has a reason at an address of its own for every mark', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${served.url}en/methods/`);
      const links = await page.locator('.legend a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(links.length).toBeGreaterThanOrEqual(6);
      await page.goto(`${served.url}en/why/`);
      for (const link of links) {
        const id = link?.split('#')[1] ?? '';
        expect(await page.locator(`section[id="${id}"] a`).count()).toBeGreaterThan(0);
      }
    });
  });
});
