import { randomUUID } from 'node:crypto';
import * as nodeFiles from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '@casebridge/refusal';

/** Ending of files being written; one left behind by a crash may be deleted. */
export const temporaryEnding = '.casebridge-partial';

/** The calls on a file system that writing whole needs; tests put failing ones in their place. */
export type WholeFileCalls = Pick<typeof nodeFiles, 'open' | 'rename' | 'unlink'>;

/**
 * Writes a file whole or not at all: a temporary file in the same folder, synced, renamed over the path, and the folder
 * synced. When it returns, the file survives a power cut. Refusal `disk-full` when there is no room, `cannot-write`
 * when the folder is missing or closed to us; the old file, if any, is then untouched.
 *
 * @param options.mode permissions of the new file, 0o644 unless told
 * @param options.replace false to refuse (`already-there`) where the path exists
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array | string,
  options: { readonly mode?: number; readonly replace?: boolean; readonly files?: WholeFileCalls } = {},
): Promise<void> {
  const files = options.files ?? nodeFiles;
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomUUID()}${temporaryEnding}`);
  let isTemporaryThere = false;
  try {
    if (options.replace === false && (await isThere(path, files)))
      throw new Refusal('already-there', `${path} is already there: move it away or choose another path`);
    const file = await files.open(temporary, 'wx', options.mode ?? 0o644);
    isTemporaryThere = true;
    await writeAndClose(file, bytes);
    await files.rename(temporary, path);
    isTemporaryThere = false;
    await syncFolder(folder, files);
  } catch (error) {
    if (isTemporaryThere) await files.unlink(temporary).catch(() => {});
    throw error instanceof Refusal ? error : writeRefusal(path, error);
  }
}

/** Makes the entries of a folder durable. Windows keeps them so by itself. */
export async function syncFolder(folder: string, files: Pick<WholeFileCalls, 'open'> = nodeFiles): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The refusal for a write that failed for want of room, permission or a sound disk; anything else stays what it is. */
export function writeRefusal(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Refusal('disk-full', `no room to write ${path}: nothing was changed, make room and try again`, {
      cause: error,
    });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT' || code === 'ENOTDIR')
    return new Refusal('cannot-write', `${path} cannot be written: check that its folder exists and is yours`, {
      cause: error,
    });
  if (code === 'EIO')
    return new Refusal('disk-failed', `${path} could not be written: the disk reports a fault, look at it first`, {
      cause: error,
    });
  return error;
}

async function writeAndClose(file: nodeFiles.FileHandle, bytes: Uint8Array | string): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function isThere(path: string, files: Pick<WholeFileCalls, 'open'>): Promise<boolean> {
  try {
    await (await files.open(path, 'r')).close();
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
