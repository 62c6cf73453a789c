import { mapPath } from '@casebridge/intake/node';
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit.ts';
import { findingLines, readFindings, withoutValue } from '../findings-report.ts';
import { type IntakeArguments, loadIntake } from '../intake-options.ts';

/** `casebridge check`: maps and validates, says what is wrong, writes nothing. */
export function checkCommand(context: Context): Command {
  const { output, finish } = context;
  return new Command('check')
    .summary('map and validate files; write nothing')
    .description(
      'Runs a mapping and every validation rule over the files and prints the findings. Nothing is written and nothing leaves this machine.',
    )
    .argument('<files...>', 'CSV, XLSX, JSON lines or XLSForm export')
    .requiredOption('--mapping <file>', 'mapping file')
    .option('--agreement <file>', 'agreement, for the rules that read it')
    .option('--record-key <file>', 'your record key; without it keys are made for this run only')
    .option('--show-values', 'show the cells that findings are about, on this terminal')
    .option('--language <tag>', 'language of the messages', 'en')
    .addHelpText('after', '\nExample:\n  casebridge check --mapping mappings/ngo-french.yaml cases.xlsx')
    .action(async (files: string[], options: IntakeArguments & { language: string }) => {
      const { mapping, options: mapOptions } = await loadIntake(options, context);
      const report = await readFindings(await mapPath(files, mapping, { ...mapOptions, onStop: 'report' }));
      if (report.hasErrors) finish(exitCodes.findings);
      const findings = options.showValues ? report.shown : report.shown.map(withoutValue);
      output.result(
        { ...report.summary, first: findings },
        findingLines(report, options.language, options.showValues === true),
      );
    });
}
