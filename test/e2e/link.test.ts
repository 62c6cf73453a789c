// `link`: from names to people and back to nothing. The same persons whoever encodes, the page with the network cut gives the
// command's bytes, no name is anywhere, and what cannot be linked is refused in one line that leaves no file.
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { secretFromWords } from '@casebridge/linkage';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { casebridge, done, expectOneLine } from './command-line.ts';

const header = 'id,first name,last name,born,sex,country';
const syllables = ['ka', 'lo', 'mi', 'ra', 'te', 'su', 'ni', 'bo', 'ze', 'du'];
const nameOf = (seed: number) => [0, 1, 2].map((at) => syllables[Math.floor(seed / 10 ** at) % 10]).join('');
/** Invented people, number by number. */
const rowOf = (id: string, person: number) =>
  [
    id,
    nameOf(person * 37 + 5),
    nameOf(person * 91 + 123),
    `${1970 + (person % 40)}-${String((person % 12) + 1).padStart(2, '0')}-${String((person % 27) + 2).padStart(2, '0')}`,
    person % 3 === 0 ? 'm' : 'f',
    ['UKR', 'BLR', 'ETH'][person % 3],
  ].join(',');
const fileOf = (from: number, to: number, prefix: string) =>
  `${header}\n${Array.from({ length: to - from }, (_, at) => rowOf(`${prefix}${from + at}`, from + at)).join('\n')}\n`;

