// Marks remember who was measured without saying who: a keyed hash of contributor and record key, with the cohort. They
// stay in the steward's keeping. A file of marks is written and flushed under its own hash before the ledger's debit names
// that hash; the debit is the commit of both.
import { createHash, createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FolderFiles, folderFiles } from '@casebridge/bundle/node';
import { Refusal } from '@casebridge/refusal';
import { writeRefusal } from '@casebridge/submission/node';

const header = 'casebridge-marks-1\n';
const fileName = /^([0-9a-f]{64})\.marks$/;

/** Marks of measured records, each with the cohort it was first measured in. */
export type Marks = ReadonlyMap<string, string>;

/** The mark of a record: 16 bytes of HMAC-SHA256, as base64url. */
export function markOf(key: Uint8Array, contributor: string, recordKey: string): string {
  return createHmac('sha256', key)
    .update(`${contributor}\n${recordKey}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}

/** The bytes of a marks file: sorted, so that the same marks have the same hash. */
export function marksFile(marks: Marks): Uint8Array {
  const lines = [...marks].map(([mark, cohort]) => `${mark} ${cohort}\n`).sort();
  return Buffer.from(header + lines.join(''));
}

/** Writes a marks file under its hash, flushed to disk, and returns the hash. Writing it again changes nothing. Refusal `disk-full`. */
export async function writeMarks(dir: string, marks: Marks, files: FolderFiles = folderFiles): Promise<string> {
  const bytes = marksFile(marks);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = `${sha256}.marks`;
  const partial = join(dir, `.${sha256}.${process.pid}.partial`);
  try {
    await files.makeFolders(dir);
    if ((await files.names(dir)).includes(name)) return sha256;
    await files.remove(partial);
    await files.writeFlushed(partial, bytes);
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

/** Reads the marks file with a hash. Refusal `marks`, exit 3, where it is missing or damaged. */
export async function readMarks(dir: string, sha256: string): Promise<Marks> {
  const path = join(dir, `${sha256}.marks`);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Refusal('marks', `${path} cannot be read; restore the marks folder`, { exit: 3, cause });
  });
  const text = bytes.toString('utf8');
  if (createHash('sha256').update(bytes).digest('hex') !== sha256 || !text.startsWith(header)) {
    throw new Refusal('marks', `${path} is damaged; restore the marks folder`, { exit: 3 });
  }
  const marks = new Map<string, string>();
  for (const line of text.slice(header.length).split('\n')) {
    if (line === '') continue;
    const space = line.indexOf(' ');
    marks.set(line.slice(0, space), line.slice(space + 1));
  }
  return marks;
}
