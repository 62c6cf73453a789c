import { randomUUID } from 'node:crypto';
import { open, readFile, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '@casebridge/refusal';

/** A lock that is held. */
export interface HeldLock {
  /** Refusal (exit 3) when the lock file is no longer the one this process made. */
  requireHeld(): Promise<void>;
}

/** What to lock for, in messages, and how long to wait for another holder. */
export interface LockOptions {
  /** `the ledger /srv/ledger.jsonl`. */
  readonly what: string;
  readonly waitMilliseconds: number;
}

/**
 * Runs `work` while this process holds `path`, a file created exclusively. The file is never taken from another holder,
 * not even one that seems gone: who may have died half-way through is for a person to judge.
 * Refusal (exit 2): held by another process, or the file cannot be made.
 */
export async function withLockFile<T>(
  path: string,
  options: LockOptions,
  work: (lock: HeldLock) => Promise<T>,
): Promise<T> {
  const token = randomUUID();
  await acquire(path, token, options);
  const isHeld = async (): Promise<boolean> => (await readHolder(path))?.token === token;
  try {
    return await work({
      requireHeld: async () => {
        if (await isHeld()) return;
        throw new Refusal(
          'lock-lost',
          `The lock ${path} was removed while it was held; nothing was written. Find out by whom before trying again.`,
          { exit: 3 },
        );
      },
    });
  } finally {
    if (await isHeld()) await unlink(path);
  }
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

async function acquire(path: string, token: string, { what, waitMilliseconds }: LockOptions): Promise<void> {
  const deadline = performance.now() + waitMilliseconds;
  for (;;) {
    try {
      const file = await open(path, 'wx', 0o600);
      try {
        await file.writeFile(JSON.stringify({ pid: process.pid, host: hostname(), token } satisfies Holder));
        return;
      } catch (cause) {
        await unlink(path);
        throw cause;
      } finally {
        await file.close();
      }
    } catch (cause) {
      if (codeOf(cause) !== 'EEXIST') {
        throw new Refusal('lock-not-made', `${path} cannot be written (${codeOf(cause)}); ${what} was left alone.`, {
          cause,
        });
      }
    }
    if (performance.now() >= deadline) throw await heldByAnother(path, what);
    await pause(5);
  }
}

async function heldByAnother(path: string, what: string): Promise<Refusal> {
  const holder = await readHolder(path);
  const since = await stat(path).then(
    ({ mtime }) => ` since ${mtime.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    () => '',
  );
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  const check = holder ? `\`ps -p ${holder.pid}\` there` : 'what runs on this machine';
  return new Refusal(
    'locked',
    `${what} is held by ${who}${since}. Wait for it; if it no longer runs (check ${check}), remove ${path} and try again.`,
  );
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const { pid, host, token } = value as Partial<Holder>;
    return Number.isSafeInteger(pid) && typeof host === 'string' && typeof token === 'string'
      ? { pid: pid as number, host, token }
      : null;
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
