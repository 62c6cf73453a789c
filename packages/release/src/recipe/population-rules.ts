// Rules that records have to obey: a column of the standard, and the cells that are kept or excluded.
import * as z from 'zod';

export const populationRules = z
  .array(
    z
      .strictObject({
        column: z.string('must be a column of the standard').min(1, 'must not be empty'),
        keep: z.array(z.string()).min(1).optional(),
        exclude: z.array(z.string()).min(1).optional(),
      })
      .refine(
        ({ keep, exclude }) => (keep === undefined) !== (exclude === undefined),
        'must have either keep or exclude',
      ),
  )
  .default([]);
