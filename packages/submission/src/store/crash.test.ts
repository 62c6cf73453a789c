// Needs the built package, because the processes it kills run without a compiler: `npm run build` first.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleAgreement, exampleContents, exampleKey, exampleRecord, recordsOf } from '../fixture.ts';
import { newIdentity, parseAgreement, recipientOf, sealParcel } from '../index.ts';
import { temporaryEnding } from '../node/index.ts';
import { openStore, type Receipt } from './index.ts';

const child = fileURLToPath(new URL('../../dist/store/fixture-child.js', import.meta.url));
const isBuilt = existsSync(child);
const day = '2015-07-01';
let base = '';
let identity = '';
const parcels: string[] = [];

beforeAll(async () => {
  if (!isBuilt) return;
  base = await mkdtemp(join(tmpdir(), 'casebridge-crash-'));
  identity = await newIdentity();
  const recipients = [await recipientOf(identity), await recipientOf(await newIdentity())];
  const agreement = parseAgreement(exampleAgreement(), 'agreement');
  for (let sequence = 1; sequence <= 3; sequence++) {
    const contents = exampleContents([exampleRecord('a'), exampleRecord(`own-${sequence}`)], sequence);
    const path = join(base, `${sequence}.parcel`);
    await writeFile(path, await sealParcel(contents, { recipients, signingKey: exampleKey, day }));
    parcels.push(path);
  }
  const store = await openStore(join(base, 'start'));
  await store.registerContributor({ organisation: 'agency', publicKey: exampleKey.publicKey, agreement });
  await store.receive(await readFile(parcels[0] ?? ''), { day, identity });
});
afterAll(async () => {
  if (base) await rm(base, { recursive: true });
});

interface Outcome {
  readonly receipts: readonly Receipt[];
  readonly signal: string | null;
  readonly exit: number | null;
}

function run(args: readonly string[], killAfterMs?: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    let printed = '';
    running.stdout.on('data', (data) => {
      printed += data;
    });
    const timer = killAfterMs === undefined ? undefined : setTimeout(() => running.kill('SIGKILL'), killAfterMs);
    running.on('close', (exit, signal) => {
      clearTimeout(timer);
      // A line the kill cut short was never seen by anybody.
      const lines = printed.split('\n').slice(0, -1);
      resolve({ receipts: lines.map((line) => JSON.parse(line) as Receipt), signal, exit });
    });
  });
}

/** After a crash: all that was acknowledged is there, nothing is half there, and trying again ends as if nothing had happened. */
async function expectWhole(folder: string, receipts: readonly Receipt[]): Promise<void> {
  const store = await openStore(folder);
  for (const receipt of receipts) {
    expect({ ...(await store.receipt(receipt.parcel)), duplicate: receipt.duplicate }).toEqual(receipt);
    expect(await readFile(join(folder, 'parcels', `${receipt.parcel}.parcel`))).toEqual(
      await readFile(parcels[receipt.sequence - 1] ?? ''),
    );
  }
  const before = await store.parcels();
  const keys = (await recordsOf(store.records('agency', identity))).map((record) => record.record_key);
  expect(new Set(keys)).toEqual(new Set(['a', ...before.map(({ header }) => `own-${header.sequence}`)]));
  for (const path of parcels) {
    const known = before.some(({ header }) => path.endsWith(`${header.sequence}.parcel`));
    expect(await store.receive(await readFile(path), { day, identity })).toMatchObject({
      status: 'accepted',
      duplicate: known,
    });
  }
  const left = await readdir(folder, { recursive: true });
  expect(left.filter((name) => name.endsWith(temporaryEnding))).toEqual([]);
  expect(await store.parcels()).toHaveLength(parcels.length);
}

describe.skipIf(!isBuilt)('a store whose process is killed', () => {
  it('keeps what it acknowledged, at whichever step of a receipt it dies', async () => {
    const dieAt = async (step: number) => {
      const folder = join(base, `step-${step}`);
      await cp(join(base, 'start'), folder, { recursive: true });
      const { receipts, signal } = await run(['receive', folder, String(step), identity, parcels[1] ?? '']);
      await expectWhole(folder, receipts);
      await rm(folder, { recursive: true });
      expect(receipts).toHaveLength(signal === null ? 1 : 0);
      return signal !== null;
    };
    let deaths = 0;
    for (let died = true; died && deaths < 100; ) {
      const outcomes = await Promise.all([1, 2, 3].map((next) => dieAt(deaths + next)));
      died = outcomes.every((outcome) => outcome);
      deaths += outcomes.filter((outcome) => outcome).length;
    }
    expect(deaths).toBeGreaterThan(10);
    expect(deaths).toBeLessThan(100);
  }, 300_000);

  it('keeps what it acknowledged, whenever it dies', async () => {
    for (const delay of [150, 200, 250, 300, 350, 400]) {
      const folder = join(base, `delay-${delay}`);
      await cp(join(base, 'start'), folder, { recursive: true });
      const { receipts } = await run(['receive', folder, '0', identity, ...parcels], delay);
      await expectWhole(folder, receipts);
      await rm(folder, { recursive: true });
    }
  }, 300_000);

  it('keeps a new store usable, at whichever step of its making it dies', async () => {
    for (let step = 1; step < 50; step++) {
      const folder = join(base, `new-${step}`);
      const { signal } = await run(['receive', folder, String(step), identity]);
      expect(await (await openStore(folder)).parcels()).toEqual([]);
      if (signal === null) break;
    }
  }, 120_000);
});

describe.skipIf(!isBuilt)('two processes on one store', () => {
  it('lose nothing of each other', async () => {
    const folder = join(base, 'two');
    await cp(join(base, 'start'), folder, { recursive: true });
    const keys = (name: string) => Array.from({ length: 15 }, (_, at) => `${name}-${at}`);
    const outcomes = await Promise.all(
      ['x', 'y', 'z'].map((name) => run(['withdraw', folder, 'agency', ...keys(name)])),
    );
    expect(outcomes.map(({ exit }) => exit)).toEqual([0, 0, 0]);
    const withdrawn = await (await openStore(folder)).withdrawals('agency');
    expect([...withdrawn.keys()].sort()).toEqual([...keys('x'), ...keys('y'), ...keys('z')].sort());
  }, 180_000);
});
