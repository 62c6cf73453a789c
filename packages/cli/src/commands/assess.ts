import { type AssessedFiles, assessFiles, assessmentMetrics } from '@casebridge/release';
import { Command, InvalidArgumentError } from 'commander';
import { parseCount, parseList } from '../arguments.ts';
import type { Context } from '../context.ts';
import { columns } from '../output.ts';

interface AssessArguments {
  readonly domain: string;
  readonly groups?: readonly string[];
  readonly length: number;
  readonly absent?: readonly string[];
  readonly sensitiveZeros?: readonly string[];
  readonly resolution: number;
  readonly metrics?: readonly (typeof assessmentMetrics)[number][];
  readonly targets?: readonly string[];
  readonly area?: string;
  readonly workload?: string;
  readonly out?: string;
}

/** `casebridge assess`: how useful a synthetic or anonymised file is, against the real one. */
export function assessCommand({ output, signal }: Context): Command {
  return new Command('assess')
    .summary('how useful a file is, against the real one (internal: reads real data)')
    .description(
      'Compares two files over one domain: errors of all tables of up to three columns and of counts by size, the worst group, combinations of values as Synthetic Data Showcase counts them and with no case left out, the NIST k-marginal score, pMSE, what a classifier loses, and overlap of intervals. The numbers are exact and so a disclosure: they stay with the steward.',
    )
    .argument('<real>', 'CSV of real records')
    .argument('<synthetic>', 'CSV of the records to judge')
    .requiredOption('--domain <file>', '{"column": 16} for codes 0…15, or {"column": ["value", …]}')
    .option('--groups <columns>', 'columns whose values are groups of people, such as region,sex,age', parseList)
    .option('--length <number>', 'longest combination of values', parseCount, 4)
    .option('--absent <values>', 'values that all mean absent and make up no combination; SDS takes ",0"', parseList)
    .option('--sensitive-zeros <columns>', 'columns whose absent values count all the same', parseList)
    .option('--resolution <number>', 'the k of Synthetic Data Showcase', parseCount, 10)
    .option('--metrics <names>', `some of ${assessmentMetrics.join(',')}`, parseMetrics)
    .option('--targets <columns>', 'columns to predict; five when left out', parseList)
    .option('--area <column>', 'column whose areas the k-marginal scores apart')
    .option('--workload <file>', '[{"set": ["column", …], "weight": 1}, …]: the tables that matter most')
    .option('--out <dir>', 'folder for assess.json and assess.html; it must not hold any yet')
    .addHelpText(
      'after',
      '\nExample:\n  casebridge assess real.csv synthetic.csv --domain domain.json --groups sex,age --out assessment/',
    )
    .action(async (real: string, synthetic: string, options: AssessArguments) => {
      const result = await assessFiles({ real, synthetic, ...options, signal, onProgress: output.progress });
      const { tables: _, ...printed } = result;
      output.result(printed, linesOf(result));
    });
}

function linesOf({ internal, tables, traps, ignoredColumns, files }: AssessedFiles): string[] {
  return [
    internal,
    ...(ignoredColumns.length > 0 ? [`left out, not in the domain: ${ignoredColumns.join(', ')}`] : []),
    ...tables.flatMap(({ caption, headings, rows }) => [
      '',
      caption,
      ...columns([headings, ...rows]).map((line) => `  ${line}`),
    ]),
    ...(traps.length > 0
      ? ['', 'Traps in the figures of Synthetic Data Showcase', ...traps.map((trap) => `  - ${trap}`)]
      : []),
    ...(files.length > 0 ? ['', `written: ${files.join(', ')}`] : []),
  ];
}

function parseMetrics(text: string): readonly (typeof assessmentMetrics)[number][] {
  return parseList(text).map((name) => {
    const metric = assessmentMetrics.find((one) => one === name);
    if (!metric) throw new InvalidArgumentError(`'${name}' is none of ${assessmentMetrics.join(', ')}.`);
    return metric;
  });
}
