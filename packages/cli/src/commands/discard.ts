import { discardBundle } from '@casebridge/release';
import { Command } from 'commander';
import type { Context } from '../context.ts';

/** `casebridge discard`: a release that is not to be published. */
export function discardCommand({ output }: Context): Command {
  return new Command('discard')
    .summary('remove a release nobody has signed')
    .description(
      'Removes a bundle that nobody has signed and notes it in the ledger. Nothing is refunded: the noise was drawn, so the budget stays spent and the persons stay measured.',
    )
    .argument('<bundle>', 'folder of the bundle')
    .requiredOption('--recipe <file>', 'the recipe it was built from')
    .addHelpText('after', '\nExample:\n  casebridge discard bundles/0002 --recipe recipe-2015.yaml')
    .action(async (bundleDir: string, options: { recipe: string }) => {
      const discarded = await discardBundle({ bundleDir, recipePath: options.recipe });
      output.result(discarded, [`release ${discarded.release} is discarded; its budget stays spent`]);
    });
}
