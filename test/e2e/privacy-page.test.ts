import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { csvText, tableFromCsv } from '@casebridge/privacy';
import { oneShotRecords, parseOneShot, synthesisModel } from '@casebridge/privacy/synthesis';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const site = join(root, 'packages/privacy/dist/example');
const folder = mkdtempSync(join(tmpdir(), 'casebridge-page-'));
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '').split('?')[0];
    response.setHeader('content-type', types[extname(path ?? '')] ?? 'application/octet-stream');
    try {
      response.end(readFileSync(join(site, path ?? '')));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = 4000;
const csv = `region,sex,age\n${Array.from({ length: rows }, (_, row) => {
  const region = ['north', 'south', 'east, far'][(row * 7) % 3] as string;
  return `"${region}",${row % 2 ? 'f' : 'm'},${(row * row) % 5}`;
}).join('\n')}\n`;

/** Opens the page, then cuts the network for good and counts what it still asks for. */
async function openCutOff(): Promise<{ readonly page: Page; readonly asked: string[] }> {
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  const asked: string[] = [];
  await page.goto(address);
  await page.getByText('1 · The table').waitFor();
  page.on('request', (request) => {
    // The worker is the page's own file; the browser loads it when the first task starts.
    if (!/^(blob:|data:)/.test(request.url()) && !request.url().includes('/assets/worker')) asked.push(request.url());
  });
  return { page, asked };
}

async function choose(page: Page, text: string): Promise<void> {
  const path = join(folder, 'people.csv');
  writeFileSync(path, text);
  await page.setInputFiles('input[type=file]', path);
  await page.getByText('2 · What each column can hold').waitFor();
  await page.context().setOffline(true);
}

async function saved(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const path = join(folder, name);
  await (await download).saveAs(path);
  return readFileSync(path);
}

describe('the page that synthesises', () => {
  it('declares, rehearses, synthesises and saves with the network cut, and Node makes the same bytes', async () => {
    const { page, asked } = await openCutOff();
    await choose(page, csv);
    expect(await page.getByRole('button', { name: 'Make synthetic records' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'All lists are complete and public' }).click();
    await page.getByLabel(/Roughly how many/).fill('4000');
    await page.getByRole('button', { name: 'Show the error to expect' }).click();
    await page.getByText('Error to expect, from invented records').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Make synthetic records' }).click();
    await page.getByText('4 · Synthetic records').waitFor({ timeout: 60_000 });
    const records = await saved(page, 'people.synthetic.csv');
    const measurements = (await saved(page, 'people.measurements.json')).toString('utf8');
    expect(measurements.split('\n')[0]).toContain('without a lasting ledger');

    const file = parseOneShot(measurements, 'people.measurements.json');
    const again = [...csvText(oneShotRecords(file, synthesisModel(file.published)))].join('');
    expect(Buffer.from(again, 'utf8').equals(records)).toBe(true);
    const { table } = await tableFromCsv([records], 'people.synthetic.csv', file.published.domains);
    expect(Math.abs(table.rows - rows)).toBeLessThan(400);

    expect(asked).toEqual([]);
    const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
    expect(kept).toEqual([0, 0, '']);
    await page.context().close();
  }, 180_000);

  it('may not connect anywhere even where there is a network', async () => {
    const { page } = await openCutOff();
    const outcome = await page.evaluate(() =>
      fetch('/index.html').then(
        () => 'connected',
        () => 'refused',
      ),
    );
    expect(outcome).toBe('refused');
    await page.context().close();
  });

  it('says in one line what is wrong, and stops when told', async () => {
    const { page } = await openCutOff();
    await choose(page, csv);
    await page.getByRole('button', { name: 'All lists are complete and public' }).click();
    const ages = page.getByRole('group', { name: 'age' });
    await ages.getByRole('textbox').fill('0\n1');
    await ages.getByLabel('This list is complete and public').check();
    await page.getByRole('button', { name: 'Make synthetic records' }).click();
    const problem = page.locator('.problem');
    await problem.waitFor();
    expect(await problem.textContent()).toMatch(/Row \d+, column 'age'/);
    await page.getByLabel(/Roughly how many/).fill('200000');
    await page.getByRole('button', { name: 'Show the error to expect' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped.').waitFor();
    await page.context().close();
  }, 120_000);

  it('has nothing that axe objects to, on paper and in the dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await (await browser.newContext({ colorScheme, bypassCSP: true })).newPage();
      await page.goto(address);
      await choose(page, csv);
      await page.evaluate(axeSource);
      const violations = await page.evaluate(async () =>
        (
          await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run()
        ).violations.map(({ id }) => id),
      );
      expect(violations).toEqual([]);
      await page.context().close();
    }
  }, 60_000);
});
