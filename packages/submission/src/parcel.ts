// A parcel: a contributor's records and declarations, sealed to the steward and to the contributor itself, under a
// signed header. Byte for byte in docs/submission-format.md.
import { Refusal } from '@casebridge/refusal';
import { type IntakeSummary, type RecordBlock, standardVersion } from '@casebridge/standard';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { decryptWith, encryptTo } from './age.ts';
import { type Agreement, agreementHash, agreementStateOn, parseAgreement } from './agreement.ts';
import { type DeclaredCoverage, parseCoverage } from './coverage.ts';
import { packContents, unpackContents } from './parcel-contents.ts';
import { assembleParcel, maximumSealedBytes, type ParcelHeader, readSignedParcel } from './parcel-header.ts';
import { checkedBlocks } from './pool-cells.ts';
import { checkPoolColumns } from './pool-columns.ts';
import { describeRecords, readRecords, type WriteRecordsOptions, writeRecords } from './record-file.ts';
import type { SigningKey } from './signing.ts';
import { isReadableStandard } from './standard-version.ts';
import { readSummary, writeSummary } from './summary.ts';

/** What a contributor puts into a parcel. */
export interface ParcelContents {
  /** Mapped, stripped and keyed records. */
  readonly records: AsyncIterable<RecordBlock>;
  /** Read once the last block is out. */
  readonly summary: IntakeSummary | PromiseLike<IntakeSummary>;
  /** Texts of the agreement, coverage and mapping files. The mapping stays at home; its SHA-256 goes along. */
  readonly agreement: string;
  readonly coverage: string;
  readonly mapping: string;
  /** First and last day the contributor declares to have worked. It travels in the open: nothing worked out from records. */
  readonly period: { readonly from: string; readonly to: string };
  /** What tells the record key from another, from `recordKeyCheck`. */
  readonly recordKey?: string;
  /** One more than the last parcel's, or any higher number. */
  readonly sequence: number;
  /** Why the number of rows differs much from the last parcel's, in one line, if it does. */
  readonly sizeChangeReason?: string | null;
  /** Encodings of the same records for linkage, and the age recipient of the epoch, to whom alone they are sealed. */
  readonly linkage?: { readonly encodings: string; readonly recipient: string };
}

export interface SealOptions extends WriteRecordsOptions {
  /** age recipients: the steward's and the contributor's own. */
  readonly recipients: readonly string[];
  readonly signingKey: SigningKey;
  /** Today, YYYY-MM-DD. */
  readonly day: string;
}

/** An opened parcel. Every column and cell that comes out of `records` was checked against the standard. */
export interface Parcel {
  readonly header: ParcelHeader;
  /** SHA-256 of the whole parcel. */
  readonly id: string;
  readonly agreement: Agreement;
  readonly coverage: DeclaredCoverage;
  readonly summary: IntakeSummary;
  readonly sizeChangeReason: string | null;
  /** Encodings for linkage, still sealed to the key of their epoch: `openEncodings`. */
  readonly encodings: Uint8Array | null;
  readonly columns: readonly string[];
  readonly rows: number;
  /** The records; can be read more than once. */
  records(): AsyncIterable<RecordBlock>;
}

/**
 * Seals and signs a parcel. Refuses columns and cells that may not enter the pool (`column-not-allowed`,
 * `cell-not-allowed`), an agreement of somebody else, not in force or not covering a variable (exit 3), no records,
 * fewer than two recipients, and more than 64 MiB.
 */
export async function sealParcel(contents: ParcelContents, options: SealOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { signingKey, day } = options;
  const agreement = parseAgreement(contents.agreement, 'the agreement');
  const coverage = parseCoverage(contents.coverage, 'the coverage statement');
  checkDeclarations(agreement, coverage, signingKey.organisation);
  const state = agreementStateOn(agreement, day);
  if (state !== 'in-force') throw agreementRefusal(agreement, state, day);
  if (new Set(options.recipients).size < 2)
    throw new Refusal('recipients', "a parcel is sealed to two keys: give the steward's and the contributor's own");

  const records = await writeRecords(
    checkedBlocks(withAllowedColumns(contents.records, agreement), signingKey.organisation),
    options,
  );
  const { rows } = await describeRecords(records);
  if (rows === 0) throw new Refusal('no-records', 'there are no records to submit: check the mapping and its findings');
  const text = new TextEncoder();
  const packed = packContents({
    parts: {
      'records.parquet': records,
      'summary.json': text.encode(writeSummary(await contents.summary)),
      'coverage.yaml': text.encode(contents.coverage),
      'agreement.yaml': text.encode(contents.agreement),
    },
    linkage: contents.linkage
      ? await encryptTo(text.encode(contents.linkage.encodings), [contents.linkage.recipient])
      : null,
    sizeChangeReason: contents.sizeChangeReason ?? null,
  });
  const sealed = await encryptTo(packed, options.recipients);
  if (sealed.length > maximumSealedBytes)
    throw new Refusal('parcel-too-large', 'the parcel would exceed 64 MiB: submit the years in several parcels');
  return assembleParcel(
    {
      contributor: signingKey.organisation,
      publicKey: signingKey.publicKey,
      sequence: contents.sequence,
      day,
      period: contents.period,
      agreement: { id: agreement.id, sha256: agreementHash(agreement) },
      mapping: bytesToHex(sha256(text.encode(contents.mapping))),
      ...(contents.recordKey === undefined ? {} : { recordKey: contents.recordKey }),
      standard: standardVersion,
      sealed: { bytes: sealed.length, sha256: bytesToHex(sha256(sealed)), padded: packed.length },
    },
    sealed,
    signingKey,
  );
}

