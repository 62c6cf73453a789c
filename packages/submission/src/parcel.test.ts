import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decryptWith, newIdentity, recipientOf } from './age.ts';
import { canonicalJson } from './canonical-json.ts';
import {
  blocksOf,
  exampleAgreement,
  exampleContents,
  exampleCoverage,
  exampleKey,
  exampleRecord,
  otherKey,
  recordsOf,
  summaryOf,
} from './fixture.ts';
import { paddedSize } from './padding.ts';
import { openEncodings, openParcel, sealParcel } from './parcel.ts';
import { assembleParcel, readParcelHeader, readSignedParcel } from './parcel-header.ts';

const records = Array.from({ length: 20 }, (_, row) =>
  exampleRecord(`key-${row}`, { sex: row % 2 ? 'male' : 'female' }),
);
let steward = '';
let contributor = '';
let stranger = '';
let recipients: string[] = [];
let parcel = new Uint8Array();

beforeAll(async () => {
  steward = await newIdentity();
  contributor = await newIdentity();
  stranger = await newIdentity();
  recipients = [await recipientOf(steward), await recipientOf(contributor)];
  parcel = await seal();
});

const seal = (contents = exampleContents(records), options = {}) =>
  sealParcel(contents, { recipients, signingKey: exampleKey, day: '2015-06-30', ...options });
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const sealedAt = () => parcel.length - readParcelHeader(parcel).sealed.bytes;

