import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { Refusal } from '@casebridge/refusal';
import { writeRefusal } from '@casebridge/submission/node';

/**
 * Runs `work` while no other release runs against the same ledger. The lock is a file beside the ledger that names host
 * and process. One left by a process of this host that no longer runs is taken over: the ledger's own lock, which is
 * never broken, is what guards the budget.
 *
 * Refusals `release-running`, `disk-full`, exit 2.
 */
export async function withReleaseLock<T>(ledger: string, work: () => Promise<T>): Promise<T> {
  const path = `${ledger}.release`;
  await take(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

// The lock appears with its holder in it or not at all: it is written beside its place and linked there.
async function take(path: string): Promise<void> {
  const claim = `${path}.${process.pid}`;
  try {
    await writeFile(claim, `${hostname()} ${process.pid}\n`, { mode: 0o600 });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (await linked(claim, path)) return;
      if (!isLeftOver(await readFile(path, 'utf8').catch(() => ''))) break;
      await rm(path, { force: true });
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Refusal('ledger-unreadable', `the folder of ${path} is not there; create it first`);
    throw writeRefusal(path, error);
  } finally {
    await rm(claim, { force: true });
  }
  throw new Refusal('release-running', `another release is running against this ledger (${path}); wait for it to end`);
}

async function linked(claim: string, path: string): Promise<boolean> {
  try {
    await link(claim, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isLeftOver(holder: string): boolean {
  const [host, pid] = holder.trim().split(' ');
  if (host !== hostname() || !/^\d+$/.test(pid ?? '')) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