/**
 * Opens a parcel: signature, hashes, contents, columns, and that header and contents say the same. Cells are checked as
 * records are read. Refusals of `readSignedParcel`, `not-a-recipient`, `sealed-damaged`, `parcel-contents`,
 * `standard-version` and those of the checks.
 *
 * @param options.identity the steward's or the contributor's age identity
 * @param options.publicKey the key registered for the contributor, where one is
 */
export async function openParcel(
  bytes: Uint8Array,
  options: { readonly identity: string; readonly publicKey?: string },
): Promise<Parcel> {
  const { header, id, sealed } = readSignedParcel(bytes, options);
  if (!isReadableStandard(header.standard)) throw standardRefusal(header.standard);
  const packed = await decryptWith(sealed, options.identity);
  if (packed.length !== header.sealed.padded) throw differs('the padded size');
  const { parts, linkage, sizeChangeReason } = unpackContents(packed);
  const agreement = parseAgreement(textOf(parts['agreement.yaml']), "the parcel's agreement");
  const coverage = parseCoverage(textOf(parts['coverage.yaml']), "the parcel's coverage statement");
  checkDeclarations(agreement, coverage, header.contributor);
  if (agreement.id !== header.agreement.id || agreementHash(agreement) !== header.agreement.sha256)
    throw differs('the agreement');
  const { columns, rows, standard } = await describeRecords(parts['records.parquet']);
  if (standard !== header.standard) throw differs("the standard's version");
  checkPoolColumns(columns, agreement);
  return {
    header,
    id,
    agreement,
    coverage,
    summary: readSummary(textOf(parts['summary.json'])),
    sizeChangeReason,
    encodings: linkage,
    columns,
    rows,
    records: () => checkedBlocks(readRecords(parts['records.parquet']), header.contributor),
  };
}

/**
 * Opens a parcel's encodings. Once the identity of the epoch is destroyed nobody can, whatever copies of the parcel there are.
 * Refusals `age-identity`, `not-a-recipient`, `sealed-damaged`.
 */
export async function openEncodings(sealed: Uint8Array, identity: string): Promise<string> {
  return textOf(await decryptWith(sealed, identity));
}

/** The refusal of a parcel whose agreement does not let records in on a day. */
export function agreementRefusal(agreement: Agreement, state: 'not-yet' | 'expired', day: string): Refusal {
  const when = state === 'expired' ? `ended on ${agreement.validTo}` : `begins on ${agreement.validFrom}`;
  return new Refusal(
    'agreement-not-in-force',
    `agreement ${agreement.id} of ${agreement.contributor} ${when}, and this is ${day}: renew it first`,
    { exit: 3 },
  );
}

/** The refusal of records that follow a standard this version cannot read. */
export function standardRefusal(version: string): Refusal {
  return new Refusal(
    'standard-version',
    `the parcel follows version ${version} of the standard and this reads ${standardVersion}: update, or map again`,
  );
}

async function* withAllowedColumns(
  blocks: AsyncIterable<RecordBlock>,
  agreement: Agreement,
): AsyncIterable<RecordBlock> {
  let isFirst = true;
  for await (const block of blocks) {
    if (isFirst)
      checkPoolColumns(
        block.columns.map(({ id }) => id),
        agreement,
      );
    isFirst = false;
    yield block;
  }
}

function checkDeclarations(agreement: Agreement, coverage: DeclaredCoverage, contributor: string): void {
  if (agreement.contributor !== contributor)
    throw new Refusal(
      'agreement-contributor',
      `agreement ${agreement.id} is with ${agreement.contributor}, not with ${contributor}: give the right agreement`,
      { exit: 3 },
    );
  if (agreement.attribution === 'unnamed' && coverage.name !== null)
    throw new Refusal(
      'coverage-named',
      `agreement ${agreement.id} keeps ${contributor} unnamed, but its coverage statement has a name: take it out`,
      { exit: 3 },
    );
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Refusal('parcel-contents', "the parcel's contents are not as described: a text is not UTF-8", { cause });
  }
}

function differs(what: string): Refusal {
  return new Refusal('parcel-contents', `the parcel's header and contents disagree about ${what}: ask for it again`);
}
