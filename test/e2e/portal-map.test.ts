// Maps and routes in a browser: the pages of one bake, served as files.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { answersFrom } from '@casebridge/privacy/results';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '../../packages/portal/src/bake/assets.ts';
import { siteFiles } from '../../packages/portal/src/bake/site-pages.ts';
import { fixtureReleases } from '../../packages/portal/src/fixture.ts';
import { viewRelease } from '../../packages/portal/src/model/release-view.ts';
import { type Served, serveSite } from '../../packages/portal/src/serve/serve-site.ts';
import { readSiteFile } from '../../packages/portal/src/site/site-file.ts';
import { launchBrowser } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebridge-map-'));
let served: Served;
let browser: Browser;

beforeAll(async () => {
  const site = { ...readSiteFile(), languages: ['en', 'ar'] };
  const { assets, files } = await loadAssets(site);
  const releases = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, bytes] of files) put(path, bytes);
  for (const { path, content } of siteFiles({ site, assets, releases })) {
    if (/^\w+\/map\/(index|.*2015\/)|routes\/index/.test(path)) put(path, await content());
  }
  put('index.html', '');
  put('latest.json', '{}');
  served = await serveSite(folder, { port: 0 });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function withPage<T>(path: string, work: (page: Page) => Promise<T>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1600 }, ...options });
  try {
    const page = await context.newPage();
    await page.goto(`${served.url}${path}`);
    return await work(page);
  } finally {
    await context.close();
  }
}

describe('the map', () => {
  it('reads a place out when it is chosen by keyboard, pointed at or tapped', async () => {
    await withPage('en/map/', async (page) => {
      const readout = page.locator('[data-readout]');
      await page.locator('[data-find]').focus();
      await page.keyboard.type('Ukr');
      await expect
        .poll(() => readout.textContent())
        .toMatch(/^Ukraine\. Records, about: [\d,]+\. 95% interval: [\d,–]+\./);
      expect(await page.locator('.world .chosen').count()).toBe(1);
      expect(await page.locator('tr.chosen th').textContent()).toBe('Ukraine');
      await page.locator('path[data-place=IND]').hover();
      await expect.poll(() => readout.textContent()).toContain('India.');
      await page.locator('h1').hover();
      await page.locator('.world path[data-place=BRA]').click();
      expect(await page.locator('[data-find]').inputValue()).toBe('BRA');
      expect(await readout.textContent()).toContain('Brazil.');
    });
  });

  it('shows contributors at work, and hides them when asked, without script', async () => {
    await withPage(
      'en/map/',
      async (page) => {
        const layer = page.locator('svg.plot .presence');
        expect(await layer.isVisible()).toBe(true);
        await page.locator('[data-presence]').uncheck();
        expect(await layer.isVisible()).toBe(false);
        expect(await page.locator('[data-finder]').isVisible()).toBe(false);
        expect(await page.locator('.map-table tbody tr').count()).toBeGreaterThan(30);
        expect(await page.locator('.boundary-note').textContent()).toMatch(/do not express an opinion/);
        await page.locator('.layers a', { hasText: 'Regions of origin' }).click();
        expect(await page.locator('h1').textContent()).toBe('Regions of origin, 2015');
        await page
          .locator('.map-table a')
          .first()
          .getAttribute('href')
          .then((href) => expect(href).toContain('places/'));
      },
      { javaScriptEnabled: false },
    );
  });

  it('marks each reason for having no number in its own way, and never as a class of numbers', async () => {
    await withPage('en/map/', async (page) => {
      const lines = await page.locator('.map-legend li').allTextContents();
      expect(lines.filter((line) => line.startsWith('No contributor worked there'))).toHaveLength(1);
      expect(lines.filter((line) => line.startsWith('Few or none'))).toHaveLength(1);
      expect(lines.filter((line) => line.includes('place not known'))).toHaveLength(1);
      expect(await page.locator('.land .no_contributor').getAttribute('fill')).toBe('url(#world-no_contributor)');
      const names = await page.locator('.names').allTextContents();
      expect(names.join()).toContain('Canada');
    });
  });

  it('keeps east on the right in Arabic', async () => {
    const shape = (path: string) => withPage(path, (page) => page.locator('path[data-place=IND]').getAttribute('d'));
    expect(await shape('ar/map/')).toBe(await shape('en/map/'));
  });
});

describe('routes', () => {
  it('begin with a place, draw its lines and list them', async () => {
    await withPage(
      'en/map/routes/',
      async (page) => {
        expect(await page.locator('.route-matrix tbody tr').count()).toBeGreaterThan(5);
        await page.locator('.years a', { hasText: 'Europe' }).click();
        expect(await page.locator('h1').textContent()).toBe('Routes: Europe, 2015');
        const lines = await page.locator('.routes path.head').count();
        expect(lines).toBeGreaterThan(5);
        expect(lines).toBeLessThanOrEqual(25);
        expect(await page.locator('.of-unknown .line').count()).toBeGreaterThan(0);
        const rows = await page.locator('.map-table tbody tr:not(.group)').allTextContents();
        expect(rows.filter((row) => row.startsWith('Not known'))).toHaveLength(2);
        const said = (await page.locator('svg.plot desc').textContent()) ?? '';
        expect(said.split(' records (').length - 1).toBe(lines);
      },
      { javaScriptEnabled: false },
    );
  });
});
