/**
 * k-anonymity on Adult (30,162 × 8 and × 9, ARX's hierarchies) beside the provable optimum of ARX's model and ARX's own expected
 * optima; local recoding of 250,000 × 12; suppression of rare combinations of 200,000 × 30 and of the 193,025 × 37 file. Every output is
 * held against the verifier. `--fast` leaves out the long searches among ARX's cases.
 */
import { execFileSync } from 'node:child_process';
import {
  type CombinationsReport,
  type FullDomainOptimum,
  fullDomainOptimum,
  localRecoding,
  lossOfLevels,
  meanLoss,
  publishedLabel,
  type QuasiTable,
  type Recoding,
  readPublished,
  type SuppressedTable,
  suppressCombinations,
  verifyCombinations,
  verifyGroups,
  type WideTable,
} from '@casebridge/privacy';
import { ctdcTable } from './ctdc-table.ts';
import { type Adult, eight, nine, readAdult } from './kanonymity/adult.ts';
import { coveredCases, requestOf } from './kanonymity/arx-cases.ts';
import { inventedQuasi, inventedWide } from './kanonymity/invented.ts';
import { describeTiming, machine, seconds, timed } from './timing.ts';

console.log(machine());
const adult = readAdult();
if (adult) {
  await adultLosses(adult);
  await arxOptima(adult);
} else console.log('Adult: skipped, ../shared/data/arx-adult is absent');
console.log(
  '\nARX itself: not compared in the same run; Maven Central has no artifact of it (tried, 2026-11: libarx 3.9.1)',
);
console.log(
  `sdcMicro: not compared; ${hasR() ? 'R is here, the package is not part of this bench' : 'it needs R, which is not installed here'}`,
);
await largeLocal();
await wide('200,000 × 30 invented, 30 % missing', inventedWide(200_000, 0.3), 10);
const ctdc = await ctdcTable();
if (ctdc) {
  const missingAt = ctdc.variables.map((name) => ctdc.domains[name]?.indexOf('') ?? -1);
  const table: WideTable = {
    columns: ctdc.variables,
    codes: ctdc.columns.map((column, at) => {
      const missing = missingAt[at] as number;
      return Uint16Array.from(column, (code) =>
        code === missing ? 0 : missing >= 0 && code > missing ? code : code + 1,
      );
    }),
    sizes: ctdc.variables.map(
      (name, at) => (ctdc.domains[name]?.length ?? 0) - ((missingAt[at] as number) >= 0 ? 1 : 0),
    ),
    rows: ctdc.rows,
  };
  await wide('193,025 × 37, CTDC synthetic 2021', table, null);
} else console.log('CTDC: skipped, ../shared/data/ctdc-global-synthetic-2021 is absent');
console.log(machine());

async function adultLosses(data: Adult): Promise<void> {
  console.log(
    '\nAdult: loss of the best full-domain recoding by suppression limit, and of local recoding, no row lost',
  );
  const goals = {
    '8 5': [0.0605, 0.0642],
    '8 11': [0.1008, 0.1033],
    '9 5': [0.0875, 0.0907],
    '9 11': [0.1351, 0.1356],
  };
  for (const quasi of [eight, nine]) {
    for (const k of [5, 11]) {
      const table = data.table(quasi);
      const parts: string[] = [];
      for (const suppressionLimit of [1, 0.05, 0.02, 0]) {
        const { timing, result } = await timed<FullDomainOptimum>(1, () =>
          fullDomainOptimum(table, { k, suppressionLimit }),
        );
        parts.push(
          `${suppressionLimit * 100} %: ${(result.loss[0] as number).toFixed(4)} (${result.evaluated} of ${result.nodes} nodes, ${seconds(timing.processor)})`,
        );
      }
      const local = await timed(5, () => localRecoding(table, { k }));
      const [low = 0, high = 0] = goals[`${quasi.length} ${k}` as keyof typeof goals];
      const loss = meanLoss(table, local.result);
      const verified = verifyGroups(await published(table, local.result), quasi, [], k);
      console.log(`  ${quasi.length} columns, k ${k}`);
      for (const part of parts) console.log(`    optimum at limit ${part}`);
      console.log(
        `    local ${loss.toFixed(4)}, goal ${low}–${high}; ${local.result.groups} groups, smallest ${verified.smallest}, ${verified.holds ? 'verified' : 'NOT VERIFIED'}; ${describeTiming(local.timing)} (goal 0.5 s)`,
      );
    }
  }
}

