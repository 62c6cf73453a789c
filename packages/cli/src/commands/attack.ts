import { type AttackedFiles, attackFiles, verdictRows } from '@casebridge/release';
import { Command } from 'commander';
import { parseCount, parseList, parsePositive, parseShare } from '../arguments.ts';
import type { Context } from '../context.ts';
import { columns } from '../output.ts';

interface AttackArguments {
  readonly domain: string;
  readonly control?: string;
  readonly population?: string;
  readonly keys?: readonly string[];
  readonly secrets?: readonly string[];
  readonly missing: readonly string[];
  readonly rows: number;
  readonly predicates: number;
  readonly samplingFraction?: number;
  readonly k?: number;
  readonly shadow?: boolean;
  readonly shadowEpsilon: number;
  readonly shadowDelta: number;
  readonly shadowRuns: number;
  readonly seed: string;
  readonly out: string;
}

/** `casebridge attack`: what a file gives away about the records it was made from. */
export function attackCommand({ output, signal }: Context): Command {
  return new Command('attack')
    .summary('what a file gives away about real records (internal: reads real data)')
    .description(
      'Attacks synthetic or anonymised records as an outsider would: copies and rare combinations, singling out, linking two parts of a record, guessing secrets, attribution by keys, membership; and says how exposed the real records are. With a control group, records of the same population kept aside before synthesis, it tells what the file gives away about persons from what holds for everybody. The numbers are exact and so a disclosure: they stay with the steward, and nothing is blocked by them.',
    )
    .argument('<real>', 'CSV of the records that the file was made from')
    .argument('<synthetic>', 'CSV of the records to attack')
    .requiredOption('--domain <file>', '{"column": 16} for codes 0…15, or {"column": ["value", …]}')
    .option('--control <file>', 'CSV of records of the same population that were kept aside')
    .option('--population <file>', 'CSV of the population, for the journalist risk of the real records')
    .option('--keys <columns>', 'columns an attacker knows; the three of most codes when left out', parseList)
    .option('--secrets <columns>', 'columns an attacker is after; all that are no key when left out', parseList)
    .option(
      '--missing <values>',
      'values that mean missing, and equal each other; the empty value when left out',
      parseList,
      [''],
    )
    .option('--rows <number>', 'records of each file that are attacked by nearest neighbours', parseCount, 1000)
    .option('--predicates <number>', 'descriptions tried in singling out', parseCount, 20_000)
    .option('--sampling-fraction <share>', 'share of the population that the real file holds', parseShare)
    .option(
      '--k <number>',
      'the file holds real records k-anonymised with this k; judge the smallest group',
      parseCount,
    )
    .option('--shadow', 'repeat the synthesis (fast preset) with and without the most exposed records: minutes')
    .option('--shadow-epsilon <number>', 'ε of the shadow runs', parsePositive, 1)
    .option('--shadow-delta <number>', 'δ of the shadow runs', parsePositive, 1e-6)
    .option('--shadow-runs <number>', 'how many of them, an even number', parseCount, 64)
    .option('--seed <text>', 'chooses targets and predicates', 'casebridge')
    .requiredOption('--out <dir>', 'folder for attack.json and attack.html; it must not hold any yet')
    .addHelpText(
      'after',
      '\nExample:\n  casebridge attack used.csv synthetic.csv --control kept-aside.csv --domain domain.json --keys sex,age,region --out attack/',
    )
    .action(async (real: string, synthetic: string, options: AttackArguments) => {
      const { shadow, shadowEpsilon: epsilon, shadowDelta: delta, shadowRuns: runs, ...others } = options;
      const result = await attackFiles({
        real,
        synthetic,
        ...others,
        ...(shadow ? { shadow: { epsilon, delta, runs } } : {}),
        signal,
        onProgress: output.progress,
      });
      const { results: _, ...printed } = result;
      output.result(printed, linesOf(result));
    });
}

function linesOf({ internal, findings, notJudged, ignoredColumns, files }: AttackedFiles): string[] {
  const table = [['attack', 'number judged', 'found', 'limit', 'verdict'], ...verdictRows(findings, notJudged)];
  return [
    internal,
    ...(ignoredColumns.length > 0 ? [`left out, not in the domain: ${ignoredColumns.join(', ')}`] : []),
    '',
    ...columns(table),
    '',
    `written: ${files.join(', ')}`,
  ];
}
