import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ExampleRecord,
  exampleAgreement,
  exampleContents,
  exampleKey,
  exampleRecord,
  recordsOf,
} from '../fixture.ts';
import { newIdentity, parseAgreement, recipientOf, sealParcel } from '../index.ts';
import { openStore, type Receipt, type Store } from './index.ts';

const day = '2015-07-01';
const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
let base = '';
let identity = '';
let recipients: string[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'casebridge-model-'));
  identity = await newIdentity();
  recipients = [await recipientOf(identity), await recipientOf(await newIdentity())];
});
afterAll(() => rm(base, { recursive: true }));

interface ModelParcel {
  readonly bytes: Uint8Array;
  readonly records: readonly ExampleRecord[];
  status: 'accepted' | 'quarantined' | 'rejected';
  readonly receipt: Receipt;
}

/** What a store should be: parcels in order of their numbers, and the keys that are out. */
interface Model {
  readonly parcels: ModelParcel[];
  readonly withdrawn: Set<string>;
}

interface Real {
  readonly folder: string;
  store: Store;
}

type Command = fc.AsyncCommand<Model, Real>;

function expected({ parcels, withdrawn }: Model): Record<string, string | undefined> {
  const newest = new Map<string, string | undefined>();
  for (const { records, status } of parcels)
    if (status === 'accepted') for (const { record_key, sex } of records) newest.set(record_key ?? '', sex);
  return Object.fromEntries([...newest].filter(([key]) => !withdrawn.has(key)));
}

async function compare(model: Model, { store }: Real): Promise<void> {
  const records = await recordsOf(store.records('agency', identity));
  const found = records.map(({ record_key, sex }) => [record_key, sex]);
  expect(found).toHaveLength(Object.keys(expected(model)).length);
  expect(Object.fromEntries(found)).toEqual(expected(model));
  expect((await store.parcels()).map(({ status }) => status)).toEqual(model.parcels.map(({ status }) => status));
}

class Receive implements Command {
  readonly picked: readonly string[];
  readonly sex: string;
  constructor(picked: readonly string[], sex: string) {
    this.picked = picked;
    this.sex = sex;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const records = this.picked.map((key) => exampleRecord(key, { sex: this.sex }));
    const contents = exampleContents(records, model.parcels.length + 1);
    const bytes = await sealParcel(contents, { recipients, signingKey: exampleKey, day });
    const last = model.parcels.findLast(({ status }) => status === 'accepted')?.records.length;
    const isOdd = last !== undefined && 2 * Math.abs(records.length - last) > last;
    const receipt = await real.store.receive(bytes, { day, identity });
    const status = isOdd ? 'quarantined' : 'accepted';
    expect(receipt).toMatchObject({ status, duplicate: false });
    model.parcels.push({ bytes, records, status, receipt });
    await compare(model, real);
  }
  toString = () => `receive(${this.picked.join('')} ${this.sex})`;
}

class ReceiveAgain implements Command {
  readonly which: number;
  constructor(which: number) {
    this.which = which;
  }
  check = (model: Readonly<Model>) => model.parcels.length > 0;
  async run(model: Model, real: Real): Promise<void> {
    const { bytes, receipt } = model.parcels[this.which % model.parcels.length] as ModelParcel;
    expect(await real.store.receive(bytes, { day, identity })).toEqual({ ...receipt, duplicate: true });
    await compare(model, real);
  }
  toString = () => `again(${this.which})`;
}

class Withdraw implements Command {
  readonly picked: readonly string[];
  constructor(picked: readonly string[]) {
    this.picked = picked;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const fresh = this.picked.filter((key) => !model.withdrawn.has(key));
    const outcome = await real.store.withdraw({ contributor: 'agency', keys: this.picked, day });
    expect(outcome).toEqual({ withdrawn: fresh.length, already: this.picked.length - fresh.length });
    for (const key of fresh) model.withdrawn.add(key);
    await compare(model, real);
  }
  toString = () => `withdraw(${this.picked.join('')})`;
}

class Decide implements Command {
  readonly status: 'accepted' | 'rejected';
  constructor(status: 'accepted' | 'rejected') {
    this.status = status;
  }
  check = (model: Readonly<Model>) => model.parcels.some(({ status }) => status === 'quarantined');
  async run(model: Model, real: Real): Promise<void> {
    const parcel = model.parcels.find(({ status }) => status === 'quarantined') as ModelParcel;
    const decision = { reason: 'example', day };
    if (this.status === 'accepted') await real.store.releaseQuarantined(parcel.receipt.parcel, decision);
    else await real.store.rejectQuarantined(parcel.receipt.parcel, decision);
    parcel.status = this.status;
    await compare(model, real);
  }
  toString = () => `decide(${this.status})`;
}

class Reopen implements Command {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    real.store = await openStore(real.folder);
    await compare(model, real);
  }
  toString = () => 'reopen';
}

describe('the store', () => {
  it('holds what a plain list of parcels and withdrawals would hold, whatever happens in whichever order', async () => {
    let run = 0;
    const agreement = parseAgreement(exampleAgreement(), 'agreement');
    const picked = fc.subarray(keys, { minLength: 1 });
    const commands = fc.commands(
      [
        fc.tuple(picked, fc.constantFrom('female', 'male', '?unknown')).map(([some, sex]) => new Receive(some, sex)),
        fc.nat(20).map((which) => new ReceiveAgain(which)),
        fc.subarray(keys, { minLength: 1, maxLength: 2 }).map((some) => new Withdraw(some)),
        fc.constantFrom('accepted' as const, 'rejected' as const).map((status) => new Decide(status)),
        fc.constant(new Reopen()),
      ],
      { maxCommands: 14 },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        const folder = join(base, String(run++));
        const store = await openStore(folder);
        await store.registerContributor({ organisation: 'agency', publicKey: exampleKey.publicKey, agreement });
        await fc.asyncModelRun(
          () => ({ model: { parcels: [], withdrawn: new Set<string>() }, real: { folder, store } }),
          sequence,
        );
      }),
      { numRuns: 30 },
    );
  }, 180_000);
});
