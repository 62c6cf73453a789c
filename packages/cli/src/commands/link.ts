import { makeLinkageSecret } from '@casebridge/release';
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { linkCompareCommand } from './link-compare.ts';
import { linkEncodeCommand } from './link-encode.ts';
import { linkPageCommand } from './link-page.ts';
import { linkEpochCommand, linkTakeCommand } from './link-parcels.ts';
import { linkHistoriesCommand, linkResolveCommand } from './link-resolve.ts';

/** `casebridge link`: one person in several organisations' records, without a name leaving any of them. */
export function linkCommand(context: Context): Command {
  const { output } = context;
  const secret = new Command('secret')
    .summary('make the secret that a coalition links under (key custodian)')
    .description(
      'Draws 160 random bits and writes them as fifteen words with a checksum to a file that only you can read. Give it to the contributors, never to the host, and make a new one for another project.',
    )
    .requiredOption('--out <file>', 'file for the words; it must not exist')
    .addHelpText('after', '\nExample:\n  casebridge link secret --out linkage-secret.txt')
    .action(async ({ out }: { out: string }) => {
      const made = await makeLinkageSecret(out);
      output.result(made, [
        `${made.words} words are in ${out}, readable by you alone; contributors need all of them, the host none`,
      ]);
    });
  return new Command('link')
    .summary('find one person in several organisations’ records, without names')
    .addCommand(secret)
    .addCommand(linkEpochCommand(context))
    .addCommand(linkEncodeCommand(context))
    .addCommand(linkTakeCommand(context))
    .addCommand(linkCompareCommand(context))
    .addCommand(linkResolveCommand(context))
    .addCommand(linkHistoriesCommand(context))
    .addCommand(linkPageCommand(context));
}
