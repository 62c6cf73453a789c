export { newIdentity, recipientOf } from './age.ts';
export {
  type Agreement,
  type AgreementState,
  agreementHash,
  agreementStateOn,
  heldUntil,
  parseAgreement,
  readAgreement,
} from './agreement.ts';
export { type CanonicalValue, canonicalJson } from './canonical-json.ts';
export { compareWithPrevious, comparisonRules } from './comparison.ts';
export { type CoverageStatement, type DeclaredCoverage, parseCoverage } from './coverage.ts';
export { addMonths, isDay } from './day.ts';
export {
  type KeyFile,
  type NewKeys,
  newKeys,
  readAgeIdentity,
  readRecordKey,
  readSigningKey,
} from './key-text.ts';
export {
  agreementRefusal,
  openEncodings,
  openParcel,
  type Parcel,
  type ParcelContents,
  type SealOptions,
  sealParcel,
  standardRefusal,
} from './parcel.ts';
export {
  maximumSealedBytes,
  type ParcelHeader,
  parcelFormat,
  readParcelHeader,
  readSignedParcel,
  type SignedParcel,
} from './parcel-header.ts';
export { cellRule, checkedBlocks } from './pool-cells.ts';
export { checkPoolColumns, keyColumn, poolColumns, variableOfColumn } from './pool-columns.ts';
export { csvCell, writeRecordsCsv } from './record-csv.ts';
export {
  describeRecords,
  readRecords,
  recordFileFormat,
  type WriteRecordsOptions,
  writeRecords,
} from './record-file.ts';
export { recordKeyCheck } from './record-key-check.ts';
export { type SealedSubmission, type Submission, type SubmissionKeys, sealSubmission } from './seal-submission.ts';
export { isPublicKey, type SigningKey, signingKeyOf } from './signing.ts';
export { isReadableStandard } from './standard-version.ts';