async function arxOptima(data: Adult): Promise<void> {
  const isFast = process.argv.includes('--fast');
  let exact = 0;
  let better = 0;
  const wrong: string[] = [];
  const cases = coveredCases(data);
  const start = performance.now();
  for (const { name, one } of cases) {
    const { table, options } = requestOf(data, one);
    const given = lossOfLevels(table, one.optimalLevels, options).loss[0] as number;
    if (Math.abs(given / (one.optimalInformationLoss || 1) - 1) > 1e-9) wrong.push(`${name}: loss of its levels`);
    if (isFast) continue;
    const found = fullDomainOptimum(table, options);
    const loss = found.loss[0] as number;
    if (found.levels.join() === one.optimalLevels.join()) exact++;
    else if (/Heuristic|Genetic/.test(name) && loss < given) better++;
    else wrong.push(`${name}: ${found.levels} loses ${loss}, ARX's ${one.optimalLevels} ${given}`);
  }
  console.log(
    `\nARX's own expectations: ${cases.length} different cases within this model; the loss of all their levels redone`,
  );
  if (!isFast) {
    console.log(
      `  ${exact} found exactly; in ${better} ARX's heuristic search stopped short of our optimum; ${seconds(performance.now() - start)}`,
    );
  }
  for (const line of wrong) console.log(`  DIFFERS ${line}`);
}

async function largeLocal(): Promise<void> {
  const table = inventedQuasi(250_000);
  const { timing, result } = await timed(3, () => localRecoding(table, { k: 11 }));
  const verified = verifyGroups(await published(table, result), names(table), [], 11);
  console.log(
    `\nlocal, 250,000 × 12 invented, k 11: loss ${meanLoss(table, result).toFixed(4)}, ${verified.holds ? 'verified' : 'NOT VERIFIED'}; ${describeTiming(timing)} (goal 4 s)`,
  );
}

async function wide(what: string, table: WideTable, goal: number | null): Promise<void> {
  const shown = table.codes.reduce(
    (sum, column) => sum + column.reduce((cells, code) => cells + (code > 0 ? 1 : 0), 0),
    0,
  );
  const { timing, result } = await timed<SuppressedTable>(1, () => suppressCombinations(table, { k: 11, m: 3 }));
  const file = {
    columns: table.columns,
    texts: table.sizes.map((size) => Array.from({ length: size + 1 }, (_, code) => (code === 0 ? '*' : `v${code}`))),
    cells: result.codes.map((column) => Uint32Array.from(column)),
    rows: table.rows,
  };
  const check = await timed<CombinationsReport>(1, () => verifyCombinations(file, table.columns, 11, 3, ['*']));
  const cells = result.cells.reduce((sum, column) => sum + column, 0);
  console.log(
    `k^m, ${what}, k 11, m 3: ${cells} of ${shown} cells suppressed (${((100 * cells) / shown).toFixed(2)} %), ${result.restored} put back, ${check.result.holds ? 'verified' : 'NOT VERIFIED'} in ${seconds(check.timing.best)}; ${describeTiming(timing)}${goal === null ? '' : ` (goal ${goal} s)`}; ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  );
}

function names(table: QuasiTable): string[] {
  return table.hierarchies.map(({ column }) => column);
}

/** The file as it would be published, read back by the verifier's own reader. */
async function published(table: QuasiTable, recoding: Recoding) {
  function* lines() {
    yield `${names(table).join()}\n`;
    for (let row = 0; row < table.rows; row++) {
      yield `${table.hierarchies.map((_, column) => publishedLabel(table, recoding, column, row)).join()}\n`;
    }
  }
  return readPublished(lines(), 'published');
}

function hasR(): boolean {
  try {
    execFileSync('Rscript', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
