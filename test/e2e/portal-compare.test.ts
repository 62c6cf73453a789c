// The comparison of two groups in a browser, over the invented release.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../packages/portal/src/report/print-pdf.ts';
import { type Served, serveSite } from '../../packages/portal/src/serve/serve-site.ts';
import { bakePages } from './bake-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebridge-compare-'));
let served: Served;
let browser: Browser;

beforeAll(async () => {
  const site = join(folder, 'site');
  await bakePages(site, /^(en|ar)\/compare\/index\.html$|^data\/.*\/compare\/|^r\/.*\/compare\/|^index\.html$/);
  served = await serveSite(site, { port: 0 });
  browser = await chromium.launch({
    executablePath: await findBrowser(process.env.PATH ?? ''),
    chromiumSandbox: process.getuid?.() !== 0,
  });
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function withComparison(
  query: string,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
  language = 'en',
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    await page.goto(`${served.url}${language}/compare/${query}`, { waitUntil: 'networkidle' });
    await work(page);
    expect(errors).toEqual([]);
  } finally {
    await context.close();
  }
}

const own = (page: Page) => page.locator('#compare');
const title = (page: Page) => own(page).locator('.compare-title');
/** Text of every cell, one row a line. */
const cells = (page: Page) =>
  own(page)
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' | ')));

const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

