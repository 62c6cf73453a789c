import { randomUUID } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '@casebridge/refusal';
import { syncFolder, temporaryEnding, writeRefusal } from '@casebridge/submission/node';

/** A file to be written, in pieces that are worked out as they are needed. */
export interface PlannedFile {
  readonly path: string;
  readonly pieces: () => Iterable<string | Uint8Array>;
}

/** Refusal `already-there` for the first path that exists. */
export async function refuseExisting(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere)
      throw new Refusal('already-there', `${path} is already there: move it away or give --out another name.`);
  }
}

/**
 * Writes files that belong together: each whole under a temporary name and flushed, then all of them renamed. None is there
 * when something fails or the signal comes before that; what the process does not live to take away ends in
 * `.casebridge-partial`. Folders are made as needed.
 *
 * @param onWritten called with the number of files written so far
 * @param check looks at the files as they were written, by their temporary paths, in order; what it throws leaves none of them
 * @throws Refusal `already-there`, `disk-full` or `cannot-write`
 */
export async function writeTogether(
  files: readonly PlannedFile[],
  options: {
    readonly signal?: AbortSignal;
    readonly onWritten?: (files: number) => void;
    readonly check?: (temporaries: readonly string[]) => Promise<void>;
    /** Readable by their owner alone, as personal data are. */
    readonly private?: boolean;
  } = {},
): Promise<void> {
  const { signal, onWritten, check } = options;
  const temporaries = files.map(({ path }) =>
    join(dirname(path), `.${basename(path)}.${randomUUID()}${temporaryEnding}`),
  );
  const named: string[] = [];
  let current = '';
  try {
    for (const [at, { path, pieces }] of files.entries()) {
      current = path;
      await mkdir(dirname(path), { recursive: true });
      await writePieces(temporaries[at] as string, pieces(), options.private ? 0o600 : 0o644, signal);
      onWritten?.(at + 1);
    }
    await refuseExisting(files.map(({ path }) => path));
    await check?.(temporaries);
    for (const [at, { path }] of files.entries()) {
      current = path;
      await rename(temporaries[at] as string, path);
      named.push(path);
    }
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder);
  } catch (error) {
    for (const path of [...named, ...temporaries]) await rm(path, { force: true });
    throw error instanceof Refusal ? error : writeRefusal(current, error);
  }
}

async function writePieces(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  mode: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    for (const piece of pieces) {
      signal?.throwIfAborted();
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}
