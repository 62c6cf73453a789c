import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { csvLine, parseCsv } from '@casebridge/bundle';
import { suppressCombinations } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import { loadRecordKey } from '@casebridge/submission/node';
import { refuseExisting, writeTogether } from '../one-off/write-files.ts';
import { type Issue, type IssueRegister, markOf, readRegister, withRegister } from './issue-register.ts';
import { type Claim, type Verified, verifyWritten } from './verify-written.ts';

export interface ReplaceOptions {
  /** The published file that is to be replaced. */
  readonly csv: string;
  /** File of withdrawn record keys, one a line. */
  readonly withdrawn: string;
  readonly register: string;
  readonly keyFile: string;
  readonly out: string;
  readonly today: string;
  readonly signal?: AbortSignal;
}

/** What a replacement left out. */
export interface ReplacedFile {
  readonly out: string;
  readonly replaces: number;
  readonly rows: number;
  /** Rows of withdrawn records. */
  readonly withdrawnRows: number;
  /** Rows that lost the company they need, and cannot be recoded. */
  readonly lonelyRows: number;
  readonly verified: Verified;
  readonly sha256: string;
}

/**
 * Replaces a published file after withdrawals: the same lines without those of withdrawn records, and without those that would
 * then be in too small a group. No line is recoded, for two codings of one record can be intersected. Only on a day declared
 * when the file was first published, or later until the next such day, and once for each: what left between two files is then
 * no single person's news.
 *
 * @throws Refusal, exit 3: the file is not the latest of its issue, no declared day has come, or a constraint no longer holds;
 *   exit 2: none of the withdrawn records is in the file
 */
export async function replaceFile(options: ReplaceOptions): Promise<ReplacedFile> {
  const { csv, out, today, signal } = options;
  await refuseExisting([out]);
  const key = await loadRecordKey(options.keyFile);
  const bytes = await readFile(csv);
  const withdrawn = new Set(
    (await readFile(options.withdrawn, 'utf8'))
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((recordKey) => markOf(key, 'record', recordKey)),
  );
  const sha256Of = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
  const published = sha256Of(bytes);
  const issue = issueToReplace(await readRegister(options.register, key), published, today);
  const [header = [], ...rows] = parseCsv(bytes.toString('utf8'));
  const lines = rows.map((row) => csvLine(row));
  const kept = withoutWithdrawn(issue, lines, withdrawn, (line) => markOf(key, 'line', line));
  if (kept.length === lines.length) {
    throw new Refusal(
      'nothing-withdrawn',
      'None of the withdrawn records is in the file; there is nothing to replace.',
    );
  }
  const keptRows = kept.map((row) => rows[row] as string[]);
  const staying = withCompany(issue, header, keptRows, signal).map((at) => kept[at] as number);
  const text = [csvLine(header), ...staying.map((row) => lines[row] as string)].join('');
  const sha256 = sha256Of(text);
  const left = staying.map((row) => markOf(key, 'line', lines[row] as string));
  const { format: _, issue: replaces, key: __, previous: ___, seal: ____, ...terms } = issue;
  const found: Verified[] = [];
  await writeTogether([{ path: out, pieces: () => [text] }], {
    check: async ([written = '']) => {
      found.push(await verifyReplacement(written, claimOf(issue, staying.length), signal));
      await withRegister(options.register, key, async (register) => {
        issueToReplace(register, published, today);
        const records = recordsOf(issue, left, withdrawn);
        return { issue: { ...terms, day: today, replaces, file: sha256, records }, value: null };
      });
    },
  });
  return {
    out,
    replaces,
    rows: staying.length,
    withdrawnRows: lines.length - kept.length,
    lonelyRows: kept.length - staying.length,
    verified: found[0] as Verified,
    sha256,
  };
}

function claimOf({ method, k, m, quasi, sensitive, missing, claims }: Issue, rows: number): Claim {
  return { method, k, m, quasi, sensitive, missing, claims, rows };
}

/** As `verifyWritten`; leaving lines out can break a condition on sensitive values, and then there is no replacement. */
async function verifyReplacement(path: string, claim: Claim, signal: AbortSignal | undefined): Promise<Verified> {
  try {
    return await verifyWritten(path, claim, signal);
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.code !== 'not-verified') throw cause;
    throw new Refusal(
      'replacement-breaks',
      'Without the withdrawn records a condition on sensitive values no longer holds; take the published file down instead.',
      { exit: 3, cause },
    );
  }
}

