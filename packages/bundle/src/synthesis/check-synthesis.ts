import { Refusal } from '@casebridge/refusal';
import { paths } from '../files.ts';
import { exampleNote } from '../formats/table-file.ts';
import type { Bundle } from '../types.ts';
import { carriedRecords } from './assemble.ts';
import { batchModel, batchRecords } from './make-records.ts';
import { supportFile, tableSupport } from './support.ts';
import { syntheticCsv } from './synthetic-csv.ts';
import { syntheticParquet } from './synthetic-parquet.ts';

/** What was checked of synthetic records. */
export interface SyntheticReport {
  readonly records: number;
  readonly batches: number;
  readonly replicates: number;
}

/**
 * Makes the synthetic records again from the published measurements and seeds and compares every byte; reads every
 * replicate, and works the support flags out again. Null for a bundle without synthetic records. Refusal
 * `bundle-synthetic`, exit 3, naming the file.
 */
export async function checkSynthesis(bundle: Bundle): Promise<SyntheticReport | null> {
  const { synthesis, measurements, manifest } = bundle;
  if (!synthesis) return null;
  const { domains } = synthesis;
  const batches = synthesis.batches.map((batch) => batchRecords(batch, batchModel(batch), domains));
  const file = { domains, batches, exampleNote: manifest.example ? exampleNote : null };
  await compare(bundle, paths.syntheticCsv, syntheticCsv(file));
  await compare(bundle, paths.syntheticParquet, syntheticParquet(file));
  const { replicates } = await carriedRecords(bundle, synthesis);
  const support = tableSupport(synthesis, measurements.tables, replicates);
  await compare(bundle, paths.support, supportFile(support, manifest.example));
  return {
    records: batches.reduce((sum, { rows }) => sum + rows, 0),
    batches: batches.length,
    replicates: replicates.length,
  };
}

async function compare(bundle: Bundle, path: string, expected: Uint8Array): Promise<void> {
  const found = await bundle.file(path);
  if (found.length === expected.length && found.every((byte, at) => byte === expected[at])) return;
  throw new Refusal('bundle-synthetic', `${path} is not what the published measurements give; do not use this bundle`, {
    exit: 3,
  });
}
