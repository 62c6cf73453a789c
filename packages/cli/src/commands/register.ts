import { readFile } from 'node:fs/promises';
import { parseAgreement } from '@casebridge/submission';
import { openStore } from '@casebridge/submission/store';
import { Command } from 'commander';
import type { Context } from '../context.ts';

/** `casebridge register`: lets a contributor's parcels into a store. */
export function registerCommand({ output }: Context): Command {
  return new Command('register')
    .summary('let a contributor’s parcels into a store')
    .description('Registers a contributor’s public key and agreement with the steward’s store, or replaces them.')
    .requiredOption('--store <dir>', 'the steward’s store; made if it is not there')
    .requiredOption('--agreement <file>', 'the agreement, YAML')
    .requiredOption('--public-key <key>', 'the contributor’s public key')
    .addHelpText(
      'after',
      '\nExample:\n  casebridge register --store store/ --agreement agreements/ngo.yaml --public-key RWQ…',
    )
    .action(async (options: { store: string; agreement: string; publicKey: string }) => {
      const agreement = parseAgreement(await readFile(options.agreement, 'utf8'), options.agreement);
      const store = await openStore(options.store);
      await store.registerContributor({
        organisation: agreement.contributor,
        publicKey: options.publicKey,
        agreement,
      });
      output.result({ registered: agreement.contributor, agreement: agreement.id }, [
        `${agreement.contributor} may now submit under agreement ${agreement.id}`,
      ]);
    });
}
