import type { Figure } from '@casebridge/figures/types';
import * as z from 'zod';
import type { FigureFile } from './figure-json.ts';
import type { RowsFile, TableIndex } from './release-files.ts';

const pair = z.tuple([z.number(), z.number()]).readonly();
const codes = z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly()]));
const names = z.array(z.string()).readonly();

/** The shape of a figure. Its type is that of the figures package: a member that differs does not compile. */
const figure: z.ZodType<Figure> = z.strictObject({
  id: z.string(),
  family: z.string(),
  period: z.string(),
  place: z.strictObject({ kind: z.enum(['identified', 'origin']), region: z.string() }).nullable(),
  group: z.string().nullable(),
  unit: z.enum(['records', 'persons', 'share', 'years', 'countries', 'change']),
  value: z.number().nullable(),
  interval: pair.nullable(),
  base: z.number().nullable(),
  baseInterval: pair.nullable(),
  unknown: z.number().nullable(),
  bounds: pair.nullable(),
  noun: z.string(),
  contributors: z.strictObject({ count: z.int(), overHalf: z.boolean().nullable() }),
  protection: z.union([
    z.literal('declared'),
    z.strictObject({ epsilon: z.number(), delta: z.number(), unit: z.enum(['record', 'person']) }),
  ]),
  release: z.strictObject({
    id: z.string(),
    sequence: z.int(),
    date: z.string(),
    status: z.enum(['provisional', 'final', 'revised']),
  }),
  withheld: z.enum(['base_too_small', 'interval_too_wide', 'not_collected']).nullable(),
  parts: z.array(z.strictObject({ key: z.string(), value: z.number(), interval: pair })).readonly(),
  caveats: names,
  source: z
    .strictObject({
      table: names,
      cohorts: names,
      numerator: codes,
      base: codes,
      baseTable: names.exactOptional(),
      earlierCohorts: names.exactOptional(),
    })
    .nullable(),
  declared: z
    .strictObject({ relation: z.enum(['over', 'exactly']), since: z.int().nullable(), by: z.int() })
    .exactOptional(),
  example: z.boolean(),
  sentences: z.record(z.string(), z.strictObject({ short: z.string(), long: z.string() })),
});

const figureFile: z.ZodType<FigureFile> = z.strictObject({
  status: z.enum(['measured', 'declared', 'base_too_small', 'interval_too_wide', 'not_collected']),
  title: z.string(),
  licence: z.string(),
  figure,
  series: names,
  composition: names,
  links: z.strictObject({
    page: z.string(),
    csv: z.string(),
    svg: z.string(),
    markdown: z.string(),
    bibtex: z.string(),
    ris: z.string(),
    citation: z.string(),
  }),
  note: z.string().exactOptional(),
});

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

const rowsFile: z.ZodType<RowsFile> = z.strictObject({
  title: z.string(),
  release: z.string(),
  licence: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), type: z.string(), meaning: z.string() })).readonly(),
  rows: z.array(row).readonly(),
  note: z.string().exactOptional(),
});

const tableIndex: z.ZodType<TableIndex> = z.strictObject({
  release: z.string(),
  tables: z
    .array(z.strictObject({ key: z.string(), title: z.string(), variables: names, csv: z.string(), json: z.string() }))
    .readonly(),
  note: z.string().exactOptional(),
});

/** The shapes of the JSON files a site serves, by the names that the OpenAPI document gives them. */
export const fileSchemas = {
  FigureFile: figureFile,
  RowsFile: rowsFile,
  TableIndex: tableIndex,
  FigureRows: z.array(row),
  Latest: z.strictObject({ release: z.string(), sequence: z.int(), manifest: z.string() }),
} as const;

export type FileSchema = keyof typeof fileSchemas;
