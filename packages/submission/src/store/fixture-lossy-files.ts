// A disk in memory that forgets what was not synced. A crash keeps of every unsynced write, name and removal whatever a
// random choice says: all, none, a part, or zeros; in any order.
import { basename, dirname } from 'node:path';
import type { StoreFiles } from './files.ts';
import { systemError } from './fixture-faults.ts';

interface Inode {
  now: Uint8Array;
  /** What the disk is certain to hold; null for a file never synced. */
  durable: Uint8Array | null;
}
interface Folder {
  now: Map<string, Inode>;
  durable: Map<string, Inode>;
}

export interface LossyDisk {
  readonly files: StoreFiles;
  /** The machine stops after this many more changing calls; every later call fails. */
  stopAfter(steps: number): void;
  /** Starts the machine again with what survived. `choose(n)` gives a number from 0 to n − 1. */
  restart(choose: (n: number) => number): void;
  readonly hasStopped: () => boolean;
}

export function lossyDisk(): LossyDisk {
  const folders = new Map<string, Folder>();
  let left = Number.POSITIVE_INFINITY;
  const step = () => {
    left--;
    if (left < 0) throw systemError('EIO');
  };
  const folder = (path: string) => {
    const found = folders.get(path);
    if (!found || left < 0) throw left < 0 ? systemError('EIO') : missing();
    return found;
  };
  const inode = (path: string) => {
    const found = folder(dirname(path)).now.get(basename(path));
    if (!found) throw missing();
    return found;
  };

  const calls = {
    readFile: async (path: string) => Buffer.from(inode(path).now),
    readdir: async (path: string) => [
      ...folder(path).now.keys(),
      ...[...folders.keys()].filter((below) => dirname(below) === path).map((below) => basename(below)),
    ],
    mkdir: async (path: string) => {
      // Names of folders are taken to be durable: a store makes them once, before anything is in them.
      for (const at of [dirname(path), path])
        if (!folders.has(at)) folders.set(at, { now: new Map(), durable: new Map() });
    },
    rename: async (from: string, to: string) => {
      step();
      const moved = inode(from);
      folder(dirname(from)).now.delete(basename(from));
      folder(dirname(to)).now.set(basename(to), moved);
    },
    unlink: async (path: string) => {
      step();
      inode(path);
      folder(dirname(path)).now.delete(basename(path));
    },
    open: async (path: string, flags: string) => {
      const asFolder = folders.get(path);
      if (asFolder) return folderHandle(asFolder);
      if (flags === 'wx') {
        step();
        folder(dirname(path)).now.set(basename(path), { now: new Uint8Array(0), durable: null });
      }
      return fileHandle(inode(path));
    },
  };

  const close = async () => {};
  const folderHandle = (of: Folder) => ({
    close,
    sync: async () => {
      step();
      of.durable = new Map(of.now);
    },
  });
  const fileHandle = (of: Inode) => {
    const write = async (bytes: Uint8Array, offset: number, length: number, position: number) => {
      step();
      const longer = new Uint8Array(Math.max(of.now.length, position + length));
      longer.set(of.now);
      longer.set(bytes.subarray(offset, offset + length), position);
      of.now = longer;
      return { bytesWritten: length, buffer: bytes };
    };
    return {
      close,
      write,
      stat: async () => ({ size: of.now.length }),
      writeFile: async (data: Uint8Array | string) => {
        const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
        await write(bytes, 0, bytes.length, 0);
      },
      truncate: async (length: number) => {
        step();
        of.now = of.now.slice(0, length);
      },
      sync: async () => {
        step();
        of.durable = of.now.slice();
      },
    };
  };

  return {
    // Only the calls and forms that a store uses.
    files: calls as unknown as StoreFiles,
    stopAfter: (steps) => {
      left = steps;
    },
    hasStopped: () => left < 0,
    restart: (choose) => {
      left = Number.POSITIVE_INFINITY;
      for (const of of folders.values()) {
        const names = new Set([...of.now.keys(), ...of.durable.keys()]);
        const kept = [...names].flatMap((name) => {
          const found = choose(2) === 0 ? of.now.get(name) : of.durable.get(name);
          return found ? [[name, found] as const] : [];
        });
        of.now = new Map(kept);
        of.durable = new Map(kept);
      }
      for (const of of folders.values()) for (const file of of.now.values()) settle(file, choose);
    },
  };
}

function settle(file: Inode, choose: (n: number) => number): void {
  const durable = file.durable ?? new Uint8Array(0);
  const outcome = choose(4);
  if (outcome === 0) file.now = durable;
  if (outcome === 2)
    file.now = file.now.slice(0, Math.min(file.now.length, durable.length + choose(file.now.length + 1)));
  if (outcome === 3) {
    const zeroed = file.now.slice();
    const from = Math.min(durable.length, zeroed.length);
    zeroed.fill(0, from, from + choose(zeroed.length - from + 1));
    file.now = zeroed;
  }
  file.durable = file.now.slice();
}

function missing(): Error {
  return Object.assign(new Error('ENOENT: made by a test'), { code: 'ENOENT' });
}
