// Every snippet of a figure page is run against the released files and must return the number that the page prints.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { transformWithOxc } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder, tableKey } from '../../packages/portal/src/open-data/addresses.ts';
import { clientFiles } from '../../packages/portal/src/open-data/client-files.ts';
import { openFixture } from '../../packages/portal/src/open-data/open-fixture.ts';
import { releaseFiles } from '../../packages/portal/src/open-data/release-files.ts';
import { tableCells } from '../../packages/portal/src/open-data/table-rows.ts';
import { type SnippetLanguage, snippetsOf } from '../../packages/portal/src/reproduce/snippets.ts';
import { type Served, serveSite } from '../../packages/portal/src/serve/serve-site.ts';

const run = promisify(execFile);
const { view, site, edition } = openFixture();
const { format } = edition('en');

/** One figure of each kind, of all contributors and of one; with a base from another table; small; of several batches. */
const chosen = [
  'victims.2015',
  'victims.2014@agency',
  'purpose.labour.2015',
  'purpose.sexual.2014@agency',
  'sector.construction.2015',
  'sector.forestry.2015@agency',
  'children.sexual.2013',
  'duration.mean.2015',
  'duration.mean.2012@agency',
  'change.2015',
  'change.2014@agency',
  'countries.2015',
  'countries.2013@agency',
  'assisted_since.2015',
].map((id) => {
  const figure = view.figure(id);
  if (!figure || figure.value === null) throw new Error(`the fixture has no number for ${id}`);
  return figure;
});

const folder = mkdtempSync(join(tmpdir(), 'casebridge-reproduce-'));
let served: Served;

beforeAll(async () => {
  const { release } = view.bundle.manifest;
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const { path, content } of [...releaseFiles(view, site), ...clientFiles]) put(path, await content());
  put('latest.json', JSON.stringify({ release, sequence: 2, manifest: view.bundle.manifestHash }));
  put(`r/${release}/manifest.json`, JSON.stringify(view.bundle.manifest));
  put(`r/${release}/data/figures.json`, await view.bundle.file('data/figures.json'));
  put('index.html', '<!doctype html>');
  served = await serveSite(folder, { port: 0 });
}, 120_000);

afterAll(async () => {
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

const snippets = (language: SnippetLanguage, address: string) =>
  chosen.map((figure) => {
    const own = snippetsOf(view, { ...site, address }, figure).find((each) => each.language === language);
    if (!own) throw new Error(`no ${language} for ${figure.id}`);
    return own.code;
  });

/** Each printed number is the figure's, to the digits printed, and reads the same on the page. */
function expectPrinted(printed: readonly string[]): void {
  expect(printed).toHaveLength(chosen.length);
  chosen.forEach((figure, at) => {
    const number = Number(printed[at]);
    const digits = figure.unit === 'share' || figure.unit === 'change' ? 3 : figure.unit === 'years' ? 1 : -1;
    expect(printed[at]).not.toBe('');
    expect(Math.abs(number - (figure.value as number)), figure.id).toBeLessThan(0.1 ** (digits + 1) * 0.6 + 1e-9);
    expect(format.figure({ ...figure, value: number }), figure.id).toBe(format.figure(figure));
  });
}

const has = async (program: string): Promise<boolean> =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );

const present = { python: await has('python3'), r: await has('Rscript') };
if (!present.python) process.stdout.write('python3 is not installed: the Python snippets and loader were not run\n');
if (!present.r) process.stdout.write('Rscript is not installed: the R snippets were not run\n');

describe('snippets', () => {
  it('return the printed numbers in TypeScript', async () => {
    const printed: string[] = [];
    const log = { log: (value: number) => printed.push(String(value)) };
    const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
      ...text: string[]
    ) => (console: typeof log) => Promise<void>;
    for (const code of snippets('TypeScript', served.url)) {
      const { code: plain } = await transformWithOxc(code, 'snippet.ts');
      await new AsyncFunction('console', plain)(log);
    }
    expectPrinted(printed);
  });

  it('return the printed numbers in SQL', async () => {
    const database = await DuckDBInstance.create();
    const connection = await database.connect();
    const printed: string[] = [];
    for (const code of snippets('SQL', `${folder}/`)) {
      const reader = await connection.runAndReadAll(code);
      printed.push(String(reader.getRows()[0]?.[0]));
    }
    connection.closeSync();
    expectPrinted(printed);
  });

  it.skipIf(!present.python)('return the printed numbers in Python, over the network and from a folder', async () => {
    for (const address of [served.url, `${folder}/`]) {
      const code = snippets('Python', address).join('\n');
      const { stdout } = await run('python3', ['-c', code], {
        env: { ...process.env, PYTHONPATH: join(folder, 'clients'), PYTHONDONTWRITEBYTECODE: '1' },
      });
      expectPrinted(stdout.trim().split(/\r?\n/));
    }
  });

  it.skipIf(!present.r)('return the printed numbers in R', async () => {
    const { stdout } = await run('Rscript', ['-e', snippets('R', `${folder}/`).join('\n')]);
    expectPrinted(stdout.trim().split(/\s+/));
  });

  it('fail where a file is not what was released', async () => {
    const withheld = view.citable.find(({ value }) => value === null);
    if (withheld) expect(snippetsOf(view, site, withheld)).toEqual([]);
    const missing = snippets('TypeScript', `${served.url}elsewhere/`)[0] ?? '';
    const { code } = await transformWithOxc(missing, 'snippet.ts');
    await expect(new Function(`return (async () => {${code}})()`)()).rejects.toThrow();
  });
});

