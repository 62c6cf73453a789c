import { inspectRelease } from '@casebridge/release';
import { Command } from 'commander';
import type { Context } from '../context.ts';

/** `casebridge inspect`: attacks on the real records of a finished release, for the steward's eyes. */
export function inspectCommand({ output, signal, today }: Context): Command {
  return new Command('inspect')
    .summary('attack a finished release with the records at hand')
    .description(
      'Attacks the real records of a release after its noise was drawn, and writes what it finds to the folder inspections/ of the steward’s store and nowhere else. It ends well whatever it finds. Needs internalCheck: true in the recipe, so that the bundle says that its publication hangs on this check.',
    )
    .argument('<bundle>', 'folder of the bundle')
    .requiredOption('--recipe <file>', 'the recipe it was built from')
    .addHelpText('after', '\nExample:\n  casebridge inspect bundles/0002 --recipe recipe-2015.yaml')
    .action(async (bundleDir: string, options: { recipe: string }) => {
      const inspected = await inspectRelease({ bundleDir, recipePath: options.recipe, day: today, signal });
      output.result(inspected, [
        `what was found is in ${inspected.file}; it is unprotected: keep it there`,
        'to leave the release unpublished: casebridge discard; nothing is refunded',
      ]);
    });
}
