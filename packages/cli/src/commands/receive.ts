import { readFile } from 'node:fs/promises';
import { openStore } from '@casebridge/submission/store';
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit.ts';
import { columns } from '../output.ts';

/** `casebridge receive`: takes parcels into the steward's store. */
export function receiveCommand({ output, today, finish }: Context): Command {
  return new Command('receive')
    .summary('take parcels into the store')
    .description(
      'Verifies each parcel’s signature and agreement, compares it with the last one, and accepts it or holds it in quarantine with the reasons. The same parcel twice is harmless.',
    )
    .argument('<parcels...>', 'parcel files')
    .requiredOption('--store <dir>', 'the steward’s store')
    .option('--identity <file>', 'the steward’s age key; with it, contents are compared too')
    .addHelpText('after', '\nExample:\n  casebridge receive inbox/*.parcel --store store/ --identity keys/age.key')
    .action(async (parcels: string[], options: { store: string; identity?: string }) => {
      const store = await openStore(options.store);
      const identity = options.identity === undefined ? undefined : await loadIdentity(options.identity);
      const receipts = [];
      for (const [index, path] of parcels.entries()) {
        output.progress('receiving', index / parcels.length);
        const receipt = await store.receive(await readFile(path), {
          day: today,
          ...(identity === undefined ? {} : { identity }),
        });
        receipts.push({ file: path, ...receipt });
      }
      if (receipts.some(({ status }) => status === 'quarantined')) finish(exitCodes.findings);
      output.result(
        receipts,
        columns(
          receipts.map((entry) => [
            entry.parcel,
            entry.status,
            'reasons' in entry ? entry.reasons.map(String).join('; ') : '',
          ]),
        ),
      );
    });
}

async function loadIdentity(path: string): Promise<string> {
  const { loadAgeIdentity } = await import('@casebridge/submission/node');
  return loadAgeIdentity(path);
}
