import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ExampleRecord,
  exampleAgreement,
  exampleContents,
  exampleCoverage,
  exampleKey,
  exampleRecord,
  otherKey,
  recordsOf,
} from '../fixture.ts';
import { newIdentity, parseAgreement, poolColumns, recipientOf, recordKeyCheck, sealParcel } from '../index.ts';
import { openStore, type Store } from './index.ts';

const day = '2015-07-01';
const agreement = parseAgreement(exampleAgreement(), 'agreement');
let identity = '';
let recipients: string[] = [];
let folder = '';
let store: Store;

beforeAll(async () => {
  identity = await newIdentity();
  recipients = [await recipientOf(identity), await recipientOf(await newIdentity())];
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-store-'));
  store = await openStore(folder);
  await store.registerContributor({ organisation: 'agency', publicKey: exampleKey.publicKey, agreement });
});
afterEach(() => rm(folder, { recursive: true }));

function seal(records: readonly ExampleRecord[], sequence: number, changes = {}, signingKey = exampleKey) {
  const contents = { ...exampleContents(records, sequence), ...changes };
  return sealParcel(contents, { recipients, signingKey, day: '2015-06-30' });
}
const people = (keys: readonly string[], cells: ExampleRecord = {}) => keys.map((key) => exampleRecord(key, cells));
async function held(from: Store = store, options = {}) {
  const records = await recordsOf(from.records('agency', identity, options));
  return Object.fromEntries(records.map((record) => [record.record_key, record.sex]));
}