describe('the comparison of two groups', () => {
  it('shows another pair when it is chosen, keeps it in the address and brings it back from there', async () => {
    await withComparison('', {}, async (page) => {
      expect(await title(page).textContent()).toMatch(/Purpose.*Child.*and Adult.*2014/);
      const opening = await cells(page);
      await choice(page, 'Groups by').selectOption('region_of_identification');
      await expect.poll(() => new URL(page.url()).searchParams.get('by')).toBe('region_of_identification');
      await choice(page, 'Group A').selectOption('EUR');
      await choice(page, 'Group B').selectOption('ESEA');
      await choice(page, 'Question').selectOption('sex_or_gender');
      await choice(page, 'Year').selectOption('2013');
      await expect.poll(() => title(page).textContent()).toMatch(/^Female, male.*Europe and East.*2013$/);
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
        v: 'sex_or_gender',
        by: 'region_of_identification',
        a: 'EUR',
        b: 'ESEA',
        year: '2013',
      });
      const chosen = await cells(page);
      expect(chosen).not.toEqual(opening);
      await page.reload({ waitUntil: 'networkidle' });
      await expect.poll(() => cells(page)).toEqual(chosen);
    });
  });

  it('swaps the groups when one is chosen for the other’s side: shares change places, differences change sign', async () => {
    await withComparison('', {}, async (page) => {
      const shares = (at: 'a' | 'b') =>
        own(page)
          .locator('.compare-table tbody:not(.compare-bases) tr')
          .evaluateAll((rows, column) => rows.map((row) => row.children[column]?.textContent), at === 'a' ? 1 : 2);
      const [a, b] = [await shares('a'), await shares('b')];
      const [first] = await own(page).locator('tbody td:nth-child(4) b').allTextContents();
      await choice(page, 'Group A').selectOption('adult');
      await expect.poll(() => title(page).textContent()).toMatch(/Adult.*and Child/);
      expect([await shares('b'), await shares('a')]).toEqual([a, b]);
      const [turned] = await own(page).locator('tbody td:nth-child(4) b').allTextContents();
      const points = (text = '') => Number(text.replace('−', '-').replace(/[^-\d.]/g, ''));
      expect(points(first)).not.toBe(0);
      expect(points(turned)).toBe(-points(first));
    });
  });

  it('sets one group beside itself in another year, and names who came or went between', async () => {
    await withComparison('', {}, async (page) => {
      await choice(page, 'Group B').selectOption('adult');
      await choice(page, 'Year of group B').selectOption('2012');
      await expect.poll(() => title(page).textContent()).toMatch(/Child.* 2014 and Adult.* 2012$/);
      await choice(page, 'Group B').selectOption('child');
      await expect.poll(() => title(page).textContent()).toMatch(/Child.* 2014 and Child.* 2012$/);
      expect(new URL(page.url()).searchParams.get('year-b')).toBe('2012');
      const heads = own(page).locator('.compare-table thead th.num');
      expect((await heads.allTextContents()).slice(0, 2)).toEqual([
        expect.stringMatching(/, 2014$/),
        expect.stringMatching(/, 2012$/),
      ]);
      expect(await own(page).locator('.compare-years').textContent()).toMatch(/Between 2012 and 2014 .*2014 Joined: /);
      const chosen = await cells(page);
      await page.reload({ waitUntil: 'networkidle' });
      await expect.poll(() => cells(page)).toEqual(chosen);
      await choice(page, 'Year of group B').selectOption('');
      await expect.poll(() => title(page).textContent()).toMatch(/Child.*and .*, 2014$/);
      expect(new URL(page.url()).searchParams.has('year-b')).toBe(false);
    });
  });

  it('says what it shows to those who hear it, and names its table and picture', async () => {
    await withComparison('', {}, async (page) => {
      const heading = await title(page).elementHandle();
      await choice(page, 'Year').selectOption('2013');
      await expect.poll(() => title(page).textContent()).toContain('2013');
      // A live region speaks only while it stays the same element.
      expect(await title(page).evaluate((element, before) => element === before, heading)).toBe(true);
      expect(await title(page).getAttribute('aria-live')).toBe('polite');
      const said = (await title(page).textContent()) ?? '';
      expect(await own(page).locator('.scroll').getAttribute('aria-label')).toBe(said);
      expect(await own(page).locator('svg').first().getAttribute('aria-labelledby')).toBeTruthy();
      expect(await own(page).locator('[aria-busy]').count()).toBe(0);
    });
  });

  it('is worked by keyboard alone, without the focus being lost', async () => {
    await withComparison('', {}, async (page) => {
      await choice(page, 'Groups by').focus();
      for (const label of ['Group A', 'Group B', 'Question', 'Year']) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.closest('label')?.firstChild?.textContent)).toBe(
          label,
        );
      }
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => new URL(page.url()).searchParams.get('year')).toMatch(/^201[0-3]$/);
      const year = await page.evaluate(() => (document.activeElement as HTMLSelectElement).value);
      await expect.poll(() => title(page).textContent()).toContain(`, ${year}`);
      expect(await page.evaluate(() => document.activeElement?.closest('label')?.firstChild?.textContent)).toBe('Year');
    });
  });

  it('falls back to what it opens with where an address asks for the impossible', async () => {
    await withComparison('?v=nonsense&by=__proto__&a=x&b=y&year=1066', {}, async (page) => {
      expect(await title(page).textContent()).toMatch(/Purpose.*Child.*and Adult.*2014/);
    });
  });

  it('says so when a table cannot be fetched, and leaves what stood', async () => {
    await withComparison('', {}, async (page) => {
      const before = await cells(page);
      await page.route(/\/compare\/[^/]*~[^/]*\.json$/, (route) => route.abort());
      await choice(page, 'Groups by').selectOption('region_of_identification');
      await page.locator('#compare-failed[role=alert]').waitFor();
      expect(await cells(page)).toEqual(before);
    });
  });

  it.each([
    ['en', ''],
    ['ar', ''],
    ['en', '?v=purpose_summary&by=region_of_identification&a=EUR&b=ESEA&year=2014'],
  ])('shows all five columns on the smallest phone without sideways scroll in %s: /%s', async (language, query) => {
    await withComparison(
      query,
      { viewport: { width: 320, height: 700 } },
      async (page) => {
        const tables = await page.locator('.compare-table').evaluateAll((all) =>
          all.map((table) => {
            const scroll = table.closest('.scroll') as HTMLElement;
            const outside = [...table.querySelectorAll('th, td')].filter((cell) => {
              const { left, right } = cell.getBoundingClientRect();
              return left < -1 || right > window.innerWidth + 1 || cell.scrollWidth > cell.clientWidth + 1;
            });
            return {
              columns: table.querySelectorAll('thead th').length,
              over: scroll.scrollWidth - scroll.clientWidth,
              outside: outside.map((cell) => cell.textContent),
            };
          }),
        );
        expect(tables.length).toBeGreaterThan(0);
        for (const table of tables) expect(table).toEqual({ columns: 5, over: 0, outside: [] });
        const small = await page
          .locator('.compare-table')
          .first()
          .evaluate((table) =>
            Math.min(
              ...[...table.querySelectorAll('th, td, small, b')].map((cell) =>
                Number.parseFloat(getComputedStyle(cell).fontSize),
              ),
            ),
          );
        expect(small).toBeGreaterThanOrEqual(11);
      },
      language,
    );
  });
});
