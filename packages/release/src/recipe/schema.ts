// The shape of a recipe file, with messages for the person who writes it. What needs the dictionary or the registry is
// checked in `checks.ts`.
import { country, groupingIds, hasVariable } from '@casebridge/standard';
import * as z from 'zod';
import { linkageBlock } from './linkage-block.ts';
import { populationRules } from './population-rules.ts';
import { prevalenceBlock } from './prevalence-block.ts';

const identifier = z
  .string('must be an id')
  .regex(/^[a-z0-9](?:-?[a-z0-9])*$/, 'must be lower-case letters, digits and hyphens')
  .max(64, 'must be at most 64 characters');
const line = z
  .string('must be text')
  .min(1, 'must not be empty')
  .max(500, 'must be at most 500 characters')
  .regex(/^[^\p{Cc}]*$/u, 'must be one line');
const path = z.string('must be a path').min(1, 'must not be empty');
const publicKey = z
  .string('must be a public key')
  .regex(/^RW[A-Za-z0-9+/]{54}$/, 'must be a minisign public key (56 characters)');
const year = z.int('must be a year').min(1900, 'must be a year after 1899').max(2200, 'must be a year before 2201');
const column = z.string('must be a column of the standard').min(1, 'must not be empty');
const epsilon = z
  .number('must be a number')
  .gt(0, 'must be above 0')
  .max(20, 'must be at most 20: more protects nobody');
const delta = z.number('must be a number').gt(0, 'must be above 0').max(1e-4, 'must be at most 0.0001');
const weight = z.number('must be a number').gt(0, 'must be above 0').max(1e6, 'must be at most a million');

