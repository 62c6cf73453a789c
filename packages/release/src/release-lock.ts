import { open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { Refusal } from '@casebridge/refusal';
import { writeRefusal } from '@casebridge/submission/node';

/**
 * Runs `work` while no other release runs against the same ledger. The lock is a file beside the ledger that names host
 * and process. One left by a process of this host that no longer runs is taken over: the ledger's own lock, which is
 * never broken, is what guards the budget.
 *
 * Refusal `release-running`, exit 2.
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

async function take(path: string): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(`${hostname()} ${process.pid}\n`);
      await file.close();
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENOENT')
        throw new Refusal('ledger-unreadable', `the folder of ${path} is not there; create it first`);
      if (code !== 'EEXIST') throw writeRefusal(path, error);
      const holder = await readFile(path, 'utf8').catch(() => '');
      if (!isLeftOver(holder)) break;
      await rm(path, { force: true });
    }
  }
  throw new Refusal('release-running', `another release is running against this ledger (${path}); wait for it to end`);
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
