/**
 * Pairs of records with their scores, kept by `link compare --keep-scores` for `link resolve`. They show which records are
 * alike: with a register of names at hand that is open to graph matching, so that they stay with the host and are deleted when
 * the thresholds are chosen.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from '@casebridge/bundle';
import { inOrder, type RecordName, type ScoredPairs, type ScoreMethod } from '@casebridge/linkage';
import { Refusal } from '@casebridge/refusal';
import { csvCell } from '@casebridge/submission';
import type { PlannedFile } from '../one-off/write-files.ts';
import { readPersons } from './read-persons.ts';

const columns = ['organisation', 'record', 'other_organisation', 'other_record', 'score'] as const;
const methods: readonly ScoreMethod[] = ['linkKeys', 'recordFilter', 'fieldFilters'];

export function scoreFile(records: readonly RecordName[], { first, second, score }: ScoredPairs): PlannedFile {
  const cells = records.map(({ organisation, record }) => `${csvCell(organisation)},${csvCell(record)}`);
  return {
    path: 'scores.csv',
    *pieces() {
      yield `${columns.join(',')}\n`;
      for (const [at, value] of score.entries())
        yield `${cells[first[at] as number]},${cells[second[at] as number]},${value}\n`;
    },
  };
}

/** What a folder of `link compare` holds of its comparison. */
export interface KeptScores {
  /** In the order of `inOrder`. */
  readonly records: readonly RecordName[];
  readonly pairs: ScoredPairs;
  readonly method: ScoreMethod;
  /** Least score at which pairs were kept. */
  readonly least: number;
}

/** Refusals: `linkage-scores`, no scores or not those of the folder's persons; `linkage-persons`. */
export async function readScores(folder: string): Promise<KeptScores> {
  const text = (name: string) =>
    readFile(join(folder, name), 'utf8').catch((cause: unknown) => {
      throw new Refusal(
        'linkage-scores',
        `${folder} holds no ${name}: compare the encodings with --keep-scores first.`,
        { cause },
      );
    });
  const [header = [], ...rows] = parseCsv(await text('scores.csv'));
  if (columns.some((column, at) => header[at] !== column))
    throw new Refusal('linkage-scores', `scores.csv: its columns must be ${columns.join(', ')}; compare again.`);
  const { method, least } = comparison(await text('report.json'));
  const { records: read } = await readPersons(join(folder, 'persons.csv'));
  const records = read.map(({ organisation, record }) => ({ organisation, record })).sort(inOrder);
  const places = new Map(records.map(({ organisation, record }, at) => [`${organisation} ${record}`, at]));
  const pairs = rows.map(([organisation, record, other, otherRecord, score], at) => {
    const [a, b] = [places.get(`${organisation} ${record}`), places.get(`${other} ${otherRecord}`)];
    const value = score === undefined || score === '' ? Number.NaN : Number(score);
    if (a === undefined || b === undefined || a === b || !(value >= 0 && value <= 1))
      throw new Refusal(
        'linkage-scores',
        `scores.csv, row ${at + 2}: must be two records of persons.csv and a score of 0 to 1; compare again.`,
      );
    return { first: Math.min(a, b), second: Math.max(a, b), score: value };
  });
  return {
    records,
    method,
    least,
    pairs: {
      first: Uint32Array.from(pairs, ({ first }) => first),
      second: Uint32Array.from(pairs, ({ second }) => second),
      score: Float64Array.from(pairs, ({ score }) => score),
    },
  };
}

function comparison(text: string): { readonly method: ScoreMethod; readonly least: number } {
  const wrong = () => new Refusal('linkage-scores', 'report.json: not the report of a comparison; compare again.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw wrong();
  }
  const held = inside(inside(json, 'report'), 'method');
  const least = inside(inside(json, 'thresholds'), 'generous');
  const method = methods.find((one) => one === held);
  if (!method || typeof least !== 'number') throw wrong();
  return { method, least };
}

function inside(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;
}
