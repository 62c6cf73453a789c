import { usualModelSize } from '@casebridge/privacy';
import type { SynthesisMethod } from '@casebridge/privacy/synthesis';
import { Refusal } from '@casebridge/refusal';
import { synthesiseAgain, synthesiseCsv } from '@casebridge/release';
import { Command, Option } from 'commander';
import { parseCount, parsePositive } from '../arguments.ts';
import type { Context } from '../context.ts';

interface SynthesiseArguments {
  readonly domain?: string;
  readonly epsilon?: number;
  readonly delta: number;
  readonly size?: number;
  readonly method: SynthesisMethod;
  readonly modelSize: number;
  readonly rows?: number;
  readonly replicates?: number;
  readonly from?: string;
  readonly out: string;
}

/** `casebridge synthesise`: synthetic records of any categorical CSV, or of measurements made before. */
export function synthesiseCommand(context: Context): Command {
  return new Command('synthesise')
    .summary('synthetic records of any categorical CSV')
    .description(
      'Measures a CSV under one budget and makes records that nobody stands behind: OUT.csv, OUT.parquet, OUT.support.csv (which sets of columns the records are fitted to), OUT.measurements.json (all that is needed to make them again) and OUT.ledger.jsonl.',
    )
    .argument('[csv]', 'table with a header row')
    .option('--domain <file>', '{"column": 16} for codes 0…15, or {"column": ["value", …]}; see docs/domain-file.md')
    .option('--epsilon <number>', 'privacy budget ε', parsePositive)
    .option('--delta <number>', 'δ', parsePositive, 1e-6)
    .option('--size <number>', 'publicly declared number of records; δ above one over it is refused', parseCount)
    .addOption(new Option('--method <name>', 'aim learns more, mst is faster').choices(['aim', 'mst']).default('aim'))
    .option('--model-size <megabytes>', 'largest model', parsePositive, usualModelSize)
    .option('--rows <number>', 'number of synthetic records; the noisy total when absent', parseCount)
    .option('--replicates <number>', 'further files of records, for error bars: OUT.replicates/01.csv …', parseCount)
    .option('--from <file>', 'make the records again from OUT.measurements.json: no data, no budget')
    .requiredOption('--out <file>', 'file for the records, ending in .csv; it must not be there yet')
    .addHelpText(
      'after',
      '\nExamples:\n  casebridge synthesise survey.csv --domain domain.json --epsilon 1 --out synthetic.csv\n  casebridge synthesise --from synthetic.measurements.json --replicates 20 --out again.csv',
    )
    .action((csv: string | undefined, options: SynthesiseArguments, command: Command) =>
      options.from === undefined ? measure(csv, options, context) : again(csv, options, command, context),
    );
}

async function measure(csv: string | undefined, options: SynthesiseArguments, context: Context): Promise<void> {
  const { domain, epsilon, replicates = 0, ...rest } = options;
  if (csv === undefined || domain === undefined || epsilon === undefined) {
    throw new Refusal('synthesise-arguments', 'synthesise needs a CSV, --domain and --epsilon, or --from measurements');
  }
  const { output, signal } = context;
  const result = await synthesiseCsv({
    csv,
    domain,
    epsilon,
    replicates,
    ...rest,
    signal,
    onProgress: output.progress,
  });
  output.result(result, [
    `columns are separated by '${result.delimiter}'`,
    ...(result.ignoredColumns.length > 0 ? [`left out, not in the domain: ${result.ignoredColumns.join(', ')}`] : []),
    ...(result.deltaNotice === null ? [] : [result.deltaNotice]),
    `${result.measured} marginals were measured; ε ${result.epsilon} at δ ${result.delta} is spent`,
    ...madeLines(result),
    `${result.measurements} makes them again without the data`,
  ]);
}

async function again(
  csv: string | undefined,
  { from = '', out, rows, replicates = 0 }: SynthesiseArguments,
  command: Command,
  { output, signal }: Context,
): Promise<void> {
  const measuring = ['domain', 'epsilon', 'delta', 'size', 'method', 'modelSize'];
  const given = measuring.find((name) => command.getOptionValueSource(name) === 'cli');
  if (csv !== undefined || given !== undefined) {
    throw new Refusal(
      'synthesise-arguments',
      '--from needs neither a CSV nor what it is measured with; leave them out',
    );
  }
  const asked = rows === undefined ? {} : { rows };
  const result = await synthesiseAgain({ from, out, ...asked, replicates, signal, onProgress: output.progress });
  output.result(result, madeLines(result));
}

function madeLines(made: {
  readonly out: string;
  readonly records: number;
  readonly replicates: number;
  readonly supportedPairs: number;
  readonly pairs: number;
}): string[] {
  return [
    `${made.records} synthetic records are in ${made.out}${made.replicates > 0 ? `, and ${made.replicates} replicates beside them` : ''}`,
    `they are fitted to ${made.supportedPairs} of ${made.pairs} pairs of columns; the others are filled in`,
  ];
}
