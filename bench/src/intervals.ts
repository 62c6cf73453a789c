/**
 * Intervals from synthetic records: the 95 % intervals that replicates and the published noise give 200 supported estimates, and how
 * many of them hold what the real file says; estimates that the support flag forbids are shown beside them. Adult (48,842 × 14)
 * and a part of the CTDC Global Synthetic Dataset of 2021 (its 37 columns without the two of some 190 countries).
 * What is measured is declared: every column, and pairs of neighbours in the order of the file.
 *
 *   npm run bench intervals -- [--epsilon 0.1,1,10] [--seeds 3] [--replicates 20] [--only adult,ctdc]
 */
import { randomFillSync } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import {
  type CaseTable,
  ceilRational,
  divideRational,
  memoryLedgerStorage,
  memoryMarginals,
  openLedger,
  parseDomainFile,
  planSynthesisJob,
  rational,
  readProtected,
  runSynthesisJob,
  type SynthesisDriver,
  systemRandom,
  tableFromCsv,
} from '@casebridge/privacy';
import { cellCount, sizesOf } from '@casebridge/privacy/results';
import { type HeldShare, intervalCalibration } from '@casebridge/privacy/utility';
import { ctdcTable } from './ctdc-table.ts';
import { dataFile } from './synthesis/places.ts';
import { machine } from './timing.ts';

/** Largest pair that is measured, in cells. */
const mostPairCells = 2_000;
const goal = 0.9;

const { values } = parseArgs({
  options: {
    epsilon: { type: 'string', default: '0.1,1,10' },
    seeds: { type: 'string', default: '3' },
    replicates: { type: 'string', default: '20' },
    only: { type: 'string', default: 'adult,ctdc' },
  },
});
const random = systemRandom((bytes) => randomFillSync(bytes));

console.log(machine());
console.log('file      ε     run  supported held (median width)        usual held   not supported held');
const totals = { estimates: 0, held: 0 };
for (const [name, load] of [
  ['adult', adult],
  ['ctdc', ctdcPart],
] as const) {
  if (!values.only.split(',').includes(name)) continue;
  const real = await load();
  if (real === null) {
    console.log(`${name}: left out, ../shared/data has no such file`);
    continue;
  }
  for (const epsilon of values.epsilon.split(',').map(Number)) {
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      const published = await measured(real, epsilon);
      const found = await intervalCalibration(real, published, {
        replicates: Number(values.replicates),
        seed: `intervals ${seed}`,
      });
      const { supported, unsupported } = found;
      totals.estimates += supported.estimates;
      totals.held += supported.held;
      const width = supported.medianWidth?.toPrecision(2) ?? '–';
      console.log(
        `${name.padEnd(8)}  ${String(epsilon).padEnd(4)}  ${String(seed).padEnd(3)}  ${shareOf(supported)} (${width})`.padEnd(
          56,
        ),
        `${percent(supported.heldByUsual / supported.estimates)}       ${shareOf(unsupported)}`,
      );
    }
  }
}
const share = totals.held / totals.estimates;
console.log(`held over all runs: ${percent(share)} of ${totals.estimates} supported estimates; goal ${percent(goal)}`);
if (!(share >= goal)) process.exitCode = 1;

/** Every column and pairs of neighbours, each with an equal part of the budget. */
async function measured(real: CaseTable, epsilon: number) {
  const { variables, domains } = real;
  const pairs = variables
    .slice(1)
    .map((name, at) => [variables[at] as string, name])
    .filter((pair) => cellCount(sizesOf(domains, pair)) <= mostPairCells);
  const sets = [...variables.map((name) => [name]), ...pairs];
  const job = planSynthesisJob({
    declared: { domains, structuralZeros: [], hierarchies: [] },
    epsilon,
    delta: 1e-9,
    modelSize: 64,
  });
  const variance = ceilRational(divideRational(rational(sets.length, 2), job.rho));
  const driver: SynthesisDriver = async (_, measurer) => {
    await measurer.measure(sets.map((set) => ({ set, variance })));
  };
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'bench',
    random,
    now: () => '2016-05-20T00:00:00Z',
    anchor: null,
    code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
  });
  const facts = { recipe: '0'.repeat(64), snapshot: '0'.repeat(64), purpose: 'intervals' };
  return readProtected(await runSynthesisJob(job, driver, memoryMarginals(real), ledger, random, facts));
}

async function adult(): Promise<CaseTable | null> {
  const [file, domain] = [dataFile('dp-adult', 'adult.csv.gz'), dataFile('dp-adult', 'adult-domain.json')];
  if (file === null || domain === null || !existsSync(file)) return null;
  const domains = parseDomainFile(readFileSync(domain, 'utf8'), 'adult-domain.json');
  return (await tableFromCsv(createReadStream(file).pipe(createGunzip()), 'adult', domains)).table;
}

async function ctdcPart(): Promise<CaseTable | null> {
  const whole = await ctdcTable();
  if (whole === null) return null;
  const kept = whole.variables.filter((name) => (whole.domains[name]?.length ?? 0) <= 50);
  return {
    variables: kept,
    domains: Object.fromEntries(kept.map((name) => [name, whole.domains[name] ?? []])),
    columns: kept.map((name) => whole.columns[whole.variables.indexOf(name)] ?? new Uint8Array(whole.rows)),
    rows: whole.rows,
  };
}

function shareOf({ held, estimates }: HeldShare): string {
  return `${held} of ${estimates}, ${percent(held / estimates)}`;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
