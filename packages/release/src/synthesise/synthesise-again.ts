import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseOneShot } from '@casebridge/privacy/synthesis';
import { refuseExisting } from '../one-off/write-files.ts';
import { type MadeRecords, type MakeRecordsOptions, makeRecords } from './make-records.ts';
import { synthesisPaths } from './output-paths.ts';

/** What `casebridge synthesise --from` is given. */
export interface SynthesiseAgainOptions extends MakeRecordsOptions {
  /** Path of `….measurements.json`. */
  readonly from: string;
  /** Number of synthetic records; as in the first run when absent. */
  readonly rows?: number;
  /** `OUT.csv`. */
  readonly out: string;
}

/**
 * Synthetic records from the measurements of an earlier run: no data, no budget. Without another number of rows the files
 * are those of the earlier run, byte by byte.
 */
export async function synthesiseAgain(
  options: SynthesiseAgainOptions,
): Promise<MadeRecords & { readonly out: string }> {
  const { from, out, rows, replicates } = options;
  const paths = synthesisPaths(out);
  const file = parseOneShot(await readFile(from, 'utf8'), basename(from));
  const replicatePaths = Array.from({ length: replicates }, (_, at) => paths.replicate(at + 1));
  await refuseExisting([paths.records, paths.parquet, paths.support, ...replicatePaths]);
  const made = await makeRecords(rows === undefined ? file : { ...file, rows }, paths, options);
  return { out, ...made };
}
