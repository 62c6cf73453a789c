import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { foldedText, keyedHash } from '@casebridge/intake';
import { encodingLines, keyCellsOf, readEncodings } from '@casebridge/linkage';
import { Refusal } from '@casebridge/refusal';

/**
 * Encodings as they go into a parcel: named by the record keys of its records instead of case numbers. The mapping's record
 * key must be made from the columns that the encodings are named by, in their order. Refusals: no file of encodings, another organisation's.
 *
 * @param secret what the records of the parcel are keyed with
 */
export async function keyedEncodings(path: string, organisation: string, secret: Uint8Array): Promise<string> {
  const name = basename(path);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Refusal('file-unreadable', `${name} cannot be read: check the file and its rights`, { cause });
  });
  const { header, records } = readEncodings(text, name);
  if (header.organisation !== organisation) {
    throw new Refusal(
      'linkage-organisation',
      `${name} holds encodings of ${header.organisation}, and the parcel is ${organisation}'s: encode again with --organisation ${organisation}`,
    );
  }
  const hash = keyedHash(secret, organisation);
  const keyed = records.map(({ record, block }) => ({
    record: hash(keyCellsOf(record).map(foldedText)),
    block,
  }));
  return [...encodingLines(header, keyed)].join('');
}
