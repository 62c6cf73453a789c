/** The reference sets of records whose persons are known, and what a linkage of them is worth. Absent sets skip their tests. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { env, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { ScoredPairs } from './host/clusters.ts';
import { readPerson } from './person/read-person.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
export const referenceFolder = join(env['CASEBRIDGE_SHARED'] ?? join(root, '..', 'shared'), 'data');

/** Whether a set is there; says so where it is not. */
export function hasSet(name: string): boolean {
  const isThere = existsSync(join(referenceFolder, name));
  if (!isThere) stdout.write(`linkage reference tables skipped: ${name} is absent from ../shared/data\n`);
  return isThere;
}

export type Row = Readonly<Record<string, string>>;

export function rowsOf(path: string): Row[] {
  const text = gunzipSync(readFileSync(join(referenceFolder, path))).toString('utf8');
  const [header = '', ...lines] = text.trim().split('\n');
  const columns = header.split(',').map((name) => name.trim());
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, at) => [columns[at] as string, cell.trim()])),
  );
}

/** Records with their persons. */
export interface KnownSet {
  readonly organisations: readonly string[];
  readonly people: readonly ReturnType<typeof readPerson>['person'][];
  readonly truth: readonly string[];
}

export const noSet: KnownSet = { organisations: [], people: [], truth: [] };

export const multipartyRows = (): Row[] =>
  [1, 2, 3, 4, 5].flatMap((at) =>
    rowsOf(`linkage-multiparty/dataset-${at}.csv.gz`).map((row) => ({ ...row, organisation: String(at) })),
  );

/** Five organisations, 16,228 records, heavy noise, nobody twice in one file. */
export function multiparty(): KnownSet {
  return known(multipartyRows(), 'id', ({ givenname = '', surname = '', dob = '', gender = '' }) => ({
    given_name: givenname,
    family_name: surname,
    birth: dob,
    sex: gender,
  }));
}

/** Six organisations, 4,491 records of 3,313 people out of 6,000. */
export function synthetic(): KnownSet {
  return known(rowsOf('linkage-synthetic/records.csv.gz'), 'person_id', (row) => ({
    given_name: row['given_name'] ?? '',
    family_name: row['family_name'] ?? '',
    birth: row['date_of_birth'] ?? '',
    sex: row['sex'] ?? '',
    nationality: row['nationality'] ?? '',
  }));
}

function known(rows: readonly Row[], truth: string, raw: (row: Row) => Parameters<typeof readPerson>[0]): KnownSet {
  return {
    organisations: rows.map(({ organisation = '' }) => organisation),
    truth: rows.map((row) => row[truth] as string),
    people: rows.map((row, at) => readPerson(raw(row), { order: 'dmy', place: `row ${at + 2}` }).person),
  };
}

/** How well groups of records agree with their persons: by pairs, by the count of people, by whole persons. */
export function scoreOf(groups: ArrayLike<number>, truth: readonly string[]) {
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

export function atLeast({ first, second, score }: ScoredPairs, threshold: number): ScoredPairs {
  const kept = [...score.keys()].filter((at) => (score[at] as number) >= threshold);
  const of = (values: Uint32Array) => Uint32Array.from(kept, (at) => values[at] as number);
  return { first: of(first), second: of(second), score: Float64Array.from(kept, (at) => score[at] as number) };
}

/** Pairs given one by one, such as by a visitor. */
export function pairsOf(list: readonly (readonly [number, number, number])[]): ScoredPairs {
  return {
    first: Uint32Array.from(list, ([a, b]) => Math.min(a, b)),
    second: Uint32Array.from(list, ([a, b]) => Math.max(a, b)),
    score: Float64Array.from(list, ([, , score]) => score),
  };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

export const scope = { project: 'test', epoch: '1' };
/** Bits of a filter are drawn by the secret: tables are of one draw, tests of several. */
export const secretOf = (at: number) => new TextEncoder().encode(`reference secret number ${at}`);
export const fiveSecrets = [1, 2, 3, 4, 5].map(secretOf);
