// Maps and checks a real file of 193,025 rows and 37 columns, beside DuckDB reading the same CSV in the same run.
// Then maps a made-up file of 250,000 rows and 65 columns, each size in a process of its own, for its peak memory.
// Run: node bench/dist/intake.js
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { mapTable, parseMapping } from '@casebridge/intake';
import { mapPath, openTable } from '@casebridge/intake/node';
import { DuckDBInstance } from '@duckdb/node-api';
import { wideMapping, writeWideFile } from './intake-wide-file.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = process.env.CASEBRIDGE_SHARED ?? join(root, '../shared');
const packed = join(shared, 'data/ctdc-global-synthetic-2021/ctdc_global_synthetic_2021.csv.gz');
const goal = 150_000;
const rounds = 5;

const [, self = '', mode, path = ''] = process.argv;
if (mode === '--memory') {
  await mapWideFile(path);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'casebridge-bench-'));
  try {
    if (existsSync(packed)) {
      const csv = join(folder, 'cases.csv');
      await pipeline(createReadStream(packed), createGunzip(), createWriteStream(csv));
      await run(csv);
    } else {
      console.log(`intake: the real file is not run, ${packed} is not here`);
    }
    for (const rows of [62_500, 250_000, 1_000_000]) {
      const wide = join(folder, `wide-${rows}.csv`);
      await writeWideFile(wide, rows);
      process.stdout.write(execFileSync(process.execPath, [self, '--memory', wide], { encoding: 'utf8' }));
      rmSync(wide);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Maps one file and prints what it took. */
async function mapWideFile(csv: string): Promise<void> {
  const recordKeySecret = new Uint8Array(32).fill(1);
  const start = performance.now();
  const mapped = await mapPath([csv], parseMapping(wideMapping, 'wide.yaml'), { today: '2026-01-01', recordKeySecret });
  for await (const _ of mapped.blocks);
  const { rowsRead, rowsKept } = await mapped.summary;
  const seconds = (performance.now() - start) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${perSecond(rowsRead)} × 65, keyed: kept ${perSecond(rowsKept)}, ${perSecond(rowsRead / seconds)} rows/s, peak memory ${peak.toFixed(0)} MiB`,
  );
}

async function run(csv: string): Promise<void> {
  const file = 'ctdc-synthetic-2021.yaml';
  const mapping = parseMapping(await readFile(join(root, 'mappings', file), 'utf8'), file);
  const ours: Took[] = [];
  const read: Took[] = [];
  const peers: Took[] = [];
  let rows = 0;
  let rss = 0;
  let kept = 0;
  for (let round = 0; round < rounds; round++) {
    read.push(
      await timed(async () => {
        const table = await openTable(csv, mapping.source);
        for await (const block of table.rows) rss = Math.max(rss, process.memoryUsage.rss(), block.rows);
      }),
    );
    ours.push(
      await timed(async () => {
        const table = await openTable(csv, mapping.source);
        const mapped = mapTable(table, mapping, { today: '2026-01-01' });
        for await (const _ of mapped.blocks) rss = Math.max(rss, process.memoryUsage.rss());
        const summary = await mapped.summary;
        rows = summary.rowsRead;
        kept = summary.rowsKept;
      }),
    );
  }
  for (let round = 0; round < rounds; round++) peers.push(await timed(() => duckdb(csv)));
  const our = least(ours);
  const peer = least(peers);
  const rate = rows / our.seconds;
  const shown = (took: Took): string =>
    `${perSecond(rows / took.seconds)} rows/s (${perSecond(rows / took.processor)} per second of processor time)`;
  console.log(`rows                      ${rows} (kept ${kept})`);
  console.log(`read                      ${shown(least(read))}`);
  console.log(`read, map and check       ${shown(our)}`);
  console.log(`goal                      ${perSecond(goal)} rows/s: ${rate >= goal ? 'met' : 'missed'}`);
  console.log(`DuckDB read_csv, 1 thread ${shown(peer)}`);
  console.log(
    `time, ours / DuckDB       ${(our.seconds / peer.seconds).toFixed(2)} (${our.seconds.toFixed(2)} s / ${peer.seconds.toFixed(2)} s)`,
  );
  console.log(`peak memory               ${(rss / 1e6).toFixed(0)} MB`);
}

interface Took {
  readonly seconds: number;
  /** Processor time of all threads, which a busy machine does not stretch as it does the clock. */
  readonly processor: number;
}

async function timed(work: () => Promise<void>): Promise<Took> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
}

function least(took: readonly Took[]): Took {
  return {
    seconds: Math.min(...took.map(({ seconds }) => seconds)),
    processor: Math.min(...took.map(({ processor }) => processor)),
  };
}

async function duckdb(csv: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run(`create table cases as select * from read_csv('${csv}', all_varchar = true, header = true)`);
  connection.closeSync();
  instance.closeSync();
}

function perSecond(rate: number): string {
  return Math.round(rate).toLocaleString('en');
}
