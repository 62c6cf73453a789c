import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, open, readFile, realpath, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GrantRequest, type LedgerOptions, openLedger, rational, verifyLedger } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileLedgerStorage, type LedgerFile, type LedgerFiles } from './file-ledger-storage.ts';
import { nodeRandom } from './system-random.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-ledger-'));
  path = join(folder, 'ledger.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const options = (): LedgerOptions => ({
  name: path,
  random: nodeRandom,
  now: () => '2016-05-20T09:30:00Z',
  anchor: null,
  code: { commit: 'c0ffee', build: 'local' },
});

const request: GrantRequest = {
  scope: ['2015.1'],
  rho: rational(1, 100),
  budget: rational(1),
  purpose: 'tables',
  recipe: 'a'.repeat(64),
  mechanism: 'discrete-gaussian',
  sets: [{ set: ['sex'], variance: 50n, rho: rational(1, 100) }],
  snapshot: 'b'.repeat(64),
  unit: 'record',
};

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof Refusal) return thrown;
  throw thrown ?? new Error('nothing was refused');
}

const spent = async () => {
  const report = verifyLedger(await readFile(path));
  expect(report.problem).toBeNull();
  return report.view.entries.length;
};

describe('fileLedgerStorage', () => {
  it('keeps the ledger in a file of its owner’s, and leaves no lock behind', async () => {
    const storage = fileLedgerStorage(path);
    const ledger = await openLedger(storage, options());
    const grant = await ledger.request(request);
    expect(grant.durable).toBe(true);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(existsSync(`${path}.lock`)).toBe(false);
    const again = await openLedger(fileLedgerStorage(path), { ...options(), anchor: grant.hash });
    expect(again.view().entries.length).toBe(1);
  });

  it('flushes file and folder before the grant', async () => {
    const calls: string[] = [];
    const ledger = await openLedger(fileLedgerStorage(path, { files: watched(calls) }), options());
    await ledger.request(request);
    calls.push('granted');
    expect(calls).toEqual(['write ledger.jsonl', 'sync ledger.jsonl', 'sync folder', 'granted']);
  });

  it('refuses a lock that is held, says how to check and remove it, and never takes it', async () => {
    const held = JSON.stringify({ pid: 999_999, host: 'steward-desk', token: 'x' });
    await writeFile(`${path}.lock`, held);
    const refusal = await refusalOf(openLedger(fileLedgerStorage(path, { waitMilliseconds: 30 }), options()));
    expect(refusal.code).toBe('locked');
    expect(refusal.exit).toBe(2);
    expect(refusal.message).toContain('process 999999 on steward-desk');
    expect(refusal.message).toContain('ps -p 999999');
    expect(refusal.message).toContain(`remove ${await realpath(folder)}/ledger.jsonl.lock`);
    expect(refusal.message).not.toContain('\n');
    expect(await readFile(`${path}.lock`, 'utf8')).toBe(held);
  });

  it('waits for a holder that lets go', async () => {
    await writeFile(`${path}.lock`, '');
    setTimeout(() => void rm(`${path}.lock`), 100);
    const ledger = await openLedger(fileLedgerStorage(path), options());
    expect(ledger.view().entries).toEqual([]);
  });

  it('writes nothing after its lock was taken away, and leaves the new holder’s lock alone', async () => {
    const storage = fileLedgerStorage(path);
    const other = JSON.stringify({ pid: 1, host: 'elsewhere', token: 'y' });
    const work = storage.withLock(async () => {
      await writeFile(`${path}.lock`, other);
      await storage.append(0, new TextEncoder().encode('line\n'));
    });
    expect((await refusalOf(work)).code).toBe('lock-lost');
    expect(existsSync(path)).toBe(false);
    expect(await readFile(`${path}.lock`, 'utf8')).toBe(other);
  });

  it('locks one file by whatever name it is reached', async () => {
    await writeFile(path, '');
    const link = join(folder, 'link.jsonl');
    await symlink(path, link);
    const storage = fileLedgerStorage(path);
    const byLink = fileLedgerStorage(link, { waitMilliseconds: 20 });
    const refusal = await storage.withLock(() => refusalOf(byLink.withLock(async () => undefined)));
    expect(refusal.code).toBe('locked');
  });

  it('refuses to append outside the lock, or after a length that is not the file’s', async () => {
    const storage = fileLedgerStorage(path);
    await expect(storage.append(0, new Uint8Array(1))).rejects.toThrow(/under its lock/);
    const refusal = await refusalOf(storage.withLock(() => storage.append(7, new Uint8Array(1))));
    expect(refusal.code).toBe('ledger-changed');
  });

  it('refuses a folder that is not there, and a ledger that is no file', async () => {
    const nowhere = fileLedgerStorage(join(folder, 'missing', 'ledger.jsonl'));
    expect((await refusalOf(openLedger(nowhere, options()))).code).toBe('ledger-unreadable');
    expect((await refusalOf(openLedger(fileLedgerStorage(folder), options()))).code).toBe('ledger-unreadable');
  });

  it('takes requests of one process in turn', async () => {
    const ledger = await openLedger(fileLedgerStorage(path), options());
    const grants = await Promise.all(Array.from({ length: 20 }, () => ledger.request(request)));
    expect(new Set(grants.map(({ entry }) => entry)).size).toBe(20);
    expect(await spent()).toBe(20);
  });
});

