/**
 * The error to expect of synthetic records before anything is spent: the mechanism is run on invented records of the
 * declared shape and number, and its result compared with them. No data are read; the answer is about tables like these,
 * not about the ones to come.
 */
import { Refusal } from '@casebridge/refusal';
import { keepColumns } from '../columns/parent-columns.ts';
import { memoryMarginals } from '../count/memory.ts';
import type { SynthesisDriver } from '../measure/run-synthesis.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import type { PlannedSynthesis } from '../synthesis/plan-job.ts';
import { synthesisModel, syntheticTable } from '../synthesis/synthetic-table.ts';
import { workloadError } from '../utility/workload-error.ts';
import { inventedWorld } from './invented-world.ts';
import { practiceSynthesis } from './practice-synthesis.ts';
import { publicRecords } from './public-table.ts';

/** Total-variation distance between synthetic and invented tables of one size, 0 to 1. */
export interface ExpectedError {
  /** Columns of the tables. */
  readonly ways: number;
  readonly tables: number;
  readonly mean: number;
  /** 95th percentile. */
  readonly high: number;
}

export interface Rehearsal {
  /** For tables of one, two and three columns. */
  readonly errors: readonly ExpectedError[];
  /** Marginals measured. */
  readonly measured: number;
}

/** Records invented at most: with more, noise matters less still. */
const mostRecords = 200_000;
const seed = 'rehearsal';

/**
 * Rehearses a planned job; the same job and number give the same answer.
 *
 * @param records how many records there roughly are, as may be said in public
 * @param onProgress share done, 0 to 1
 * @throws Refusal for a number of records below one
 */
export async function rehearseSynthesis(
  job: PlannedSynthesis,
  driver: SynthesisDriver,
  records: number,
  onProgress?: (done: number) => void,
): Promise<Rehearsal> {
  if (!Number.isSafeInteger(records) || records < 1) {
    throw new Refusal(
      'rehearse-records',
      'The number of records is a whole number from 1 up; say roughly how many there are.',
    );
  }
  const { domains, structuralZeros } = job.declared;
  const own = Object.fromEntries(job.columns.map((column) => [column, domains[column] as readonly string[]]));
  const invented = publicRecords(
    inventedWorld({
      domains: own,
      rows: Math.min(records, mostRecords),
      seed,
      structuralZeros: structuralZeros.filter(({ set }) => set.every((column) => Object.hasOwn(own, column))),
    }),
  );
  onProgress?.(0.1);
  const published = await practiceSynthesis(driver, unsafeTestRandom(seed))(job, invented);
  onProgress?.(0.7);
  const made = syntheticTable(synthesisModel(published), published, new TextEncoder().encode(seed));
  onProgress?.(0.9);
  const { ways } = await workloadError(memoryMarginals(invented), memoryMarginals(keepColumns(made, job.columns)));
  return {
    errors: ways.flatMap(({ ways: columns, tables, mean, p95 }) =>
      columns === 'all' ? [] : [{ ways: columns, tables, mean, high: p95 }],
    ),
    measured: published.measurements.length,
  };
}
