import { createKeys } from '@casebridge/submission/node';
import { Command } from 'commander';
import type { Context } from '../context.ts';

/** `casebridge keys`: an organisation's keys, in files that only their owner can read. */
export function keysCommand({ output }: Context): Command {
  return new Command('keys')
    .summary('make an organisation’s keys')
    .description(
      'Makes a signing key, an age key and a record key for one organisation. Existing keys are never replaced.',
    )
    .requiredOption('--organisation <id>', 'lower-case letters, digits and hyphens')
    .requiredOption('--out <dir>', 'folder for the key files')
    .addHelpText('after', '\nExample:\n  casebridge keys --organisation shelter-ngo --out keys/')
    .action(async (options: { organisation: string; out: string }) => {
      const keys = await createKeys(options.out, options.organisation);
      output.result(keys, [
        `keys of ${keys.organisation} are in ${options.out}; keep them there, readable by you alone`,
        `give the steward this public key:  ${keys.publicKey}`,
        `and this age recipient:            ${keys.recipient}`,
      ]);
    });
}
