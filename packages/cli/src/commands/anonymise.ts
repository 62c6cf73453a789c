import { Refusal } from '@casebridge/refusal';
import {
  type AnonymisedFile,
  type AnonymiseMethod,
  type AnonymiseOptions,
  anonymiseFile,
  notDifferentialPrivacy,
  type ReplacedFile,
  replaceFile,
} from '@casebridge/release';
import { Command, InvalidArgumentError, Option } from 'commander';
import { parseDay, parseGroupSize, parseLimit, parseList, parsePositive, parseWeights } from '../arguments.ts';
import type { Context } from '../context.ts';
import { columns } from '../output.ts';

interface AnonymiseArguments {
  readonly quasi?: readonly string[];
  readonly sensitive: readonly string[];
  readonly hierarchies?: string;
  readonly k: number;
  readonly method: AnonymiseMethod;
  readonly m: number;
  readonly missing: readonly string[];
  readonly limit: number;
  readonly l?: number;
  readonly diversity: 'distinct' | 'entropy' | 'recursive';
  readonly c: number;
  readonly t?: number;
  readonly distance: 'equal' | 'ordered';
  readonly priority?: readonly string[];
  readonly importance?: Readonly<Record<string, number>>;
  readonly population?: string;
  readonly by?: string;
  readonly register?: string;
  readonly registerKey?: string;
  readonly key?: string;
  readonly replaceOn: readonly string[];
  readonly withdrawn?: string;
  readonly out: string;
}

/** `casebridge anonymise`: real records made alike, for those who must have them. */
export function anonymiseCommand({ output, signal, today }: Context): Command {
  return new Command('anonymise')
    .summary('real records made alike: k-anonymity (no differential privacy)')
    .description(
      `Publishes real records of which each has its quasi-identifiers in common with at least k − 1 others (local, full-domain), or of which every combination of at most m values is shared by k (km). Only the columns named by --quasi and --sensitive are written. The written file is read back and verified before it gets its name. ${notDifferentialPrivacy}`,
    )
    .argument('<csv>', 'records with a header row, one a row; with --withdrawn the published file to replace')
    .option('--quasi <columns>', 'columns an attacker may know', parseList)
    .option('--sensitive <columns>', 'columns to publish as they are', parseList, [])
    .option('--hierarchies <dir>', 'folder of files …hierarchy_<column>.csv; other columns are kept or suppressed')
    .option('--k <number>', 'smallest group of records that look alike', parseGroupSize, 11)
    .addOption(
      new Option('--method <method>', 'local: each group its own levels; full-domain: one level a column; km: cells')
        .choices(['local', 'full-domain', 'km'])
        .default('local'),
    )
    .option('--m <number>', 'km: most values an attacker knows, 1 to 4', parseM, 3)
    .option('--missing <values>', 'km: values that mean missing; the empty value when left out', parseList, [''])
    .option('--limit <share>', 'full-domain: share of records that may be suppressed whole', parseLimit, 0.05)
    .option('--l <number>', 'sensitive columns: l of l-diversity', parsePositive)
    .addOption(
      new Option('--diversity <kind>', 'kind of l-diversity')
        .choices(['distinct', 'entropy', 'recursive'])
        .default('distinct'),
    )
    .option('--c <number>', 'c of recursive (c, l)-diversity', parsePositive, 3)
    .option('--t <share>', 'sensitive columns: t of t-closeness', parsePositive)
    .addOption(
      new Option('--distance <kind>', 'distance of t-closeness').choices(['equal', 'ordered']).default('equal'),
    )
    .option('--priority <columns>', 'local: order in which columns are split, declared before seeing data', parseList)
    .option('--importance <weights>', 'how much a column’s loss counts: sex=2,age=0.5', parseWeights)
    .option('--population <file>', 'local: CSV of the population to hide the records in (k-map)')
    .option('--by <column>', 'report suppressed cells by this column’s values')
    .option('--register <file>', 'steward’s register: each record in one file ever')
    .option('--register-key <file>', 'record key file the register’s marks are made with')
    .option('--key <column>', 'column that tells records apart; it is not published')
    .option('--replace-on <days>', 'days on which the file may be replaced after withdrawals', parseDays, [])
    .option('--withdrawn <file>', 'replace a published file: keys of withdrawn records, one a line')
    .requiredOption('--out <file>', 'CSV to write; the report goes beside it')
    .addHelpText(
      'after',
      '\nExamples:\n  casebridge anonymise cases.csv --hierarchies hierarchies/ --quasi sex,age,citizenship --sensitive purpose --l 3 --k 11 --out kanonymous.csv\n  casebridge anonymise wide.csv --method km --m 3 --quasi sex,age,citizenship,means,sector --by citizenship --out kanonymous.csv',
    )
    .action(async (csv: string, options: AnonymiseArguments) => {
      if (options.withdrawn !== undefined) {
        const { register, registerKey, withdrawn, out } = options;
        if (register === undefined || registerKey === undefined) throw needed('--register and --register-key');
        const replaced = await replaceFile({ csv, withdrawn, register, keyFile: registerKey, out, today, signal });
        output.result(replaced, replacedLines(replaced));
        return;
      }
      const result = await anonymiseFile(request(csv, options, today, signal, output.progress));
      output.result(result, linesOf(result));
    });
}

