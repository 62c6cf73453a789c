import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyedHash } from '@casebridge/intake';
import { blockEncoder, encodingLines, readEncodings, readPerson, recordNameOf } from '@casebridge/linkage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyedEncodings } from './keyed-encodings.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-encodings-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

const profiles = { linkKeys: true, recordFilter: null, fieldFilters: false } as const;
const header = { organisation: 'agency', project: 'example', epoch: 'e1', keyCheck: '0a1b2c3d', profiles };
const encode = blockEncoder(new TextEncoder().encode('sixteen bytes or more'), header, profiles);
const { person } = readPerson(
  { given_name: 'example', family_name: 'person', birth: '1990-05-20', sex: 'f', nationality: '' },
  { order: 'ymd', place: 'row 2' },
);

describe('keyedEncodings', () => {
  it('names each record as its parcel does, and changes nothing else', async () => {
    const path = join(dir, 'a.encodings');
    const records = ['C-17', 'C-18'].map((record) => ({ record, block: encode(person) }));
    await writeFile(path, [...encodingLines(header, records)].join(''));
    const secret = new Uint8Array(32).fill(7);
    const text = await keyedEncodings(path, 'agency', secret);
    const keyed = readEncodings(text, 'keyed');
    const hash = keyedHash(secret, 'agency');
    expect(keyed.header).toEqual(readEncodings([...encodingLines(header, records)].join(''), 'a').header);
    const named = records.map(({ record, block }) => ({ record: hash([record]), block }));
    expect(keyed.records).toEqual(named.sort((a, b) => (a.record < b.record ? -1 : 1)));
    expect(text).not.toMatch(/C-1/);
  });

  it('hashes a key of several columns part by part, folded as the mapping folds cells', async () => {
    const path = join(dir, 'b.encodings');
    const records = [{ record: recordNameOf(['201580001', ' 2 ']), block: encode(person) }];
    await writeFile(path, [...encodingLines(header, records)].join(''));
    const secret = new Uint8Array(32).fill(7);
    const keyed = readEncodings(await keyedEncodings(path, 'agency', secret), 'keyed');
    expect(keyed.records[0]?.record).toBe(keyedHash(secret, 'agency')(['201580001', '2']));
  });

  it('refuses encodings of another organisation', async () => {
    const path = join(dir, 'a.encodings');
    await writeFile(path, [...encodingLines(header, [])].join(''));
    await expect(keyedEncodings(path, 'shelter', new Uint8Array(32))).rejects.toMatchObject({
      code: 'linkage-organisation',
    });
  });
});
