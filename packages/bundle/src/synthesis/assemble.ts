import { isProtected, type Protected, publish } from '@casebridge/privacy';
import type { Cohort, Domains } from '@casebridge/privacy/results';
import type { SynthesisMeasurements } from '@casebridge/privacy/synthesis';
import { Refusal } from '@casebridge/refusal';
import { paths, replicatePath } from '../files.ts';
import { exampleNote } from '../formats/table-file.ts';
import { isVerified } from '../read.ts';
import type { Bundle } from '../types.ts';
import { batchModel, batchRecords, batchReplicate } from './make-records.ts';
import type { Synthesis, SynthesisBatch } from './synthesis-file.ts';
import { readSyntheticParquet } from './synthetic-parquet.ts';
import type { SyntheticRecords } from './synthetic-records.ts';

declare const releasedBrand: unique symbol;

/** Synthetic records that may be published, with all they follow from. Only `assembleSynthesis` makes them. */
export interface ReleasedSynthesis extends Synthesis {
  readonly [releasedBrand]: true;
  /** Batch by batch. */
  readonly records: readonly SyntheticRecords[];
  /** Replicate by replicate, each batch by batch. */
  readonly replicateRecords: readonly (readonly SyntheticRecords[])[];
}

const released = new WeakSet<object>();

export interface SynthesisParts {
  /** The verified bundle before this one; its synthetic records are carried forward as they are. */
  readonly previous: Bundle | null;
  /** Columns of the records, with their codes. */
  readonly domains: Domains;
  readonly replicates: number;
  /** What was measured now; null where nobody was measured for the first time. */
  readonly added: {
    readonly batch: number;
    /** Measured together, in the order of the model's periods. */
    readonly cohorts: readonly Cohort[];
    readonly measured: Protected<SynthesisMeasurements>;
    /** 64 hexadecimal digits, drawn after the noise. */
    readonly seed: string;
  } | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * The synthetic records of a release: those of the verified bundle before it, unchanged, and new ones, which are made here
 * from protected measurements and a seed. No rows go in. Null where there is nothing to publish.
 *
 * TypeError: measurements without protection, a bundle that was not verified. Refusals, exit 3: test noise, a ledger in
 * memory; exit 2 `bundle-series-break`: other columns or another number of replicates than the previous bundle.
 */
export async function assembleSynthesis(parts: SynthesisParts): Promise<ReleasedSynthesis | null> {
  const { previous, domains, replicates, added, signal, onProgress } = parts;
  if (previous && !isVerified(previous)) throw new TypeError('the previous bundle was not verified');
  if (added && !isProtected(added.measured)) throw new TypeError('only protected measurements go into a bundle');
  const before = previous?.synthesis ?? null;
  if (before) requireSameShape(before, parts);
  const options = signal ? { signal } : {};
  const carried = previous && before ? await carriedRecords(previous, before) : null;
  const batches: SynthesisBatch[] = [...(before?.batches ?? [])];
  const records: SyntheticRecords[] = [...(carried?.records ?? [])];
  const replicateRecords = Array.from({ length: replicates }, (_, at) => [...(carried?.replicates[at] ?? [])]);
  if (added) {
    const batch: SynthesisBatch = {
      batch: added.batch,
      cohorts: added.cohorts.map(({ id }) => id),
      periods: added.cohorts.map(({ period }) => period),
      seed: added.seed,
      published: publish(added.measured),
    };
    const model = batchModel(batch, options);
    batches.push(batch);
    records.push(batchRecords(batch, model, domains, options));
    for (const [at, own] of replicateRecords.entries()) {
      signal?.throwIfAborted();
      own.push(batchReplicate(batch, model, at + 1, domains, options));
      onProgress?.(at + 1, replicates);
    }
  }
  if (batches.length === 0) return null;
  const all = { domains, replicates, batches, records, replicateRecords };
  released.add(all);
  return all as unknown as ReleasedSynthesis;
}

/** True for what `assembleSynthesis` gave. */
export function isReleasedSynthesis(synthesis: Synthesis): synthesis is ReleasedSynthesis {
  return released.has(synthesis);
}

/** Reads the synthetic records and replicates of a bundle. Refusal `bundle-synthetic`, naming the file. */
export async function carriedRecords(
  bundle: Bundle,
  { batches, domains, replicates }: Synthesis,
): Promise<{
  readonly records: readonly SyntheticRecords[];
  readonly replicates: readonly (readonly SyntheticRecords[])[];
}> {
  const note = bundle.manifest.example ? exampleNote : null;
  const read = async (path: string) =>
    (await readSyntheticParquet(path, await bundle.file(path), domains, batches, note)).batches;
  const all: (readonly SyntheticRecords[])[] = [];
  for (let number = 1; number <= replicates; number += 1) all.push(await read(replicatePath(number)));
  return { records: await read(paths.syntheticParquet), replicates: all };
}

function requireSameShape(before: Synthesis, { domains, replicates }: SynthesisParts): void {
  const shape = (value: Domains) => JSON.stringify(Object.entries(value));
  if (shape(before.domains) === shape(domains) && before.replicates === replicates) return;
  throw new Refusal(
    'bundle-series-break',
    'the recipe gives synthetic records other columns, or another number of replicates, than the previous bundle; keep them, or start a new series with previous: none',
  );
}
