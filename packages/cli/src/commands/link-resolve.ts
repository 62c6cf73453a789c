import { type ListGroup, resolveScores, writeHistories } from '@casebridge/release';
import { Command, InvalidArgumentError } from 'commander';
import { parseShare } from '../arguments.ts';
import type { Context } from '../context.ts';
import { columns } from '../output.ts';

interface ResolveArguments {
  readonly threshold: number;
  readonly cautious?: number;
  readonly generous?: number;
  readonly onePerOrganisation: boolean;
  readonly answers: string[];
  readonly out: string;
}

/** `casebridge link resolve`: scores become persons at chosen thresholds. */
export function linkResolveCommand({ output, signal }: Context): Command {
  return new Command('resolve')
    .summary('group compared records into persons at chosen thresholds (host)')
    .description(
      'Reads what compare --keep-scores wrote and needs no encodings. Writes persons.csv with a random name per person, histories under cautious, expected and generous linkage, and a report. Look at scores.svg and thresholds.svg first; delete the scores when the choice is made.',
    )
    .argument('<dir>', 'folder of results that compare --keep-scores wrote')
    .requiredOption('--threshold <score>', 'score at or above which pairs count (expected)', parseShare)
    .option('--cautious <score>', 'the higher threshold; 0.05 more when absent', parseShare)
    .option('--generous <score>', 'the lower threshold; 0.05 less when absent', parseShare)
    .option('--one-per-organisation', 'nobody has two records in one file: for files free of duplicates', false)
    .option('--answers <file...>', 'review files that owners have filled in', [])
    .requiredOption('--out <dir>', 'folder for the results; it must not hold any yet')
    .addHelpText(
      'after',
      '\nExample:\n  casebridge link resolve linked/ --threshold 0.87 --cautious 0.92 --generous 0.82 --out resolved/',
    )
    .action(async (scores: string, options: ResolveArguments) => {
      const { threshold, cautious, generous, ...rest } = options;
      const resolved = await resolveScores({
        ...{ scores, ...rest, signal },
        thresholds: {
          expected: threshold,
          ...(cautious === undefined ? {} : { cautious }),
          ...(generous === undefined ? {} : { generous }),
        },
      });
      const { records, organisations, people, thresholds, out } = resolved;
      output.result(resolved, [
        `${records} records of ${organisations.length} organisations`,
        ...columns(
          (['cautious', 'expected', 'generous'] as const).map((way) => [
            `people, ${way}`,
            String(Math.round(people[way])),
            `score ${thresholds[way]} or more`,
          ]),
        ).map((line) => `  ${line}`),
        `results are in ${out}; they stay with the host`,
        'the scores are still there: delete them when the thresholds are chosen',
      ]);
    });
}

interface HistoriesArguments {
  readonly group: ListGroup[];
  readonly out: string;
}

/** `casebridge link histories`: persons become the table that an estimate reads. */
export function linkHistoriesCommand({ output }: Context): Command {
  return new Command('histories')
    .summary('count persons by the lists that saw them, for prevalence (host)')
    .description(
      'Writes the table of capture histories of a table of persons: one 0/1 column a list and a column count. A list is an organisation, or a group of organisations put together for a reason that can be written down. The counts are exact: the table stays with the host.',
    )
    .argument('<csv>', 'persons.csv, or histories-cautious.csv and its like, as compare or resolve wrote them')
    .option('--group <name=organisations>', 'organisations as one list, such as ngo=shelter,hotline', parseGroup, [])
    .requiredOption('--out <csv>', 'the table; it must not exist')
    .addHelpText(
      'after',
      '\nExample:\n  casebridge link histories resolved/persons.csv --group ngo=shelter,hotline --out histories.csv\n  casebridge prevalence histories.csv',
    )
    .action(async (table: string, { group, out }: HistoriesArguments) => {
      const written = await writeHistories({ table, groups: group, out });
      output.result(written, [
        `${written.people} people on ${written.lists.length} lists (${written.lists.join(', ')}), ${written.overlapping} of them on two or more`,
        `${written.histories} histories are in ${out}; exact counts, they stay with the host`,
      ]);
    });
}

function parseGroup(text: string, before: readonly ListGroup[]): ListGroup[] {
  const [name = '', list = '', ...more] = text.split('=');
  const organisations = list.split(',');
  if (!/^[\w-]{1,64}$/.test(name) || more.length > 0 || organisations.some((one) => one === ''))
    throw new InvalidArgumentError('a name, = and organisations separated by commas are needed.');
  return [...before, { name, organisations }];
}