let folder: string;
let browser: Browser;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-link-'));
  await done(['link', 'secret', '--out', at('secret.txt')]);
  await writeFile(at('police.csv'), fileOf(0, 120, 'p'));
  await writeFile(at('shelter.csv'), fileOf(80, 200, 's'));
  await writeFile(at('hotline.csv'), fileOf(100, 140, 'h'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const encode = (file: string, organisation: string, out: string, ...more: readonly string[]) => [
  ...['link', 'encode', at(file), '--secret', at('secret.txt'), '--organisation', organisation, '--project', 'north'],
  ...['--epoch', '2016', '--given-name', 'first name', '--family-name', 'last name', '--birth', 'born', '--sex', 'sex'],
  ...['--nationality', 'country', '--record-key', 'id', '--out', at(out), ...more],
];

describe('link on the command line', () => {
  it('counts people in three ways, writes histories that prevalence reads, and deletes encodings when told', async () => {
    const lists = ['police', 'shelter', 'hotline'];
    for (const list of lists) await done(encode(`${list}.csv`, list, `${list}.encodings`, '--field-filters'));
    expect((await stat(at('secret.txt'))).mode & 0o077).toBe(0);
    const files = lists.map((list) => at(`${list}.encodings`));
    const records = ['--method', 'recordFilter', '--threshold', '0.97', '--cautious', '0.98', '--generous', '0.8'];
    const result = (await done(['link', 'compare', ...files, '--out', at('linked'), ...records])) as {
      readonly people: Readonly<Record<string, number>>;
    };
    expect(result.people.expected).toBe(200);
    for (const name of await readdir(at('linked'), { recursive: true })) {
      if (!/\.\w+$/.test(name)) continue;
      const text = await readFile(join(at('linked'), name), 'utf8');
      expect(text, name).not.toContain(nameOf(5));
      if (name.startsWith('review/')) {
        const [, own = ''] = /review\/(\w+)\.csv/.exec(name) ?? [];
        for (const other of lists.filter((list) => list !== own)) expect(text).not.toContain(other);
      }
    }
    const estimate = (await done(['prevalence', at('linked/histories-expected.csv'), '--resamples', '100'])) as {
      readonly estimate: { readonly known: number };
    };
    expect(estimate.estimate.known).toBe(200);
    // Another order of files: the same persons under other names.
    await done(['link', 'compare', ...[...files].reverse(), '--out', at('again'), ...records, '--delete-encodings']);
    const groupsIn = async (name: string) => {
      const rows = (await readFile(at(`${name}/persons.csv`), 'utf8'))
        .trim()
        .split('\n')
        .map((row) => row.split(','));
      const first = new Map<string, string>();
      return rows.map(([list, record, person = '']) => {
        if (!first.has(person)) first.set(person, `${list} ${record}`);
        return `${list} ${record} ${first.get(person)}`;
      });
    };
    expect((await groupsIn('again')).slice(1)).toEqual((await groupsIn('linked')).slice(1));
    expect(await readFile(at('again/persons.csv'), 'utf8')).not.toBe(await readFile(at('linked/persons.csv'), 'utf8'));
    expect((await readdir(folder)).filter((name) => name.endsWith('.encodings'))).toEqual([]);
  });

  it('names records by several columns, from names to histories, in files that others cannot read', async () => {
    const keyed = (list: string, out: string) => [...encode(`${list}.csv`, list, out), '--record-key', 'country'];
    await done(keyed('police', 'p2.e'));
    await done(keyed('shelter', 's2.e'));
    const out = ['--out', at('two-keys')];
    await done(['link', 'compare', at('p2.e'), at('s2.e'), '--threshold', '0.97', '--keep-scores', ...out]);
    await done(['link', 'resolve', at('two-keys'), '--threshold', '0.97', '--out', at('two-resolved')]);
    const persons = at('two-resolved/persons.csv');
    expect(await readFile(persons, 'utf8')).toContain('\npolice,p0|UKR,');
    const counted = await done(['link', 'histories', persons, '--out', at('two-histories.csv')]);
    expect(counted).toMatchObject({ people: 200, overlapping: 40 });
    for (const file of ['p2.e', 'two-keys/scores.csv', 'two-resolved/persons.csv', 'two-histories.csv'])
      expect((await stat(at(file))).mode & 0o077, file).toBe(0);
  });

  it('refuses a name as the record key', async () => {
    const ended = await casebridge([...encode('police.csv', 'police', 'named.out'), '--record-key', 'last name']);
    expect(ended.exit).toBe(2);
    expectOneLine(ended, [/column 'last name': is encoded, and would leave in clear as the record key/]);
    expect(await readdir(folder)).not.toContain('named.out');
  });

  it('takes what owners answered, and nobody’s for another', async () => {
    await done(encode('police.csv', 'police', 'p.e'));
    await writeFile(
      at('typos.csv'),
      (await readFile(at('police.csv'), 'utf8')).replaceAll(/^p(\d+),(\w+)\w,/gm, 's$1,$2z,'),
    );
    await done(encode('typos.csv', 'shelter', 's.e'));
    let asked: unknown;
    const people = async (out: string, ...more: readonly string[]) => {
      const thresholds = ['--threshold', '0.98', '--cautious', '0.99', '--generous', '0.8'];
      const result = await done(['link', 'compare', at('p.e'), at('s.e'), '--out', at(out), ...thresholds, ...more]);
      asked = (result as { readonly toReview: unknown }).toReview;
      return (result as { readonly people: Readonly<Record<string, number>> }).people.cautious;
    };
    await people('unasked');
    expect(asked).toEqual({});
    expect(await readdir(at('unasked'))).not.toContain('review');
    const before = await people('first', '--review-between-two');
    expect(asked).toEqual({ police: expect.any(Number), shelter: expect.any(Number) });
    const answers = [];
    for (const list of ['police', 'shelter']) {
      const file = at(`first/review/${list}.csv`);
      await writeFile(
        file,
        (await readFile(file, 'utf8')).replaceAll(/one other contributor,$/gm, 'one other contributor,yes'),
      );
      answers.push(file);
    }
    expect(await people('second', '--answers', ...answers)).toBeLessThan(before as number);
    const own = await readFile(answers[0] as string, 'utf8');
    // As a spreadsheet of another country saves it.
    await writeFile(at('saved.csv'), `\ufeff${own.replaceAll(',', ';')}`);
    expect(await people('third', '--answers', at('saved.csv'), answers[1] as string)).toBeLessThan(before as number);
  });

  const people = (...rows: readonly string[]) => `${header}\n${rows.join('\n')}\n`;
  it.each([
    [
      'a name in another script',
      people('1,Марія,lo,1990-02-03,f,UKR'),
      /row 2, column 'first name': the given name is not in Latin letters/,
    ],
    [
      'a year of two digits',
      people('1,ka,lo,03/02/90,f,UKR'),
      /row 2, column 'born': the year of birth has two digits/,
    ],
    [
      'a record key twice',
      people('1,ka,lo,1990,f,UKR', '1,mi,ra,1991,f,UKR'),
      /row 3, column 'id': this record key was given before/,
    ],
    ['a row too long', people('1,ka,lo,1990,f,UKR,more'), /row 2: The row does not fit the header: too many cells/],
    ['nobody to link', people('1,,,1990,f,UKR', '2,,,,,'), /no record has a name and a date of birth/],
    ['no rows', `${header}\n`, /has no records/],
    ['no such column', 'id,born\n1,1990\n', /has no column 'first name'/],
  ])('refuses %s', async (what, text, says) => {
    const name = what.replaceAll(' ', '-');
    await writeFile(at(`${name}.csv`), text);
    const ended = await casebridge(encode(`${name}.csv`, 'police', `${name}.out`));
    expect(ended.exit).toBe(2);
    expectOneLine(ended, [says, new RegExp(name)]);
    expect(ended.stderr).not.toMatch(/Марія/);
    expect(await readdir(folder)).not.toContain(`${name}.out`);
  });

  it('refuses a pass-phrase, a secret that others can read, encodings of two secrets and files that are none', async () => {
    const refused = async (args: readonly string[], says: RegExp) => {
      const ended = await casebridge(args);
      expect(ended.exit).toBe(2);
      expectOneLine(ended, [says]);
    };
    const using = (secret: string, out: string) =>
      encode('police.csv', 'police', out).map((word) => (word === at('secret.txt') ? at(secret) : word));
    await writeFile(at('phrase.txt'), 'our own phrase that nobody will guess\n', { mode: 0o600 });
    await refused(using('phrase.txt', 'x.out'), /the secret has 7 words/);
    await writeFile(at('open.txt'), await readFile(at('secret.txt'), 'utf8'), { mode: 0o644 });
    await refused(using('open.txt', 'x.out'), /others can read/);
    await done(['link', 'secret', '--out', at('other.txt')]);
    await done(using('other.txt', 'other.encodings'));
    await done(encode('shelter.csv', 'shelter', 'mixed.encodings'));
    const out = ['--out', at('refused')];
    await refused(
      ['link', 'compare', at('mixed.encodings'), at('other.encodings'), ...out],
      /encoded with another secret/,
    );
    await refused(['link', 'compare', at('police.csv'), ...out], /not a file of encodings/);
    await done(encode('hotline.csv', 'hotline', 'fold.encodings', '--harden', 'fold'));
    await refused(['link', 'compare', at('fold.encodings'), ...out], /has no usual threshold/);
    expect(await readdir(folder)).not.toContain('refused');
  });
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
