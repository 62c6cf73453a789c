import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { blockEncoder, type LinkageProfiles } from './encode/encode-records.ts';
import { emptyFilter, type Filter, filterBytes, insertTokens, popcount } from './encode/filter.ts';
import type { Hardening } from './encode/hardening.ts';
import { blakePositions, rememberingHash } from './encode/insertions.ts';
import { keyBytes, splitKeys } from './encode/keys.ts';
import { recordFilterEncoder, usualRecordFilter } from './encode/record-filter.ts';
import { bigrams, positionalUnigrams } from './encode/tokens.ts';
import { clusterPairs, type ScoredPairs } from './host/clusters.ts';
import { compareFilters } from './host/compare-filters.ts';
import { linkKeyPairs } from './host/link-key-pairs.ts';
import { type Resolution, resolvePersons } from './host/resolve.ts';
import { usualThresholds } from './host/thresholds.ts';
import { readPerson } from './person/read-person.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = join(process.env.CASEBRIDGE_SHARED ?? join(root, '..', 'shared'), 'data');
const present = existsSync(join(folder, 'linkage-febrl'));
if (!present) process.stdout.write('linkage reference tables skipped: ../shared/data/linkage-* are absent\n');

function rowsOf(path: string): Record<string, string>[] {
  const text = gunzipSync(readFileSync(join(folder, path))).toString('utf8');
  const [header = '', ...lines] = text.trim().split('\n');
  const columns = header.split(',').map((name) => name.trim());
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, at) => [columns[at] as string, cell.trim()])),
  );
}

const febrl = [
  'rec_id',
  'given_name',
  'surname',
  'street_number',
  'address_1',
  'address_2',
  'suburb',
  'postcode',
  'state',
  'date_of_birth',
  'soc_sec_id',
];
const positional = ['street_number', 'postcode', 'date_of_birth'];

/** The public clkhash tutorial's encoding of a febrl row. */
function tutorialEncoder(insertionsOf: (column: string) => number): (row: Record<string, string>) => Filter {
  const bytes = hkdf(sha256, new TextEncoder().encode('secret'), undefined, undefined, febrl.length * 2 * keyBytes);
  const keys = splitKeys(bytes);
  const hash = rememberingHash(blakePositions);
  return (row) => {
    const filter = emptyFilter(1024);
    for (const [at, column] of febrl.entries()) {
      if (column === 'rec_id' || column === 'soc_sec_id') continue;
      const value = row[column] ?? '';
      const tokens = positional.includes(column) ? positionalUnigrams(value) : bigrams(value);
      insertTokens(filter, tokens, insertionsOf(column), keys[2 * at] as Uint8Array, hash);
    }
    return filter;
  };
}

const strong = ['given_name', 'surname', 'date_of_birth'];
const person = (id: string) => id.split('-')[1] as string;