function request(
  csv: string,
  options: AnonymiseArguments,
  today: string,
  signal: AbortSignal,
  onProgress: (phase: string, done: number) => void,
): AnonymiseOptions {
  const { quasi, l, t, register, registerKey, key, priority, population, hierarchies, by } = options;
  if (quasi === undefined) throw needed('--quasi');
  if (register !== undefined && (registerKey === undefined || key === undefined)) {
    throw needed('--register-key and --key');
  }
  return {
    csv,
    quasi,
    sensitive: options.sensitive,
    k: options.k,
    method: options.method,
    m: options.m,
    missing: options.missing,
    limit: options.limit,
    importance: options.importance ?? {},
    out: options.out,
    today,
    signal,
    onProgress,
    ...(hierarchies === undefined ? {} : { hierarchies }),
    ...(l === undefined ? {} : { diversity: { kind: options.diversity, l, c: options.c } }),
    ...(t === undefined ? {} : { closeness: { distance: options.distance, t } }),
    ...(priority === undefined ? {} : { priority }),
    ...(population === undefined ? {} : { population }),
    ...(by === undefined ? {} : { by }),
    ...(register === undefined || registerKey === undefined || key === undefined
      ? {}
      : { register: { file: register, keyFile: registerKey, column: key, replaceOn: options.replaceOn } }),
  };
}

function linesOf(result: AnonymisedFile): string[] {
  const { verified } = result;
  return [
    result.statement,
    result.guarantee,
    ...result.constraints.map((name) => `and in every group: ${name}`),
    `columns are separated by '${result.delimiter}'`,
    ...(result.leftOut.length > 0 ? [`not published: ${result.leftOut.join(', ')}`] : []),
    ...columns([
      ['column', 'loss', 'suppressed cells', ...(result.method === 'full-domain' ? ['level'] : [])],
      ...result.columns.map(({ column, loss, suppressedCells, level }) => [
        column,
        loss.toFixed(4),
        String(suppressedCells),
        ...(level === null ? [] : [String(level)]),
      ]),
    ]),
    `loss ${result.loss.toFixed(4)} over the quasi-identifiers; ${result.rows} records, ${result.blankRows} of them suppressed whole`,
    ...(result.groups
      ? columns([
          [result.groups.column, 'records', 'suppressed cells'],
          ...result.groups.values
            .slice(0, 20)
            .map(({ value, rows, suppressedCells }) => [value, String(rows), String(suppressedCells)]),
        ])
      : []),
    `verified on the written file: the smallest ${verified.by === 'groups' ? 'group' : verified.by === 'combinations' ? 'combination' : 'tuple'} has ${verified.smallest}, k is ${result.k}`,
    `the records are in ${result.out}, the report for the steward alone is in ${result.report}`,
  ];
}

function replacedLines(result: ReplacedFile): string[] {
  return [
    notDifferentialPrivacy,
    `${result.withdrawnRows} rows of withdrawn records are left out, and ${result.lonelyRows} that lost the company they need; no row was recoded`,
    `the ${result.rows} rows that stay verify, and are in ${result.out}; it replaces issue ${result.replaces}`,
  ];
}

function parseM(text: string): number {
  if (!/^[1-4]$/.test(text)) throw new InvalidArgumentError('a whole number from 1 to 4 is needed.');
  return Number(text);
}

function parseDays(text: string): readonly string[] {
  return text.split(',').map(parseDay);
}

function needed(options: string): Refusal {
  return new Refusal('option-missing', `${options} must be given; casebridge anonymise --help shows examples`);
}
