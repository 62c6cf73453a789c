// `data/synthetic-support.json`: which published tables the synthetic records were fitted to, and how far noise moves them.
import type { Domains } from '@casebridge/privacy/results';
import * as z from 'zod';
import { type JsonValue, sortedJson } from '../canonical-json.ts';
import { utf8 } from '../digest.ts';
import { exampleNote } from '../formats/table-file.ts';
import { periodAxis, type Synthesis, type SynthesisBatch } from './synthesis-file.ts';
import type { SyntheticRecords } from './synthetic-records.ts';

/** What synthetic records say of one published table. */
export interface TableSupport {
  readonly set: readonly string[];
  /** Every batch measured the table, or one that contains it. Where it is false, the model filled the table in. */
  readonly supported: boolean;
  /** The same for the table in each single period. */
  readonly supportedByPeriod: boolean;
  /**
   * Expected share of records that noise puts into another cell (total variation distance), from the spread between
   * replicates; null where the table is not supported, since what a model leaves out cannot be seen there.
   */
  readonly expectedError: number | null;
}

export const supportSchema = z.strictObject({
  note: z.string().optional(),
  format: z.literal('casebridge-synthetic-support-1'),
  tables: z.array(
    z.strictObject({
      set: z.array(z.string()),
      supported: z.boolean(),
      supportedByPeriod: z.boolean(),
      expectedError: z.number().nonnegative().nullable(),
    }),
  ),
});

/**
 * The support of every published table whose columns the synthetic records have.
 *
 * @param replicates records of every batch, replicate by replicate
 */
export function tableSupport(
  { batches, domains }: Synthesis,
  tables: readonly (readonly string[])[],
  replicates: readonly (readonly SyntheticRecords[])[],
): readonly TableSupport[] {
  const columns = Object.keys(domains);
  const measured = batches.map(measuredSets);
  return tables
    .filter((set) => set.every((name) => columns.includes(name)))
    .map((set) => {
      const within = (wanted: readonly string[], at: number): boolean =>
        measured[at]?.some((other) => wanted.every((name) => other.includes(name))) ?? false;
      const supported = batches.every((_, at) => within(set, at));
      const supportedByPeriod = batches.every(({ cohorts }, at) =>
        within(cohorts.length > 1 ? [periodAxis, ...set] : set, at),
      );
      return { set, supported, supportedByPeriod, expectedError: supported ? spread(set, domains, replicates) : null };
    });
}

/** The bytes of `data/synthetic-support.json`. */
export function supportFile(tables: readonly TableSupport[], example: boolean): Uint8Array {
  const lines = tables.map((table) => sortedJson({ ...table } as unknown as JsonValue));
  const note = example ? `"note":${JSON.stringify(exampleNote)},\n` : '';
  return utf8(`{${note}"format":"casebridge-synthetic-support-1",\n"tables":[\n${lines.join(',\n')}\n]}\n`);
}

// Tables measured for the model, and residuals inherited from published ones, which tell the periods apart.
function measuredSets({ cohorts, published }: SynthesisBatch): readonly (readonly string[])[] {
  const residuals = published.inherited?.residuals ?? [];
  return [
    ...published.measurements.map(({ set }) => set),
    ...residuals
      .filter(({ cohort }) => cohort === cohorts[0])
      .map(({ set }) => (cohorts.length > 1 ? [periodAxis, ...set] : set)),
  ];
}

// ½ Σ E|noise| / n with E|noise| = sd √(2/π) per cell, sd between replicates; four significant digits.
function spread(
  set: readonly string[],
  domains: Domains,
  replicates: readonly (readonly SyntheticRecords[])[],
): number {
  const names = Object.keys(domains);
  const places = set.map((name) => names.indexOf(name));
  const sizes = set.map((name) => (domains[name] as readonly string[]).length);
  const cells = sizes.reduce((product, size) => product * size, 1);
  const sums = new Float64Array(cells);
  const squares = new Float64Array(cells);
  let rows = 0;
  for (const replicate of replicates) {
    const counts = new Float64Array(cells);
    for (const { columns, rows: own } of replicate) {
      rows += own;
      for (let row = 0; row < own; row += 1) {
        let cell = 0;
        for (let axis = 0; axis < places.length; axis += 1) {
          cell =
            cell * (sizes[axis] as number) + ((columns[places[axis] as number] as ArrayLike<number>)[row] as number);
        }
        counts[cell] = (counts[cell] as number) + 1;
      }
    }
    for (let cell = 0; cell < cells; cell += 1) {
      sums[cell] = (sums[cell] as number) + (counts[cell] as number);
      squares[cell] = (squares[cell] as number) + (counts[cell] as number) ** 2;
    }
  }
  const n = replicates.length;
  const total = rows / n;
  if (total === 0) return 0;
  let error = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    const variance = Math.max(0, (squares[cell] as number) - (sums[cell] as number) ** 2 / n) / (n - 1);
    error += Math.sqrt(variance) * Math.sqrt(2 / Math.PI);
  }
  return Number((error / 2 / total).toPrecision(4));
}
