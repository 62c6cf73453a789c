// The explorer over the invented release with synthetic records.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { transformWithOxc } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../../packages/bundle/src/index.ts';
import { bakeBundles } from '../../packages/portal/src/bake/bake-site.ts';
import { fixtureReleases } from '../../packages/portal/src/fixture.ts';
import { withSyntheticRecords } from '../../packages/portal/src/fixture-synthesis.ts';
import { type Served, serveSite } from '../../packages/portal/src/serve/serve-site.ts';
import { readSiteFile } from '../../packages/portal/src/site/site-file.ts';
import { launchBrowser } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebridge-explore-'));
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let served: Served;
let browser: Browser;

beforeAll(async () => {
  const out = join(folder, 'site');
  const release = withSyntheticRecords(fixtureReleases()[1]);
  await bakeBundles([release], { ...readSiteFile(), languages: ['en', 'ar'] }, { out, leaveOut: /\.png$/ });
  served = await serveSite(out, { port: 0 });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function withPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  try {
    const result = await work(page);
    expect(errors).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

const explore = (query: string, language = 'en') =>
  `${served.url}${language}/explore/${query === '' ? '' : `?${query}`}`;

async function open(page: Page, query: string, language = 'en'): Promise<void> {
  await page.goto(explore(query, language), { waitUntil: 'networkidle' });
  await page.locator('.explore.live:not([aria-busy]) .answers').waitFor();
}

/** A pair that the fixture publishes, and one that it does not. */
const published = 'v=majority_at_registration&by=purpose_summary';
const beyond = 'v=purpose_summary&by=sex_or_gender';

describe('a blank cell', () => {
  it('says why, and the nearest published table is one click away', async () => {
    await withPage({}, async (page) => {
      await open(page, `${published}&year=2015&show=share`);
      const mark = page.locator('button.why').first();
      await mark.focus();
      await page.keyboard.press('Enter');
      const why = page.locator('.why-row');
      expect(await why.textContent()).toMatch(/Too few records|Too uncertain/);
      expect(await mark.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('Escape');
      expect(await why.count()).toBe(0);
      await mark.click();
      await why.locator('li a').last().click();
      await expect.poll(() => new URL(page.url()).searchParams.get('show')).toBe('count');
      await expect.poll(() => page.locator('.answers td b:empty').count()).toBe(0);
    });
  });

  it('links to its reason without script', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(explore(''));
      expect(await page.locator('.answers').count()).toBe(1);
      for (const link of await page.locator('.answers a.mark').all()) {
        expect(await link.getAttribute('href')).toMatch(/^\.\.\/why\/#\w+$/);
      }
    });
  });
});

describe('an answer', () => {
  it('comes from a published table where there is one, within 150 KB of data, and records are not fetched', async () => {
    await withPage({}, async (page) => {
      const fetched: { path: string; bytes: number }[] = [];
      page.on('requestfinished', async (request) => {
        const path = new URL(request.url()).pathname;
        if (path.startsWith('/r/')) fetched.push({ path, bytes: (await request.sizes()).responseBodySize });
      });
      await open(page, `${published}&is.trafficking_scope=?nonsense`);
      expect(await page.locator('.rail .source').textContent()).toContain('Published table');
      expect(await page.locator('.answers .synthetic').count()).toBe(0);
      expect(fetched.some(({ path }) => path.endsWith('.bin'))).toBe(false);
      expect(fetched.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(150_000);
    });
  });

  it('beyond them comes from synthetic records and says so, with support and predicted error', async () => {
    await withPage({}, async (page) => {
      await open(page, `${beyond}&is.majority_at_registration=child&year=2014-2015&show=count`);
      expect(await page.locator('.answers .synthetic').textContent()).toBe('Synthetic records');
      expect(await page.locator('svg.plot').first().textContent()).toContain('Synthetic records');
      const said = (await page.locator('.rail .source').textContent()) ?? '';
      expect(said).toContain('Support: none');
      expect(said).toContain('Predicted error: 1.2% of records in the wrong cell, or more');
      const ranges = await page.locator('.answers td small').allTextContents();
      expect(ranges.filter((range) => !/^[\d,]+–[\d,]+$/.test(range))).toEqual([]);
      expect(await page.locator('.told > div > .note').first().textContent()).toContain('published tables');
      expect(await page.locator('.answers .block').allTextContents()).toEqual(['2014', '2015']);
      expect(await page.locator('.lens').count()).toBe(0);
      // Counts beside answers are of the same kind.
      expect(await page.locator('.facets > .note').textContent()).toContain('synthetic');
      const facet = page.locator('details.facet', { hasText: 'Cross-border' });
      await facet.locator('summary').click();
      await expect.poll(() => facet.locator('small').count()).toBeGreaterThan(2);
      // Each with its range, which is part of the name of the choice.
      expect(
        await facet
          .locator('label', { has: page.locator('small') })
          .first()
          .textContent(),
      ).toMatch(/Possible range: [\d,]+–[\d,]+$/);
    });
  });
});

describe('any address', () => {
  it.each([
    `${published}&year=2013-2015&show=share`,
    'v=majority_at_registration&year=2012-&view=line&show=count',
    `${beyond}&year=last-2&show=share`,
    `${beyond}&is.trafficking_scope=internal&year=2015&view=heat&show=count`,
  ])('has the same table on the page, in CSV and in JSON: %s', async (query) => {
    await withPage({}, async (page) => {
      await open(page, query);
      const saved = async (name: string) => {
        const waiting = page.waitForEvent('download');
        await page.locator('.downloads button', { hasText: name }).click();
        return readFileSync(await (await waiting).path(), 'utf8');
      };
      const share = query.includes('show=share');
      const format = new Intl.NumberFormat('en', share ? { style: 'percent' } : { maximumFractionDigits: 0 });
      const shown = await page
        .locator('.answers tbody tr:not(.block, .base) td')
        .evaluateAll((cells) => cells.map((cell) => cell.querySelector('b')?.textContent ?? ''));
      const [head = [], ...lines] = parseCsv(await saved('CSV'));
      const json = JSON.parse(await saved('JSON')) as { state: string; rows: { value: number | null }[] };
      const values = lines.map((line) => line[head.indexOf('value')] ?? '');
      const written = (value: number) => (share && value > 0 && value < 0.005 ? 'under 1%' : format.format(value));
      expect(values.map((value) => (value === '' ? '' : written(Number(value))))).toEqual(shown);
      expect(json.rows.map(({ value }) => (value === null ? '' : String(value)))).toEqual(values);
      // The address in the file brings the table back.
      const text = await page.locator('.answers').textContent();
      await page.goto(`${served.url}en/${json.state}`, { waitUntil: 'networkidle' });
      await expect.poll(() => page.locator('.answers').textContent()).toBe(text);
    });
  });

  it('that cannot be answered is explained, and leads on', async () => {
    await withPage({}, async (page) => {
      await open(page, 'v=majority_at_registration&by=contributor_active_next_year&is.region_of_origin=EUR&year=1066');
      const problems = page.locator('.problems');
      expect(await problems.textContent()).toContain('no answer to these together');
      expect(await problems.textContent()).toContain('1066');
      await problems.locator('a').first().click();
      await expect.poll(() => problems.count()).toBe(0);
      expect(await page.locator('.answers td b').first().textContent()).not.toBe('');
    });
  });
});

describe('the keyboard', () => {
  it('swaps, filters and moves the years, and each step is announced', async () => {
    await withPage({}, async (page) => {
      await open(page, `${published}&year=2015`);
      const status = () => page.locator('.told > [role=status]').textContent();
      const before = (await status()) ?? '';
      await page.locator('.controls .small-button').focus();
      await page.keyboard.press('Enter');
      await expect.poll(status).not.toBe(before);
      expect(new URL(page.url()).search).toContain('v=purpose_summary&by=majority_at_registration');
      const summary = page.locator('details.facet', { hasText: 'Female, male' }).locator('summary');
      await summary.focus();
      await page.keyboard.press('Enter');
      await page.locator('details.facet[open] input').first().waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => new URL(page.url()).search).toContain('is.sex_or_gender=');
      await expect.poll(status).toContain('Synthetic records');
      await page.locator('.chips button').focus();
      await page.keyboard.press('Enter');
      await expect.poll(status).toContain('Published table');
      await page.locator('.controls select').nth(4).selectOption('roll');
      await expect.poll(() => new URL(page.url()).searchParams.get('year')).toBe('last');
    });
  });
});

describe('every size and language', () => {
  it.each([
    ['en', 320],
    ['ar', 390],
    ['ar', 1440],
  ] as const)('has room and is accessible with everything open in %s at %i', async (language, width) => {
    await withPage({ viewport: { width, height: 800 }, bypassCSP: true }, async (page) => {
      await open(page, `${published}&is.nothing=1&year=2014-2015&view=heat`, language);
      await page.locator('button.why').first().click();
      for (const summary of await page.locator('.facets > details > summary, .rail > details > summary').all()) {
        await summary.click();
      }
      await expect.poll(() => page.locator('.lens dd').count()).toBeGreaterThan(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.evaluate(axeSource);
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
      });
      expect(found).toEqual([]);
    });
  });
});

describe('someone who does research', () => {
  const run = promisify(execFile);
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
    ...text: string[]
  ) => (console: { log: (value: number) => void }) => Promise<void>;

  /** What the TypeScript and Python programs on screen print; Python where it is installed. */
  async function printed(page: Page): Promise<readonly number[]> {
    const code = async (language: string) =>
      ((await page.locator(`code[data-language=${language}]`).textContent()) ?? '').replaceAll(
        'https://portal.example/',
        served.url,
      );
    const numbers: number[] = [];
    const { code: plain } = await transformWithOxc(await code('TypeScript'), 'snippet.ts');
    await new AsyncFunction('console', plain)({ log: (value) => numbers.push(value) });
    const script = join(folder, 'snippet.py');
    writeFileSync(script, await code('Python'));
    try {
      const env = { ...process.env, PYTHONPATH: join(folder, 'site/clients') };
      numbers.push(Number((await run('python3', [script], { env })).stdout));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      process.stdout.write('python3 is not installed: the Python program was not run\n');
    }
    return numbers;
  }

  it('comes from the release page by way of the codebook to a table and reproduces its number, on a phone', async () => {
    await withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto(`${served.url}en/data/`);
      await page.locator('main a[href$="data/codebook/"]').first().click();
      await page.locator('main a[href*="majority_at_registration/"]').first().click();
      await page.locator('main a[href*="explore/?v=majority_at_registration"]').click();
      await page.locator('.explore.live').waitFor();
      await page.locator('.controls select').nth(1).selectOption('purpose_summary');
      await expect.poll(() => page.locator('.answers th[scope=col]').count()).toBeGreaterThan(3);
      await page.locator('.lens > summary').click();
      await expect.poll(() => page.locator('.lens').textContent()).toContain('Records that would have to change cell');
      await page.locator('.reproduce > summary').click();
      const chosen = (await page.locator('.reproduce option:checked').textContent()) ?? '';
      const percent = Number(/(\d+)%$/.exec(chosen)?.[1]);
      const numbers = await printed(page);
      for (const number of numbers) expect(Math.round(number * 100)).toBe(percent);
      expect(numbers.length).toBeGreaterThan(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  });

  it('reproduces a number from synthetic records', async () => {
    await withPage({}, async (page) => {
      await open(page, `${beyond}&is.trafficking_scope=internal&year=2014&show=count`);
      await page.locator('.reproduce > summary').click();
      const chosen = (await page.locator('.reproduce option:checked').textContent()) ?? '';
      const wanted = Number(/: ([\d,]+)$/.exec(chosen)?.[1]?.replaceAll(',', ''));
      for (const number of await printed(page)) expect(number).toBe(wanted);
      expect(wanted).toBeGreaterThan(0);
    });
  });
});
