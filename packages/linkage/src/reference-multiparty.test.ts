// T2: five organisations, 16,228 records, heavy noise, nobody twice in one file. The table's filters read cells as they are written:
// names in lower case with whatever signs crept in, dates year first with their hyphens, the first letter of the sex; under two keys
// for the two names. It asks for no pairs of one file and gives nobody two records of one. So read, each number of its rows comes
// out, pairs found included. One pass over all pairs finds those that are at all alike; every other secret and every hardening is
// then measured on these.
import { beforeAll, describe, expect, it } from 'vitest';
import { blockEncoder, type LinkageProfiles } from './encode/encode-records.ts';
import { dice, emptyFilter, type Filter, insertTokens } from './encode/filter.ts';
import type { Hardening } from './encode/hardening.ts';
import { rememberingHash } from './encode/insertions.ts';
import { deriveKeys } from './encode/keys.ts';
import { linkKeyEncoder, usualLinkKeyFields } from './encode/link-keys.ts';
import { type RecordFilterProfile, recordFilterEncoder, usualRecordFilter } from './encode/record-filter.ts';
import { bigrams, positionalBigrams, positionalUnigrams } from './encode/tokens.ts';
import {
  fiveSecrets,
  hasSet,
  median,
  multiparty,
  multipartyRows,
  noSet,
  pairsOf,
  type Row,
  scope,
  scoreOf,
  secretOf,
} from './fixture-reference.ts';
import { clusterPairs } from './host/clusters.ts';
import { visitPairs } from './host/compare-filters.ts';
import { linkKeyPairs } from './host/link-key-pairs.ts';
import { resolvePersons } from './host/resolve.ts';
import type { Identifiers } from './person/identifiers.ts';
import { soundex } from './person/soundex.ts';

const present = hasSet('linkage-multiparty');
const asInTheTable: RecordFilterProfile = { ...usualRecordFilter, sharedNameKey: false, birthAsWritten: true };
/** Pairs less alike than this under one secret reach no threshold below under another. */
const leastLikeness = 0.655;

const yearFirst = (date: string) => {
  const [day = '', month, year] = date.split('-');
  return year === undefined ? date : `${year}-${month}-${day}`;
};
const letter = ({ gender = '' }: Row) => gender.slice(0, 1).toLowerCase();

/** A row as the table's filters read it. */
const asWritten = (row: Row): Identifiers => ({
  given: (row['givenname'] ?? '').toLowerCase(),
  family: (row['surname'] ?? '').toLowerCase(),
  birth: null,
  brokenBirth: yearFirst(row['dob'] ?? ''),
  sex: letter(row),
  nationality: '',
});

/** anonlink's tutorial schema with the native hash: 15 insertions a token, 7 for the signs of incomes and telephone numbers. */
function tutorialEncoder(secret: Uint8Array): (row: Row) => Filter {
  const keys = deriveKeys(secret, scope, 'tutorial', 7);
  const hash = rememberingHash();
  return (row) => {
    const { given, family, brokenBirth = '', sex } = asWritten(row);
    const filter = emptyFilter(1024);
    const insert = (tokens: readonly string[], each: number, key: number) =>
      insertTokens(filter, tokens, each * tokens.length, keys[key] as Uint8Array, hash);
    insert(bigrams(given), 15, 0);
    insert(bigrams(family), 15, 1);
    insert(brokenBirth === '' ? [] : positionalBigrams(` ${brokenBirth} `), 15, 2);
    insert(positionalUnigrams(sex), 15, 3);
    insert(bigrams((row['city'] ?? '').toLowerCase()), 15, 4);
    insert(positionalUnigrams(row['income'] ?? ''), 7, 5);
    insert(positionalUnigrams(row['phone number'] ?? ''), 7, 6);
    return filter;
  };
}

