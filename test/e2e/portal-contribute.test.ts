// The page for contributors in a browser whose network is cut: what it makes is what the command line makes of the same file.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { agreementFile, coverageFile, exampleContributors, writeExampleFiles } from '@casebridge/examples';
import { parseMapping, runSamples } from '@casebridge/intake';
import { openParcel, parseAgreement, parseCoverage, writeRecordsCsv } from '@casebridge/submission';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFile } from '../../packages/contribute/src/fixture-samples.ts';
import { type Served, serveSite } from '../../packages/portal/src/serve/serve-site.ts';
import { bakePages } from './bake-pages.ts';
import { launchBrowser } from './browser.ts';
import { casebridge, done, repository } from './command-line.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'casebridge-contribute-'));
const site = join(folder, 'site');
const at = (name: string) => join(folder, name);
const mappingText = (path: string) => readFileSync(join(repository, path), 'utf8');

let served: Served;
let browser: Browser;

beforeAll(async () => {
  await bakePages(site, /(^|\/)contribute\/|^index\.html$/);
  served = await serveSite(site, { port: 0 });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page with its worker running and the network cut: from then on, every request is noted. */
interface CutOff {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly asked: string[];
  readonly wrong: string[];
}

async function openCutOff(language = 'en', viewport = { width: 1280, height: 900 }): Promise<CutOff> {
  const context = await browser.newContext({ acceptDownloads: true, viewport });
  const page = await context.newPage();
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  await page.goto(`${served.url}${language}/contribute/`);
  // Nothing but the page's own scripts is loaded, and the worker only with the first file.
  const loaded: string[] = [];
  context.on('request', (request) => loaded.push(request.url()));
  writeFileSync(at('first.csv'), 'Id,Year\n1,2015\n');
  await drop(page, at('first.csv'));
  await page.locator('#mapping-text').waitFor({ state: 'attached' });
  expect(loaded.filter((url) => !url.startsWith('blob:')).every((url) => url.startsWith(`${served.url}assets/`))).toBe(
    true,
  );
  await context.setOffline(true);
  context.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) asked.push(request.url());
  });
  return { context, page, asked, wrong };
}

async function drop(page: Page, path: string): Promise<void> {
  await page.locator('.desk-drop input').setInputFiles(path);
}

async function saved(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const path = at(`saved-${Math.abs(name.length)}-${Buffer.from(name).toString('hex').slice(0, 24)}`);
  await (await download).saveAs(path);
  return readFileSync(path);
}

const kept = (page: Page) =>
  page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
  ]);
const nothing = [0, 0, '', 0, 0, 0];

async function checkWith(page: Page, mapping: string): Promise<void> {
  await page.locator('input[accept=".yaml,.yml,.json"]').setInputFiles(mapping);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.locator('#step-problems').waitFor();
}

