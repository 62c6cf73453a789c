import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@casebridge/refusal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleAgreement, exampleContents, exampleKey, exampleRecord } from '../fixture.ts';
import { newIdentity, parseAgreement, recipientOf, sealParcel } from '../index.ts';
import { steppedFiles, systemError } from './fixture-faults.ts';
import { openStore } from './index.ts';
import { withLock } from './lock.ts';

const day = '2015-07-01';
const withdrawal = { contributor: 'agency', keys: ['gone'], day };
let base = '';
let identity = '';
let first = new Uint8Array();
let second = new Uint8Array();

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'casebridge-faults-'));
  identity = await newIdentity();
  const recipients = [await recipientOf(identity), await recipientOf(await newIdentity())];
  const seal = (sequence: number) =>
    sealParcel(exampleContents([exampleRecord('a')], sequence), { recipients, signingKey: exampleKey, day });
  first = await seal(1);
  second = await seal(2);
  const store = await openStore(join(base, 'start'));
  const agreement = parseAgreement(exampleAgreement(), 'agreement');
  await store.registerContributor({ organisation: 'agency', publicKey: exampleKey.publicKey, agreement });
  await store.receive(first, { day, identity });
});
afterAll(() => rm(base, { recursive: true }));

async function copy(name: string): Promise<string> {
  const folder = join(base, name);
  await cp(join(base, 'start'), folder, { recursive: true });
  return folder;
}

describe.each(['ENOSPC', 'EIO'] as const)('a disk that answers %s', (code) => {
  it('makes the store refuse cleanly at whichever call, and go on once it is well', async () => {
    let refusals = 0;
    for (let failAt = 1, isPast = false; !isPast; failAt++) {
      const folder = await copy(`${code}-${failAt}`);
      let steps = 0;
      const files = steppedFiles(() => {
        steps++;
        if (steps >= failAt && steps < failAt + 3) throw systemError(code);
      });
      const store = await openStore(folder, { files });
      const outcome = await store.receive(second, { day, identity }).catch((error: Error) => error);
      isPast = steps < failAt;
      if (outcome instanceof Error) {
        refusals++;
        expect(outcome).toBeInstanceOf(Refusal);
        expect(outcome).toMatchObject({ code: expect.stringMatching(/^(disk-full|disk-failed|store-failed)$/) });
      }
      const again = await openStore(folder);
      expect(await again.receive(first, { day })).toMatchObject({ duplicate: true });
      const retried = await again.receive(second, { day, identity });
      if (!(outcome instanceof Error)) expect(retried).toEqual({ ...outcome, duplicate: true });
      expect((await again.latest('agency')).map(({ sequence }) => sequence)).toEqual([2, 1]);
      await rm(folder, { recursive: true });
    }
    expect(refusals).toBeGreaterThan(4);
  });
});

describe('a journal that could not be synced', () => {
  it('is not written to again before the store is opened anew', async () => {
    const folder = await copy('sync');
    let isSick = true;
    const files = steppedFiles((call, path) => {
      if (isSick && call === 'sync' && path.endsWith('journal.jsonl')) throw systemError('EIO');
    });
    const store = await openStore(folder, { files });
    await expect(store.withdraw(withdrawal)).rejects.toMatchObject({ code: 'store-failed' });
    isSick = false;
    await expect(store.withdraw(withdrawal)).rejects.toMatchObject({ code: 'store-failed' });
    await (await openStore(folder)).withdraw(withdrawal);
    expect([...(await (await openStore(folder)).withdrawals('agency')).keys()]).toEqual(['gone']);
  });
});

describe('withLock', () => {
  it('refuses while another holds the store, and names the holder', async () => {
    const folder = await copy('locked');
    const store = await openStore(folder, { lockWaitMs: 50 });
    await withLock(folder, 0, async () => {
      await expect(store.withdraw(withdrawal)).rejects.toMatchObject({
        code: 'store-locked',
        message: expect.stringContaining(`process ${process.pid} on ${hostname()}`),
      });
      expect(await store.latest('agency')).toHaveLength(1);
    });
    expect(await store.withdraw(withdrawal)).toEqual({ withdrawn: 1, already: 0 });
  });

  it('takes over from a process that is gone, and from another with its number', async () => {
    const folder = await copy('stale');
    const store = await openStore(folder, { lockWaitMs: 50 });
    const gone = spawnSync(process.execPath, ['-e', 'process.stdout.write(String(process.pid))'], { encoding: 'utf8' });
    const holder = { token: 'old', pid: Number(gone.stdout), host: hostname(), started: null, boot: null };
    await writeFile(join(folder, 'lock'), JSON.stringify(holder));
    await store.withdraw(withdrawal);
    if (process.platform !== 'linux') return;
    await writeFile(join(folder, 'lock'), JSON.stringify({ ...holder, pid: process.pid, started: '1' }));
    await store.withdraw({ ...withdrawal, keys: ['another'] });
  });

  it('never takes over from another machine', async () => {
    const folder = await copy('elsewhere');
    const store = await openStore(folder, { lockWaitMs: 50 });
    const holder = { token: 'old', pid: 1, host: 'another-machine', started: null, boot: null };
    await writeFile(join(folder, 'lock'), JSON.stringify(holder));
    await expect(store.withdraw(withdrawal)).rejects.toMatchObject({ code: 'store-locked' });
    expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toEqual(holder);
  });

  it('lets one at a time through, whoever asks', async () => {
    const folder = await copy('many');
    let inside = 0;
    let most = 0;
    const work = () =>
      withLock(folder, 20_000, async () => {
        inside++;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 2));
        inside--;
      });
    await Promise.all(Array.from({ length: 12 }, work));
    expect(most).toBe(1);
  });
});