export const recipeSchema = z.strictObject({
  format: z.literal('casebridge-recipe-1', 'must be casebridge-recipe-1'),
  title: line,
  licence: line,
  status: z.enum(['provisional', 'final', 'revised'], 'must be provisional, final or revised'),
  example: z.boolean('must be true or false').default(false),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, 'must be a language such as fr'))
    .min(1, 'must hold a language')
    .default(['en', 'fr', 'es', 'ar']),
  grouping: z
    .string('must be a regional grouping')
    .refine((id) => groupingIds.includes(id), 'is not a regional grouping of the standard')
    .default('iom_region_2015'),

  store: path,
  ledger: path,
  marks: path,
  steward: z.strictObject({ organisation: identifier, signingKey: path, identity: path, marksKey: path }),
  /** The bundle before this one, or `none` for the first of a series. */
  previous: path,

  contributors: z.array(z.strictObject({ id: identifier, publicKey })).min(1, 'must name a contributor'),
  population: populationRules,
  /** Published variables; a many-valued one stands for all its columns. */
  variables: z.array(column).min(1, 'must publish a variable'),
  heldBack: z
    .strictObject({
      countries: z
        .array(z.string().refine((code) => country(code) !== undefined, 'is not an ISO 3166-1 alpha-3 country code'))
        .default([]),
      variables: z
        .array(z.string().refine((id) => hasVariable(id.split('.')[0] ?? id), 'is not a variable of the standard'))
        .default([]),
    })
    .default({ countries: [], variables: [] }),
  tables: z.strictObject({
    /** The tables that figures read, with the registry's weights; `places`: also for every region. */
    figures: z.enum(['none', 'pool', 'places'], 'must be none, pool or places').default('places'),
    /** Every set of up to this many published columns. */
    all: z.int('must be 0, 1, 2 or 3').min(0).max(3).default(0),
    /** Weight of each of those. */
    allWeight: weight.default(1),
    sets: z.array(z.strictObject({ set: z.array(column).min(1), weight: weight.default(1) })).default([]),
  }),
  protection: z.strictObject({ epsilon, delta }),
  /** Synthetic records of the persons measured now, paid on top of `protection`; null for none. */
  synthetic: z
    .strictObject({
      /** Published columns; those of `variables` when absent. A many-valued variable stands for all its columns. */
      columns: z.array(column).min(2, 'must name two columns or more').nullable().default(null),
      epsilon,
      /** δ of `protection` when absent. */
      delta: delta.nullable().default(null),
      method: z.enum(['aim', 'mst'], 'must be aim or mst').default('aim'),
      /** Most memory the model's tables may take, in megabytes. */
      modelSize: z
        .number('must be a number of megabytes')
        .min(0.1, 'must be at least 0.1 megabytes')
        .max(1024, 'must be at most 1024 megabytes')
        .default(8),
      /** Country columns that are modelled through their region; all of them when absent. */
      hierarchies: z.array(column).nullable().default(null),
      /** What matters how much: public policy, fixed before anything is counted. */
      weights: z
        .strictObject({
          dashboard: weight.default(4),
          places: weight.default(2),
          pairs: weight.default(1),
          triples: weight.default(0.5),
        })
        .default({ dashboard: 4, places: 2, pairs: 1, triples: 0.5 }),
      triples: z.array(z.array(column).length(3, 'must name three columns')).default([]),
      replicates: z
        .int('must be a number of replicates')
        .min(2, 'must be 2 or more')
        .max(99, 'must be at most 99')
        .default(20),
    })
    .nullable()
    .default(null),
  /**
   * k-anonymous records made beforehand, published beside the protected ones. They end the guarantee for the persons in
   * them, which the recipe has to state; null for none.
   */
  kanonymous: z
    .strictObject({
      file: path,
      statement: z.literal(
        'guarantee-ends',
        'must be guarantee-ends: for the persons in this file the guarantee of the release ends',
      ),
      quasi: z.array(column).min(1, 'must name a column that could be known about a person'),
      k: z.int('must be a whole number').min(2, 'must be 2 or more').default(11),
    })
    .nullable()
    .default(null),
  /** Which records are of one person, so that each person is counted once; null where records are counted. */
  linkage: linkageBlock.nullable().default(null),
  /** An estimate of how many were never seen; null for none. */
  prevalence: prevalenceBlock.nullable().default(null),
  /** Whether somebody may look at the finished release with the records at hand and discard it: the statement says so. */
  internalCheck: z.boolean('must be true or false').default(false),
  cohorts: z.strictObject({
    /** First and last registration year measured now. */
    years: z.tuple([year, year], 'must be a first and a last year'),
    /** Whether records without a registration year make a cohort of their own. */
    undated: z.boolean('must be true or false').default(false),
    /** What each cohort may spend in its lifetime on being measured again. */
    reserve: z.strictObject({ epsilon, delta }).nullable().default(null),
    /** Cohorts to measure again from their reserve. */
    remeasure: z.array(z.string().regex(/^(\d{4}|undated)\.\d+$/, 'must be a cohort such as 2015.2')).default([]),
  }),
  setApart: z
    .strictObject({
      variable: identifierOfColumn(),
      code: identifier,
      /** Code of everybody else. */
      others: identifier.default('others'),
      contributor: identifier,
      label: z.record(z.string(), line),
    })
    .nullable()
    .default(null),
  /**
   * Publish, per record, whether its contributor also worked the year before and the year after (a change is split by
   * them): only where each group holds three organisations or more, where those set apart consent, or not at all.
   */
  activityFlags: z
    .enum(['groups_of_three', 'consented', 'none'], 'must be groups_of_three, consented or none')
    .default('groups_of_three'),
  approval: z.strictObject({
    approvals: z.int('must be a number of approvals').min(2, 'must be 2 or more').default(2),
    approvers: z
      .array(z.strictObject({ organisation: identifier, publicKey }))
      .min(2, 'must name two approvers or more'),
  }),
  engine: z.enum(['memory', 'duckdb'], 'must be memory or duckdb').default('memory'),
});

function identifierOfColumn() {
  return z.string('must be a name').regex(/^[a-z][a-z0-9_]*$/, 'must be lower-case letters, digits and underscores');
}

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** The declared inputs and protection of a release, as written. */
export type Recipe = DeepReadonly<z.output<typeof recipeSchema>>;
