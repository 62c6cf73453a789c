/**
 * One run of our synthesis in a process of its own, as `casebridge synthesise` does it: plan, debit, choose and measure, fit,
 * draw records. Writes them as codes and prints one line of JSON.
 *
 * node ours.js mst|aim TABLE DOMAIN EPSILON DELTA SEED --out CSV [--max-size MB] [--degree N]
 *
 * The noise takes no seed; SEED only tells runs apart. Clock and processor time are those of the job without reading and
 * writing files; peak memory is that of the process.
 */
import { randomFillSync } from 'node:crypto';
import { parseArgs } from 'node:util';
import {
  driveSynthesis,
  memoryLedgerStorage,
  memoryMarginals,
  openLedger,
  planSynthesisJob,
  readProtected,
  runSynthesisJob,
  systemRandom,
} from '@casebridge/privacy';
import { synthesisModel, syntheticTable } from '@casebridge/privacy/synthesis';
import { caseTableOf } from './coded-case-table.ts';
import { readCodedTable, writeCodedTable } from './coded-table.ts';
import { subsetsOf } from './marginal-error.ts';
import { median } from './tables.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, 'max-size': { type: 'string' }, degree: { type: 'string' } },
});
const [method = '', path = '', domain = '', epsilon = '', delta = '', seed = ''] = positionals;
if ((method !== 'mst' && method !== 'aim') || values.out === undefined) throw new Error('mst or aim, and --out');
const coded = readCodedTable(path, domain);
const table = caseTableOf(coded);
const random = systemRandom((bytes) => randomFillSync(bytes));
const facts = { recipe: '0'.repeat(64), snapshot: '0'.repeat(64), purpose: 'bench' };

const [start, before] = [performance.now(), process.cpuUsage()];
const job = planSynthesisJob({
  declared: { domains: table.domains, structuralZeros: [], hierarchies: [] },
  epsilon: Number(epsilon),
  delta: Number(delta),
  method,
  ...(values['max-size'] === undefined ? {} : { modelSize: Number(values['max-size']) }),
});
const ledger = await openLedger(memoryLedgerStorage(), {
  name: 'bench',
  random,
  now: () => '2016-05-20T00:00:00Z',
  anchor: null,
  code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
});
const degree = Math.min(Number(values.degree ?? 2), coded.names.length);
const workload = [...subsetsOf(coded.names.length, degree)].map((set) => ({
  set: set.map((at) => coded.names[at] as string),
  weight: 1,
}));
const measured = await runSynthesisJob(
  job,
  ({ declared, modelSize }, measurer, options) =>
    driveSynthesis({ declared, method, modelSize, workload }, measurer, options),
  memoryMarginals(table),
  ledger,
  random,
  facts,
);
const published = readProtected(measured);
const measuredAt = performance.now();
const model = synthesisModel(published);
const synthetic = syntheticTable(model, published, randomFillSync(new Uint8Array(32)));
const { user, system } = process.cpuUsage(before);
const seconds = (performance.now() - start) / 1000;
const peakMb = process.resourceUsage().maxRSS / 1024;
const columns = coded.names.map((name) => Uint16Array.from(synthetic.columns[synthetic.variables.indexOf(name)] ?? []));
writeCodedTable(values.out, `${values.out}.domain.json`, { ...coded, columns, rows: synthetic.rows });
const deviations = published.measurements.map(({ variance }) => Math.sqrt(Number(variance)));
console.log(
  JSON.stringify({
    method: `casebridge-${method}`,
    epsilon: Number(epsilon),
    delta: Number(delta),
    seed: Number(seed),
    rows: coded.rows,
    rowsOut: synthetic.rows,
    measured: published.measurements.length,
    bands: published.bands.length,
    noiseSd: median(deviations),
    modelSizeMb: job.modelSize,
    degree,
    measureSeconds: (measuredAt - start) / 1000,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMb,
  }),
);