describe.skipIf(!present)('T1: conformance with clkhash', () => {
  const a = present ? rowsOf('linkage-febrl/dataset4a.csv.gz') : [];
  const b = present ? rowsOf('linkage-febrl/dataset4b.csv.gz') : [];
  const strongEncoder = tutorialEncoder((column) => (strong.includes(column) ? 200 : 100));

  it('derives the keys and positions that the vectors name', () => {
    const stored = JSON.parse(readFileSync(join(folder, 'linkage-febrl/encoder_vectors.json'), 'utf8'));
    const bytes = hkdf(sha256, new TextEncoder().encode('secret'), undefined, undefined, febrl.length * 2 * keyBytes);
    const keys = splitKeys(bytes);
    const hex = (at: number) => Buffer.from(keys[at] as Uint8Array).toString('hex');
    expect([hex(0), hex(2), hex(3)]).toEqual([
      stored.first_feature_key0_hex,
      stored.second_feature_key0_hex,
      stored.second_feature_key1_hex,
    ]);
    for (const { token, k, l, positions } of stored.blake_token_positions) {
      expect(blakePositions(keys[2] as Uint8Array, token, k, l)).toEqual(positions);
    }
    expect(stored.blake_token_positions.length).toBeGreaterThan(1);
  });

  it('gives the stored vectors byte for byte', () => {
    const vectors = rowsOf('linkage-febrl/encoder_vectors.csv.gz');
    for (const [at, { rec_id, popcount: weight, clk_base64 }] of vectors.entries()) {
      const filter = strongEncoder(a[at] as Record<string, string>);
      expect(a[at]?.rec_id).toBe(rec_id);
      expect(popcount(filter)).toBe(Number(weight));
      expect(Buffer.from(filterBytes(filter)).toString('base64')).toBe(clk_base64);
    }
    expect(vectors).toHaveLength(200);
  });

  it('finds the matches that the tutorial prints, among filters of the weight that it prints', () => {
    const encode = strongEncoder;
    const filters = [...a, ...b].map((row) => encode(row));
    const groupOf = filters.map((_, at) => (at < a.length ? 0 : 1));
    const ids = [...a, ...b].map(({ rec_id }) => rec_id as string);
    expect(weightOf(filters.slice(0, a.length))).toEqual([695.7, 22.7]);
    expect(weightOf(filters.slice(a.length))).toEqual([686.7, 30.4]);
    const all = compareFilters(filters, { threshold: 0.75, groupOf, mostPerRecord: filters.length });
    for (const [threshold, above, matches] of [
      [0.95, 2553, 2553],
      [0.9, 4049, 4049],
      [0.85, 4665, 4665],
      [0.8, 5248, 4962],
      [0.75, 302_729, 4995],
    ] as const) {
      const pairs = atLeast(all, threshold);
      expect(pairs.score.length).toBe(above);
      const matched = oneToOne(pairs);
      expect(matched.length, String(threshold)).toBe(matches);
      expect(matched.filter(([x, y]) => person(ids[x] as string) !== person(ids[y] as string))).toEqual([]);
    }
  }, 240_000);

  it('gives filters of 300 insertions a field the weight that the tutorial prints', () => {
    const encode = tutorialEncoder(() => 300);
    expect(weightOf(a.map(encode))).toEqual([943.5, 14.4]);
  });
});

/** Mean and spread of set bits, to one digit. */
function weightOf(filters: readonly Filter[]): [number, number] {
  const weights = filters.map(popcount);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const spread = Math.sqrt(weights.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / weights.length);
  return [Math.round(mean * 10) / 10, Math.round(spread * 10) / 10];
}

function atLeast({ first, second, score }: ScoredPairs, threshold: number): ScoredPairs {
  const kept = [...score.keys()].filter((at) => (score[at] as number) >= threshold);
  const of = (values: Uint32Array) => Uint32Array.from(kept, (at) => values[at] as number);
  return { first: of(first), second: of(second), score: Float64Array.from(kept, (at) => score[at] as number) };
}

function oneToOne(pairs: ScoredPairs): [number, number][] {
  const order = [...pairs.score.keys()].sort((x, y) => (pairs.score[y] as number) - (pairs.score[x] as number));
  const taken = new Set<number>();
  const matched: [number, number][] = [];
  for (const at of order) {
    const [x, y] = [pairs.first[at] as number, pairs.second[at] as number];
    if (taken.has(x) || taken.has(y)) continue;
    taken.add(x).add(y);
    matched.push([x, y]);
  }
  return matched;
}

const secret = new TextEncoder().encode('sixteen bytes or more');
const scope = { project: 'test', epoch: '1' };

interface Known {
  readonly organisations: readonly string[];
  readonly people: readonly ReturnType<typeof readPerson>['person'][];
  readonly truth: readonly string[];
}

function multiparty(): Known {
  const rows = [1, 2, 3, 4, 5].flatMap((at) =>
    rowsOf(`linkage-multiparty/dataset-${at}.csv.gz`).map((row) => ({ ...row, organisation: String(at) })),
  );
  return known(rows, 'id', (row) => ({
    given_name: row.givenname ?? '',
    family_name: row.surname ?? '',
    birth: row.dob ?? '',
    sex: row.gender ?? '',
  }));
}