describe('receive', () => {
  it('accepts a parcel, keeps it sealed and gives a receipt', async () => {
    const parcel = await seal(people(['a', 'b']), 1);
    const receipt = await store.receive(parcel, { day, identity });
    expect(receipt).toMatchObject({ contributor: 'agency', sequence: 1, status: 'accepted', duplicate: false, day });
    expect(receipt.notChecked).toEqual(['F05', 'Q01', 'Q02']);
    expect(await readFile(join(folder, 'parcels', `${receipt.parcel}.parcel`))).toEqual(Buffer.from(parcel));
    expect(await held()).toEqual({ a: 'female', b: 'female' });
    const files = await readdir(folder, { recursive: true });
    for (const name of files.filter((path) => /\.\w+$/.test(path))) {
      expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
      expect(await readFile(join(folder, name), 'latin1')).not.toContain('female');
    }
  });

  it('gives the same receipt for the same bytes, however often and by whichever process', async () => {
    const parcel = await seal(people(['a']), 1);
    const first = await store.receive(parcel, { day, identity });
    const again = await (await openStore(folder)).receive(parcel, { day: '2030-01-01' });
    expect(again).toEqual({ ...first, duplicate: true });
    expect(await store.receipt(first.parcel)).toEqual(first);
    expect(await readdir(join(folder, 'parcels'))).toHaveLength(1);
    expect(JSON.parse(await readFile(join(folder, 'receipts', '00000003.json'), 'utf8'))).toMatchObject({
      parcel: first.parcel,
    });
  });

  it('replaces a record by its newest version and keeps what newer parcels do not name', async () => {
    await store.receive(await seal(people(['a', 'b', 'c']), 1), { day, identity });
    await store.receive(await seal(people(['b', 'c', 'd'], { sex: 'male' }), 2), { day, identity });
    await store.receive(await seal(people(['c', 'd', 'e'], { sex: '?refused' }), 5), { day, identity });
    expect(await held()).toEqual({ a: 'female', b: 'male', c: '?refused', d: '?refused', e: '?refused' });
    expect((await store.latest('agency')).map(({ sequence }) => sequence)).toEqual([5, 2, 1]);
  });

  it('gives every record all columns of the pool, absent ones as not asked', async () => {
    await store.receive(await seal(people(['a']), 1), { day, identity });
    const [record] = await recordsOf(store.records('agency', identity));
    expect(Object.keys(record ?? {})).toEqual(poolColumns);
    expect(record).toMatchObject({ contributor_id: 'agency', standard_version: '1.0', education_level: '?not_asked' });
  });

  it('refuses case numbers hashed with another record key, under which every person would look new', async () => {
    const recordKey = recordKeyCheck(new Uint8Array(32).fill(1));
    await store.receive(await seal(people(['a', 'b']), 1), { day, identity });
    await store.receive(await seal(people(['a', 'b']), 2, { recordKey }), { day, identity });
    const other = recordKeyCheck(new Uint8Array(32).fill(2));
    for (const changes of [{ recordKey: other }, {}])
      await expect(store.receive(await seal(people(['x', 'y']), 3, changes), { day, identity })).rejects.toMatchObject({
        code: 'record-key-changed',
        exit: 3,
      });
    await store.receive(await seal(people(['a', 'b'], { sex: 'male' }), 4, { recordKey }), { day, identity });
    expect(await held()).toEqual({ a: 'male', b: 'male' });
  });

  it('sends a parcel of a very different size to quarantine until the steward decides', async () => {
    await store.receive(await seal(people(['a', 'b', 'c', 'd']), 1), { day, identity });
    const receipt = await store.receive(await seal(people(['a'], { sex: 'male' }), 2), { day, identity });
    expect(receipt).toMatchObject({ status: 'quarantined', reasons: [{ code: 'F05', args: { rows: 1, last: 4 } }] });
    expect(await held()).toEqual({ a: 'female', b: 'female', c: 'female', d: 'female' });
    await store.releaseQuarantined(receipt.parcel, { reason: 'asked by telephone', day });
    expect(await held()).toEqual({ a: 'male', b: 'female', c: 'female', d: 'female' });
    expect(await store.parcels('agency')).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
    await expect(store.rejectQuarantined(receipt.parcel, { reason: 'x', day })).rejects.toMatchObject({
      code: 'not-quarantined',
    });
  });

  it('never reads a parcel that was turned down', async () => {
    await store.receive(await seal(people(['a', 'b', 'c', 'd']), 1), { day, identity });
    const { parcel } = await store.receive(await seal(people(['z']), 2), { day, identity });
    await store.rejectQuarantined(parcel, { reason: 'wrong file', day });
    expect(Object.keys(await held())).toEqual(['a', 'b', 'c', 'd']);
  });

  it('accepts a change of size that is explained, and reports what else moved', async () => {
    await store.receive(await seal(people(['a', 'b', 'c', 'd']), 1), { day, identity });
    const smaller = await seal(people(['a'], { sex: '?unknown' }), 2, { sizeChangeReason: 'one office closed' });
    expect(await store.receive(smaller, { day, identity })).toMatchObject({
      status: 'accepted',
      reasons: [],
      warnings: [{ code: 'Q01', variable: 'sex', args: { from: 0, to: 100 } }],
      notChecked: [],
    });
  });

  it('reports what it could not check without the steward’s key', async () => {
    const receipt = await store.receive(await seal(people(['a']), 1), { day });
    expect(receipt).toMatchObject({ status: 'accepted', notChecked: ['contents', 'F05', 'Q01', 'Q02'] });
    expect(await held()).toEqual({ a: 'female' });
  });

  it('refuses an older or repeated number', async () => {
    await store.receive(await seal(people(['a']), 3), { day, identity });
    for (const sequence of [2, 3])
      await expect(store.receive(await seal(people(['b']), sequence), { day, identity })).rejects.toMatchObject({
        code: 'sequence-not-newer',
      });
  });

  it('refuses strangers, other keys and other terms', async () => {
    const parcel = await seal(people(['a']), 1);
    const stranger = await seal(
      people(['a']),
      1,
      {
        agreement: exampleAgreement({
          contributor: 'shelter',
          parties: [
            { organisation: 'shelter', role: 'joint' },
            { organisation: 'steward', role: 'joint' },
          ],
        }),
      },
      otherKey,
    );
    await expect(store.receive(stranger, { day, identity })).rejects.toMatchObject({ code: 'contributor-unknown' });
    await store.registerContributor({ organisation: 'agency', publicKey: otherKey.publicKey, agreement });
    await expect(store.receive(parcel, { day, identity })).rejects.toMatchObject({ code: 'parcel-key' });
    const other = parseAgreement(exampleAgreement({ reviewDays: 30 }), 'other');
    await store.registerContributor({ organisation: 'agency', publicKey: exampleKey.publicKey, agreement: other });
    await expect(store.receive(parcel, { day, identity })).rejects.toMatchObject({
      code: 'agreement-changed',
      exit: 3,
    });
    expect(await readdir(join(folder, 'parcels'))).toEqual([]);
  });

  it('refuses a parcel when the agreement is not in force, and says so by state', async () => {
    const parcel = await seal(people(['a']), 1);
    await expect(store.receive(parcel, { day: '2020-01-01', identity })).rejects.toMatchObject({
      code: 'agreement-not-in-force',
      exit: 3,
    });
    expect(await store.agreementState('agency', '2019-12-31')).toBe('in-force');
    expect(await store.agreementState('agency', '2020-01-01')).toBe('expired');
    expect(await store.agreementState('shelter', '2015-01-01')).toBe('none');
  });

  it('refuses a parcel whose records and summary disagree', async () => {
    const contents = exampleContents(people(['a', 'b']));
    const parcel = await seal(people(['a']), 1, { summary: contents.summary });
    await expect(store.receive(parcel, { day, identity })).rejects.toMatchObject({ code: 'parcel-contents' });
  });

  it('refuses a changed parcel and keeps nothing of it', async () => {
    const parcel = await seal(people(['a']), 1);
    parcel[parcel.length - 9] = (parcel.at(-9) ?? 0) ^ 1;
    await expect(store.receive(parcel, { day, identity })).rejects.toMatchObject({ code: 'parcel-damaged' });
    expect(await store.parcels()).toEqual([]);
  });
});

