// Check 6: longer words and Arabic. In French, Portuguese and Arabic no page is wider than its screen, Arabic runs from right to
// left, and the words in pictures stay inside them and off each other.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { answersFrom } from '@casebridge/privacy/results';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '../../packages/portal/src/bake/assets.ts';
import { siteFiles } from '../../packages/portal/src/bake/site-pages.ts';
import { fixtureReleases } from '../../packages/portal/src/fixture.ts';
import { viewRelease } from '../../packages/portal/src/model/release-view.ts';
import { spokenIn } from '../../packages/portal/src/model/spoken-bundle.ts';
import { type Served, serveSite } from '../../packages/portal/src/serve/serve-site.ts';
import { readSiteFile } from '../../packages/portal/src/site/site-file.ts';
import { launchBrowser } from './browser.ts';

const languages = ['fr', 'pt', 'ar'];
/** One page of each kind of picture, and all pictures in all their states. */
const paths = [
  '',
  'figures/purpose.labour.2015/',
  'places/EUR/',
  'topics/labour/region-of-identification/',
  'explore/',
  'map/routes/EUR/2015/',
  'report/2015/',
  'data/missingness/',
  'prevalence/',
  'components/charts/',
];
const widths = [320, 390, 1280];

const folder = mkdtempSync(join(tmpdir(), 'casebridge-labels-'));
let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const yaml = join(folder, 'site.yaml');
  writeFileSync(
    yaml,
    `name: Portail\nlanguages: [${languages.join(', ')}]\ndefaultLanguage: fr\ncontact: { organisation: A steward }\nquickExit: https://example.org/\n`,
  );
  const site = readSiteFile(yaml);
  const { assets, files } = await loadAssets(site);
  const releases = fixtureReleases().map(({ bundle }) =>
    viewRelease(spokenIn(bundle, languages), answersFrom(bundle.measurements)),
  );
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const wanted = new Set(languages.flatMap((language) => paths.map((path) => `${language}/${path}index.html`)));
  for (const { path, content } of siteFiles({ site, assets, releases, gallery: true }))
    if (wanted.has(path)) put(path, await content());
  for (const [path, bytes] of files) put(path, bytes);
  put('index.html', '<!doctype html>');
  put('latest.json', '{}\n');
  served = await serveSite(folder, { port: 0 });
  browser = await launchBrowser();
  // The pages as they are baked: what scripts fetch is not there.
  page = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
  await page.route(/\.js$/, (route) => route.abort());
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Words of pictures that leave them or lie on one another, and how much wider the page is than its screen. */
function measured() {
  const wrong: string[] = [];
  for (const picture of document.querySelectorAll<SVGSVGElement>('main svg[role=img]')) {
    const frame = picture.getBoundingClientRect();
    const name = (picture.querySelector('title')?.textContent ?? '').slice(0, 40);
    if (frame.width === 0) continue;
    const texts = [...picture.querySelectorAll<SVGTextElement>('text')]
      .filter((text) => (text.textContent ?? '').trim() !== '' && getComputedStyle(text).visibility !== 'hidden')
      .map((text) => ({ said: (text.textContent ?? '').trim().slice(0, 30), box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    texts.forEach(({ said, box }, at) => {
      if (
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 2 ||
        box.bottom > frame.bottom + 3
      )
        wrong.push(`outside: ${said} in ${name}`);
      for (const other of texts.slice(at + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const along = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // Boxes are as high as the tallest letter may be.
        if (across > 1 && along > 0.35 * Math.min(box.height, other.box.height))
          wrong.push(`${said} on ${other.said} in ${name}`);
      }
    });
  }
  return {
    over: document.documentElement.scrollWidth - window.innerWidth,
    wrong,
    direction: document.documentElement.dir,
  };
}

describe.each(languages)('in %s', (language) => {
  it.each(paths)('words have room at every width: /%s', async (path) => {
    await page.setViewportSize({ width: widths[0] ?? 320, height: 800 });
    await page.goto(`${served.url}${language}/${path}`);
    await page.evaluate(() => document.fonts.ready);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const { over, wrong, direction } = await page.evaluate(measured);
      expect([width, Math.max(0, over)]).toEqual([width, 0]);
      expect([width, ...wrong]).toEqual([width]);
      expect(direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
    }
  });
});
