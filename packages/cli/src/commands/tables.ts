import { protectTables } from '@casebridge/release';
import { Command } from 'commander';
import { parseCount, parsePositive } from '../arguments.ts';
import type { Context } from '../context.ts';

interface TablesArguments {
  readonly domain: string;
  readonly epsilon: number;
  readonly delta: number;
  readonly size?: number;
  readonly ways: number;
  readonly out: string;
}

/** `casebridge tables`: protected tables of any categorical CSV. */
export function tablesCommand({ output, signal }: Context): Command {
  return new Command('tables')
    .summary('protected tables of any categorical CSV')
    .description(
      'Counts every table of up to --ways columns, protects them with exact noise under one budget, and writes tables.csv, tables.parquet and ledger.jsonl. Any table of coded columns will do.',
    )
    .argument('<csv>', 'table with a header row')
    .requiredOption(
      '--domain <file>',
      '{"column": 16} for codes 0…15, or {"column": ["value", …]}; see docs/domain-file.md',
    )
    .requiredOption('--epsilon <number>', 'privacy budget ε', parsePositive)
    .option('--delta <number>', 'δ', parsePositive, 1e-6)
    .option('--size <number>', 'publicly declared number of records; δ above one over it is refused', parseCount)
    .option('--ways <number>', 'largest number of columns in a table', parseCount, 2)
    .requiredOption('--out <dir>', 'folder for the results; it must not hold any yet')
    .addHelpText('after', '\nExample:\n  casebridge tables survey.csv --domain domain.json --epsilon 1 --out tables/')
    .action(async (csv: string, options: TablesArguments) => {
      const result = await protectTables({
        csv,
        ...options,
        signal,
        onProgress: output.progress,
      });
      output.result(result, [
        `columns are separated by '${result.delimiter}'`,
        ...(result.ignoredColumns.length > 0
          ? [`left out, not in the domain: ${result.ignoredColumns.join(', ')}`]
          : []),
        ...(result.leftOut === null ? [] : [result.leftOut]),
        ...(result.deltaNotice === null ? [] : [result.deltaNotice]),
        `${result.tables} tables with ${result.cells} cells are in ${options.out}; ε ${result.epsilon} at δ ${result.delta} is spent`,
      ]);
    });
}
