// One writer at a time, across processes. The lock is a file that names its holder, put in place by link(2), which
// fails where a lock exists. A holder that died without releasing is recognised by its process id and start time and
// cleared away under a second, short-lived lock, so that two processes never both clear it.
import { randomUUID } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '@casebridge/refusal';
import * as z from 'zod';
import { writeRefusal } from '../node/index.ts';

const holderSchema = z.object({
  token: z.string(),
  pid: z.int(),
  host: z.string(),
  /** Start of the process in clock ticks since boot, and which boot; null where the system does not tell. */
  started: z.string().nullable(),
  boot: z.string().nullable(),
});
type Holder = z.output<typeof holderSchema>;

const pollMilliseconds = 25;

/**
 * Runs work while this process alone holds the folder's lock. Refusal `store-locked` when another process keeps it for
 * longer than `waitMs`.
 */
export async function withLock<T>(folder: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'lock');
  const me = await describeMyself();
  const claim = join(folder, `.lock.${me.token}`);
  try {
    await writeFile(claim, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    await unlink(claim).catch(() => {});
    throw writeRefusal(claim, error);
  }
  try {
    await acquire(folder, claim, waitMs);
  } finally {
    await unlink(claim).catch(() => {});
  }
  try {
    return await work();
  } finally {
    const holder = await readHolder(lock);
    if (holder?.token === me.token) await unlink(lock).catch(() => {});
  }
}

async function acquire(folder: string, claim: string, waitMs: number): Promise<void> {
  const lock = join(folder, 'lock');
  for (let waited = 0; ; waited += pollMilliseconds) {
    if (await tryLink(claim, lock)) return;
    const holder = await readHolder(lock);
    if (holder && (await isGone(holder))) await clear(folder, claim, holder.token);
    else if (waited >= waitMs) throw locked(folder, holder);
    else await wait(pollMilliseconds);
  }
}

/** Removes the lock of a holder that is gone, alone. */
async function clear(folder: string, claim: string, token: string): Promise<void> {
  const guard = join(folder, 'lock.clearing');
  if (!(await tryLink(claim, guard))) {
    const holder = await readHolder(guard);
    if (holder && (await isGone(holder)))
      throw new Refusal('store-locked', `a process died while clearing a lock: delete ${guard} and try again`);
    await wait(pollMilliseconds);
    return;
  }
  try {
    const lock = join(folder, 'lock');
    if ((await readHolder(lock))?.token === token) await unlink(lock).catch(() => {});
  } finally {
    await unlink(guard).catch(() => {});
  }
}

async function tryLink(claim: string, path: string): Promise<boolean> {
  try {
    await link(claim, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw writeRefusal(path, error);
  }
}

/** Null where there is no lock; a lock is never seen half written, because it is linked whole. */
async function readHolder(path: string): Promise<Holder | null> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

async function describeMyself(): Promise<Holder> {
  return {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    started: await startOf(process.pid),
    boot: await bootId(),
  };
}

/** True only where it is certain: same machine, and restarted since, or no such process, or another one with its id. */
async function isGone(holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return false;
  const boot = await bootId();
  if (boot !== null && holder.boot !== null && boot !== holder.boot) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
  const started = await startOf(holder.pid);
  return started !== null && holder.started !== null && started !== holder.started;
}

async function bootId(): Promise<string | null> {
  return await readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}

async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The second field may hold spaces and brackets; the start time is the 20th field after its closing bracket.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function locked(folder: string, holder: Holder | null): Refusal {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return new Refusal(
    'store-locked',
    `the store ${folder} is in use by ${who}: wait until it is done, or delete ${join(folder, 'lock')} if that process is gone`,
  );
}
