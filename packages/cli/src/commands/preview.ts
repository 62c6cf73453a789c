import { preview } from '@casebridge/release';
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { columns } from '../output.ts';

/** `casebridge preview`: what a contributor's share of a release would look like. */
export function previewCommand({ output, signal, today }: Context): Command {
  return new Command('preview')
    .summary('show a contributor its public effect')
    .description(
      'Shows what one contributor’s share of a release would look like, from its own records and already published tables alone. Nothing is spent.',
    )
    .argument('<recipe>', 'recipe, YAML')
    .requiredOption('--contributor <id>', 'whose share')
    .addHelpText('after', '\nExample:\n  casebridge preview recipe-2015.yaml --contributor shelter-ngo')
    .action(async (recipePath: string, options: { contributor: string }) => {
      const shown = await preview({ recipePath, contributor: options.contributor, signal, day: today });
      output.result(
        shown,
        columns([
          ['figure', 'your own records', 'published so far'],
          ...shown.lines.map((line) => [line.id, line.share, line.published]),
        ]),
      );
    });
}