describe('withdraw', () => {
  it('takes records out for good, whatever comes later', async () => {
    await store.receive(await seal(people(['a', 'b', 'c']), 1), { day, identity });
    expect(await store.withdraw({ contributor: 'agency', keys: ['b', 'x', 'b'], day })).toEqual({
      withdrawn: 2,
      already: 1,
    });
    expect(await store.withdraw({ contributor: 'agency', keys: ['b'], day: '2016-01-01' })).toEqual({
      withdrawn: 0,
      already: 1,
    });
    await store.receive(await seal(people(['b', 'c', 'x'], { sex: 'male' }), 2), { day, identity });
    expect(await held()).toEqual({ a: 'female', c: 'male' });
    expect(await store.withdrawals('agency')).toEqual(
      new Map([
        ['b', day],
        ['x', day],
      ]),
    );
  });

  it('follows a record that says consent was withdrawn, in older and newer versions', async () => {
    const mark = (keys: readonly string[], withdrawn_on: string) => people(keys, { withdrawn_on });
    await store.receive(await seal(mark(['a', 'b'], '?not_asked'), 1), { day, identity });
    await store.receive(await seal([...mark(['a'], '2015-05-01'), ...mark(['c'], '?not_asked')], 2), { day, identity });
    await store.receive(await seal(mark(['a', 'b'], '?not_asked'), 3), { day, identity });
    expect(Object.keys(await held()).sort()).toEqual(['b', 'c']);
  });

  it('knows only registered contributors', async () => {
    await expect(store.withdraw({ contributor: 'shelter', keys: ['a'], day })).rejects.toMatchObject({
      code: 'contributor-unknown',
    });
  });
});

describe('records', () => {
  it('leaves out what may no longer be held on a day', async () => {
    const short = exampleAgreement({ retentionMonths: 12 });
    await store.registerContributor({
      organisation: 'agency',
      publicKey: exampleKey.publicKey,
      agreement: parseAgreement(short, 'a'),
    });
    await store.receive(await seal(people(['a', 'b']), 1, { agreement: short }), { day: '2015-07-01', identity });
    await store.receive(await seal(people(['b', 'c']), 2, { agreement: short }), { day: '2016-01-01', identity });
    expect(Object.keys(await held(store, { day: '2016-07-01' })).sort()).toEqual(['a', 'b', 'c']);
    expect(Object.keys(await held(store, { day: '2016-07-02' })).sort()).toEqual(['b', 'c']);
  });

  it('refuses a stored parcel that rotted, and takes it again', async () => {
    const parcel = await seal(people(['a']), 1);
    const { parcel: id } = await store.receive(parcel, { day, identity });
    await writeFile(join(folder, 'parcels', `${id}.parcel`), 'rot');
    await expect(held()).rejects.toMatchObject({ code: 'store-damaged' });
    expect(await store.receive(parcel, { day })).toMatchObject({ duplicate: true });
    expect(await held()).toEqual({ a: 'female' });
  });
});

describe('coverage', () => {
  it('is that of the newest accepted parcel', async () => {
    expect(await store.coverage('agency', identity)).toBeNull();
    await store.receive(await seal(people(['a']), 1), { day, identity });
    await store.receive(await seal(people(['a']), 2, { coverage: exampleCoverage({ lastYear: 2016 }) }), {
      day,
      identity,
    });
    expect(await store.coverage('agency', identity)).toMatchObject({ lastYear: 2016 });
  });
});

describe('openStore', () => {
  it('refuses a folder with other things in it, and a missing one when told not to make it', async () => {
    await writeFile(join(folder, 'parcels', 'x'), '');
    await expect(openStore(join(folder, 'parcels'))).rejects.toMatchObject({ code: 'not-a-store' });
    await expect(openStore(join(folder, 'none'), { create: false })).rejects.toMatchObject({ code: 'not-a-store' });
  });

  it('refuses a journal with any byte changed', async () => {
    await store.receive(await seal(people(['a']), 1), { day, identity });
    const path = join(folder, 'journal.jsonl');
    const bytes = await readFile(path);
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(path, changed);
      await expect(openStore(folder)).rejects.toMatchObject({ code: expect.stringMatching(/store-(damaged|behind)/) });
    }
  });

  it('refuses a journal that lost entries which were acknowledged', async () => {
    await store.withdraw({ contributor: 'agency', keys: ['a'], day });
    const path = join(folder, 'journal.jsonl');
    const lines = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, `${lines.slice(0, -2).join('\n')}\n`);
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'store-behind' });
  });

  it('goes on after a line that a crash cut off', async () => {
    const path = join(folder, 'journal.jsonl');
    const bytes = await readFile(path);
    await writeFile(path, Buffer.concat([bytes, Buffer.from('{"event":{"kind":"wi')]));
    const again = await openStore(folder);
    await again.withdraw({ contributor: 'agency', keys: ['a'], day });
    expect(await (await openStore(folder)).withdrawals('agency')).toEqual(new Map([['a', day]]));
  });
});
