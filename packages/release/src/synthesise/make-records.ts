import { setImmediate as turn } from 'node:timers/promises';
import { csvLine } from '@casebridge/bundle';
import { csvText } from '@casebridge/privacy';
import { joinNames } from '@casebridge/privacy/results';
import {
  type OneShotFile,
  oneShotRecords,
  oneShotReplicate,
  type SynthesisModel,
  supportOfSets,
  synthesisModel,
} from '@casebridge/privacy/synthesis';
import { writeTogether } from '../one-off/write-files.ts';
import type { SynthesisPaths } from './output-paths.ts';
import { tableParquet } from './table-parquet.ts';

/** Most columns of a set in the support file. */
const supportWays = 3;

export interface MakeRecordsOptions {
  /** Number of replicates. */
  readonly replicates: number;
  readonly signal?: AbortSignal;
  /** Share done of this part, 0 to 1. */
  readonly onProgress?: (phase: string, done: number) => void;
}

export interface MadeRecords {
  readonly records: number;
  readonly replicates: number;
  /** Sets of two columns that the records are fitted to, of all there are. */
  readonly supportedPairs: number;
  readonly pairs: number;
}

/**
 * Fits a model to published measurements and writes what follows: records as CSV and Parquet, which sets of columns they are
 * fitted to, and replicates. All files or none; the same measurements give the same bytes.
 */
export async function makeRecords(
  file: OneShotFile,
  paths: SynthesisPaths,
  { replicates, signal, onProgress }: MakeRecordsOptions,
): Promise<MadeRecords> {
  const options = signal ? { signal } : {};
  onProgress?.('fitting', 0);
  await turn();
  const model = synthesisModel(file.published, options);
  onProgress?.('making records', 0.3);
  await turn();
  const table = oneShotRecords(file, model, options);
  const support = supportOfSets(model, Object.keys(file.published.domains), file.columns, supportWays);
  const numbers = Array.from({ length: replicates }, (_, at) => at + 1);
  const files = [
    { path: paths.records, pieces: () => csvText(table) },
    { path: paths.parquet, pieces: () => [tableParquet(table)] },
    { path: paths.support, pieces: () => supportLines(support) },
    ...numbers.map((number) => ({
      path: paths.replicate(number),
      pieces: () => replicateText(file, model, number, options),
    })),
  ];
  await writeTogether(files, {
    ...options,
    onWritten: (written) => onProgress?.('writing', 0.4 + (0.6 * written) / files.length),
  });
  const pairs = support.filter(({ set }) => set.length === 2);
  return {
    records: table.rows,
    replicates,
    supportedPairs: pairs.filter(({ supported }) => supported).length,
    pairs: pairs.length,
  };
}

function* replicateText(file: OneShotFile, model: SynthesisModel, number: number, options: { signal?: AbortSignal }) {
  yield* csvText(oneShotReplicate(file, model, number, options));
}

function* supportLines(support: ReturnType<typeof supportOfSets>) {
  yield csvLine(['variables', 'support']);
  for (const { set, supported } of support) yield csvLine([joinNames(set), supported ? 'supported' : 'filled in']);
}
