/**
 * One run of our protected tables in a process of its own: every table of up to R columns under one budget, as `casebridge
 * tables` measures them. Writes the cells that it shows above 0 and that hold no absent value, in the form of Synthetic Data
 * Showcase's aggregates with the standard deviation behind, and prints one line of JSON.
 *
 * node ours-tables.js TABLE DOMAIN VALUES EPSILON DELTA SEED --out CSV. The noise takes no seed; SEED only tells runs apart.
 */
import { randomFillSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import {
  memoryLedgerStorage,
  memoryMarginals,
  openLedger,
  planTablesJob,
  readProtected,
  runTablesJob,
  systemRandom,
  tableRows,
} from '@casebridge/privacy';
import { answersFrom } from '@casebridge/privacy/results';
import { caseTableOf } from './coded-case-table.ts';
import { readCodedTable } from './coded-table.ts';

const [path = '', domain = '', valuesPath = '', epsilon = '', delta = '', seed = '', , out = ''] =
  process.argv.slice(2);
const values = JSON.parse(readFileSync(valuesPath, 'utf8')) as string[][];
const table = caseTableOf(readCodedTable(path, domain), values);
const random = systemRandom((bytes) => randomFillSync(bytes));
const [start, before] = [performance.now(), process.cpuUsage()];
const job = planTablesJob({ domains: table.domains, epsilon: Number(epsilon), delta: Number(delta), ways: 4 });
const ledger = await openLedger(memoryLedgerStorage(), {
  name: 'bench',
  random,
  now: () => '2016-05-20T00:00:00Z',
  anchor: null,
  code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
});
const facts = { recipe: '0'.repeat(64), snapshot: '0'.repeat(64), purpose: 'bench' };
const answers = answersFrom(readProtected(await runTablesJob(job, memoryMarginals(table), ledger, random, facts)));
const rows = [...tableRows(answers)];
const { user, system } = process.cpuUsage(before);
const seconds = (performance.now() - start) / 1000;
const lines = ['selections,protected_count,sd'];
for (const { variables, codes, display, sd } of rows) {
  const names = variables.split(';');
  const texts = codes.split(';');
  if (display <= 0 || texts.includes('')) continue;
  lines.push(`${names.map((name, at) => `${name}:${texts[at]}`).join(';')},${display},${sd}`);
}
writeFileSync(out, `${lines.join('\n')}\n`);
console.log(
  JSON.stringify({
    method: 'casebridge-tables',
    epsilon: Number(epsilon),
    delta: Number(delta),
    seed: Number(seed),
    rows: table.rows,
    cells: rows.length,
    published: lines.length - 1,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
