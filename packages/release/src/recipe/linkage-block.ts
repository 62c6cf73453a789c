// The block `linkage:` of a recipe: which records are of one person.
import * as z from 'zod';

const id = z
  .string('must be an id')
  .regex(/^[a-z0-9](?:-?[a-z0-9])*$/, 'must be lower-case letters, digits and hyphens')
  .max(64, 'must be at most 64 characters');

export const linkageBlock = z.strictObject({
  /** Table of `organisation,record,person`, as `casebridge link compare` writes it. */
  persons: z.string('must be a path').min(1, 'must not be empty'),
  /** Contributors whose records were not encoded: each of their records stands alone, and the unit stays the record. */
  unlinked: z.array(id).default([]),
});
