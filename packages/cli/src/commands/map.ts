import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { questionOf } from '@casebridge/intake';
import { mapPath, suggestPath } from '@casebridge/intake/node';
import { Refusal } from '@casebridge/refusal';
import type { Finding, RecordBlock } from '@casebridge/standard';
import { writeRecords, writeRecordsCsv } from '@casebridge/submission';
import { temporaryEnding, writeRefusal, writeWhole } from '@casebridge/submission/node';
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit.ts';
import { findingLines, hasErrors, keepFirst } from '../findings-report.ts';
import { type IntakeArguments, loadIntake } from '../intake-options.ts';
import { columns } from '../output.ts';

type MapArguments = Partial<IntakeArguments> & {
  readonly out?: string;
  readonly suggest?: boolean;
  readonly language: string;
};

/** `casebridge map`: writes standard records, or drafts a mapping for a file that has none. */
export function mapCommand(context: Context): Command {
  return new Command('map')
    .summary('write standard records, or draft a mapping')
    .description(
      'Writes the standard records of the files as CSV or Parquet, by the ending of --out. With --suggest, drafts a mapping instead.',
    )
    .argument('<files...>', 'CSV, XLSX, JSON lines or XLSForm export')
    .option('--mapping <file>', 'mapping file')
    .option(
      '--out <file>',
      'records.csv or records.parquet; with --suggest, the mapping file (otherwise it is printed)',
    )
    .option('--suggest', 'draft a mapping, with the confidence of each line and a list of what to decide')
    .option('--agreement <file>', 'agreement, for the rules that read it')
    .option('--record-key <file>', 'your record key; without it keys are made for this run only')
    .option('--show-values', 'show the cells that findings are about, on this terminal')
    .option('--language <tag>', 'language of the messages', 'en')
    .addHelpText(
      'after',
      '\nExamples:\n  casebridge map --suggest cases.xlsx --out mapping.yaml\n  casebridge map --mapping mapping.yaml cases.xlsx --out records.csv',
    )
    .action((files: string[], options: MapArguments) =>
      options.suggest ? suggest(files, options, context) : write(files, options, context),
    );
}

async function suggest(files: readonly string[], options: MapArguments, { output }: Context): Promise<void> {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0)
    throw new Refusal('one-file', 'a mapping is drafted from one file: name one');
  const suggestion = await suggestPath(file);
  if (options.out !== undefined) await writeWhole(options.out, new TextEncoder().encode(suggestion.mapping));
  const decide = suggestion.unresolved.map(
    (entry) => `  ${entry.column ?? '(whole file)'}: ${questionOf(entry, options.language)}`,
  );
  output.result(suggestion, [
    ...(options.out === undefined ? [suggestion.mapping] : [`wrote ${options.out}`]),
    ...columns(
      suggestion.lines.map((line) => [
        line.column,
        '→',
        line.to ?? '(dropped)',
        line.operation ?? '',
        `${Math.round(line.confidence * 100)} %`,
      ]),
    ),
    ...(decide.length > 0 ? ['to decide:', ...decide] : []),
  ]);
}

async function write(files: readonly string[], options: MapArguments, context: Context): Promise<void> {
  const { mapping, out } = options;
  if (mapping === undefined || out === undefined)
    throw new Refusal('map-arguments', 'map needs --mapping and --out, or --suggest to draft a mapping');
  const { mapping: parsed, options: mapOptions } = await loadIntake({ ...options, mapping }, context);
  const file = await mapPath(files, parsed, mapOptions);
  const shown: Finding[] = [];
  const seen = new Map<string, number>();
  const blocks = watched(file.blocks, (block) => keepFirst(block.findings, seen, shown));
  if (out.endsWith('.parquet')) await writeWhole(out, await writeRecords(blocks));
  else if (out.endsWith('.csv')) await writeCsv(out, blocks);
  else throw new Refusal('map-format', `${out}: end the name with .csv or .parquet`);
  const summary = await file.summary;
  const failed = hasErrors(summary);
  if (failed) context.finish(exitCodes.findings);
  context.output.result({ out, ...summary }, [
    ...findingLines({ summary, shown, hasErrors: failed }, options.language, options.showValues === true),
    `wrote ${out}`,
  ]);
}

// Rows are written as they come; a file that is refused or a disk that is full leaves nothing behind.
async function writeCsv(out: string, blocks: AsyncIterable<RecordBlock>): Promise<void> {
  const temporary = join(dirname(out), `.${basename(out)}.${process.pid}${temporaryEnding}`);
  try {
    await writeFile(temporary, writeRecordsCsv(blocks), { flush: true });
    await rename(temporary, out);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error instanceof Refusal ? error : writeRefusal(out, error);
  }
}

async function* watched(
  blocks: AsyncIterable<RecordBlock>,
  watch: (block: RecordBlock) => void,
): AsyncIterable<RecordBlock> {
  for await (const block of blocks) {
    watch(block);
    yield block;
  }
}
