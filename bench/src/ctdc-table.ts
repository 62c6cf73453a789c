import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { type CaseTable, tableFromCsv } from '@casebridge/privacy';
import type { Domains } from '@casebridge/privacy/results';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const shared = process.env.CASEBRIDGE_SHARED ?? join(root, '..', 'shared');
const file = join(shared, 'data', 'ctdc-global-synthetic-2021', 'ctdc_global_synthetic_2021.csv.gz');

/**
 * The 193,025 × 37 file of the CTDC Global Synthetic Dataset of 2021, its domain being the values that occur: fit for timing,
 * where the domain gives nothing away. Null where the file is absent.
 */
export async function ctdcTable(): Promise<CaseTable | null> {
  if (!existsSync(file)) return null;
  return (await tableFromCsv(text(), 'ctdc', await occurringValues(), { shared: true })).table;
}

function text(): AsyncIterable<Uint8Array> {
  return createReadStream(file).pipe(createGunzip());
}

/** The file has no quoted fields, so that lines split at commas give its values. */
async function occurringValues(): Promise<Domains> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of text()) chunks.push(chunk);
  const [header = '', ...lines] = Buffer.concat(chunks).toString('utf8').split('\n');
  const names = header.split(',');
  const values = names.map(() => new Set<string>());
  for (const line of lines) {
    if (line === '') continue;
    for (const [at, value] of line.split(',').entries()) values[at]?.add(value);
  }
  return Object.fromEntries(names.map((name, at) => [name, [...(values[at] ?? [])].sort()]));
}
