// The explorer's counting in Chromium, in the worker that pages use: a filtered cross-tab and the counts of all facets over
// invented records as many as the largest public file has.
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { packColumns, type RecordColumns } from '@casebridge/portal';
import { serveSite } from '@casebridge/portal/serve';
import { chromium } from 'playwright-core';
import { ctdcTable } from '../ctdc-table.ts';

export interface ExploreTimes {
  readonly rows: number;
  readonly facets: number;
  /** Bytes of the column file, and as they travel. */
  readonly bytes: number;
  readonly brotli: number;
  /** Milliseconds from asking the worker to having its answer: fetching and unpacking, then medians and 95th percentiles. */
  readonly open: number;
  readonly table: Quantiles;
  readonly facetCounts: Quantiles;
}

interface Quantiles {
  readonly least: number;
  readonly median: number;
  readonly p95: number;
}

const rows = 258_000;
const facets = 27;
const runs = 60;

/**
 * Times the worker in `browserFolder` (what `npm run build` made for browsers) on invented records of 27 columns with 2 to 60
 * codes; `work` is an empty folder.
 */
export async function exploreTimes(browserFolder: string, work: string, executablePath: string): Promise<ExploreTimes> {
  const bytes = packColumns(inventedRecords());
  const worker = readdirSync(join(browserFolder, 'assets')).find((name) => /^records-[\w-]+\.js$/.test(name));
  if (!worker) throw new Error(`${browserFolder} has no worker: run npm run build`);
  mkdirSync(join(work, 'assets'), { recursive: true });
  cpSync(join(browserFolder, 'assets'), join(work, 'assets'), { recursive: true });
  writeFileSync(join(work, 'records.bin'), bytes);
  writeFileSync(join(work, 'index.html'), '<!doctype html><title>bench</title>');
  writeFileSync(join(work, 'latest.json'), '{}');
  const served = await serveSite(work, { port: 0 });
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    const page = await (await browser.newContext({ bypassCSP: true })).newPage();
    await page.goto(served.url);
    const times = await page.evaluate<PageTimes>(inPage(`/assets/${worker}`, '/records.bin'));
    return {
      rows,
      facets,
      bytes: bytes.length,
      brotli: brotliCompressSync(bytes).length,
      open: times.open,
      table: quantilesOf(times.table),
      facetCounts: quantilesOf(times.facets),
    };
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Bytes of the column file of CTDC's published file of 2021, and as they travel; null where it is absent. */
export async function ctdcColumnFile(): Promise<{
  rows: number;
  columns: number;
  bytes: number;
  brotli: number;
} | null> {
  const table = await ctdcTable();
  if (table === null) return null;
  const columns = table.variables.map((id, at) => ({
    id,
    codes: table.domains[id] ?? [],
    values: Uint8Array.from(table.columns[at] ?? []),
  }));
  const bytes = packColumns({
    release: 'bench',
    kind: 'synthetic record, not a person',
    rows: table.rows,
    columns: columns.sort((a, b) => a.codes.length - b.codes.length),
  });
  return { rows: table.rows, columns: columns.length, bytes: bytes.length, brotli: brotliCompressSync(bytes).length };
}

// Runs in the page, which has types of its own.
const inPage = (workerAddress: string, file: string) => `(async () => {
  const worker = new Worker(${JSON.stringify(workerAddress)}, { type: 'module' });
  const ask = (question) =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      worker.onmessage = ({ data }) => {
        if (data.kind === 'failed') reject(new Error(data.message));
        else resolve(performance.now() - start);
      };
      worker.postMessage({ id: 1, ...question });
    });
  const open = await ask({ kind: 'open', address: new URL(${JSON.stringify(file)}, location.href).href });
  const table = [];
  const facets = [];
  for (let run = 0; run < ${runs}; run++) {
    table.push(await ask({ kind: 'table', variables: ['c5', 'c12'], where: { c3: 'c3.0', c9: 'c9.1' } }));
    facets.push(await ask({ kind: 'facets', where: { c3: 'c3.0' }, periods: ['2010', '2011', '2012'] }));
  }
  worker.terminate();
  return { open, table, facets };
})()`;

interface PageTimes {
  readonly open: number;
  readonly table: readonly number[];
  readonly facets: readonly number[];
}

function quantilesOf(values: readonly number[]): Quantiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { least: at(0), median: at(0.5), p95: at(0.95) };
}

// Codes follow a hidden kind of case, so that columns hang together as they do in records of people.
function inventedRecords(): RecordColumns {
  let state = 20151;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const sizes = [6, ...Array.from({ length: facets }, (_, at) => [2, 3, 4, 6, 7, 7, 11, 13, 30, 60][at % 10] ?? 2)];
  const values = sizes.map(() => new Uint8Array(rows));
  for (let row = 0; row < rows; row++) {
    const kind = Math.floor(random() ** 2 * 12);
    for (const [at, size] of sizes.entries()) {
      const code = random() < 0.75 ? (kind * (at + 3)) % size : Math.floor(random() ** 2 * size);
      (values[at] as Uint8Array)[row] = code;
    }
  }
  return {
    release: 'bench',
    kind: 'invented record, not a person',
    rows,
    columns: sizes.map((size, at) => ({
      id: at === 0 ? 'period' : `c${at}`,
      codes: Array.from({ length: size }, (_, code) => (at === 0 ? String(2010 + code) : `c${at}.${code}`)),
      values: values[at] as Uint8Array,
    })),
  };
}