function synthetic(): Known {
  return known(rowsOf('linkage-synthetic/records.csv.gz'), 'person_id', (row) => ({
    given_name: row.given_name ?? '',
    family_name: row.family_name ?? '',
    birth: row.date_of_birth ?? '',
    sex: row.sex ?? '',
    nationality: row.nationality ?? '',
  }));
}

function known(
  rows: readonly Record<string, string>[],
  truth: string,
  raw: (row: Record<string, string>) => Parameters<typeof readPerson>[0],
): Known {
  return {
    organisations: rows.map(({ organisation }) => organisation as string),
    truth: rows.map((row) => row[truth] as string),
    people: rows.map((row, at) => readPerson(raw(row), { order: 'dmy', place: `row ${at + 2}` }).person),
  };
}

function scoreOf(groups: ArrayLike<number>, truth: readonly string[]) {
  const pairs = (sizes: Iterable<number>) => [...sizes].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const tally = (keys: Iterable<string>) => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const found = tally(Array.from(groups, String));
  const real = tally(truth);
  const shared = tally(truth.map((id, at) => `${id} ${groups[at]}`));
  const precision = pairs(shared.values()) / Math.max(1, pairs(found.values()));
  const recall = pairs(shared.values()) / pairs(real.values());
  const exact = [...shared].filter(([key, size]) => {
    const [id = '', group = ''] = key.split(' ');
    return real.get(id) === size && found.get(group) === size;
  });
  const f1 = (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, error: found.size / real.size - 1, exactPeople: exact.length / real.size };
}

function resolved({ people, organisations }: Known, profiles: LinkageProfiles, options: object): Resolution {
  const encode = blockEncoder(secret, scope, profiles);
  const names = [...new Set(organisations)];
  const files = names.map((organisation) => ({
    header: { organisation, ...scope, keyCheck: '00000000', profiles },
    records: people.flatMap((one, at) =>
      organisations[at] === organisation ? [{ record: String(at), block: encode(one) }] : [],
    ),
  }));
  const thresholds = usualThresholds('fieldFilters', profiles);
  if (!thresholds) throw new Error('chances have thresholds for any data');
  return resolvePersons(files, { method: 'fieldFilters', names, thresholds, ...options });
}

const truthOf = ({ records }: Resolution, { truth }: Known) =>
  records.map(({ record }) => truth[Number(record)] as string);
const onlyFields: LinkageProfiles = { linkKeys: false, recordFilter: null, fieldFilters: true };
const people = (truth: readonly string[]) => new Set(truth).size;

