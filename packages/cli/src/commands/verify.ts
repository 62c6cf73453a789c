import { verifyBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { Command } from 'commander';
import type { Context } from '../context.ts';

/** `casebridge verify`: everything that can be known of a bundle from the bundle alone. */
export function verifyCommand({ output }: Context): Command {
  return new Command('verify')
    .summary('check a bundle from the bundle alone')
    .description(
      'Checks every hash, the signature, the budget arithmetic, every format, and that each figure follows from the published measurements.',
    )
    .argument('<bundle>', 'folder of the bundle')
    .option(
      '--key <public key>',
      'the steward’s public key; without it, the output says who signed and that this was not pinned',
    )
    .addHelpText('after', '\nExample:\n  casebridge verify demo/bundle --key RWQ…')
    .action(async (folder: string, options: { key?: string }) => {
      const report = await verifyBundle(
        directorySource(folder),
        options.key === undefined ? {} : { publicKey: options.key },
      );
      output.result({ holds: true, ...report }, [
        'the bundle holds',
        ...Object.entries(report).map(([name, value]) => `  ${name}: ${describe(value)}`),
      ]);
    });
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
