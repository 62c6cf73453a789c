// The page that encodes, with the network cut: it gives the command's bytes, and no name is anywhere.
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { secretFromWords } from '@casebridge/linkage';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { done } from './command-line.ts';
import { header, writeLinkFiles } from './link-files.ts';

const { folder, at, encode } = await writeLinkFiles();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the page that encodes', () => {
  const fill = async (page: Page, words: string) => {
    for (const [id, text] of Object.entries({ organisation: 'police', project: 'north', epoch: '2016', words })) {
      await page.locator(`#${id}`).fill(text);
    }
  };

  it('gives the bytes of the command with the network cut, asks for nothing and stores nothing', async () => {
    await done(['link', 'page', '--out', at('page.html')]);
    const context = await browser.newContext({ acceptDownloads: true, offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    const wrong: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.goto(pathToFileURL(at('page.html')).href);
    await page.setInputFiles('#file', at('police.csv'));
    await page.getByText('Columns found: 6').waitFor();
    expect(await page.locator('#given_name').inputValue()).toBe('first name');
    expect(await page.locator('#birth').inputValue()).toBe('born');
    await page.locator('#nationality').selectOption('country');
    await fill(page, 'our own phrase that nobody will guess');
    await page.getByRole('button', { name: 'Encode' }).click();
    await page.getByText(/The secret has 7 words/).waitFor();
    await page.getByLabel(/secret’s words/).fill(await readFile(at('secret.txt'), 'utf8'));
    await page.getByRole('button', { name: 'Encode' }).click();
    await page.getByText('Records encoded: 120').waitFor();
    expect(await page.getByLabel(/secret’s words/).inputValue()).toBe('');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save the encodings' }).click();
    await (await download).saveAs(at('from-page.encodings'));
    await done(encode('police.csv', 'police', 'from-command.encodings'));
    expect(await readFile(at('from-page.encodings'))).toEqual(await readFile(at('from-command.encodings')));
    // Rows that are pasted, as from a spreadsheet, are those of the file.
    await page.getByLabel(/paste rows/).fill((await readFile(at('police.csv'), 'utf8')).replaceAll(',', '\t'));
    await page.locator('#file').focus();
    await page.getByText('Columns found: 6').waitFor();
    await page.locator('#nationality').selectOption('country');
    await fill(page, await readFile(at('secret.txt'), 'utf8'));
    await page.getByRole('button', { name: 'Encode' }).click();
    await page.getByText('Records encoded: 120').waitFor();
    const again = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save the encodings' }).click();
    await (await again).saveAs(at('from-rows.encodings'));
    expect(await readFile(at('from-rows.encodings'))).toEqual(await readFile(at('from-command.encodings')));
    await page.getByRole('button', { name: 'Forget everything' }).click();
    expect(await page.locator('#rows').inputValue()).toBe('');
    expect(asked.filter((url) => !/^(?:blob:|file:.*page\.html$)/.test(url))).toEqual([]);
    const kept = await page.evaluate(async () => [
      ...[localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases()).length],
      location.search + location.hash,
    ]);
    expect(kept).toEqual([0, 0, 0, 0, '']);
    expect(wrong).toEqual([]);
    const reach = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'reached',
        (error) => String(error),
      ),
    );
    expect(reach).toMatch(/Failed to fetch/);
    expect(wrong.join(' ')).toMatch(/Content Security Policy/);
    await context.close();
  });

  const languages = { en: 'ltr', fr: 'ltr', es: 'ltr', ar: 'rtl', pt: 'ltr' } as const;
  it('speaks five languages, changes at once, mirrors Arabic, is clean by the rules of axe in each, and remembers none', async () => {
    await done(['link', 'page', '--out', at('axe.html')]);
    const context = await browser.newContext({ bypassCSP: true, locale: 'fr-CA' });
    const page = await context.newPage();
    const address = pathToFileURL(at('axe.html')).href;
    await page.goto(address);
    const spoken = () => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    // The browser's own language comes first.
    expect(await spoken()).toEqual(['fr', 'ltr']);
    await page.setInputFiles('#file', at('police.csv'));
    await page.getByText('Colonnes trouvées : 6').waitFor();
    await fill(page, await readFile(at('secret.txt'), 'utf8'));
    await page.locator('#encode').click();
    await page.locator('#result').waitFor();
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const said = new Set<string>();
    for (const [language, direction] of Object.entries(languages)) {
      await page.locator('#language').selectOption(language);
      expect(await spoken()).toEqual([language, direction]);
      const texts = await page.locator('h1, #status, #report th, #given_name option:first-child').allTextContents();
      for (const text of texts) {
        expect(said.has(text), `${language}: ${text}`).toBe(false);
        expect(text).not.toMatch(/[{}]|undefined|^$/);
      }
      for (const text of texts) said.add(text);
      expect(await page.locator('#status').textContent()).toMatch(/\b120\b/);
      const violations = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
      expect(violations, language).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
    // In Arabic the labels stand right of their fields.
    await page.locator('#language').selectOption('ar');
    const label = await page.locator('label[for=epoch]').boundingBox();
    expect(label?.x).toBeGreaterThan((await page.locator('#epoch').boundingBox())?.x ?? Number.POSITIVE_INFINITY);
    // Refusals, too, are told in the page's language: where, which rule, the way out.
    await page.locator('#words').fill('our own phrase that nobody will guess');
    await page.locator('#encode').click();
    await page.getByText(/عدد كلمات السر 7/).waitFor();
    await writeFile(at('short-year.csv'), `${header}\n1,ka,lo,03/02/90,f,UKR\n`);
    await page.setInputFiles('#file', at('short-year.csv'));
    await page.locator('#form').waitFor();
    await fill(page, await readFile(at('secret.txt'), 'utf8'));
    await page.locator('#encode').click();
    await page.locator('#status.wrong span').waitFor();
    const reasons = [];
    for (const language of Object.keys(languages)) {
      await page.locator('#language').selectOption(language);
      const reason = page.locator('#status.wrong span');
      expect(await reason.getAttribute('lang')).toBe(null);
      reasons.push((await reason.textContent()) ?? '');
    }
    expect(reasons[0]).toBe(
      '\u2068short-year.csv\u2069, row 2, column “\u2068born\u2069”: the year of birth has two digits, which may be any century. Write it with four.',
    );
    expect(new Set(reasons).size).toBe(reasons.length);
    for (const reason of reasons) expect(reason).toMatch(/short-year\.csv.*2.*born/);
    // The key custodian's words are drawn in the page, and forgotten with all the rest.
    await page.locator('#custodian summary').click();
    await page.locator('#draw').click();
    const drawn = (await page.locator('#drawn').textContent()) ?? '';
    expect(secretFromWords(drawn)).toHaveLength(20);
    await page.locator('#forget').click();
    expect(await page.locator('#drawn').textContent()).toBe('');
    await page.locator('#language').selectOption('ar');
    await page.reload();
    expect(await spoken()).toEqual(['fr', 'ltr']);
    await context.close();
  });

  it('holds no name after it has forgotten: not in its memory, not in any store', async () => {
    // Names that nothing else in a browser is called, each in many rows, as long as names get.
    const people = [
      ['Zorvaxinda', 'Quelimbrothe'],
      ['Yttrabelow', 'Vuxkamplier'],
      ['Oskwendolir', 'Jhumpaxtera'],
    ];
    const rows = Array.from({ length: 600 }, (_, row) => {
      const [given, family] = people[row % people.length] as [string, string];
      return [`k${row}`, given, family, `${1950 + (row % 60)}-03-${10 + (row % 19)}`, 'f', 'UKR'].join(',');
    });
    await writeFile(at('invented.csv'), `${header}\n${rows.join('\n')}\n`);
    await done(['link', 'page', '--out', at('forget.html')]);
    const context = await browser.newContext({ acceptDownloads: true, offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(at('forget.html')).href);
    await page.setInputFiles('#file', at('invented.csv'));
    await page.getByText('Columns found: 6').waitFor();
    const secret = (await readFile(at('secret.txt'), 'utf8')).trim();
    await fill(page, secret);
    await page.locator('#encode').click();
    await page.getByText('Records encoded: 600').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save the encodings' }).click();
    await (await download).saveAs(at('forgotten.encodings'));
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await page.getByText('Everything is forgotten').waitFor();

    expect(page.workers()).toEqual([]);
    expect(
      await page.locator('#form, #result, #end').evaluateAll((all) => all.map((one) => one.checkVisibility())),
    ).toEqual([false, false, false]);
    const left = await page.evaluate(async () =>
      JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        await indexedDB.databases(),
        // A page without an origin has no caches at all.
        await caches.keys().catch(() => []),
        location.href,
        history.state,
        document.documentElement.outerHTML.replace(/<script[\s\S]*<\/script>/, ''),
        [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(({ value }) => value),
      ]),
    );
    const wanted = [...people.flat(), ...people.flat().map((name) => name.toLowerCase()), secret];
    expect(wanted.filter((text) => left.includes(text))).toEqual([]);
    expect(await page.locator('#file').evaluate((input) => (input as HTMLInputElement).files?.length)).toBe(0);

    const devtools = await context.newCDPSession(page);
    // A text and bytes that are held on purpose: the scan sees what is there.
    const [control, bytes] = ['Controlnamethatisheld', (await stat(at('invented.csv'))).size];
    await page.evaluate(
      ([name, size]) => {
        const held = { text: [name.slice(0, 7), name.slice(7)].join(''), bytes: new Uint8Array(size + 1) };
        Object.assign(globalThis, { held });
      },
      [control, bytes] as const,
    );
    const heap = await heapOf(devtools);
    expect(heap).toContain(control);
    expect(wanted.filter((text) => heap.includes(text))).toEqual([]);
    expect(buffersIn(heap).filter((size) => size >= bytes)).toEqual([bytes + 1]);
    await context.close();
  });
});

/** Everything that a page's heap still holds once its garbage is collected, as the text of a snapshot. */
async function heapOf(devtools: CDPSession): Promise<string> {
  const chunks: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await devtools.send('HeapProfiler.enable');
  // What a first collection finalises, the second takes away.
  for (let turn = 0; turn < 3; turn++) await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  return chunks.join('');
}

/** Sizes of the byte buffers in a snapshot. */
function buffersIn(heap: string): readonly number[] {
  const { snapshot, nodes, strings } = JSON.parse(heap) as {
    readonly snapshot: { readonly meta: { readonly node_fields: readonly string[] } };
    readonly nodes: readonly number[];
    readonly strings: readonly string[];
  };
  const fields = snapshot.meta.node_fields;
  const [name, size] = [fields.indexOf('name'), fields.indexOf('self_size')];
  const sizes: number[] = [];
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (strings[nodes[at + name] as number]?.includes('ArrayBufferData')) sizes.push(nodes[at + size] as number);
  }
  return sizes;
}
