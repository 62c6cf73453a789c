// The shapes of a bundle's documents as they are read back. Strict: a member that the format does not have is refused.
import * as z from 'zod';
import type { Approvals, AuditStatement, Codebook, LedgerExtractEntry, Manifest, PrivacyStatement } from './types.ts';

const text = z.string();
const natural = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, YYYY-MM-DD');
const labels = z.record(text, text);
// On example data every document says so.
const note = text.optional();
const rational = z.strictObject({
  num: z.string().regex(/^\d+$/, 'must be a whole number'),
  den: z.string().regex(/^[1-9]\d*$/, 'must be a whole number above zero'),
});
const party = z.strictObject({ organisation: text.min(1), publicKey: text.min(1) });

/** A path of a file in a bundle: relative, forward slashes, no dots that climb. */
const bundlePath = z.string().regex(/^(data|docs)(\/[a-z0-9][a-z0-9._-]*)+$/, 'must be a path below data/ or docs/');

export const manifestSchema: z.ZodType<Manifest> = z.strictObject({
  format: z.literal('casebridge-bundle-1'),
  release: z.string().regex(/^[a-z2-7]{20}$/, 'must be 20 base32 characters'),
  sequence: z.int().positive(),
  previous: sha256.nullable(),
  title: text.min(1),
  created: day,
  example: z.boolean(),
  status: z.enum(['provisional', 'final', 'revised']),
  standard: text,
  policy: text,
  icu: text,
  languages: z.array(text).min(1),
  periods: z.array(text),
  grouping: text,
  setApart: z.strictObject({ variable: text, code: text, contributor: text, label: labels }).nullable(),
  ledgerHead: sha256,
  approvalPolicy: z.strictObject({
    approvals: natural,
    distinctOrganisations: z.boolean(),
    consents: z.array(party),
    approvers: z.array(party),
  }),
  licence: text,
  signer: party,
  files: z.array(z.strictObject({ path: bundlePath, bytes: natural, sha256, mediaType: text })),
});

export const approvalsSchema: z.ZodType<Approvals> = z.strictObject({
  manifest: sha256,
  signatures: z.array(
    z.strictObject({
      role: z.enum(['consent', 'approval']),
      organisation: text.min(1),
      publicKey: text,
      signature: text,
      date: day,
    }),
  ),
});

export const privacySchema: z.ZodType<PrivacyStatement> = z.strictObject({
  unit: z.enum(['record', 'person']),
  personBound: z.int().positive(),
  adjacency: z.literal('add-remove'),
  mechanism: text,
  cohorts: z.array(
    z.strictObject({
      cohort: text,
      rho: rational,
      epsilon: z.number().nonnegative(),
      delta: z.number().positive(),
      lifetimeReserve: rational,
      atCohortSize: z
        .strictObject({
          records: z.int().positive(),
          delta: z.number().positive(),
          epsilon: z.number().nonnegative(),
        })
        .optional(),
    }),
  ),
  mechanisms: z
    .array(
      z.strictObject({
        product: z.enum(['tables', 'synthetic', 'prevalence']),
        mechanism: text,
        cohorts: z.array(z.strictObject({ cohort: text, rho: rational })),
      }),
    )
    .optional(),
  persons: z.array(
    z.strictObject({
      contributors: z.int().positive(),
      epsilonSeparate: z.number().nonnegative(),
      epsilonWithin: z.number().nonnegative(),
      attackerAdvantage: z.number().min(0).max(1),
    }),
  ),
  notProtected: z.array(text),
  conditionalOnInternalCheck: z.boolean(),
  kanonymous: z
    .strictObject({
      guarantee: z.literal('ends-for-persons-in-file'),
      file: bundlePath,
      k: z.int().min(2),
      quasi: z.array(text).min(1),
    })
    .optional(),
  prevalence: z.strictObject({ guarantee: z.literal('does-not-cover-the-estimate'), file: bundlePath }).optional(),
  note,
});

export const auditSchema: z.ZodType<AuditStatement> = z.strictObject({
  format: z.literal('casebridge-audit-1'),
  gates: z
    .array(
      z.strictObject({
        name: text,
        value: z.number(),
        limit: z.number(),
        passed: z.literal(true),
        falseAlarm: z.number().min(0).max(1).nullable(),
        numbers: z.record(text, z.number()),
        read: z.array(
          z.discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('invented'), seed: text }),
            z.strictObject({ kind: z.literal('declared-public'), name: text }),
            z.strictObject({ kind: z.literal('last-release'), manifest: sha256 }),
          ]),
        ),
      }),
    )
    .min(1),
  note,
});

export const ledgerEntrySchema: z.ZodType<LedgerExtractEntry> = z.strictObject({
  id: text,
  cohort: text,
  mechanism: text,
  sets: natural,
  rho: rational,
  day,
  commitment: text,
  hash: sha256,
  note,
});

export const codebookSchema: z.ZodType<Codebook> = z.strictObject({
  standard: text,
  grouping: text,
  variables: z.array(
    z.strictObject({
      id: text,
      labels,
      definition: labels,
      derivedFrom: text.nullable(),
      codes: z.array(z.strictObject({ code: text, labels, missing: z.boolean() })),
    }),
  ),
  note,
});

const interval = z.tuple([z.number(), z.number()]);

/** What the checks of a bundle need of a figure; the figures package may add members. */
export const figuresSchema = z.array(
  z.looseObject({
    id: text.min(1),
    family: text,
    period: text,
    unit: text,
    value: z.number().nullable(),
    interval: interval.nullable(),
    base: z.number().nullable(),
    unknown: z.number().nullable(),
    example: z.boolean(),
    release: z.looseObject({ id: text, sequence: z.int().positive(), date: day, status: text }),
    source: z
      .looseObject({
        table: z.array(text),
        cohorts: z.array(text),
        numerator: z.record(text, z.union([text, z.array(text)])),
        base: z.record(text, z.union([text, z.array(text)])),
      })
      .nullable(),
    sentences: z.record(text, z.looseObject({ short: text, long: text })),
  }),
);

export const coverageSchema = z.strictObject({
  contributors: z.array(
    z.looseObject({
      id: text,
      name: text.nullable(),
      sourceKind: text,
      firstYear: z.int(),
      lastYear: z.int(),
      activeYears: z.array(z.int()),
      countries: z.record(text, z.array(text)),
      assisted: z.record(text, natural),
      asks: z.record(text, z.enum(['always', 'sometimes', 'never'])),
      note: text.nullable(),
    }),
  ),
  note,
});
