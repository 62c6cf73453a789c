import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleAgreement, exampleContents, exampleKey, exampleRecord } from '../fixture.ts';
import { newIdentity, parseAgreement, recipientOf, sealParcel } from '../index.ts';
import { lossyDisk } from './fixture-lossy-files.ts';
import { openStore, type Receipt } from './index.ts';

const day = '2015-07-01';
const parcels: Uint8Array[] = [];
let base = '';
let identity = '';

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'casebridge-unsynced-'));
  identity = await newIdentity();
  const recipients = [await recipientOf(identity), await recipientOf(await newIdentity())];
  for (const sequence of [1, 2, 3]) {
    const contents = exampleContents([exampleRecord('a'), exampleRecord(`own-${sequence}`)], sequence);
    parcels.push(await sealParcel(contents, { recipients, signingKey: exampleKey, day }));
  }
});
afterAll(() => rm(base, { recursive: true }));

describe('a store whose machine loses power', () => {
  it('keeps what it acknowledged, whatever becomes of what was not synced', async () => {
    const agreement = parseAgreement(exampleAgreement(), 'agreement');
    const stops = fc.array(fc.tuple(fc.nat(45), fc.array(fc.nat(), { minLength: 40, maxLength: 40 })), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(stops, async (cuts) => {
        // The lock is on the real disk, which does not fail here.
        const disk = lossyDisk();
        const options = { files: disk.files };
        const acknowledged = { receipts: [] as Receipt[], withdrawn: [] as string[], isRegistered: false };

        const work = async () => {
          const store = await openStore(base, options);
          await store.registerContributor({ organisation: 'agency', publicKey: exampleKey.publicKey, agreement });
          acknowledged.isRegistered = true;
          for (const [at, parcel] of parcels.entries()) {
            const receipt = await store.receive(parcel, { day });
            if (!receipt.duplicate) acknowledged.receipts.push(receipt);
            await store.withdraw({ contributor: 'agency', keys: [`key-${at}`], day });
            acknowledged.withdrawn.push(`key-${at}`);
          }
        };
        const check = async () => {
          const store = await openStore(base, options);
          for (const receipt of acknowledged.receipts) {
            expect(await store.receipt(receipt.parcel)).toEqual(receipt);
            const stored = await disk.files.readFile(join(base, 'parcels', `${receipt.parcel}.parcel`));
            expect(Buffer.compare(stored, parcels[receipt.sequence - 1] ?? new Uint8Array())).toBe(0);
          }
          if (!acknowledged.isRegistered) return;
          const withdrawn = await store.withdrawals('agency');
          expect(acknowledged.withdrawn.filter((key) => !withdrawn.has(key))).toEqual([]);
        };

        for (const [steps, choices] of cuts) {
          disk.stopAfter(steps);
          await work().catch((error) => {
            if (!disk.hasStopped()) throw error;
          });
          let next = 0;
          disk.restart((n) => (choices[next++ % choices.length] ?? 0) % n);
          await check();
        }
        await work();
        await check();
      }),
      { numRuns: 120 },
    );
  }, 300_000);
});
