import { Refusal } from '@casebridge/refusal';
import type { IntakeSummary, MappedFile } from '@casebridge/standard';
import { recipientOf } from './age.ts';
import { parseCoverage } from './coverage.ts';
import { sealParcel } from './parcel.ts';
import { recordKeyCheck } from './record-key-check.ts';
import type { SigningKey } from './signing.ts';

/** A contributor's mapped file and what goes with it, as texts of its own files. */
export interface Submission {
  readonly file: Pick<MappedFile, 'blocks' | 'summary'>;
  readonly agreement: string;
  readonly coverage: string;
  readonly mapping: string;
  /** What the records were keyed with. */
  readonly recordKey: Uint8Array;
  /** The day without hyphens where absent, so that a later day's parcel follows an earlier one's. */
  readonly sequence?: number;
  readonly sizeChangeReason?: string;
  /** Encodings of the same records, under the same record keys, and the age recipient of the epoch. */
  readonly linkage?: { readonly encodings: string; readonly recipient: string };
}

/** Who seals, and to whom. */
export interface SubmissionKeys {
  readonly signingKey: SigningKey;
  /** The contributor's own age identity: it can open what it sent. */
  readonly identity: string;
  /** The steward's age recipient. */
  readonly steward: string;
}

/** A parcel, what was read for it, and the years whose declared total is the exact number of records. */
export interface SealedSubmission {
  readonly parcel: Uint8Array<ArrayBuffer>;
  readonly summary: IntakeSummary;
  readonly exactTotals: readonly string[];
}

/**
 * Seals a mapped file to the steward and to the contributor itself. Refusals of `sealParcel`, and `no-years` where no
 * record has a registration year. `exactTotals` lists years of which the coverage statement declares the very number of
 * records: it would be published beside the noise that is to hide that number.
 *
 * @param day today, YYYY-MM-DD
 * @param names how refusals name the coverage statement
 */
export async function sealSubmission(
  submission: Submission,
  { signingKey, identity, steward }: SubmissionKeys,
  day: string,
  names: { readonly coverage: string },
): Promise<SealedSubmission> {
  const { file, agreement, coverage, mapping, recordKey, sequence, sizeChangeReason, linkage } = submission;
  const own = await recipientOf(identity);
  const { firstYear, lastYear, assisted } = parseCoverage(coverage, names.coverage);
  const summary = file.summary.then(requireYears);
  // A refused file is heard of through its blocks; the summary's rejection is the same one.
  summary.catch(() => undefined);
  const parcel = await sealParcel(
    {
      records: file.blocks,
      summary,
      agreement,
      coverage,
      mapping,
      period: { from: `${firstYear}-01-01`, to: `${lastYear}-12-31` },
      recordKey: recordKeyCheck(recordKey),
      sequence: sequence ?? Number(day.replaceAll('-', '')),
      sizeChangeReason: sizeChangeReason ?? null,
      ...(linkage ? { linkage } : {}),
    },
    { recipients: [steward, own], signingKey, day },
  );
  const { counts } = await summary;
  const exactTotals = Object.keys(assisted).filter((year) => counts.registration_year?.[year] === assisted[year]);
  return { parcel, summary: await summary, exactTotals };
}

// A record without a year is counted in none; a file without any has the wrong mapping.
function requireYears(summary: IntakeSummary): IntakeSummary {
  if (!Object.keys(summary.counts.registration_year ?? {}).some((year) => /^\d{4}$/.test(year)))
    throw new Refusal('no-years', 'no record has a registration year: check the mapping');
  return summary;
}