describe('the page for contributors, with the network cut', () => {
  it('finds what the command line finds and makes the same records, of the samples of mappings (all of them: a unit test)', async () => {
    const { context, page, asked, wrong } = await openCutOff();
    const all = [
      ['iom-style', 'mappings/iom-style.yaml'],
      ['htcds-xlsform', 'mappings/htcds-xlsform.yaml'],
      ['hotline', 'examples/mappings/hotline.yaml'],
    ] as const;
    for (const [id, path] of all) {
      const sample = sampleFile(id, mappingText(path));
      writeFileSync(at(sample.name), sample.text);
      writeFileSync(at(`${id}.yaml`), sample.mapping);
      await drop(page, at(sample.name));
      await page.getByText(sample.name, { exact: true }).waitFor();
      await checkWith(page, at(`${id}.yaml`));
      const found = JSON.parse((await saved(page, 'Save the findings')).toString('utf8'));
      const told = await casebridge(['check', '--json', '--mapping', at(`${id}.yaml`), at(sample.name)]);
      expect(found, id).toEqual(JSON.parse(told.stdout));
      const csv = await saved(page, 'Save the standard records (CSV)');
      await casebridge(['map', '--mapping', at(`${id}.yaml`), at(sample.name), '--out', at(`${id}.records.csv`)]);
      expect(csv.equals(readFileSync(at(`${id}.records.csv`))), id).toBe(true);
    }
    expect(asked).toEqual([]);
    expect(wrong).toEqual([]);
    expect(await kept(page)).toEqual(nothing);
    await context.close();
  });

  it('takes an officer from a workbook to a report and a sealed parcel that the steward can open', async () => {
    const submissions = await writeExampleFiles(at('examples'));
    const submission = submissions.find(({ path, round }) => path.endsWith('.xlsx') && round === 1);
    const contributor = exampleContributors.find(({ id }) => id === submission?.contributor.id);
    if (!submission || !contributor) throw new Error('there is an example workbook');
    await done(['keys', '--organisation', 'steward', '--out', at('steward')]);
    writeFileSync(at('agreement.yaml'), agreementFile(contributor));
    writeFileSync(at('coverage.yaml'), coverageFile(contributor, '2015-05-04'));
    copyFileSync(join(repository, 'examples/mappings', `${contributor.id}.yaml`), at('own.yaml'));

    const { context, page, asked, wrong } = await openCutOff();
    await drop(page, submission.path);
    await page.getByLabel(/Association’s workbook in French/).waitFor();
    await page.getByLabel(/Drafted from your file/).check();
    await page.getByText(/To decide/).waitFor();
    expect(await page.getByRole('button', { name: 'Save the mapping' }).isVisible()).toBe(true);
    const drafted = (await saved(page, 'Save the mapping')).toString('utf8');
    const suggested = await done(['map', '--suggest', submission.path]);
    expect(drafted).toBe((suggested as { mapping: string }).mapping);

    await checkWith(page, at('own.yaml'));
    const told = await casebridge(['check', '--json', '--mapping', at('own.yaml'), submission.path]);
    const { rowsKept } = JSON.parse(told.stdout) as { rowsKept: number };
    await page.locator('#step-report').waitFor();
    expect(await page.getByText('What would be said, at public precision').isVisible()).toBe(true);
    expect(await page.locator('.desk-tally').first().textContent()).toContain(
      `kept: ${rowsKept.toLocaleString('en-GB')}`,
    );

    await page.getByText('You have no keys yet?').click();
    await page.getByLabel(/Short name of your organisation/).fill(contributor.id);
    await page.getByRole('button', { name: 'Make keys' }).click();
    const own = (await saved(page, 'Save age.key')).toString('utf8');
    const recipient = readFileSync(at('steward/age.pub'), 'utf8').trim();
    await page
      .getByLabel(/Choose these files/)
      .setInputFiles([at('agreement.yaml'), at('coverage.yaml'), at('steward/age.pub')]);
    await page.locator('.desk-needs li.there').nth(4).waitFor();
    expect(await page.getByLabel(/steward’s public key/).inputValue()).toBe(recipient);
    const parcel = await saved(page, 'Seal the parcel');

    const identities = [readFileSync(at('steward/age.key'), 'utf8'), own].map((text) => text.split('\n')[1] ?? '');
    for (const identity of identities) {
      const opened = await openParcel(parcel, { identity });
      expect(opened.header.contributor).toBe(contributor.id);
      expect(opened.rows).toBeGreaterThan(100);
      for await (const text of writeRecordsCsv(opened.records())) expect(text).not.toMatch(/Téléphone|Observations/);
    }
    expect(asked).toEqual([]);
    expect(wrong).toEqual([]);
    expect(await kept(page)).toEqual(nothing);
    await context.close();
  });

  it('takes an officer from file to parcel by keyboard alone, and says where a total gives the number of records away', async () => {
    const contributor = exampleContributors.find(({ id }) => id === 'hotline');
    if (!contributor) throw new Error('there is an example hotline');
    const sample = sampleFile(contributor.id, mappingText(`examples/mappings/${contributor.id}.yaml`));
    writeFileSync(at(sample.name), sample.text);
    writeFileSync(at('keyboard.yaml'), sample.mapping);
    await done(['map', '--mapping', at('keyboard.yaml'), at(sample.name), '--out', at('keyboard.csv')]);
    const [header = '', ...rows] = readFileSync(at('keyboard.csv'), 'utf8').trim().split('\r\n');
    const year = header.split(',').indexOf('registration_year');
    const assisted: Record<string, number> = {};
    for (const row of rows) {
      const own = row.split(',')[year] ?? '';
      if (/^\d{4}$/.test(own)) assisted[own] = (assisted[own] ?? 0) + 1;
    }
    writeFileSync(at('keyboard.agreement.yaml'), agreementFile(contributor));
    writeFileSync(at('keyboard.coverage.yaml'), coverageFile({ ...contributor, assisted }, '2015-05-04'));
    await done(['keys', '--organisation', 'steward', '--out', at('keyboard-steward')]);

    const { context, page, wrong } = await openCutOff();
    /** Presses Tab until the focus is there, from wherever it is; never back to the start of the page. */
    const tabTo = async (target: Locator) => {
      await target.waitFor({ state: 'attached' });
      for (let press = 0; press < 80; press++) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
      }
      throw new Error(`Tab does not reach ${target}`);
    };
    // Listened for all along: switched on for each choice, the browser may see the key before it hears of the switch.
    page.on('filechooser', () => undefined);
    const choose = async (target: Locator, ...files: readonly string[]) => {
      await tabTo(target);
      const chooser = page.waitForEvent('filechooser');
      await page.keyboard.press('Enter');
      await (await chooser).setFiles([...files]);
    };
    const press = async (name: string | RegExp) => {
      await tabTo(page.getByRole('button', { name }));
      await page.keyboard.press('Enter');
    };
    await choose(page.locator('.desk-drop input'), at(sample.name));
    await page.getByText(sample.name, { exact: true }).waitFor();
    await choose(page.locator('input[accept=".yaml,.yml,.json"]'), at('keyboard.yaml'));
    await page.getByText('keyboard.yaml', { exact: true }).waitFor();
    await press('Check the file');
    await page.locator('#step-report').waitFor();
    await tabTo(page.locator('summary', { hasText: 'You have no keys yet?' }));
    await page.keyboard.press('Enter');
    await tabTo(page.getByLabel(/Short name of your organisation/));
    await page.keyboard.type(contributor.id);
    await press('Make keys');
    await page.locator('.desk-needs li.there').nth(2).waitFor();
    // Back, as one does: what goes with the parcel stands above the keys.
    const files = page.getByLabel(/Choose these files/);
    for (let back = 0; back < 12 && !(await files.evaluate((one) => one === document.activeElement)); back++) {
      await page.keyboard.press('Shift+Tab');
    }
    const own = ['keyboard.agreement.yaml', 'keyboard.coverage.yaml', 'keyboard-steward/age.pub'].map(at);
    await choose(files, ...own);
    await page.locator('.desk-needs li.there').nth(4).waitFor();
    const download = page.waitForEvent('download');
    await press('Seal the parcel');
    expect((await download).suggestedFilename()).toBe(`${contributor.id}.parcel`);
    await page.getByText(/exactly as many people as this parcel has records/).waitFor();
    expect(await page.locator('#step-parcel').locator('..').locator('.notice').last().textContent()).toContain(
      Object.keys(assisted).sort().join(', '),
    );
    expect(wrong).toEqual([]);
    await context.close();
  });

  it('may connect nowhere, in the page or in its worker, even where there is a network', async () => {
    const { context, page } = await openCutOff();
    await context.setOffline(false);
    const refused = () =>
      fetch('/latest.json').then(
        () => 'connected',
        () => 'refused',
      );
    expect(await page.evaluate(refused)).toBe('refused');
    const [worker] = page.workers();
    expect(await worker?.evaluate(refused)).toBe('refused');
    await context.close();
  });

  it.each(['en', 'ar'])('is accessible by the rules of axe with everything open, in %s', async (language) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${served.url}${language}/contribute/`);
    const sample = sampleFile('iom-style', mappingText('mappings/iom-style.yaml'));
    writeFileSync(at('iom.csv'), sample.text);
    await drop(page, at('iom.csv'));
    await page.locator('.desk-actions .button').first().click();
    await page.locator('#step-parcel').waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not(.menu)')) details.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.evaluate(axeSource);
    const found = await page.evaluate(async () => {
      interface Violation {
        id: string;
        nodes: { html: string }[];
      }
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    });
    expect(found).toEqual([]);
    await context.close();
  });
});

describe('the weight of the page for contributors', () => {
  it('stays below 60 KB of script before a file is dropped', () => {
    const html = readFileSync(join(site, 'en/contribute/index.html'), 'utf8');
    const before = [...html.matchAll(/<script type="module" src="[./]*([^"]+)"/g)].map(([, path = '']) => path);
    const weights = before.map((path) => brotliCompressSync(readFileSync(join(site, path))).length);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(60_000);
    const worker = /"worker":"[./]*([^"]+)"/.exec(html)?.[1] ?? '';
    expect(brotliCompressSync(readFileSync(join(site, worker))).length).toBeLessThanOrEqual(300_000);
  });
});

describe('the templates for contributors', () => {
  it('are read by the programs they are for, once their capitals are filled in', async () => {
    const filled = (name: string) =>
      readFileSync(join(site, 'contribute', name), 'utf8')
        .replaceAll('YOUR-ORGANISATION', 'shelter')
        .replaceAll('THE-STEWARD', 'steward')
        .replace('CONSENT OR ANOTHER LEGAL BASIS', 'consent');
    expect(parseAgreement(filled('agreement.yaml'), 'agreement.yaml').contributor).toBe('shelter');
    expect(parseCoverage(filled('coverage.yaml'), 'coverage.yaml').lastYear).toBe(2025);
    const results = await runSamples(parseMapping(filled('mapping.yaml'), 'mapping.yaml'), { today: '2026-05-20' });
    expect(results.map(({ differences }) => differences)).toEqual([[]]);
    expect(readFileSync(join(site, 'contribute/dpia-template.md'), 'utf8')).toContain('# Data protection impact');
  });
});
