// `data/synthesis.json`: for every batch all that its synthetic records follow from. One measurement a line.
import type { Domains, Measurements, PublishedMeasurement } from '@casebridge/privacy/results';
import { type SynthesisMeasurements, serialiseSynthesis, synthesisFromJson } from '@casebridge/privacy/synthesis';
import { Refusal } from '@casebridge/refusal';
import * as z from 'zod';
import { addFraction, costOf, type Fraction, type SyntheticCosts } from '../budget.ts';
import { textOf, utf8 } from '../digest.ts';
import { exampleNote } from '../formats/table-file.ts';

/** What the synthetic records of one release's newly measured persons follow from. */
export interface SynthesisBatch {
  /** Sequence number of the release. */
  readonly batch: number;
  /** The cohorts measured together, each charged for all of it; in the order of `periods`. */
  readonly cohorts: readonly string[];
  readonly periods: readonly string[];
  /** 64 hexadecimal digits: what the records and replicates are drawn from. */
  readonly seed: string;
  readonly published: SynthesisMeasurements;
}

/** The content of `data/synthesis.json`. */
export interface Synthesis {
  /** Columns of the synthetic records, in order, with their codes. */
  readonly domains: Domains;
  /** Number of replicates. */
  readonly replicates: number;
  /** Ascending. */
  readonly batches: readonly SynthesisBatch[];
}

const frame = z.strictObject({
  note: z.string().optional(),
  format: z.literal('casebridge-synthetic-records-1'),
  replicates: z.int().min(2).max(99),
  columns: z.array(z.string()).min(1),
  batches: z
    .array(
      z.strictObject({
        batch: z.int().positive(),
        cohorts: z.array(z.string()).min(1),
        periods: z.array(z.string()).min(1),
        seed: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
        published: z.unknown(),
      }),
    )
    .min(1),
});

/** The bytes of `data/synthesis.json`; equal content, equal bytes. */
export function synthesisFile({ domains, replicates, batches }: Synthesis, example: boolean): Uint8Array {
  const lines = batches.map(
    ({ batch, cohorts, periods, seed, published }) =>
      `${JSON.stringify({ batch, cohorts, periods, seed }).slice(0, -1)},"published":${serialiseSynthesis(published)}}`,
  );
  const head = [
    ...(example ? [`"note":${JSON.stringify(exampleNote)}`] : []),
    `"format":"casebridge-synthetic-records-1"`,
    `"replicates":${replicates}`,
    `"columns":${JSON.stringify(Object.keys(domains))}`,
  ];
  return utf8(`{${head.join(',\n')},\n"batches":[\n${lines.join(',\n')}\n]}\n`);
}

/**
 * Reads `data/synthesis.json` beside the measurements of its bundle: the columns are published ones with the same codes,
 * every cohort is one of the bundle's and in one batch. Refusals `bundle-format`, `bundle-synthetic`, `synthesis-invalid`.
 */
export function readSynthesis(path: string, bytes: Uint8Array, measurements: Measurements): Synthesis {
  const refuse = (what: string): never => {
    throw new Refusal('bundle-synthetic', `${path} ${what}; do not use this bundle`, { exit: 3 });
  };
  const parsed = frame.safeParse(jsonOf(path, bytes));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Refusal(
      'bundle-format',
      `${path} at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong shape'}; fetch the bundle again`,
    );
  }
  const { replicates, columns } = parsed.data;
  const domains = Object.fromEntries(
    columns.map((name) => [name, measurements.domains[name] ?? refuse(`has a column ${name} that is not published`)]),
  );
  const batches = parsed.data.batches.map((one) => ({ ...one, published: synthesisFromJson(one.published, path) }));
  const cohorts = new Map(measurements.cohorts.map((cohort) => [cohort.id, cohort]));
  const seen = new Set<string>();
  batches.forEach((one, at) => {
    if (one.batch <= (batches[at - 1]?.batch ?? 0)) refuse('has its batches in another order');
    one.cohorts.forEach((id, place) => {
      const cohort = cohorts.get(id) ?? refuse(`rests on cohort ${id}, which was not measured`);
      if (seen.has(id)) refuse(`has cohort ${id} twice`);
      seen.add(id);
      if (cohort.batch !== one.batch || cohort.period !== one.periods[place])
        refuse(`has cohort ${id} in another batch or period`);
    });
    if (one.periods.length !== one.cohorts.length) refuse(`has other periods than cohorts in batch ${one.batch}`);
    checkDomains(one, domains, refuse);
  });
  return { domains, replicates, batches };
}

function checkDomains(
  { batch, cohorts, periods, published }: SynthesisBatch,
  domains: Domains,
  refuse: (what: string) => never,
): void {
  for (const [name, codes] of Object.entries(domains)) {
    if (published.domains[name]?.join('\n') !== codes.join('\n'))
      refuse(`has other codes for ${name} in batch ${batch}`);
  }
  const axis = published.domains[periodAxis];
  if (cohorts.length === 1 ? axis !== undefined : axis?.join('\n') !== periods.join('\n'))
    refuse(`does not tell the periods of batch ${batch} apart`);
  const { inherited } = published;
  if (inherited && inherited.cohorts.join('\n') !== cohorts.join('\n'))
    refuse(`rests on tables of other cohorts in batch ${batch}`);
}

/** The column of a model that tells the cohorts of a batch apart. */
export const periodAxis = 'period';

/** What the synthetic records cost each cohort, for the arithmetic of the budget. */
export function syntheticCosts(synthesis: Synthesis, measurements: Measurements): SyntheticCosts {
  const adaptive = new Map<string, Fraction>();
  const replaced = new Map<string, Fraction>();
  const published = new Set(measurements.measurements.map(measurementKey));
  for (const { cohorts, published: own } of synthesis.batches) {
    const cost = own.measurements
      .map((measurement) => costOf(measurement, own.domains))
      .reduce(addFraction, { num: BigInt(own.choices.num), den: BigInt(own.choices.den) });
    for (const cohort of cohorts) adaptive.set(cohort, cost);
    for (const residual of own.inherited?.residuals ?? []) {
      if (published.has(measurementKey(residual))) continue;
      const before = replaced.get(residual.cohort) ?? { num: 0n, den: 1n };
      replaced.set(residual.cohort, addFraction(before, costOf(residual, own.domains)));
    }
  }
  return { adaptive, replaced };
}

function measurementKey({ cohort, set, kind, variance, values }: PublishedMeasurement): string {
  return JSON.stringify([cohort, kind, variance, set, Array.from(values)]);
}

function jsonOf(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes)) as unknown;
  } catch (cause) {
    throw new Refusal('bundle-format', `${path} is not JSON in UTF-8; fetch the bundle again`, { cause });
  }
}
