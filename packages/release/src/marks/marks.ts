// Marks remember who was measured without saying who: a keyed hash of contributor and record key, with the cohort. They
// stay in the steward's keeping, readable by their owner alone. A file of marks is written and flushed under its own hash
// before the ledger's debit names that hash; the debit is the commit of both. Besides the marks it tells which key they
// were made with, and, once marks were lost, up to which year everybody counts as measured from then on.
import { createHash, createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FolderFiles, folderFiles } from '@casebridge/bundle/node';
import { Refusal } from '@casebridge/refusal';
import { writeRefusal, writeWhole } from '@casebridge/submission/node';

const header = 'casebridge-marks-1\n';
const fileName = /^([0-9a-f]{64})\.marks$/;

/** Stands in place of a cohort in the mark of a record that another of the same person stands for: never counted. */
export const linked = 'linked';

/** Who was measured, as far as it is known record by record, and who counts as measured because it is not known. */
export interface Marks {
  /** Marks of measured records, each with the cohort it was first measured in, or `linked`. */
  readonly cohorts: ReadonlyMap<string, string>;
  /** Last registration year in which everybody counts as measured; null where no year does. */
  readonly through: string | null;
  /** Whether everybody without a registration year counts as measured. */
  readonly undated: boolean;
}

/** The marks before anybody was measured. */
export const noMarks: Marks = { cohorts: new Map(), through: null, undated: false };

/** The mark of a record: 16 bytes of HMAC-SHA256, as base64url. */
export function markOf(key: Uint8Array, contributor: string, recordKey: string): string {
  return createHmac('sha256', key)
    .update(`${contributor}\n${recordKey}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}

/** The bytes of a marks file: sorted, so that the same marks have the same hash. */
function marksFile(marks: Marks, key: Uint8Array): Uint8Array {
  const { cohorts, through, undated } = marks;
  const lines = [...cohorts].map(([mark, cohort]) => `${mark} ${cohort}\n`).sort();
  const assumed = `${through === null ? '' : `through ${through}\n`}${undated ? 'undated\n' : ''}`;
  return Buffer.from(`${header}key ${keyCheck(key)}\n${assumed}${lines.join('')}`);
}

/** Writes a marks file under its hash, flushed to disk, and returns the hash. Writing it again changes nothing. Refusal `disk-full`. */
export async function writeMarks(
  dir: string,
  marks: Marks,
  key: Uint8Array,
  files: FolderFiles = folderFiles,
): Promise<string> {
  const bytes = marksFile(marks, key);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = `${sha256}.marks`;
  const partial = join(dir, `.${sha256}.${process.pid}.partial`);
  try {
    await files.makeFolders(dir, 0o700);
    if ((await files.names(dir)).includes(name)) return sha256;
    await files.remove(partial);
    await files.writeFlushed(partial, bytes, 0o600);
    await files.rename(partial, join(dir, name));
    await files.flushFolder(dir);
  } catch (cause) {
    await files.remove(partial).catch(() => undefined);
    throw writeRefusal(join(dir, name), cause);
  }
  return sha256;
}

/** The hashes of the undamaged marks files in a folder. A file that does not have its own hash counts as missing. */
export async function foundMarks(dir: string): Promise<ReadonlySet<string>> {
  const names = await readdir(dir).catch(() => [] as string[]);
  const found = new Set<string>();
  for (const name of names) {
    const sha256 = fileName.exec(name)?.[1];
    if (
      sha256 &&
      createHash('sha256')
        .update(await readFile(join(dir, name)))
        .digest('hex') === sha256
    )
      found.add(sha256);
  }
  return found;
}

/**
 * Reads the marks file with a hash. Refusals, exit 3: `marks` where it is missing or damaged, `marks-key` where its marks
 * were made with another key, under which every record would look new.
 */
export async function readMarks(dir: string, sha256: string, key: Uint8Array): Promise<Marks> {
  const path = join(dir, `${sha256}.marks`);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Refusal('marks', `${path} cannot be read; restore the marks folder`, { exit: 3, cause });
  });
  const text = bytes.toString('utf8');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const [check = '', ...lines] = text.slice(header.length).split('\n');
  if (hash !== sha256 || !text.startsWith(header) || !check.startsWith('key ')) {
    throw new Refusal('marks', `${path} is damaged; restore the marks folder`, { exit: 3 });
  }
  if (check !== `key ${keyCheck(key)}`) {
    throw new Refusal(
      'marks-key',
      `${path} was made with another key than steward.marksKey, so every record would look new; restore that key, or set the marks folder aside: everybody up to the last measured year then counts as measured`,
      { exit: 3 },
    );
  }
  const cohorts = new Map<string, string>();
  let through: string | null = null;
  let undated = false;
  for (const line of lines) {
    const [mark, cohort] = line.split(' ');
    if (line === 'undated') undated = true;
    else if (mark === 'through' && cohort !== undefined) through = cohort;
    else if (mark !== undefined && cohort !== undefined) cohorts.set(mark, cohort);
  }
  return { cohorts, through, undated };
}

const headName = 'ledger-head';

/** Notes beside the marks which ledger entry is the newest, so that an older ledger shows. Refusal `disk-full`. */
export async function writeLedgerHead(dir: string, hash: string): Promise<void> {
  await writeWhole(join(dir, headName), `${hash}\n`, { mode: 0o600 });
}

/** The ledger entry that was the newest when marks were last written; null where none was noted. Refusal `marks`, exit 3. */
export async function readLedgerHead(dir: string): Promise<string | null> {
  const path = join(dir, headName);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new Refusal('marks', `${path} cannot be read; restore the marks folder`, { exit: 3, cause });
  }
  const hash = text.trim();
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new Refusal('marks', `${path} is damaged; restore the marks folder`, { exit: 3 });
  return hash;
}

// Tells keys apart without giving one away.
function keyCheck(key: Uint8Array): string {
  return createHmac('sha256', key).update(header).digest('base64url').slice(0, 22);
}
