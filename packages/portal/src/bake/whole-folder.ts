import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from '@casebridge/refusal';

/** Writes files into a folder nobody sees until it is whole. */
export interface WholeFolder {
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Puts the finished folder in place of what was there. */
  commit(): Promise<void>;
  /** Removes everything written. */
  abandon(): Promise<void>;
}

/**
 * A folder that appears at `target` in one step. What stood there before is kept until then and removed after.
 * Refusal where the disk is full, the parent cannot be written, or a site's place is taken by something else.
 */
export async function openWholeFolder(target: string): Promise<WholeFolder> {
  const place = resolve(target);
  const parent = dirname(place);
  const work = await guarded(place, async () => {
    await mkdir(parent, { recursive: true });
    // Not mkdtemp: its folders open for their owner alone, and a web server is somebody else.
    const hidden = join(parent, `.${basename(place)}-${randomUUID()}`);
    await mkdir(hidden);
    return hidden;
  });
  const folders = new Set<string>();
  return {
    async write(path, content) {
      const file = join(work, ...path.split('/'));
      const folder = dirname(file);
      await guarded(place, async () => {
        if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
        folders.add(folder);
        // A site is very many small files: passing each to another thread three times takes longer than writing it.
        writeFileSync(file, content, { flag: 'wx' });
      });
    },
    async commit() {
      await guarded(place, async () => {
        await flush(work);
        const old = `${work}-old`;
        const taken = await exists(place);
        if (taken) await rename(place, old);
        await rename(work, place);
        await flush(parent);
        if (taken) await rm(old, { recursive: true, force: true });
      });
    },
    abandon: () => rm(work, { recursive: true, force: true }),
  };
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function guarded<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new Refusal('site-disk-full', `${place}: the disk is full. Nothing was changed; make room and repeat.`, {
        cause,
      });
    }
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') {
      throw new Refusal('site-not-writable', `${place}: cannot be written. Name a folder you may write to.`, { cause });
    }
    throw cause;
  }
}
