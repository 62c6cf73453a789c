import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseCsv } from '@casebridge/bundle';
import type { KnownPair } from '@casebridge/linkage';
import { Refusal } from '@casebridge/refusal';

const columns = ['organisation', 'record', 'other_organisation', 'other_record'] as const;

/** Reads pairs of records that are known to be one person, such as referrals. Refusal `linkage-known`. */
export async function readKnownPairs(path: string): Promise<KnownPair[]> {
  const name = basename(path);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Refusal('file-unreadable', `${name}: cannot be read; check the file and its rights.`, { cause });
  });
  const [header = [], ...rows] = parseCsv(text);
  if (columns.some((column, at) => header[at] !== column))
    throw new Refusal('linkage-known', `${name}: not a file of known pairs; its columns are ${columns.join(', ')}.`);
  return rows.map(([organisation = '', record = '', other = '', otherRecord = '']) => [
    { organisation, record },
    { organisation: other, record: otherRecord },
  ]);
}
