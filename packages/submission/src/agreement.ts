// What a contributor allows: the data-sharing agreement in the terms a machine can act on. Names of persons stay out of it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { type CanonicalValue, canonicalJson } from './canonical-json.ts';
import { addMonths } from './day.ts';
import { countryList, day, identifier, line, variableList } from './declared-fields.ts';
import { parseDeclared } from './declared-file.ts';

/** Whether the agreement lets records in on a day. */
export type AgreementState = 'in-force' | 'not-yet' | 'expired';

const role = z.enum(['joint', 'separate', 'processor'], 'must be joint, separate or processor');
const positiveInteger = z.int('must be a whole number').min(1, 'must be 1 or more');
const decimal = z
  .union([z.string(), z.number()], 'must be a number')
  .transform(String)
  .pipe(
    z.string().regex(/^(?:0|[1-9]\d{0,5})(?:\.\d{1,15})?$/, 'must be a plain decimal number such as 4 or "0.000001"'),
  );

const schema = z
  .strictObject({
    format: z.literal('casebridge-agreement-1', 'must be casebridge-agreement-1'),
    /** True for agreements of a demonstration. */
    example: z.boolean('must be true or false').default(false),
    id: identifier,
    /** The contributor the agreement is with: the id its parcels carry. */
    contributor: identifier,
    /** What the contributor is called where it may be named. */
    name: line.nullable().default(null),
    parties: z
      .array(z.strictObject({ organisation: identifier, role }))
      .min(2, 'must name the contributor and at least one more party'),
    purposes: z.array(z.enum(['statistics', 'research', 'public_release'])).min(1, 'must hold at least one purpose'),
    bases: z.array(line).min(1, 'must hold at least one legal basis'),
    /** Variables the contributor may submit; null for every variable the standard lets into the pool. */
    dataCategories: variableList.nullable().default(null),
    countriesOfCollection: countryList.default([]),
    countriesOfStorage: countryList.default([]),
    transferTool: line.nullable().default(null),
    /** True where the contributor is not subject to national data law. */
    privilegesAndImmunities: z.boolean('must be true or false').default(false),
    /** Floors: a release that would go below them is refused. */
    outputs: z
      .strictObject({
        /** Smallest group a k-anonymised output may show. */
        smallestGroup: positiveInteger.nullable().default(null),
        /** Largest privacy budget of a cohort, as decimal text. */
        epsilon: decimal.nullable().default(null),
        delta: decimal.nullable().default(null),
        /** Whether an estimate may be published that is made from exact overlaps, outside the guarantee; no when absent. */
        exactOverlaps: z.boolean('must be true or false').optional(),
      })
      .default({ smallestGroup: null, epsilon: null, delta: null }),
    /** Days the contributor has to look at a release before it is published. */
    reviewDays: z.int('must be a number of days').min(0, 'must be 0 or more').default(0),
    attribution: z.enum(['named', 'unnamed'], 'must be named or unnamed'),
    heldBack: z
      .strictObject({ countries: countryList.default([]), variables: variableList.default([]) })
      .default({ countries: [], variables: [] }),
    /** Dominance rules the contributor wishes for, evaluated on noisy or declared values only; null for none. */
    dominance: z
      .strictObject({
        /** A table where one contributor holds more than this share is held back. */
        sharePercent: z.int('must be a whole percentage').min(1).max(100).nullable().default(null),
        /** A table with fewer contributors is held back. */
        contributors: positiveInteger.nullable().default(null),
      })
      .nullable()
      .default(null),
    /** Who judged that publishing does not harm a group, by office, and when; null where nobody has yet. */
    groupHarm: z.strictObject({ signedOn: day, office: line }).nullable().default(null),
    retentionMonths: positiveInteger,
    atEnd: z.enum(['aggregate', 'delete'], 'must be aggregate or delete').default('aggregate'),
    breach: z.strictObject({ contact: line, hours: positiveInteger }),
    impactAssessment: day.nullable().default(null),
    /** The contributor's declaration that help never depends on agreeing to share. */
    assistanceIndependent: z.literal(true, 'must be true: assistance must never depend on agreeing to share'),
    validFrom: day,
    /** Last day in force; null for no end. */
    validTo: day.nullable().default(null),
    /** When it was signed. Who signed is kept with the paper, not here. */
    signedOn: day,
  })
  .superRefine((agreement, context) => {
    if (agreement.validTo !== null && agreement.validTo < agreement.validFrom)
      context.addIssue({ code: 'custom', path: ['validTo'], message: 'lies before validFrom' });
    if (!agreement.parties.some(({ organisation }) => organisation === agreement.contributor))
      context.addIssue({ code: 'custom', path: ['parties'], message: 'must include the contributor' });
    if (agreement.attribution === 'named' && agreement.name === null)
      context.addIssue({ code: 'custom', path: ['name'], message: 'is needed where attribution is named' });
  });

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** A data-sharing agreement. */
export type Agreement = DeepReadonly<z.output<typeof schema>>;

/**
 * Reads an agreement file. Refusal `agreement` with file, line and field when it is not one.
 *
 * @param name how a refusal names the file
 */
export function parseAgreement(text: string, name: string): Agreement {
  return parseDeclared(text, name, 'agreement', schema);
}

/** An agreement from already parsed JSON, for journals; same checks, same refusal. */
export function readAgreement(value: unknown, name: string): Agreement {
  return parseAgreement(JSON.stringify(value), name);
}

/**
 * SHA-256 of the agreement's terms as hexadecimal text. Two files with the same terms have the same hash, however they
 * are laid out.
 */
export function agreementHash(agreement: Agreement): string {
  return bytesToHex(sha256(new TextEncoder().encode(canonicalJson(agreement as CanonicalValue))));
}

/** Whether an agreement is in force on a day (YYYY-MM-DD). */
export function agreementStateOn(agreement: Agreement, today: string): AgreementState {
  if (today < agreement.validFrom) return 'not-yet';
  return agreement.validTo !== null && today > agreement.validTo ? 'expired' : 'in-force';
}

/** The last day on which records uploaded on a day may be held as records. */
export function heldUntil(agreement: Agreement, uploaded: string): string {
  const byRetention = addMonths(uploaded, agreement.retentionMonths);
  return agreement.validTo !== null && agreement.validTo < byRetention ? agreement.validTo : byRetention;
}
