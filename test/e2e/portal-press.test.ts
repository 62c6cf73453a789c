import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bakeBundles } from '../../packages/portal/src/bake/bake-site.ts';
import { fixtureReleases } from '../../packages/portal/src/fixture.ts';
import { type Served, serveSite } from '../../packages/portal/src/serve/serve-site.ts';
import { readSiteFile } from '../../packages/portal/src/site/site-file.ts';
import { launchBrowser } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebridge-press-'));
let served: Served;
let browser: Browser;

beforeAll(async () => {
  const out = join(folder, 'site');
  await bakeBundles(fixtureReleases(), { ...readSiteFile(), languages: ['en'] }, { out, leaveOut: /\.png$/ });
  served = await serveSite(out, { port: 0 });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

const phone = { viewport: { width: 390, height: 844 }, permissions: ['clipboard-read', 'clipboard-write'] };

describe('someone who reports', () => {
  it('comes from the front page to a copied sentence in three steps, on a phone', async () => {
    const page = await (await browser.newContext(phone)).newPage();
    await page.goto(`${served.url}en/`);
    await page.locator('#ask-field').fill('children construction');
    await page.keyboard.press('Enter');
    await page.locator('[data-ask-result] .card').first().waitFor();
    expect(await page.locator('[data-ask-result] > p.note').first().textContent()).toMatch(/Read as: .*2015/);
    expect(await page.locator('[data-ask-result] > p:not(.note)').textContent()).toMatch(
      /No figure of this release answers.*children/,
    );
    await page.locator('[data-ask-result] .card', { hasText: 'Children' }).locator('button').click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/Example data, not real.*children.*figures\/children\.2015\//s);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it('has a finished text checked, which leaves the page nowhere', async () => {
    const page = await (await browser.newContext(phone)).newPage();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.method() + (request.postData() ?? '')));
    await page.goto(`${served.url}en/press/`);
    await page.locator('#quote-text').fill('In 2015, 99% of identified victims were children. Unemployment was 9%.');
    await page.locator('[data-quotes] button').click();
    await page.locator('.verdicts li').first().waitFor();
    expect(await page.locator('.verdicts li').count()).toBe(2);
    expect(await page.locator('.verdicts li.differs a').getAttribute('href')).toContain('figures/children.2015/');
    expect(await page.locator('.verdicts li.foreign').count()).toBe(1);
    expect(sent.every((each) => each === 'GET')).toBe(true);
    await page.context().close();
  });

  it('reads the questions and the sentences without script', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${served.url}en/`);
    expect(await page.locator('.ask-questions a').count()).toBe(8);
    expect(await page.locator('[data-ask]').isVisible()).toBe(false);
    await page.goto(`${served.url}en/press/`);
    expect(await page.locator('.press-figure').count()).toBe(8);
    await page.context().close();
  });
});

describe('by keyboard alone', () => {
  it('sets two other groups side by side', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto(`${served.url}en/compare/`, { waitUntil: 'networkidle' });
    const table = page.locator('table.compare-table').first();
    const before = await table.textContent();
    // The first control of the page’s own: what sets groups apart; two stops on, the second group.
    await page.locator('.controls select').first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => new URL(page.url()).search).not.toBe('');
    await expect.poll(() => table.textContent()).not.toBe(before);
    expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).not.toBe(
      'none',
    );
    await page.context().close();
  });

  it('has a text checked, and is led to the verdicts', async () => {
    const page = await (await browser.newContext(phone)).newPage();
    await page.goto(`${served.url}en/press/`);
    await page.locator('#quote-text').focus();
    await page.keyboard.type('In 2015, 99% of identified victims were children.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.verdicts li').first().waitFor();
    // The focus goes to the result, which is read out by its name.
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await expect.poll(focused).not.toBe('');
    await page.context().close();
  });
});