describe.skipIf(!present)('T3: six organisations of the synthetic set', () => {
  const set = present ? synthetic() : { people: [], truth: [], organisations: [] };
  const filtersBy = (sharedNameKey: boolean, hardening: readonly Hardening[]) =>
    set.people.map(recordFilterEncoder(secret, scope, { ...usualRecordFilter, sharedNameKey, hardening }));

  // The reference implementation's F1 and error of the count; ours reads sound and bits of its own, so within 0.03.
  it.each([
    ['plain', false, [], 0.9, 0.771, 0.115],
    ['plain', false, [], 0.85, 0.835, 0.026],
    ['one key for both names', true, [], 0.85, 0.858, 0.016],
    ['folded', false, [{ kind: 'fold' }], 0.8, 0.836, 0.068],
    ['flipped', false, [{ kind: 'flip', probability: 0.05 }], 0.75, 0.776, -0.021],
  ] as const)('record filters, %s, at the table (%s, %j, %d)', (_, sharedKey, hardening, threshold, f1, error) => {
    const pairs = compareFilters(filtersBy(sharedKey, hardening), { threshold });
    const score = scoreOf(clusterPairs(set.truth.length, pairs), set.truth);
    expect(Math.abs(score.f1 - f1)).toBeLessThan(0.03);
    expect(Math.abs(score.error - error)).toBeLessThan(0.03);
    if (sharedKey) expect(score.f1).toBeGreaterThanOrEqual(0.85);
  });

  it.each([
    [[0], 0.508, 0.224],
    [[0, 1], 0.618, 0.185],
    [[0, 1, 2, 3, 4], 0.831, 0.087],
  ] as const)('link keys %j at the table', (using, f1, error) => {
    const encode = blockEncoder(secret, scope, { linkKeys: true, recordFilter: null, fieldFilters: false });
    const { first, second } = linkKeyPairs(
      set.people.map((one) => encode(one).linkKeys ?? []),
      using,
    );
    const score = new Float64Array(first.length).fill(1);
    const found = scoreOf(clusterPairs(set.truth.length, { first, second, score }), set.truth);
    expect(Math.abs(found.f1 - f1)).toBeLessThan(0.03);
    expect(Math.abs(found.error - error)).toBeLessThan(0.02);
    if (using.length === 5) expect(found.f1).toBeGreaterThanOrEqual(0.82);
  });

  it('field filters: F1 of 0.90 or more, and the expected count within 3 %, also when the assumed recall is off by a sixth', () => {
    for (const recall of [0.39, 0.45]) {
      const found = resolved(set, onlyFields, { recall });
      const score = scoreOf(found.persons.expected, truthOf(found, set));
      if (recall === 0.45) expect(score.f1).toBeGreaterThanOrEqual(0.93);
      expect(score.exactPeople).toBeGreaterThan(0.9);
      expect(Math.abs(found.people.expected / people(set.truth) - 1)).toBeLessThan(0.03);
      expect(found.people.cautious).toBeGreaterThan(people(set.truth));
      expect(found.people.generous).toBeLessThan(people(set.truth));
    }
  });
});

describe.skipIf(!present)('T2: five organisations, heavy noise', () => {
  const set = present ? multiparty() : { people: [], truth: [], organisations: [] };

  // Five secrets are compared in bench/linkage.
  it('record filters of names, birth and sex: F1 of 0.77 or more at 0.73', () => {
    const pairs = compareFilters(set.people.map(recordFilterEncoder(secret, scope)), { threshold: 0.73 });
    const { f1, error } = scoreOf(clusterPairs(set.truth.length, pairs), set.truth);
    expect(f1).toBeGreaterThanOrEqual(0.77);
    expect(Math.abs(error)).toBeLessThan(0.03);
  }, 300_000);

  it('link keys find next to nothing', () => {
    const encode = blockEncoder(secret, scope, { linkKeys: true, recordFilter: null, fieldFilters: false });
    const keys = set.people.map((one) => encode(one).linkKeys ?? []);
    const found = [[0], [0, 1, 2, 3]].map((using) => {
      const { first, second } = linkKeyPairs(keys, using);
      const score = new Float64Array(first.length).fill(1);
      return scoreOf(clusterPairs(set.truth.length, { first, second, score }), set.truth);
    });
    expect(found[0]?.f1).toBeCloseTo(0.008, 2);
    expect(found[0]?.error).toBeCloseTo(0.62, 1);
    // Our phonetic key joins fewer than the reference's, whose F1 is 0.252: it was made for other scripts than these names.
    expect(found[1]?.f1).toBeGreaterThan(0.15);
    expect(found[1]?.f1).toBeLessThan(0.3);
    expect(found[1]?.precision).toBeGreaterThan(0.99);
  }, 120_000);

  it('field filters: the expected count within 3 % where the recall of the sure rule is known', () => {
    const found = resolved(set, onlyFields, { recall: 0.054 });
    expect(Math.abs(found.people.expected / people(set.truth) - 1)).toBeLessThan(0.03);
    expect(found.people.cautious).toBeGreaterThan(people(set.truth));
    expect(found.people.generous).toBeLessThan(people(set.truth));
  }, 300_000);
});
