import type { CaseTable } from '../columns/case-table.ts';
import { keepColumns } from '../columns/parent-columns.ts';
import type { OneShotFile } from './one-shot-file.ts';
import { replicateTable, type SynthesisModel, type SynthesisOptions, syntheticTable } from './synthetic-table.ts';

/** The synthetic records of a file of measurements, in the columns of its domain file. The same file gives the same records. */
export function oneShotRecords(file: OneShotFile, model: SynthesisModel, options: SynthesisOptions = {}): CaseTable {
  const seed = new TextEncoder().encode(`${file.seed} records`);
  const table = syntheticTable(model, file.published, seed, {
    ...options,
    ...(file.rows === null ? {} : { rows: file.rows }),
  });
  return keepColumns(table, file.columns);
}

/** Replicate `number`, from 1, of the synthetic records: see `replicateTable`. */
export function oneShotReplicate(
  file: OneShotFile,
  model: SynthesisModel,
  number: number,
  options: SynthesisOptions = {},
): CaseTable {
  return keepColumns(replicateTable(model, file.published, file.seed, number, options), file.columns);
}