describe('sealParcel', () => {
  it('makes a parcel that the steward and the contributor can each open', async () => {
    for (const identity of [steward, contributor]) {
      const opened = await openParcel(parcel, { identity, publicKey: exampleKey.publicKey });
      expect(await recordsOf(opened.records())).toEqual(records);
      expect(opened.summary).toEqual(summaryOf(records));
      expect(opened).toMatchObject({ rows: 20, sizeChangeReason: null });
      expect(opened.agreement.id).toBe('agency-2015');
      expect(opened.coverage.id).toBe('contributor-1');
    }
  });

  it('carries encodings that the key of their epoch opens, and no other', async () => {
    const epoch = await newIdentity();
    const linkage = { encodings: '{"format":"casebridge-encodings-1"}\n', recipient: await recipientOf(epoch) };
    const opened = await openParcel(await seal({ ...exampleContents(records), linkage }), { identity: steward });
    expect(await recordsOf(opened.records())).toEqual(records);
    const sealed = opened.encodings as Uint8Array;
    expect(await openEncodings(sealed, epoch)).toBe(linkage.encodings);
    for (const identity of [steward, contributor, stranger])
      await expect(openEncodings(sealed, identity)).rejects.toEqual(refusal('not-a-recipient'));
    expect((await openParcel(parcel, { identity: steward })).encodings).toBeNull();
  });

  it('says nothing of the records in the open but the size bucket', async () => {
    const more = await seal(exampleContents([...records, exampleRecord('one-more')]));
    const [header, other] = [readParcelHeader(parcel), readParcelHeader(more)];
    expect(more.length).toBe(parcel.length);
    expect({ ...other, sealed: null }).toEqual({ ...header, sealed: null });
    expect(new TextDecoder('latin1').decode(parcel)).not.toContain('key-1');
  });

  it.each([
    ['a column that stays at the edge', { birth_date: '1990-01-01' }, 'column-not-allowed'],
    ['free text', { free_text: 'x' }, 'column-not-allowed'],
    ['a column of no standard', { shoe_size: '43' }, 'column-not-allowed'],
    ['a code that is none', { sex: 'F' }, 'cell-not-allowed'],
    ['a blank cell', { sex: '' }, 'cell-not-allowed'],
    ['text in a year', { registration_year: 'twenty' }, 'cell-not-allowed'],
    ['a reason that is none', { sex: '?because' }, 'cell-not-allowed'],
    ['somebody else as contributor', { contributor_id: 'shelter' }, 'cell-not-allowed'],
    ['text in a key', { record_key: 'a b' }, 'cell-not-allowed'],
    ['a stand-in for a key', { record_key: 'unkeyed-1' }, 'cell-not-allowed'],
    ['countries out of order', { citizenship: 'THA KHM' }, 'cell-not-allowed'],
  ])('refuses %s without repeating it', async (_, cells: Record<string, string>, code) => {
    const contents = exampleContents([exampleRecord('x', cells)]);
    await expect(seal(contents)).rejects.toEqual(refusal(code));
    const [value] = Object.values(cells);
    if (value && value.length > 1) await expect(seal(contents)).rejects.not.toThrow(value);
  });

  it('takes several countries in order and the code for stateless', async () => {
    const contents = exampleContents([exampleRecord('x', { citizenship: 'KHM THA XXA' })]);
    await expect(seal(contents)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('refuses records without a key', async () => {
    await expect(seal(exampleContents([{ sex: 'male' }]))).rejects.toEqual(refusal('column-not-allowed'));
  });

  it('refuses no records at all', async () => {
    await expect(seal({ ...exampleContents(records), records: blocksOf([]) })).rejects.toEqual(refusal('no-records'));
  });

  it.each([
    ['an agreement that has ended', { validTo: '2015-06-29' }, 'agreement-not-in-force'],
    ['an agreement that has not begun', { validFrom: '2015-07-01' }, 'agreement-not-in-force'],
    ['an agreement of somebody else', { contributor: 'steward' }, 'agreement-contributor'],
    ['a variable the agreement leaves out', { dataCategories: ['registration_year'] }, 'agreement-categories'],
  ])('refuses %s as a matter of consent', async (_, fields, code) => {
    const contents = { ...exampleContents(records), agreement: exampleAgreement(fields) };
    await expect(seal(contents)).rejects.toMatchObject({ code, exit: 3 });
  });

  it('refuses a name in the statement of a contributor that stays unnamed', async () => {
    const contents = { ...exampleContents(records), coverage: exampleCoverage({ name: 'Example agency' }) };
    await expect(seal(contents)).rejects.toMatchObject({ code: 'coverage-named', exit: 3 });
  });

  it('refuses fewer than two recipients and what is no recipient', async () => {
    const [first] = recipients as [string];
    await expect(seal(undefined, { recipients: [first, first] })).rejects.toEqual(refusal('recipients'));
    await expect(seal(undefined, { recipients: [first, 'age1x'] })).rejects.toEqual(refusal('age-recipient'));
  });
});

describe('readSignedParcel', () => {
  it('refuses every changed byte', () => {
    const header = sealedAt();
    const position = fc.oneof(
      { weight: 3, arbitrary: fc.nat(header) },
      { weight: 1, arbitrary: fc.nat(parcel.length - 1) },
    );
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = parcel.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        const codes = ['parcel-format', 'parcel-signature', 'parcel-damaged'];
        expect(() => readSignedParcel(changed)).toThrow(
          expect.objectContaining({ code: expect.toSatisfy((code: string) => codes.includes(code)) }),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('refuses a parcel cut anywhere or with something behind it', () => {
    for (let length = 0; length < parcel.length; length += 211)
      expect(() => readSignedParcel(parcel.subarray(0, length))).toThrow(/not a whole parcel|cut or changed/);
    expect(() => readSignedParcel(Uint8Array.of(...parcel, 0))).toThrow(refusal('parcel-damaged'));
  });

  it('refuses a header that another key signed for this one', () => {
    const { header, sealed } = readSignedParcel(parcel);
    expect(() => readSignedParcel(assembleParcel(header, sealed, otherKey))).toThrow(refusal('parcel-signature'));
  });

  it('refuses a key other than the registered one', () => {
    expect(() => readSignedParcel(parcel, { publicKey: otherKey.publicKey })).toThrow(refusal('parcel-key'));
  });

  it('refuses a header that is not in canonical form, even well signed', () => {
    const { header, sealed } = readSignedParcel(parcel);
    const text = new TextDecoder('latin1').decode(assembleParcel(header, sealed, exampleKey));
    const loose = Uint8Array.from(text.replace('{"agreement"', '{ "agreement"'), (char) => char.charCodeAt(0));
    expect(() => readSignedParcel(loose)).toThrow(refusal('parcel-format'));
  });
});

describe('openParcel', () => {
  it('refuses a key the parcel was not sealed to', async () => {
    await expect(openParcel(parcel, { identity: stranger })).rejects.toEqual(refusal('not-a-recipient'));
    await expect(openParcel(parcel, { identity: 'AGE-SECRET-KEY-1X' })).rejects.toEqual(refusal('age-identity'));
  });

  it('refuses a sealed part that was damaged before it was signed', async () => {
    const { header, sealed } = readSignedParcel(parcel);
    const changed = sealed.slice();
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const again = await resign(header, changed);
    await expect(openParcel(again, { identity: steward })).rejects.toEqual(refusal('sealed-damaged'));
  });

  it.each([
    [
      'the padded size',
      (header: Header) => ({ ...header, sealed: { ...header.sealed, padded: header.sealed.padded + 1 } }),
    ],
    ['the agreement', (header: Header) => ({ ...header, agreement: { ...header.agreement, id: 'other' } })],
  ])('refuses contents that contradict the header about %s', async (_, change) => {
    const { header, sealed } = readSignedParcel(parcel);
    const again = assembleParcel(change(header), sealed, exampleKey);
    await expect(openParcel(again, { identity: steward })).rejects.toEqual(refusal('parcel-contents'));
  });

  it('refuses a newer standard', async () => {
    const { header, sealed } = readSignedParcel(parcel);
    for (const standard of ['1.1', '2.0', '0.9'])
      await expect(
        openParcel(assembleParcel({ ...header, standard }, sealed, exampleKey), { identity: steward }),
      ).rejects.toEqual(refusal('standard-version'));
  });

  it('refuses a parcel signed by one contributor with the contents of another', async () => {
    const { header, sealed } = readSignedParcel(parcel);
    const stolen = { ...header, contributor: 'shelter', publicKey: otherKey.publicKey };
    await expect(openParcel(assembleParcel(stolen, sealed, otherKey), { identity: steward })).rejects.toEqual(
      refusal('agreement-contributor'),
    );
  });
});

describe('paddedSize', () => {
  it('never shrinks, wastes at most a quarter and knows few sizes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 65_536, max: 2 ** 27 }), (bytes) => {
        const padded = paddedSize(bytes);
        expect(padded).toBeGreaterThanOrEqual(bytes);
        expect(padded).toBeLessThanOrEqual(bytes * 1.25);
        expect(paddedSize(padded)).toBe(padded);
      }),
    );
    expect(new Set(Array.from({ length: 65_537 }, (_, at) => paddedSize(65_536 + at))).size).toBe(5);
    expect(paddedSize(0)).toBe(65_536);
  });
});

type Header = ReturnType<typeof readParcelHeader>;

async function resign(header: Header, sealed: Uint8Array): Promise<Uint8Array> {
  const digest = await crypto.subtle.digest('SHA-256', sealed.slice());
  const sha256 = Buffer.from(digest).toString('hex');
  return assembleParcel({ ...header, sealed: { ...header.sealed, sha256 } }, sealed, exampleKey);
}

describe('the sealed part', () => {
  it('is an age file whose plaintext has the padded size', async () => {
    const { header, sealed } = readSignedParcel(parcel);
    const packed = await decryptWith(sealed, contributor);
    expect(packed.length).toBe(header.sealed.padded);
    expect(new TextDecoder().decode(packed.subarray(0, 60))).toContain('casebridge-parcel-contents-1');
  });
});

describe('canonicalJson', () => {
  it('gives one text whatever the order of keys', () => {
    expect(canonicalJson({ b: [1, null, true], a: { d: 'é', c: '' } })).toBe(
      '{"a":{"c":"","d":"é"},"b":[1,null,true]}',
    );
  });

  it('holds no fractions', () => {
    expect(() => canonicalJson({ a: 0.5 })).toThrow(TypeError);
  });
});