function issueToReplace({ issues }: IssueRegister, file: string, today: string): Issue {
  const issue = issues.findLast((known) => known.file === file);
  if (!issue) {
    throw new Refusal(
      'not-issued',
      'The register knows no file with these contents; give the published file as it is.',
      {
        exit: 3,
      },
    );
  }
  if (issue.population) {
    throw new Refusal(
      'replaced-population',
      'The file was made with --population, without which it cannot be verified again; take it down instead.',
    );
  }
  if (issues.some(({ replaces }) => replaces === issue.issue)) {
    throw new Refusal('replaced-before', 'The file was replaced before; replace the newest one.', { exit: 3 });
  }
  const due = issue.replaceOn.filter((day) => day > issue.day && day <= today);
  if (due.length === 0) {
    const next = issue.replaceOn.find((day) => day > today);
    throw new Refusal(
      'not-scheduled',
      `The file may be replaced only on days declared when it was first published; ${next ? `the next is ${next}` : 'none is left'}.`,
      { exit: 3 },
    );
  }
  return issue;
}

/** Rows that stay when for each withdrawn record one row of its line goes: rows of one line cannot be told apart. */
function withoutWithdrawn(
  { records }: Issue,
  lines: readonly string[],
  withdrawn: ReadonlySet<string>,
  markOfLine: (line: string) => string,
): number[] {
  const going = new Map<string, number>();
  for (const [record, line] of records) if (withdrawn.has(record)) going.set(line, (going.get(line) ?? 0) + 1);
  return lines.flatMap((line, row) => {
    const mark = markOfLine(line);
    const left = going.get(mark) ?? 0;
    if (left === 0) return [row];
    going.set(mark, left - 1);
    return [];
  });
}

/** Positions of the rows that still have company: groups of k, or no rare combination. */
function withCompany(
  issue: Issue,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  signal: AbortSignal | undefined,
): number[] {
  const places = issue.quasi.map((name) => header.indexOf(name));
  if (issue.method !== 'km') {
    const said = [...places, ...issue.sensitive.map((name) => header.indexOf(name))];
    const keyOf = (row: readonly string[]) => JSON.stringify(places.map((place) => row[place]));
    const sizes = new Map<string, number>();
    for (const row of rows) sizes.set(keyOf(row), (sizes.get(keyOf(row)) ?? 0) + 1);
    return rows.flatMap((row, at) =>
      (sizes.get(keyOf(row)) as number) >= issue.k || said.every((place) => row[place] === '*') ? [at] : [],
    );
  }
  let staying = rows.map((_, at) => at);
  for (;;) {
    const codes = places.map((place) => {
      const known = new Map<string, number>(['*', ...issue.missing].map((text) => [text, 0]));
      let next = 0;
      return Uint16Array.from(staying, (at) => {
        const text = rows[at]?.[place] as string;
        const code = known.get(text) ?? ++next;
        known.set(text, code);
        return code;
      });
    });
    const sizes = codes.map((column) => column.reduce((most, code) => Math.max(most, code), 0));
    const { suppressed } = suppressCombinations(
      { columns: issue.quasi, codes, sizes, rows: staying.length },
      { k: issue.k, m: issue.m, ...(signal ? { signal } : {}) },
    );
    const next = staying.filter((_, at) => suppressed.every((column) => column[at] === 0));
    if (next.length === staying.length) return staying;
    staying = next;
  }
}

/** Records that are still published: as many of each line as stayed, none of them withdrawn. */
function recordsOf(
  { records }: Issue,
  left: readonly string[],
  withdrawn: ReadonlySet<string>,
): [record: string, line: string][] {
  const counts = new Map<string, number>();
  for (const line of left) counts.set(line, (counts.get(line) ?? 0) + 1);
  return records.filter(([record, line]) => {
    const count = counts.get(line) ?? 0;
    if (count === 0 || withdrawn.has(record)) return false;
    counts.set(line, count - 1);
    return true;
  });
}
