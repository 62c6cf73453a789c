import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What writing a folder needs of a file system; tests put a failing one in its place. */
export interface FolderFiles {
  /** Makes a folder that must not exist yet; its parents may. */
  makeFolder(path: string): Promise<void>;
  /** Makes folders that may exist; those it makes get `mode`, 0o755 when absent. */
  makeFolders(path: string, mode?: number): Promise<void>;
  /** Writes a new file, with `mode` or 0o644, and flushes it to disk. */
  writeFlushed(path: string, bytes: Uint8Array, mode?: number): Promise<void>;
  /** Flushes a folder's entries to disk. */
  flushFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a folder with all in it; nothing there is no error. */
  remove(path: string): Promise<void>;
  /** Names in a folder; empty where there is none. */
  names(path: string): Promise<readonly string[]>;
}

/** The file system of this machine. */
export const folderFiles: FolderFiles = {
  async makeFolder(path) {
    await mkdir(dirname(path), { recursive: true });
    await mkdir(path, { mode: 0o755 });
  },
  async makeFolders(path, mode = 0o755) {
    await mkdir(path, { recursive: true, mode });
  },
  async writeFlushed(path, bytes, mode = 0o644) {
    const file = await open(path, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  async flushFolder(path) {
    if (process.platform === 'win32') return; // Windows flushes a folder's entries with its files.
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
  rename,
  async remove(path) {
    await rm(path, { recursive: true, force: true });
  },
  async names(path) {
    try {
      return await readdir(path);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return [];
      throw error;
    }
  },
};

/** True for an operating system error with this code. */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
