/**
 * Every attack on 200,000 × 30 invented records (3 × 190, 5 × 8, 22 × 3 codes), half of the synthetic ones copied, with a
 * control group of 50,000; each against the time it was planned to take on two idle cores. Then the attacks that anonymeter
 * has too, on the same smaller files for both: `bench/peers/install.sh anonymeter` once, with Python. Options: `--quick`
 * takes a tenth of the records.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  attackInput,
  attributeInference,
  type CaseTable,
  caseTable,
  classSizeTable,
  correctAttribution,
  densityRatio,
  emptyColumn,
  exactCopies,
  linkability,
  rareEcho,
  reidentificationRisk,
  singleOutMultivariate,
  singleOutUnivariate,
  specialUniques,
  vulnerableRecords,
} from '@casebridge/privacy';
import { machine, seconds, timed } from './timing.ts';

const peers = join(dirname(fileURLToPath(import.meta.url)), '..', 'peers');
const sizes = [...Array<number>(3).fill(190), ...Array<number>(5).fill(8), ...Array<number>(22).fill(3)];
const rows = process.argv.includes('--quick') ? 20_000 : 200_000;
const seed = 'bench';

const train = invented(rows, 7);
const control = invented(rows / 4, 99);
const synthetic = halfCopied(train, invented(rows, 1_234_567));
const input = attackInput({ train, control, synthetic });
console.log(machine());
console.log(
  `${rows} × ${sizes.length} real, ${control.rows} control, ${synthetic.rows} synthetic records, half of them copies\n`,
);

const secrets = [1, 2, 5, 6, 7, 8, 9];
const works: readonly [name: string, goal: number, work: () => unknown][] = [
  ['class sizes, all sets of up to 3', 2, () => classSizeTable(train)],
  [
    'prosecutor, journalist, marketer',
    1,
    () => reidentificationRisk(train, [0, 1, 2, 3, 4], { kind: 'negative-binomial', samplingFraction: 0.1 }),
  ],
  ['special uniques, up to 3 columns', 10, () => specialUniques(train, { most: 3 })],
  ['special uniques, up to 4 columns', 30, () => specialUniques(train, { most: 4 })],
  ['exact copies and rare combinations', 3, async () => [exactCopies(input), await rareEcho(input, { seed })]],
  [
    'singling out, 2,000 predicates each',
    0.2,
    () => [
      singleOutUnivariate(input, { predicates: 2000, seed }),
      singleOutMultivariate(input, { predicates: 2000, seed }),
    ],
  ],
  ['linkability, 1,000 of each file', 5, () => linkability(input, { targets: 1000, seed })],
  ['inference of 30 secrets, 1,000 of each', 10, () => attributeInference(input, { targets: 1000, seed })],
  [`attribution by keys, ${secrets.length} secrets`, 2, () => correctAttribution(input, [0, 3, 4], secrets)],
  ['density ratio', 20, () => densityRatio(input, { seed })],
  ['vulnerable records', 5, () => vulnerableRecords(train, { count: 20 })],
];
let [total, processor] = [0, 0];
for (const [name, goal, work] of works) {
  const { timing } = await timed(1, work);
  total += timing.best;
  processor += timing.processor;
  const ratio = (goal * 1000) / timing.processor;
  console.log(
    `${name.padEnd(40)} ${seconds(timing.best).padStart(9)}; ${seconds(timing.processor).padStart(9)} of processor; goal ${goal} s, ratio ${ratio.toFixed(2)}`,
  );
}
console.log(
  `${'all of them'.padEnd(40)} ${seconds(total).padStart(9)}; ${seconds(processor).padStart(9)} of processor; goal 60 s\n`,
);
await besideAnonymeter();
console.log(machine());

/** The attacks that both have, over the same files: clock seconds and rates. */
async function besideAnonymeter(): Promise<void> {
  const python = join(peers, '.venv-anonymeter', 'bin', 'python');
  if (!existsSync(python)) {
    console.log('anonymeter left out: bench/peers/install.sh anonymeter installs it');
    return;
  }
  const few = {
    train: firstRows(train, 20_000),
    control: firstRows(control, 5000),
    synthetic: firstRows(synthetic, 20_000),
  };
  const folder = mkdtempSync(join(tmpdir(), 'casebridge-attack-'));
  try {
    for (const [name, table] of Object.entries(few)) writeFileSync(join(folder, `${name}.csv`), csvOf(table));
    const targets = 500;
    const run = spawnSync(python, [join(peers, 'anonymeter_attack.py'), folder, String(targets)], { encoding: 'utf8' });
    if (run.status !== 0) {
      console.log(`anonymeter failed: ${run.stderr.trim().split('\n').at(-1)}`);
      return;
    }
    const theirs = JSON.parse(run.stdout) as Record<string, { seconds: number; attack: number; control: number }>;
    const small = attackInput(few);
    const columnsA = sizes.map((_, at) => at).filter((at) => at % 2 === 0);
    const ours: Record<string, () => { attack: { rate: number }; control: { rate: number } | null }> = {
      'singling out': () => singleOutMultivariate(small, { predicates: targets, width: 3, seed }),
      linkability: () => linkability(small, { columnsA, neighbours: [1], targets, seed }).byNeighbours[0] as never,
      inference: () => attributeInference(small, { secrets: [0], targets, seed }).secrets[0] as never,
    };
    console.log(`beside anonymeter, ${few.train.rows} × ${sizes.length}, ${targets} targets or predicates:`);
    for (const [name, work] of Object.entries(ours)) {
      const { timing, result } = await timed(1, work);
      const peer = theirs[name];
      const rate = (value: number | undefined) => (100 * (value ?? Number.NaN)).toFixed(1);
      console.log(
        `${name.padEnd(14)} ours ${seconds(timing.best)}, ${rate(result.attack.rate)} % against ${rate(result.control?.rate)} % control; ` +
          `anonymeter ${peer?.seconds.toFixed(2)} s, ${rate(peer?.attack)} % against ${rate(peer?.control)} %; ` +
          `${(((peer?.seconds ?? 0) * 1000) / timing.best).toFixed(0)} times as fast`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Skewed columns of invented codes; the generator's seed is fixed, for there is nothing to protect. */
function invented(count: number, start: number): CaseTable {
  let state = start;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const domains = Object.fromEntries(
    sizes.map((size, at) => [`v${at}`, Array.from({ length: size }, (_, code) => (code === 0 ? '' : `c${code}`))]),
  );
  const columns = Object.fromEntries(
    sizes.map((size, at) => {
      const column = emptyColumn(size, count);
      for (let row = 0; row < count; row++) column[row] = Math.floor(next() ** 3 * size);
      return [`v${at}`, column];
    }),
  );
  return caseTable(domains, columns);
}

function halfCopied(table: CaseTable, other: CaseTable): CaseTable {
  const columns = table.columns.map((column, at) => {
    const mixed = column.slice();
    for (let row = 1; row < mixed.length; row += 2) mixed[row] = other.columns[at]?.[row] ?? 0;
    return mixed;
  });
  return { ...table, columns };
}

function firstRows(table: CaseTable, most: number): CaseTable {
  const count = Math.min(most, table.rows);
  return { ...table, rows: count, columns: table.columns.map((column) => column.slice(0, count)) };
}

function csvOf(table: CaseTable): string {
  const lines = Array.from({ length: table.rows }, (_, row) =>
    table.variables.map((name, at) => table.domains[name]?.[table.columns[at]?.[row] ?? 0]).join(),
  );
  return `${[table.variables.join(), ...lines].join('\n')}\n`;
}