describe('fileLedgerStorage on a failing disk', () => {
  it('grants nothing on a full disk, leaves the ledger as it was, and goes on when there is room', async () => {
    const disk = { room: Number.POSITIVE_INFINITY, truncates: true };
    const ledger = await openLedger(fileLedgerStorage(path, { files: limited(disk) }), options());
    await ledger.request(request);
    const before = await readFile(path);
    disk.room = 100;
    const refusal = await refusalOf(ledger.request(request));
    expect(refusal.code).toBe('ledger-not-written');
    expect(refusal.message).toContain('the disk is full');
    expect(await readFile(path)).toEqual(before);
    expect(existsSync(`${path}.lock`)).toBe(false);
    disk.room = Number.POSITIVE_INFINITY;
    await ledger.request(request);
    expect(await spent()).toBe(2);
  });

  it('refuses a ledger cut short until a person has looked, and then goes on', async () => {
    const disk = { room: Number.POSITIVE_INFINITY, truncates: false };
    const ledger = await openLedger(fileLedgerStorage(path, { files: limited(disk) }), options());
    await ledger.request(request);
    const whole = (await stat(path)).size;
    disk.room = 100;
    expect((await refusalOf(ledger.request(request))).code).toBe('ledger-not-written');
    disk.room = Number.POSITIVE_INFINITY;
    const torn = await refusalOf(ledger.request(request));
    expect(torn.code).toBe('ledger-torn');
    expect(torn.message).toContain(`cut the file to ${whole} bytes`);
    expect((await refusalOf(openLedger(fileLedgerStorage(path), options()))).code).toBe('ledger-torn');
    await truncate(path, whole);
    await ledger.request(request);
    expect(await spent()).toBe(2);
  });

  it('grants nothing when a flush fails', async () => {
    const files = watched([]);
    const failing: LedgerFiles = {
      ...files,
      open: async (...args) => {
        const file = await files.open(...args);
        return { ...file, sync: () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) };
      },
    };
    const ledger = await openLedger(fileLedgerStorage(path, { files: failing }), options());
    expect((await refusalOf(ledger.request(request))).message).toContain('EIO');
    expect(ledger.view().entries).toEqual([]);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});

const dist = fileURLToPath(new URL('../../dist/ledger/file-ledger-storage.js', import.meta.url));
const isBuilt = existsSync(dist);
if (!isBuilt) process.stderr.write('ledger processes: skipped, packages/release is not built (npm run build)\n');

describe.skipIf(!isBuilt)('a ledger shared by processes', () => {
  it('is never overspent by six at once', { timeout: 120_000 }, async () => {
    const runs = await Promise.all(Array.from({ length: 6 }, () => finished(spend(path, { requests: 30 }))));
    const granted = runs.reduce((sum, { granted: own }) => sum + own, 0);
    expect(granted).toBe(100);
    expect(runs.every(({ refused }) => refused.every((code) => code === 'budget-exhausted'))).toBe(true);
    expect(await spent()).toBe(100);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('never has noise without a debit, whenever a process is killed', { timeout: 120_000 }, async () => {
    const drawn = join(folder, 'drawn');
    await writeFile(drawn, '');
    let staleLocks = 0;
    let entries = 0;
    for (let round = 0; round < 15; round++) {
      const child = spend(path, { requests: 10_000, drawn, budget: 1_000 });
      const over = finished(child);
      await new Promise((resolve) => child.stdout?.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, 3 + ((round * 37) % 60)));
      child.kill('SIGKILL');
      await over;
      if (existsSync(`${path}.lock`)) {
        staleLocks += 1;
        const refusal = await refusalOf(openLedger(fileLedgerStorage(path, { waitMilliseconds: 10 }), options()));
        expect(refusal.code).toBe('locked');
        await rm(`${path}.lock`);
      }
      const report = verifyLedger(await readFile(path));
      if (report.problem?.kind === 'torn') await truncate(path, report.view.bytes);
      else expect(report.problem).toBeNull();
      const ids = (await readFile(drawn, 'utf8')).split('\n').filter(Boolean);
      const debits = new Set(report.view.entries.map(({ id }) => id));
      expect(ids.filter((id) => !debits.has(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(report.view.entries.length).toBeGreaterThanOrEqual(Math.max(entries, ids.length));
      entries = report.view.entries.length;
    }
    expect(entries).toBeGreaterThanOrEqual(15);
    expect(staleLocks).toBeGreaterThan(0);
  });
});

interface Spending {
  readonly requests: number;
  /** File that gets the id of each entry as soon as its grant exists: the draw of noise. */
  readonly drawn?: string;
  readonly budget?: number;
}

/** A process that asks for a hundredth again and again, and prints what it got. */
function spend(ledger: string, { requests, drawn, budget = 1 }: Spending): ChildProcess {
  const program = `
    import { appendFileSync } from 'node:fs';
    import { openLedger, rational } from '@casebridge/privacy';
    import { fileLedgerStorage } from ${JSON.stringify(dist)};
    import { nodeRandom } from ${JSON.stringify(dist.replace('file-ledger-storage', 'system-random'))};
    const ledger = await openLedger(fileLedgerStorage(${JSON.stringify(ledger)}, { waitMilliseconds: 60_000 }), {
      name: 'ledger', random: nodeRandom, now: () => '2016-05-20T09:30:00Z', anchor: null,
      code: { commit: 'c0ffee', build: 'local' },
    });
    let granted = 0;
    const refused = [];
    for (let i = 0; i < ${requests}; i++) {
      try {
        const { entry } = await ledger.request({
          scope: ['2015.1'], rho: rational(1, 100), budget: rational(${budget}), purpose: 'tables',
          recipe: 'a'.repeat(64), mechanism: 'discrete-gaussian', snapshot: 'b'.repeat(64), unit: 'record',
          sets: [{ set: ['sex'], variance: 50n, rho: rational(1, 100) }],
        });
        ${drawn ? `appendFileSync(${JSON.stringify(drawn)}, entry + '\\n');` : ''}
        granted += 1;
        if (granted === 1) process.stdout.write(' ');
      } catch (error) {
        if (error.name !== 'Refusal') throw error;
        refused.push(error.code);
      }
    }
    process.stdout.write(JSON.stringify({ granted, refused }));
  `;
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function finished(child: ChildProcess): Promise<{ granted: number; refused: string[] }> {
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  const killed = await new Promise<boolean>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve(signal === 'SIGKILL');
      else reject(new Error(`the process ended with ${code ?? signal}`));
    });
  });
  return killed ? { granted: 0, refused: [] } : JSON.parse(output);
}

/** The real file system, its writes and flushes noted. */
function watched(calls: string[]): LedgerFiles {
  return {
    readFile,
    realpath,
    open: async (target, flags, mode): Promise<LedgerFile> => {
      const file = await open(target, flags, mode);
      const name = flags === 'r' ? 'folder' : 'ledger.jsonl';
      return {
        stat: () => file.stat(),
        truncate: (length) => file.truncate(length),
        close: () => file.close(),
        write: (bytes, offset, length) => {
          calls.push(`write ${name}`);
          return file.write(bytes, offset, length);
        },
        sync: () => {
          calls.push(`sync ${name}`);
          return file.sync();
        },
      };
    },
  };
}

/** The real file system with so many bytes of room, whose files may refuse to be cut. */
function limited(disk: { room: number; readonly truncates: boolean }): LedgerFiles {
  const files = watched([]);
  const full = (): Error => Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  return {
    ...files,
    open: async (...args) => {
      const file = await files.open(...args);
      return {
        ...file,
        write: async (bytes, offset, length) => {
          if (disk.room <= 0) throw full();
          const part = Math.min(length, disk.room);
          disk.room -= part;
          return file.write(bytes, offset, part);
        },
        truncate: (length) => (disk.truncates ? file.truncate(length) : Promise.reject(full())),
      };
    },
  };
}
