import { estimateWords, type WordLanguage, wordLanguages } from '@casebridge/prevalence';
import { type EstimatedFile, estimateFile } from '@casebridge/release';
import { Command, InvalidArgumentError } from 'commander';
import { parseCount, parseLimit } from '../arguments.ts';
import type { Context } from '../context.ts';
import { columns } from '../output.ts';

interface PrevalenceArguments {
  readonly threshold: number;
  readonly resamples: number;
  readonly seed: number;
  readonly cautious?: string;
  readonly generous?: string;
  readonly picture?: string;
  readonly language: WordLanguage;
}

/** `casebridge prevalence`: how many were never seen, from the overlaps of several lists. */
export function prevalenceCommand({ output, signal }: Context): Command {
  return new Command('prevalence')
    .summary('how many people were never seen, from overlapping lists (internal: reads exact counts)')
    .description(
      'Multiple systems estimation from a table of capture histories: one 0/1 column per list (three to ten) and a column count. Gives every estimate that must be shown together: known, lower bound, step by step with its interval, least BIC, other thresholds, without each list. The overlaps are exact counts of people: the table stays with the steward, and a result made from it is outside the privacy guarantee.',
    )
    .argument('<csv>', 'table of histories; histories that nobody has may be left out')
    .option('--threshold <number>', 'p-value below which a pair of lists enters the model', parseLimit, 0.02)
    .option('--resamples <number>', 'resamples for the interval, 100 or more', parseResamples, 1000)
    .option('--seed <number>', 'of the resamples: equal seeds, equal limits', parseCount, 1)
    .option('--cautious <csv>', 'the same lists linked cautiously')
    .option('--generous <csv>', 'the same lists linked generously')
    .option('--picture <file>', 'picture of all estimates side by side (SVG)')
    .option('--language <language>', `of labels and caveats: ${wordLanguages.join(', ')}`, parseLanguage, 'en')
    .addHelpText('after', '\nExample:\n  casebridge prevalence histories.csv --picture estimates.svg --language fr')
    .action(async (csv: string, options: PrevalenceArguments) => {
      const result = await estimateFile({ csv, ...options, signal, onProgress: output.progress });
      output.result(result, linesOf(result, options.language));
    });
}

function linesOf({ rows, verdict, caveats, picture }: EstimatedFile, language: WordLanguage): string[] {
  const words = estimateWords[language];
  const whole = (value: number) => String(Math.round(value));
  return [
    words.title,
    '',
    ...columns([
      ['', words.estimate, words.interval, words.toPublish, words.pairs],
      ...rows.map(({ label, value, interval, publish, pairs }) => [
        label,
        whole(value),
        interval ? `${whole(interval[0])}–${whole(interval[1])}` : '',
        publish,
        pairs === null ? '' : pairs.length === 0 ? words.none : pairs.join(' '),
      ]),
    ]).map((line) => `  ${line}`),
    '',
    ...verdict.map((line, at) => (at === 0 ? line : `  - ${line}`)),
    '',
    `${words.caveats}:`,
    ...caveats.map((caveat) => `  - ${caveat}`),
    ...(picture === null ? [] : ['', picture]),
  ];
}

function parseResamples(text: string): number {
  const resamples = parseCount(text);
  if (resamples < 100 || resamples > 100_000)
    throw new InvalidArgumentError('a whole number from 100 to 100000 is needed.');
  return resamples;
}

function parseLanguage(text: string): WordLanguage {
  const language = wordLanguages.find((one) => one === text);
  if (!language) throw new InvalidArgumentError(`'${text}' is none of ${wordLanguages.join(', ')}.`);
  return language;
}
