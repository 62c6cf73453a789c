// The steward's register of records that were published k-anonymised: each in one file ever. One line an issue, each naming the hash
// of the line before it; records stand there as keyed hashes, each with the keyed hash of the line it was published as, by which a
// replacement finds the lines to leave out. The register is read, checked and written whole, the old bytes first, under a lock.
import { createHash, createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ClaimedConstraint } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import { writeWhole } from '@casebridge/submission/node';
import { z } from 'zod';
import { withLockFile } from '../ledger/lock-file.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const mark = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const claim = z.custom<ClaimedConstraint>((value) => typeof value === 'object' && value !== null && 'kind' in value);

const issueSchema = z.strictObject({
  format: z.literal('casebridge-issues-1'),
  issue: z.int().min(1),
  day,
  /** The issue that this one replaces; null for records published for the first time. */
  replaces: z.int().nullable(),
  /** Hash of the published file. */
  file: hash,
  method: z.enum(['local', 'full-domain', 'km']),
  k: z.int(),
  m: z.int(),
  quasi: z.array(z.string()),
  sensitive: z.array(z.string()),
  missing: z.array(z.string()),
  /** Whether records are hidden in a population and not among each other. */
  population: z.boolean(),
  claims: z.array(claim),
  /** Days on which the first file and what replaces it may be replaced, declared with the first. */
  replaceOn: z.array(day),
  /** Tells keys apart without giving one away. */
  key: mark,
  /** Hash of the line before. */
  previous: hash,
  /** Records and their published lines, as marks, in the order of the records' marks. */
  records: z.array(z.tuple([mark, mark])),
  /** Keyed hash of all that comes before it in the line. */
  seal: hash,
});

/** One line of the register. */
export type Issue = z.infer<typeof issueSchema>;

/** What an issue is, before its place in the register is known. */
export type NewIssue = Omit<Issue, 'format' | 'issue' | 'key' | 'previous' | 'seal'>;

const nothing = '0'.repeat(64);

/** The register as it was read: its issues, and the bytes they came from. */
export interface IssueRegister {
  readonly issues: readonly Issue[];
  readonly bytes: Uint8Array;
}

/** Keyed hash of a record key, or of the line a record was published as. */
export function markOf(key: Uint8Array, what: 'record' | 'line', text: string): string {
  return createHmac('sha256', key)
    .update(`casebridge-issues-1 ${what}\n${text}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}

/**
 * Reads a register; an absent file is an empty one.
 *
 * @throws Refusal, exit 3: `issues-damaged` where a line was changed or is missing, `issues-key` where it was made with another key
 */
export async function readRegister(path: string, key: Uint8Array): Promise<IssueRegister> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return Buffer.alloc(0);
    throw cause;
  });
  const lines = bytes.toString('utf8').split('\n');
  if (lines.pop() !== '') throw damaged(path);
  const issues: Issue[] = [];
  let previous = nothing;
  for (const [at, line] of lines.entries()) {
    const parsed = issueSchema.safeParse(jsonOf(line));
    if (!parsed.success || parsed.data.previous !== previous || parsed.data.issue !== at + 1) throw damaged(path);
    const isOtherKey = parsed.data.key !== keyCheck(key);
    if (!isOtherKey && !line.endsWith(sealOf(key, line.slice(0, -sealLength)))) throw damaged(path);
    if (isOtherKey) {
      throw new Refusal(
        'issues-key',
        `${path} was made with another key, under which every record would look new; give the key it was made with.`,
        { exit: 3 },
      );
    }
    issues.push(parsed.data);
    previous = sha256(line);
  }
  return { issues, bytes };
}

/**
 * Runs `work` on the register while nobody else writes it, and appends the issue it returns, if any.
 * The new register is on disk, whole, when this returns.
 */
export async function withRegister<T>(
  path: string,
  key: Uint8Array,
  work: (register: IssueRegister) => Promise<{ readonly issue: NewIssue | null; readonly value: T }>,
): Promise<T> {
  return withLockFile(`${path}.lock`, { what: `the register ${path}`, waitMilliseconds: 2000 }, async (lock) => {
    const register = await readRegister(path, key);
    const { issue, value } = await work(register);
    if (issue === null) return value;
    const last = Buffer.from(register.bytes).toString('utf8').split('\n').at(-2);
    const unsealed = JSON.stringify({
      format: 'casebridge-issues-1',
      issue: register.issues.length + 1,
      ...issue,
      key: keyCheck(key),
      previous: last === undefined ? nothing : sha256(last),
    } satisfies Omit<Issue, 'seal'>).slice(0, -1);
    const line = `${unsealed}${sealOf(key, unsealed)}`;
    await lock.requireHeld();
    await writeWhole(path, Buffer.concat([register.bytes, Buffer.from(`${line}\n`)]), { mode: 0o600 });
    return value;
  });
}

/**
 * Refuses records that are in an earlier issue, exit 3. The very same file of the very same records is no new issue: what was
 * broken off after the register was written may be run again.
 *
 * @returns whether this issue is in the register already
 */
export function checkUnissued({ issues }: IssueRegister, issue: Pick<NewIssue, 'file' | 'records'>): boolean {
  const records = JSON.stringify(issue.records);
  if (issues.some((known) => known.file === issue.file && JSON.stringify(known.records) === records)) return true;
  const own = new Set(issue.records.map(([record]) => record));
  for (const known of issues) {
    const again = known.records.filter(([record]) => own.has(record)).length;
    if (again === 0) continue;
    throw new Refusal(
      'already-issued',
      `${again} of the records were published before, in issue ${known.issue} of ${known.day}; each record is in one file ever. Leave them out, or replace that file on one of its scheduled days with --withdrawn.`,
      { exit: 3 },
    );
  }
  return false;
}

/** Records and lines as the register holds them. Refusal for a record key that is empty or comes twice. */
export function markedRecords(
  key: Uint8Array,
  recordKeys: readonly string[],
  lineOf: (row: number) => string,
  file: string,
): [record: string, line: string][] {
  const seen = new Set<string>();
  const records = recordKeys.map((recordKey, row): [string, string] => {
    if (recordKey === '') {
      throw new Refusal('record-key-empty', `${file}, row ${row + 2}: no record key; give every record one.`);
    }
    if (seen.has(recordKey)) {
      throw new Refusal('record-key-twice', `${file}, row ${row + 2}: the record key came before; one row a record.`);
    }
    seen.add(recordKey);
    return [markOf(key, 'record', recordKey), markOf(key, 'line', lineOf(row))];
  });
  return records.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The end of a line: the seal of what comes before. */
function sealOf(key: Uint8Array, unsealed: string): string {
  return `,"seal":"${createHmac('sha256', key).update(unsealed).digest('hex')}"}`;
}

const sealLength = sealOf(new Uint8Array(), '').length;

function keyCheck(key: Uint8Array): string {
  return createHmac('sha256', key).update('casebridge-issues-1').digest().subarray(0, 16).toString('base64url');
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function damaged(path: string): Refusal {
  return new Refusal('issues-damaged', `${path} is damaged or was changed; restore it from a copy.`, { exit: 3 });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
