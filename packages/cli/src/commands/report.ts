import { writeReport } from '@casebridge/portal';
import { Command } from 'commander';
import { parseYear } from '../arguments.ts';
import type { Context } from '../context.ts';

/** `casebridge report`: the annual report as a document. */
export function reportCommand({ output }: Context): Command {
  return new Command('report')
    .summary('write the annual report')
    .description(
      'Writes the report on one year as HTML, Markdown or tagged PDF, by the ending of the output file. PDF needs Chromium.',
    )
    .argument('<bundle>', 'folder of the bundle')
    .requiredOption('--year <year>', 'registration year', parseYear)
    .requiredOption('--out <file>', 'report.html, report.md or report.pdf')
    .option('--language <tag>', 'en, fr, es or ar', 'en')
    .option('--site <file>', 'site.yaml')
    .addHelpText('after', '\nExample:\n  casebridge report demo/bundle --year 2015 --language fr --out report.pdf')
    .action(async (bundle: string, options: { year: string; out: string; language: string; site?: string }) => {
      await writeReport({
        bundle,
        year: options.year,
        language: options.language,
        out: options.out,
        site: options.site,
      });
      output.result({ report: options.out }, [`wrote ${options.out}`]);
    });
}
