import type { ScoreMethod } from '@casebridge/linkage';
import { type Compared, compareEncodings } from '@casebridge/release';
import { Command, Option } from 'commander';
import { parseCount, parseShare } from '../arguments.ts';
import type { Context } from '../context.ts';
import { columns } from '../output.ts';

interface CompareArguments {
  readonly method?: ScoreMethod;
  readonly threshold?: number;
  readonly cautious?: number;
  readonly generous?: number;
  readonly recall?: number;
  readonly lambda?: number;
  readonly onePerOrganisation: boolean;
  readonly keepScores: boolean;
  readonly mostPerRecord?: number;
  readonly exhaustiveUpTo?: number;
  readonly answers: string[];
  readonly reviewBetweenTwo: boolean;
  readonly known?: string;
  readonly deleteEncodings: boolean;
  readonly out: string;
}

/** `casebridge link compare`: the host's side. */
export function linkCompareCommand({ output, signal }: Context): Command {
  return new Command('compare')
    .summary('compare encodings and count people (host)')
    .description(
      'Finds which records of several organisations are one person, from encodings alone, and counts people in three ways. Writes persons.csv with a random name per person, histories under cautious, expected and generous linkage, pictures for the choice of thresholds, a report, and a review file per owner that says nothing of the others. All of it stays with the host.',
    )
    .argument('<file...>', 'encodings, one file of each organisation')
    .addOption(
      new Option('--method <method>', 'the best that the encodings hold when absent').choices([
        'linkKeys',
        'recordFilter',
        'fieldFilters',
      ]),
    )
    .option('--threshold <score>', 'score at or above which pairs count (expected)', parseShare)
    .option('--cautious <score>', 'the higher threshold', parseShare)
    .option('--generous <score>', 'the lower threshold', parseShare)
    .option('--recall <share>', 'field filters: true pairs with one full date of birth and two like names', parseShare)
    .addOption(
      new Option('--lambda <share>', 'field filters: share of all pairs that are matches, for the plain model')
        .argParser(parseShare)
        .conflicts('recall'),
    )
    .option('--one-per-organisation', 'nobody has two records in one file: for files free of duplicates', false)
    .option('--keep-scores', 'keep the pairs with their scores, for link resolve', false)
    .option('--most-per-record <number>', 'pairs kept of one record, 100 when absent', parseCount)
    .option('--exhaustive-up-to <number>', 'records up to which all pairs are met, 20000 when absent', parseCount)
    .option('--answers <file...>', 'review files that owners have filled in', [])
    .option(
      '--review-between-two',
      'ask owners although there are but two organisations, so that each knows who the other one is: when both have agreed',
      false,
    )
    .option('--known <csv>', 'pairs known to be one person, such as referrals: how many of them are found')
    .option('--delete-encodings', 'take the files of encodings away once the results are safe', false)
    .requiredOption('--out <dir>', 'folder for the results; it must not hold any yet')
    .addHelpText(
      'after',
      '\nExample:\n  casebridge link compare a.encodings b.encodings c.encodings --out linked/ --delete-encodings',
    )
    .action(async (files: string[], options: CompareArguments) => {
      const { threshold, cautious, generous, ...rest } = options;
      const result = await compareEncodings({
        ...{ files, ...rest, signal },
        thresholds: {
          ...(threshold === undefined ? {} : { expected: threshold }),
          ...(cautious === undefined ? {} : { cautious }),
          ...(generous === undefined ? {} : { generous }),
        },
        onProgress: output.progress,
      });
      output.result(result, linesOf(result));
    });
}

function linesOf(result: Compared): string[] {
  const { records, organisations, people, thresholds, report, known, toReview, deleted, out } = result;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const whole = (value: number) => String(Math.round(value));
  const { exhaustive, compared, cappedRecords, wideBuckets, recovered, matches } = report;
  return [
    `${records} records of ${organisations.length} organisations`,
    ...columns([
      ['people, cautious', whole(people.cautious), `score ${thresholds.cautious} or more`],
      ['people, expected', whole(people.expected), `score ${thresholds.expected} or more`],
      ['people, generous', whole(people.generous), `score ${thresholds.generous} or more`],
    ]).map((line) => `  ${line}`),
    exhaustive
      ? `all pairs were met`
      : `${compared} pairs were looked at; of those in a sample that reach the threshold ${percent(recovered ?? 1)} were found`,
    ...(matches
      ? [
          matches.recall === null
            ? `${whole(matches.expected)} matching pairs, as given by --lambda`
            : `${whole(matches.expected)} matching pairs estimated, taking it that the sure rule finds ${matches.recall}`,
        ]
      : []),
    `${result.pairsPerRecord.toFixed(2)} pairs per record at the generous threshold`,
    ...(known
      ? [
          `of ${known.pairs} known pairs ${percent(known.recall.cautious)} are found cautiously, ${percent(known.recall.expected)} expected, ${percent(known.recall.generous)} generously`,
          ...(known.sure === null
            ? []
            : [`${percent(known.sure)} of them are sure: --recall ${known.sure.toFixed(2)}`]),
        ]
      : []),
    ...(cappedRecords > 0
      ? [`${cappedRecords} records had more pairs than are kept: the lowest threshold may be too low`]
      : []),
    ...(wideBuckets > 0 ? [`${wideBuckets} buckets that too many records share were passed over`] : []),
    ...(report.method === 'linkKeys'
      ? ['link keys miss many matches: make no estimate of the unseen from them without a correction for that']
      : []),
    ...Object.entries(toReview).map(([organisation, lines]) => `${lines} lines for ${organisation} to review`),
    ...(result.notAsked > 0
      ? [
          `${result.notAsked} lines for review were not written: of two organisations each knows who the other one is (--review-between-two)`,
        ]
      : []),
    `results are in ${out}; they stay with the host`,
    deleted
      ? 'the files of encodings were deleted'
      : 'the files of encodings are still there: delete them when linkage is over (--delete-encodings)',
  ];
}
