// The block `prevalence:` of a recipe: an estimate of how many were never seen, from a table of histories.
import * as z from 'zod';
import { populationRules } from './population-rules.ts';

const line = z
  .string('must be text')
  .min(1, 'must not be empty')
  .max(500, 'must be at most 500 characters')
  .regex(/^[^\p{Cc}]*$/u, 'must be one line');
const id = z
  .string('must be an id')
  .regex(/^[a-z0-9](?:-?[a-z0-9])*$/, 'must be lower-case letters, digits and hyphens')
  .max(64, 'must be at most 64 characters');
const path = z.string('must be a path').min(1, 'must not be empty');
const share = z
  .number('must be a share such as 0.05')
  .gt(0, 'must be above 0')
  .max(0.5, 'must be at most 0.5: a linkage that errs more gives no estimate');
const texts = z.record(z.string(), line);
const year = z.int('must be a year').min(1900, 'must be a year after 1899').max(2200, 'must be a year before 2201');

export const prevalenceBlock = z.strictObject({
  /** Table of histories: a 0/1 column per list, named by its id, and `count`; those of the recipe's linkage when absent. */
  histories: path.nullable().default(null),
  /** Which records put their persons on lists, where histories are those of the linkage. */
  where: populationRules,
  /** The same lists, linked more cautiously and more generously; only for exact overlaps. */
  cautious: path.nullable().default(null),
  generous: path.nullable().default(null),
  /** The histories with joined lists apart, to show what joining does; counted from the linkage where histories are. */
  apart: path.nullable().default(null),
  way: z.enum(['exact', 'measured'], 'must be exact or measured'),
  /** What the person who writes the recipe has to state where the way is `exact`. */
  statement: z
    .literal(
      'outside-the-guarantee',
      'must be outside-the-guarantee: an estimate from exact overlaps is not covered by the guarantee of the release',
    )
    .nullable()
    .default(null),
  /** What each cohort of the period pays for measured histories. */
  epsilon: z
    .number('must be a number')
    .gt(0, 'must be above 0')
    .max(20, 'must be at most 20: more protects nobody')
    .nullable()
    .default(null),
  delta: z
    .number('must be a number')
    .gt(0, 'must be above 0')
    .max(1e-4, 'must be at most 0.0001')
    .nullable()
    .default(null),
  /** Who is counted, by language. */
  population: texts,
  /** First and last registration year of the people in the histories. */
  period: z.tuple([year, year], 'must be a first and a last year'),
  lists: z
    .array(
      z.strictObject({
        id,
        label: texts,
        /** Whose records are the list, where histories are those of the linkage. */
        contributors: z.array(id).default([]),
      }),
    )
    .min(2, 'must name two lists or more')
    .max(10, 'must name ten lists at most'),
  /**
   * Shares of matches that the linkage is assumed to have missed and to have made wrongly, fixed before it is looked at: the band
   * of estimates under them is published. Null for none.
   */
  matching: z.strictObject({ missed: share, wrong: share }).nullable().default(null),
  /** Lists that are several joined, each with the reason in substance, by language. */
  merged: z.array(z.strictObject({ list: id, reason: texts })).default([]),
  threshold: z.number('must be a number').min(0, 'must be 0 or more').max(1, 'must be at most 1').default(0.02),
  resamples: z
    .int('must be a number of resamples')
    .min(100, 'must be 100 or more')
    .max(10_000, 'must be at most 10000')
    .default(1000),
});
