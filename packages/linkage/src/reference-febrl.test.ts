// T1: filters of the public clkhash tutorial bit for bit, and its matches, on two files of 5,000 invented people each. Every
// record has exactly one partner, so that matching one to one cannot fail: good for bits, worthless for false matches.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter, filterBytes, insertTokens, popcount } from './encode/filter.ts';
import { blakePositions, rememberingHash } from './encode/insertions.ts';
import { keyBytes, splitKeys } from './encode/keys.ts';
import { bigrams, positionalUnigrams } from './encode/tokens.ts';
import { atLeast, hasSet, pairsOf, type Row, referenceFolder, rowsOf } from './fixture-reference.ts';
import type { ScoredPairs } from './host/clusters.ts';
import { compareFilters, visitPairs } from './host/compare-filters.ts';
import { sampledCandidates } from './host/sampled-candidates.ts';

const present = hasSet('linkage-febrl');

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
function tutorialEncoder(insertionsOf: (column: string) => number): (row: Row) => Filter {
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
    const stored = JSON.parse(readFileSync(join(referenceFolder, 'linkage-febrl/encoder_vectors.json'), 'utf8'));
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
      const filter = strongEncoder(a[at] as Row);
      expect(a[at]?.rec_id).toBe(rec_id);
      expect(popcount(filter)).toBe(Number(weight));
      expect(Buffer.from(filterBytes(filter)).toString('base64')).toBe(clk_base64);
    }
    expect(vectors).toHaveLength(200);
  });

  describe('at falling thresholds', () => {
    const groupOf = [...a, ...b].map((_, at) => (at < a.length ? 0 : 1));
    const ids = [...a, ...b].map(({ rec_id }) => rec_id as string);
    const above = new Map([0.95, 0.9, 0.85, 0.8, 0.75, 0.7].map((threshold) => [threshold, 0]));
    let filters: Filter[] = [];
    let kept: ScoredPairs = pairsOf([]);
    // Fifteen million pairs at 0.70 are counted as they come, and kept from 0.75 on.
    beforeAll(() => {
      filters = [...a, ...b].map(strongEncoder);
      const list: [number, number, number][] = [];
      visitPairs(filters, { threshold: 0.7, groupOf }, (x, y, score) => {
        for (const [threshold, count] of above) if (score >= threshold) above.set(threshold, count + 1);
        if (score >= 0.75) list.push([x, y, score]);
      });
      kept = pairsOf(list);
    }, 240_000);
    const matchedAt = (threshold: number) => {
      const matched = oneToOne(atLeast(kept, threshold));
      if (threshold >= 0.75) return matched;
      const taken = new Set(matched.flat());
      const left = [...filters.keys()].filter((record) => !taken.has(record));
      const more = compareFilters(
        left.map((record) => filters[record] as Filter),
        { threshold, groupOf: left.map((record) => groupOf[record] as number) },
      );
      return [...matched, ...oneToOne(more).map((pair) => pair.map((at) => left[at] as number))];
    };

    it('has filters of the weight that the tutorial prints', () => {
      expect(weightOf(filters.slice(0, a.length))).toEqual([695.7, 22.7]);
      expect(weightOf(filters.slice(a.length))).toEqual([686.7, 30.4]);
    });

    it.each([
      [0.95, 2553, 2553],
      [0.9, 4049, 4049],
      [0.85, 4665, 4665],
      [0.8, 5248, 4962],
      [0.75, 302_729, 4995],
      [0.7, 15_210_488, 5000],
    ])('at %d finds %d pairs, and %d matches without a false one', (threshold, pairs, matches) => {
      expect(above.get(threshold)).toBe(pairs);
      const matched = matchedAt(threshold);
      expect(matched).toHaveLength(matches);
      const wrong = matched.filter(([x = -1, y = -1]) => person(ids[x] as string) !== person(ids[y] as string));
      expect(wrong).toEqual([]);
    });

    it('finds by bit sampling 99 % or more of all pairs of the 10,000 records, and none that is not', () => {
      const wanted = atLeast(kept, 0.85);
      const sampled = sampledCandidates(filters, 'febrl', { threshold: 0.85, groupOf });
      const all = new Set([...wanted.first].map((x, at) => `${x} ${wanted.second[at]}`));
      expect([...sampled.first].filter((x, at) => !all.has(`${x} ${sampled.second[at]}`))).toEqual([]);
      expect(sampled.first.length / all.size).toBeGreaterThanOrEqual(0.99);
      expect(sampled.wideBuckets).toBe(0);
    }, 120_000);
  });

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
