import { open, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { LedgerStorage } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import { type HeldLock, withLockFile } from './lock-file.ts';

/** An open file, as far as the ledger uses one. */
export interface LedgerFile {
  stat(): Promise<{ readonly size: number }>;
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ readonly bytesWritten: number }>;
  truncate(length: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The file system, as far as the ledger uses it; Node's own unless a test fills the disk. */
export interface LedgerFiles {
  open(path: string, flags: 'a' | 'r', mode?: number): Promise<LedgerFile>;
  readFile(path: string): Promise<Uint8Array>;
  realpath(path: string): Promise<string>;
}

export interface FileLedgerOptions {
  /** How long to wait for another process. 5,000 when absent. */
  readonly waitMilliseconds?: number;
  readonly files?: LedgerFiles;
}

const nodeFiles: LedgerFiles = { open, readFile, realpath };

/**
 * A ledger in a file, readable by its owner alone. A line is on disk, file and folder flushed, before `append`
 * resolves; a line that cannot be written whole is taken off again, and if that fails too, the next reader finds it
 * cut short and refuses. Processes take turns by a lock file beside the ledger, whatever name leads to it.
 */
export function fileLedgerStorage(path: string, options: FileLedgerOptions = {}): LedgerStorage {
  const files = options.files ?? nodeFiles;
  let turn: Promise<unknown> = Promise.resolve();
  let held: { readonly target: string; readonly lock: HeldLock } | null = null;

  return {
    durable: true,

    read: async () => readOrEmpty(files, held?.target ?? (await resolveTarget(files, path))),

    append: async (expectedBytes, line) => {
      if (!held) throw new Error('a ledger line is appended under its lock only');
      await held.lock.requireHeld();
      await appendFlushed(files, held.target, expectedBytes, line);
    },

    withLock: (work) => {
      const next = turn.then(async () => {
        const target = await resolveTarget(files, path);
        const lockOptions = { what: `The ledger ${path}`, waitMilliseconds: options.waitMilliseconds ?? 5_000 };
        return withLockFile(`${target}.lock`, lockOptions, async (lock) => {
          held = { target, lock };
          try {
            return await work();
          } finally {
            held = null;
          }
        });
      });
      turn = next.catch(() => undefined);
      return next;
    },
  };
}

async function appendFlushed(
  files: LedgerFiles,
  target: string,
  expectedBytes: number,
  line: Uint8Array,
): Promise<void> {
  const file = await files.open(target, 'a', 0o600).catch((cause: unknown) => {
    throw notWritten(target, cause);
  });
  try {
    const { size } = await file.stat();
    if (size !== expectedBytes) {
      throw new Refusal('ledger-changed', `${target} changed while its lock was held; nothing was debited.`, {
        exit: 3,
      });
    }
    try {
      for (let written = 0; written < line.length; ) {
        written += (await file.write(line, written, line.length - written)).bytesWritten;
      }
      await file.sync();
      await syncFolder(files, dirname(target));
    } catch (cause) {
      await takeOff(file, expectedBytes);
      throw notWritten(target, cause);
    }
  } finally {
    await file.close();
  }
}

// Best effort: what stays behind is either cut short, and refused, or whole, and counts as spent.
async function takeOff(file: LedgerFile, expectedBytes: number): Promise<void> {
  try {
    await file.truncate(expectedBytes);
    await file.sync();
  } catch {
    // The disk is past helping; the next reader decides.
  }
}

async function syncFolder(files: LedgerFiles, folder: string): Promise<void> {
  if (process.platform === 'win32') return; // Windows flushes a folder's entries with its files.
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readOrEmpty(files: LedgerFiles, target: string): Promise<Uint8Array> {
  try {
    return await files.readFile(target);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return new Uint8Array(0);
    throw new Refusal('ledger-unreadable', `${target} cannot be read (${codeOf(cause)}); check its owner and mode.`, {
      cause,
    });
  }
}

// One file, one lock, by whatever name or link it was reached.
async function resolveTarget(files: LedgerFiles, path: string): Promise<string> {
  try {
    return await files.realpath(path);
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw unreachable(path, cause);
  }
  try {
    return join(await files.realpath(dirname(path)), basename(path));
  } catch (cause) {
    throw unreachable(path, cause);
  }
}

function unreachable(path: string, cause: unknown): Refusal {
  return new Refusal(
    'ledger-unreadable',
    `The folder of ${path} cannot be reached (${codeOf(cause)}); create it first.`,
    {
      cause,
    },
  );
}

function notWritten(target: string, cause: unknown): Refusal {
  const reason = codeOf(cause) === 'ENOSPC' ? 'the disk is full' : codeOf(cause);
  return new Refusal(
    'ledger-not-written',
    `${target} cannot be written (${reason}); nothing was granted. Make it writable and try again.`,
    { cause },
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
