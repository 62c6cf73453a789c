import { writeLinkagePage } from '@casebridge/release';
import { Command } from 'commander';
import type { Context } from '../context.ts';

/** `casebridge link page`: encoding in a browser, with the network off. */
export function linkPageCommand({ output }: Context): Command {
  return new Command('page')
    .summary('one HTML file that encodes without a network (contributor)')
    .description(
      'Writes a page that an officer opens from a disk or a USB stick: pick a file, say which column is what, enter the secret’s words, save the encodings. It speaks en, fr, es, ar and pt. Its policy forbids every connection, nothing is stored, and a button lets go of everything.',
    )
    .requiredOption('--out <file>', 'the HTML file; it must not exist')
    .addHelpText('after', '\nExample:\n  casebridge link page --out encode.html')
    .action(async ({ out }: { out: string }) => {
      const { bytes } = await writeLinkagePage(out);
      output.result({ out, bytes }, [`${out} (${Math.round(bytes / 1024)} kB) works by itself, with the network off`]);
    });
}
