// File system calls that stop, fail or kill where a test wants: for every call, and in the middle of every write.
import * as nodeFiles from 'node:fs/promises';
import type { StoreFiles } from './files.ts';

/** Called before every call that changes or makes durable, and between the halves of a write. May throw, or never return. */
export type Step = (call: string, path: string) => void;

/** The real calls with a step before each. */
export function steppedFiles(step: Step): StoreFiles {
  return {
    readFile: nodeFiles.readFile,
    readdir: nodeFiles.readdir,
    mkdir: nodeFiles.mkdir,
    rename: async (from, to) => {
      step('rename', String(to));
      await nodeFiles.rename(from, to);
    },
    unlink: async (path) => {
      step('unlink', String(path));
      await nodeFiles.unlink(path);
    },
    open: async (path, flags, mode) => {
      step('open', String(path));
      return steppedHandle(await nodeFiles.open(path, flags, mode), String(path), step);
    },
  };
}

function steppedHandle(handle: nodeFiles.FileHandle, path: string, step: Step): nodeFiles.FileHandle {
  const { sync, truncate } = handle;
  const write = handle.write.bind(handle);
  const stepped = {
    async write(bytes: Uint8Array, offset: number, length: number, position: number | null) {
      const half = Math.floor(length / 2);
      await write(bytes, offset, half, position);
      step('write', path);
      await write(bytes, offset + half, length - half, position === null ? null : position + half);
      return { bytesWritten: length, buffer: bytes };
    },
    async writeFile(data: Uint8Array | string) {
      const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
      await stepped.write(bytes, 0, bytes.length, null);
    },
    async sync() {
      step('sync', path);
      await sync.call(handle);
    },
    async truncate(length?: number) {
      step('truncate', path);
      await truncate.call(handle, length);
    },
  };
  return Object.assign(handle, stepped);
}

/** An error as the system makes it. */
export function systemError(code: 'ENOSPC' | 'EIO'): Error {
  return Object.assign(new Error(`${code}: made by a test`), { code });
}
