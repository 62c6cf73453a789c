import type { Measurements } from '@casebridge/privacy/results';
import { paths, replicatePath } from '../files.ts';
import { exampleNote } from '../formats/table-file.ts';
import type { ReleasedSynthesis } from './assemble.ts';
import { supportFile, tableSupport } from './support.ts';
import { synthesisFile } from './synthesis-file.ts';
import { syntheticCsv } from './synthetic-csv.ts';
import { syntheticParquet } from './synthetic-parquet.ts';
import type { SyntheticFile, SyntheticRecords } from './synthetic-records.ts';

/** The files of synthetic records, one after the other. */
export function* syntheticFiles(
  synthesis: ReleasedSynthesis,
  { tables }: Pick<Measurements, 'tables'>,
  example: boolean,
): Generator<readonly [string, Uint8Array]> {
  const { domains, records, replicateRecords } = synthesis;
  const file = (batches: readonly SyntheticRecords[]): SyntheticFile => ({
    domains,
    batches,
    exampleNote: example ? exampleNote : null,
  });
  yield [paths.syntheticParquet, syntheticParquet(file(records))];
  yield [paths.syntheticCsv, syntheticCsv(file(records))];
  yield [paths.synthesis, synthesisFile(synthesis, example)];
  yield [paths.support, supportFile(tableSupport(synthesis, tables, replicateRecords), example)];
  for (const [at, batches] of replicateRecords.entries()) {
    yield [replicatePath(at + 1), syntheticParquet(file(batches))];
  }
}
