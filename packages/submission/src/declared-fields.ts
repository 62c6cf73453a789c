// Fields that agreements and coverage statements share, as zod schemas with messages fit for the person who wrote the file.
import { country, hasVariable } from '@casebridge/standard';
import * as z from 'zod';
import { isDay } from './day.ts';

/** A day as YYYY-MM-DD. */
export const day = z.string('must be a day in quotes or plain, YYYY-MM-DD').refine(isDay, 'must be a day, YYYY-MM-DD');

/** An id in file names, keys and registries: lower-case letters, digits and single hyphens. */
export const identifier = z
  .string('must be an id')
  .regex(/^[a-z0-9](?:-?[a-z0-9])*$/, 'must be lower-case letters, digits and hyphens')
  .max(64, 'must be at most 64 characters');

/** One line of text for people. */
export const line = z
  .string('must be text')
  .min(1, 'must not be empty')
  .max(500, 'must be at most 500 characters')
  .regex(/^[^\p{Cc}]*$/u, 'must be one line');

/** Countries as ISO 3166-1 alpha-3, kept in ascending order without repeats. */
export const countryList = z
  .array(
    z.string('must be a three-letter country code').refine(isCountry, 'is not an ISO 3166-1 alpha-3 country code'),
    {
      error: 'must be a list of country codes',
    },
  )
  .transform((codes) => [...new Set(codes)].sort());

/** Ids of variables of the standard. */
export const variableList = z
  .array(z.string('must be a variable').refine(hasVariable, 'is not a variable of the standard'), {
    error: 'must be a list of variables',
  })
  .transform((ids) => [...new Set(ids)]);

/** A year in which people could have been assisted. */
export const year = z
  .int('must be a year')
  .min(1900, 'must be a year after 1899')
  .max(2200, 'must be a year before 2201');

/** A year as the key of a map. */
export const yearKey = z.string().regex(/^(?:19|20|21)\d{2}$/, 'must be a year');

function isCountry(code: string): boolean {
  return country(code) !== undefined;
}
