// `data/prevalence.json`: an estimate of how many people were never seen, with everything that must stand beside it. Never a
// history of an exact table, never more than two significant digits.
import { Refusal } from '@casebridge/refusal';
import * as z from 'zod';
import { type JsonValue, sortedJson } from '../canonical-json.ts';
import { utf8 } from '../digest.ts';
import { paths } from '../files.ts';
import { exampleNote } from '../formats/table-file.ts';
import { parseJson } from '../parse.ts';

const people = z.number().nonnegative();
const limits = z.tuple([people, people]);
const texts = z.record(z.string(), z.string().min(1));
const pairs = z.array(z.tuple([z.string(), z.string()]));
const assumed = z.strictObject({ share: z.number().gt(0).max(0.5), estimate: people.nullable() });
const natural = z.string().regex(/^(0|[1-9]\d*)$/, 'must be a whole number');

const prevalenceSchema = z.strictObject({
  format: z.literal('casebridge-prevalence-1'),
  /**
   * `exact`: made from exact overlaps, which is outside the guarantee. `measured`: made from histories that were measured with
   * noise under the release's budget.
   */
  way: z.enum(['exact', 'measured']),
  /** Who is counted, by language. */
  population: texts,
  /** First and last registration year. */
  period: z.tuple([z.int(), z.int()]),
  lists: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/, 'must be an id'), labels: texts }))
    .min(2)
    .max(10),
  /** Lists that are several joined, and why, by language. */
  merged: z.array(z.strictObject({ list: z.string(), reason: texts })),
  /** The people are a part of the population, which needs `leastStratum` known people to be estimated by itself; absent where not. */
  stratum: z.literal(true).optional(),
  threshold: z.number().min(0).max(1),
  resamples: z.int().min(100),
  seed: z.int().nonnegative(),
  /** People on at least one list; with noise where the histories were measured. */
  known: people,
  /** Chao's lower bound; null where the noise left no table. */
  bound: people.nullable(),
  lacking: z.array(
    z.enum(['three_lists', 'ten_on_two_lists', 'overlapping_triple', 'no_table', 'no_model', 'small_stratum']),
  ),
  stepwise: z
    .strictObject({
      estimate: people,
      interval: limits.nullable(),
      percentile: limits,
      pairs,
      biased: z.boolean(),
      /** Share of resamples equal to the estimate, of which half count as smaller; absent where none is. */
      ties: z.number().gt(0).max(1).optional(),
    })
    .nullable(),
  independent: people.nullable(),
  bic: z.strictObject({ estimate: people, pairs }).nullable(),
  thresholds: z.array(z.strictObject({ threshold: z.number().min(0).max(1), estimate: people })),
  withoutOne: z.array(z.strictObject({ list: z.string(), estimate: people.nullable() })),
  /** The estimate with the joined lists apart; null where that gives none, absent where no list is joined or it was not made. */
  apart: people.nullable().optional(),
  /** The estimate under more cautious and more generous linkage; null where it was not given. */
  linkage: z.strictObject({ cautious: people.nullable(), generous: people.nullable() }).nullable(),
  /**
   * The band that stands in the place of other linkages where only one table was measured: the estimate had the linkage missed, or
   * joined wrongly, the share of matches that the recipe assumes.
   */
  matching: z.strictObject({ missed: assumed, wrong: assumed }).optional(),
  stable: z.boolean(),
  instabilities: z.array(z.enum(['choice_of_model', 'interval_too_wide', 'one_list_decides', 'no_interval'])),
  /** The histories as they were measured, from which all of the above can be worked out again; null for exact overlaps. */
  measured: z
    .strictObject({
      /** Cohorts charged, each for all of it. */
      cohorts: z.array(z.string()).min(1),
      variance: natural,
      /** 2^lists noisy numbers; bit i of the place is list i. The first, of people on no list, stands for nothing and is 0. */
      values: z.array(z.int()),
    })
    .nullable(),
  note: z.string().optional(),
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** The content of `data/prevalence.json`. */
export type PublishedPrevalence = DeepReadonly<z.output<typeof prevalenceSchema>>;

/** The bytes of `data/prevalence.json`; equal content, equal bytes. */
export function prevalenceFile(published: PublishedPrevalence, example: boolean): Uint8Array {
  const content = { ...published, ...(example ? { note: exampleNote } : {}) };
  return utf8(`${sortedJson(content as unknown as JsonValue)}\n`);
}

/** Reads `data/prevalence.json`. Refusal `bundle-format`, or `bundle-prevalence` (exit 3) for lists and numbers that do not fit. */
export function readPrevalence(bytes: Uint8Array): PublishedPrevalence {
  const { note: _note, ...published } = parseJson(paths.prevalence, bytes, prevalenceSchema);
  const refuse = (what: string): never => {
    throw new Refusal('bundle-prevalence', `${paths.prevalence} ${what}; do not use this bundle`, { exit: 3 });
  };
  const ids = published.lists.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) refuse('names a list twice');
  const named = [
    ...(published.stepwise?.pairs ?? []).flat(),
    ...(published.bic?.pairs ?? []).flat(),
    ...published.withoutOne.map(({ list }) => list),
    ...published.merged.map(({ list }) => list),
  ];
  if (named.some((list) => !ids.includes(list))) refuse('names a list that it has not');
  if (published.period[1] < published.period[0]) refuse('has a period that ends before it begins');
  if ((published.way === 'measured') !== (published.measured !== null))
    refuse('does not say rightly whether its histories were measured');
  if (published.measured && published.measured.values.length !== 2 ** ids.length)
    refuse('has another number of histories than its lists make');
  return published;
}