describe.skipIf(!present)('T2: five organisations, heavy noise', () => {
  const set = present ? multiparty() : noSet;
  const { people, truth, organisations } = set;
  const rows = present ? multipartyRows() : [];
  const written = rows.map(asWritten);
  const groupOf = organisations.map(Number);
  let near: [number, number, number][] = [];

  beforeAll(() => {
    near = [];
    const filters = written.map(recordFilterEncoder(secretOf(0), scope, asInTheTable));
    visitPairs(filters, { threshold: leastLikeness, groupOf }, (a, b, likeness) => near.push([a, b, likeness]));
  }, 300_000);

  const scored = (pairs: readonly [number, number, number][], apart: boolean) => ({
    pairs: pairs.length,
    ...scoreOf(clusterPairs(truth.length, pairsOf(pairs), apart ? organisations : undefined), truth),
  });
  const filtered = (
    secret: Uint8Array,
    profile: RecordFilterProfile,
    threshold: number,
    options: { readonly from?: number; readonly apart?: boolean; readonly of?: readonly Identifiers[] } = {},
  ) => {
    const { from = leastLikeness, apart = true, of = written } = options;
    const encode = recordFilterEncoder(secret, scope, profile);
    const filters = new Map<number, Filter>();
    const filterOf = (record: number) => {
      const known = filters.get(record) ?? encode(of[record] as Identifiers);
      filters.set(record, known);
      return known;
    };
    const pairs = near
      .filter(([, , likeness]) => likeness >= from)
      .map(([a, b]): [number, number, number] => [a, b, dice(filterOf(a), filterOf(b))])
      .filter(([, , likeness]) => likeness >= threshold);
    return scored(pairs, apart);
  };
  type Score = ReturnType<typeof filtered>;
  /** Holds medians to a row of the table: pairs found (a share), precision and recall, the error of the number of people, F1. */
  const atTheTable = (scores: readonly Score[], row: readonly number[], within: readonly number[]) => {
    const [pairs = 0, precision = 0, recall = 0, error = 0] = row;
    const [share = 0, off = 0, people = 0, f1 = 0.01] = within;
    const middle = (value: keyof Score) => median(scores.map((score) => score[value]));
    expect(Math.abs(middle('pairs') / pairs - 1)).toBeLessThan(share);
    expect(Math.abs(middle('precision') - precision)).toBeLessThan(off);
    expect(Math.abs(middle('recall') - recall)).toBeLessThan(off);
    expect(Math.abs(middle('f1') - (2 * precision * recall) / (precision + recall))).toBeLessThan(f1);
    expect(Math.abs(middle('error') - error)).toBeLessThan(people);
  };

  it('record filters of all seven fields, by the tutorial that the data come from, at the table', () => {
    const pairs: [number, number, number][] = [];
    const filters = rows.map(tutorialEncoder(secretOf(1)));
    visitPairs(filters, { threshold: 0.75, groupOf }, (a, b, likeness) => pairs.push([a, b, likeness]));
    atTheTable([scored(pairs, true)], [13_845, 0.8969, 0.8215, -0.0362], [0.05, 0.015, 0.015, 0.015]);
  }, 240_000);

  it('record filters of names, birth and sex, at the table under five secrets', () => {
    const scores = fiveSecrets.map((secret) => filtered(secret, asInTheTable, 0.75, { from: 0.69 }));
    for (const { f1 } of scores) expect(Math.abs(f1 - 0.7704)).toBeLessThan(0.01);
    atTheTable(scores, [12_015, 0.8841, 0.6827, 0.0353], [0.03, 0.01, 0.01]);
  }, 240_000);

  it('the usual profile at 0.73, with one record per organisation: F1 of 0.77 or more, within 0.01 under five secrets', () => {
    const from = 0.68;
    const scores = fiveSecrets.map((secret) => filtered(secret, usualRecordFilter, 0.73, { from, of: people }).f1);
    const middle = median(scores);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.77);
    for (const f1 of scores) expect(Math.abs(f1 - middle)).toBeLessThan(0.01);
    // Files are known to hold nobody twice: saying so takes away false matches.
    expect(scores[0]).toBeGreaterThan(
      filtered(fiveSecrets[0] as Uint8Array, usualRecordFilter, 0.73, { from, of: people, apart: false }).f1,
    );
  }, 240_000);

  const flip = (probability: number): Hardening => ({ kind: 'flip', probability });
  // How many strangers folding brings together differs from secret to secret: 14,486 to 17,517 pairs in eight draws.
  it.each<[string, Hardening, number, readonly number[], number, readonly number[], number]>([
    ['folded', { kind: 'fold' }, 0.65, [14_460, 0.8348, 0.7109, -0.0292], leastLikeness, [0.2, 0.035, 0.04], 3],
    ['2 % flipped', flip(0.02), 0.7, [20_063, 0.7805, 0.7641, -0.1216], 0.68, [0.05, 0.01, 0.01], 1],
    ['5 % flipped', flip(0.05), 0.7, [10_713, 0.891, 0.6287, 0.0743], 0.72, [0.05, 0.02, 0.02, 0.015], 1],
    ['10 % flipped', flip(0.1), 0.65, [10_829, 0.8701, 0.609, 0.0706], 0.7, [0.05, 0.02, 0.02, 0.015], 1],
    ['balanced', { kind: 'balance' }, 0.75, [33_275, 0.7245, 0.8501, -0.2514], leastLikeness, [0.1, 0.015, 0.02], 1],
  ])(
    'record filters, %s, at the table',
    (_, step, threshold, row, from, within, draws) => {
      const profile = { ...asInTheTable, hardening: [step] };
      const scores = fiveSecrets.slice(0, draws).map((secret) => filtered(secret, profile, threshold, { from }));
      atTheTable(scores, row, within);
    },
    240_000,
  );

  it('link keys find next to nothing, at the table', () => {
    // The table's second key is Soundex without the sex, and takes 1 January for a date.
    const table = { sound: soundex, placeholders: true, sexWithSound: false };
    const found = (fields: typeof table, using: readonly number[]) => {
      const { first, second } = linkKeyPairs(people.map(linkKeyEncoder(secretOf(1), scope, fields)), using);
      const score = new Float64Array(first.length).fill(1);
      return scoreOf(clusterPairs(truth.length, { first, second, score }), truth);
    };
    const exact = found(table, [0]);
    expect(Math.abs(exact.f1 - 0.008)).toBeLessThan(0.001);
    expect(Math.abs(exact.error - 0.62)).toBeLessThan(0.005);
    const four = found(table, [0, 1, 2, 3]);
    expect(Math.abs(four.f1 - 0.252)).toBeLessThan(0.01);
    expect(Math.abs(four.error - 0.47)).toBeLessThan(0.01);
    expect(Math.abs(four.precision - 0.997)).toBeLessThan(0.002);
    // The usual keys ask for the sex too, and their sounds are made for other scripts than these names.
    const usual = found(usualLinkKeyFields, [0, 1, 2, 3]);
    expect(usual.f1).toBeGreaterThan(0.19);
    expect(usual.precision).toBeGreaterThan(0.99);
  }, 240_000);

  it('field filters: the expected count within 3 % where the recall of the sure rule is known', () => {
    const profiles: LinkageProfiles = { linkKeys: false, recordFilter: null, fieldFilters: true };
    const encode = blockEncoder(new TextEncoder().encode('sixteen bytes or more'), scope, profiles);
    const names = [...new Set(organisations)];
    const files = names.map((organisation) => ({
      header: { organisation, ...scope, keyCheck: '00000000', profiles },
      records: people.flatMap((one, at) =>
        organisations[at] === organisation ? [{ record: String(at), block: encode(one) }] : [],
      ),
    }));
    const thresholds = { cautious: 0.9, expected: 0.5, generous: 0.2 };
    const found = resolvePersons(files, { method: 'fieldFilters', names, thresholds, recall: 0.054 });
    const seen = new Set(truth).size;
    expect(Math.abs(found.people.expected / seen - 1)).toBeLessThan(0.03);
    expect(found.people.cautious).toBeGreaterThan(seen);
    expect(found.people.generous).toBeLessThan(seen);
  }, 300_000);
});