describe('blank, zero, withheld and unknown stay apart for those who read the files', () => {
  const root = `${folder}/${openFolder(view)}`;
  const { figures } = view.bundle;
  const set = view.answers.tables.find((table) => table.length === 2 && table.includes('purpose_summary')) ?? [];
  const cells = tableCells(view, set);
  const count = <Row>(rows: readonly Row[], is: (row: Row) => boolean) => rows.filter(is).length;
  /** No value, a value of zero, no value and a reason; no unknown share, none unknown; no code, an unknown answer, no estimate, flags. */
  const expected = [
    count(figures, ({ value }) => value === null),
    count(figures, ({ value }) => value === 0),
    count(figures, ({ withheld }) => withheld !== null),
    count(figures, ({ unknown }) => unknown === null),
    count(figures, ({ unknown }) => unknown === 0),
    0,
    count(cells, ({ codes }) => codes.some((code) => code.startsWith('?'))),
    0,
    count(cells, ({ table, at }) => table.flags[at] === 'ok'),
    count(cells, ({ table, at }) => table.flags[at] === 'low'),
  ];

  it('has some of each in the releases that are read', () => {
    for (const at of [0, 1, 2, 3, 6, 8]) expect(expected[at], String(at)).toBeGreaterThan(0);
  });

  it.skipIf(!present.python)('in Python', async () => {
    const code = `import csv
figures = list(csv.DictReader(open(${JSON.stringify(`${root}/figures.csv`)}, encoding="utf-8-sig", newline="")))
cells = list(csv.DictReader(open(${JSON.stringify(`${root}/tables/${tableKey(set)}.csv`)}, encoding="utf-8-sig", newline="")))
shown = ("measured", "declared")
none = [f for f in figures if f["value"] == ""]
said = [len(none), sum(f["value"] != "" and float(f["value"]) == 0 for f in figures)]
said += [sum(f["status"] not in shown for f in none), sum(f["unknown_share"] == "" for f in figures)]
said += [sum(f["unknown_share"] != "" and float(f["unknown_share"]) == 0 for f in figures)]
said += [sum(any(c[v] == "" for v in ${JSON.stringify(set)}) for c in cells)]
said += [sum(any(c[v].startswith("?") for v in ${JSON.stringify(set)}) for c in cells)]
said += [sum(c["estimate"] == "" for c in cells), sum(c["flag"] == "ok" for c in cells), sum(c["flag"] == "low" for c in cells)]
print(*said)`;
    const { stdout } = await run('python3', ['-c', code]);
    expect(stdout.trim().split(' ').map(Number)).toEqual(expected);
  });

  it.skipIf(!present.r)('in R, as it reads a file when it is told nothing', async () => {
    const code = `figures <- read.csv(${JSON.stringify(`${root}/figures.csv`)}, fileEncoding = "UTF-8-BOM")
cells <- read.csv(${JSON.stringify(`${root}/tables/${tableKey(set)}.csv`)}, fileEncoding = "UTF-8-BOM")
codes <- as.matrix(cells[, c(${set.map((id) => JSON.stringify(id)).join(', ')})])
none <- is.na(figures$value)
cat(sum(none), sum(figures$value == 0, na.rm = TRUE), sum(none & !(figures$status %in% c("measured", "declared"))),
  sum(is.na(figures$unknown_share)), sum(figures$unknown_share == 0, na.rm = TRUE),
  sum(is.na(codes) | codes == ""), sum(startsWith(codes[, 1], "?") | startsWith(codes[, 2], "?")),
  sum(is.na(cells$estimate)), sum(cells$flag == "ok"), sum(cells$flag == "low"))`;
    const { stdout } = await run('Rscript', ['-e', code]);
    expect(stdout.trim().split(' ').map(Number)).toEqual(expected);
  });
});

describe('the Python loader', () => {
  const python = async (code: string): Promise<string> => {
    const { stdout } = await run('python3', ['-c', `import casebridge, json\n${code}`], {
      env: { ...process.env, PYTHONPATH: join(folder, 'clients'), PYTHONDONTWRITEBYTECODE: '1' },
    });
    return stdout.trim();
  };

  it.skipIf(!present.python)('keeps blank, zero and withheld apart', async () => {
    const said = JSON.parse(
      await python(`release = casebridge.read(${JSON.stringify(served.url)})
print(json.dumps([[f["id"], f["value"], f["status"], f["base"]] for f in release.figures()]))`),
    ) as [string, number | null, string, number | null][];
    expect(said).toHaveLength(view.bundle.figures.length);
    view.bundle.figures.forEach((figure, at) => {
      expect(said[at]?.slice(0, 2)).toEqual([figure.id, figure.value]);
      expect(said[at]?.[2] === 'measured' || said[at]?.[2] === 'declared').toBe(figure.value !== null);
      expect(said[at]?.[3]).toBe(figure.base);
    });
    expect(said.some(([, value]) => value === 0) && said.some(([, value]) => value === null)).toBe(true);
  });

  it.skipIf(!present.python)('checks signed files, and says what a release does not have', async () => {
    const open = `release = casebridge.read(${JSON.stringify(`${folder}/`)})`;
    expect(await python(`${open}\nprint(len(release.file("data/figures.json")))`)).toMatch(/^\d+$/);
    writeFileSync(join(folder, 'r', view.bundle.manifest.release, 'data', 'figures.json'), '[]');
    await expect(python(`${open}\nrelease.file("data/figures.json")`)).rejects.toThrow(/not the file that release/);
    await expect(python(`${open}\nrelease.figure("nothing")`)).rejects.toThrow(/has no figure nothing/);
    await expect(python(`${open}\nrelease.table("nothing")`)).rejects.toThrow(/has no file/);
  });
});
