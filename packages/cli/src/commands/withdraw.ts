import { readFile } from 'node:fs/promises';
import { Refusal } from '@casebridge/refusal';
import { openStore } from '@casebridge/submission/store';
import { Command } from 'commander';
import type { Context } from '../context.ts';

/** `casebridge withdraw`: takes records out of all future releases. */
export function withdrawCommand({ output, today }: Context): Command {
  return new Command('withdraw')
    .summary('take records out of all future releases')
    .description(
      'Removes records by their keys and remembers the keys, so that a later parcel does not bring them back. Past releases cannot be recalled.',
    )
    .requiredOption('--store <dir>', 'the steward’s store')
    .option('--contributor <id>', 'whose records they are; all contributors where it is left out')
    .requiredOption('--keys <file>', 'record keys, one a line')
    .addHelpText('after', '\nExample:\n  casebridge withdraw --store store/ --contributor shelter-ngo --keys keys.txt')
    .action(async (options: { store: string; contributor?: string; keys: string }) => {
      const keys = (await readFile(options.keys, 'utf8'))
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean);
      const wrong = keys.findIndex((key) => !/^[0-9a-f]{64}$/.test(key));
      if (wrong >= 0)
        throw new Refusal('record-key', `${options.keys}, line ${wrong + 1}: a record key is 64 hexadecimal digits`);
      const store = await openStore(options.store);
      const contributors =
        options.contributor === undefined
          ? (await store.contributors()).map(({ organisation }) => organisation)
          : [options.contributor];
      for (const contributor of contributors) await store.withdraw({ contributor, keys, day: today });
      output.result({ withdrawn: true, contributors }, [
        `the records named in ${options.keys} are withdrawn; they enter no further release`,
      ]);
    });
}
