import { makeEpochKey, takeEncodings } from '@casebridge/release';
import { Command } from 'commander';
import type { Context } from '../context.ts';

/** `casebridge link epoch`: the key that encodings in parcels are sealed to. */
export function linkEpochCommand({ output }: Context): Command {
  return new Command('epoch')
    .summary('make the key of a linkage epoch (host)')
    .description(
      'Writes an age key that only you can read. Contributors seal the encodings in their parcels to its recipient. Destroy the file when linkage is done: nobody can open those encodings again.',
    )
    .requiredOption('--out <file>', 'file for the key; it must not exist')
    .addHelpText('after', '\nExample:\n  casebridge link epoch --out epoch-2016.key')
    .action(async ({ out }: { out: string }) => {
      const made = await makeEpochKey(out);
      output.result(made, [
        made.recipient,
        `the key is in ${out}; give contributors the line above, for submit --epoch`,
      ]);
    });
}

interface TakeArguments {
  readonly store: string;
  readonly identity: string;
  readonly epochKey: string;
  readonly out: string;
}

/** `casebridge link take`: encodings out of the parcels of a store. */
export function linkTakeCommand({ output, signal }: Context): Command {
  return new Command('take')
    .summary('take encodings out of received parcels (host)')
    .description(
      'Opens the encodings in each contributor’s newest parcel that has any and writes one file for each, to be compared and then deleted.',
    )
    .requiredOption('--store <dir>', 'the steward’s store')
    .requiredOption('--identity <file>', 'the steward’s age key')
    .requiredOption('--epoch-key <file>', 'the key of the epoch')
    .requiredOption('--out <dir>', 'folder for the encodings')
    .addHelpText(
      'after',
      '\nExample:\n  casebridge link take --store store/ --identity keys/age.key --epoch-key epoch-2016.key --out encodings/\n  casebridge link compare encodings/*.encodings --out linked/ --delete-encodings',
    )
    .action(async (options: TakeArguments) => {
      const taken = await takeEncodings({ ...options, signal });
      output.result(taken, [
        ...taken.files.map(({ organisation, path, records }) => `${organisation}: ${records} records, ${path}`),
        ...taken.without.map(
          (organisation) => `${organisation}: no parcel has encodings; name it under linkage.unlinked`,
        ),
      ]);
    });
}
