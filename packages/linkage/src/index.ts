/**
 * Linking people across organisations without their names. A contributor reads rows (`readPerson`), encodes them under the
 * coalition's secret (`blockEncoder`) and hands over record keys and encodings (`encodingLines`, or `blockToJson` inside a
 * parcel). The host reads them (`readEncodings`), compares and groups (`resolvePersons`), and keeps a random name per
 * person (`personPseudonyms`). Runs anywhere: random bytes, progress and signals are arguments.
 */
export {
  blockEncoder,
  type LinkageBlock,
  type LinkageProfiles,
  usualProfiles,
} from './encode/encode-records.ts';
export { type RowEncoder, type RowToEncode, rowEncoder } from './encode/encode-rows.ts';
export { type EncodingColumns, refuseColumns } from './encode/encoding-columns.ts';
export {
  type EncodedBirth,
  type FieldFilters,
  fieldFilterEncoder,
  type NameInsertions,
} from './encode/field-filters.ts';
export { dice, type Filter, filterBytes, filterFromBytes, popcount } from './encode/filter.ts';
export { type Hardening, harden } from './encode/hardening.ts';
export { keyCheck, type LinkageScope, leastSecretBytes } from './encode/keys.ts';
export { type LinkKeyFields, type LinkKeys, linkKeyEncoder, usualLinkKeyFields } from './encode/link-keys.ts';
export { type RecordFilterProfile, recordFilterEncoder, usualRecordFilter } from './encode/record-filter.ts';
export { type SelfTest, selfTest } from './encode/self-test.ts';
export { type BlockJson, blockFromJson, blockToJson } from './format/block-json.ts';
export {
  type EncodedRecord,
  type EncodingHeader,
  type Encodings,
  encodingFormat,
  encodingLines,
  organisationName,
  readEncodings,
  refuseMixed,
} from './format/encoding-file.ts';
export { profilesFromJson } from './format/profile-json.ts';
export { keyCellsOf, recordNameOf } from './format/record-key.ts';
export { clusterPairs, type ScoredPairs } from './host/clusters.ts';
export { compareFilters, type FilterPairs, type FilterPairsOptions, visitPairs } from './host/compare-filters.ts';
export { expectedPeople } from './host/expected-merges.ts';
export {
  type GroupedPersons,
  type GroupOptions,
  groupPersons,
  type LinkageThresholds,
  type ThreeWays,
} from './host/group-persons.ts';
export { recoveredShare } from './host/recovered-share.ts';
export { type Resolution, type ResolveOptions, resolvePersons } from './host/resolve.ts';
export { type SamplingPlan, sampledCandidates } from './host/sampled-candidates.ts';
export { type ScoreMethod, type ScoreOptions, type ScoreReport, usualRecall } from './host/score-pairs.ts';
export { usualThresholds } from './host/thresholds.ts';
export type { Birth, DateOrder } from './person/birth.ts';
export type { Identifiers } from './person/identifiers.ts';
export { normaliseName } from './person/normalise.ts';
export { type PersonField, personFields, type RawPerson, type ReadPerson, readPerson } from './person/read-person.ts';
export { type HistoryTable, historiesCsv, historiesOf } from './result/histories.ts';
export { type KnownPair, type KnownRecall, knownRecall } from './result/known-pairs.ts';
export { personPseudonyms } from './result/pseudonyms.ts';
export { inOrder, type RecordName } from './result/record-name.ts';
export { type Answer, answeredPairs, askedOfOneFile, type ReviewLine, reviewLines } from './result/review.ts';
export { type CurvePoint, matchCurve, type ScoreBin, scoreHistogram } from './result/score-curves.ts';
export { newSecretWords, secretBytes, secretFromWords } from './secret/secret-words.ts';
