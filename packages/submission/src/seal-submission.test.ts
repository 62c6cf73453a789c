import { beforeAll, describe, expect, it } from 'vitest';
import { newIdentity, recipientOf } from './age.ts';
import { blocksOf, exampleAgreement, exampleCoverage, exampleKey, exampleRecord, summaryOf } from './fixture.ts';
import { openParcel } from './parcel.ts';
import { sealSubmission } from './seal-submission.ts';

const records = Array.from({ length: 20 }, (_, row) => exampleRecord(`key-${row}`));
let identity = '';
let steward = '';
beforeAll(async () => {
  identity = await newIdentity();
  steward = await newIdentity();
});

const sealed = async (coverage: string, summary = summaryOf(records)) =>
  sealSubmission(
    {
      file: { blocks: blocksOf(records), summary: Promise.resolve(summary) },
      agreement: exampleAgreement(),
      coverage,
      mapping: 'example: true',
      recordKey: new Uint8Array(32),
    },
    { signingKey: exampleKey, identity, steward: await recipientOf(steward) },
    '2016-05-09',
    { coverage: 'coverage.yaml' },
  );

describe('sealSubmission', () => {
  it('seals to the steward and to the contributor, numbered by the day', async () => {
    const { parcel } = await sealed(exampleCoverage());
    for (const key of [identity, steward]) {
      const opened = await openParcel(parcel, { identity: key });
      expect(opened).toMatchObject({ rows: 20, header: { sequence: 20_160_509 } });
    }
  });

  it('says of which years the very number of records would be published', async () => {
    const { exactTotals } = await sealed(exampleCoverage({ assisted: { 2014: 0, 2015: 20 } }));
    expect(exactTotals).toEqual(['2015']);
    expect((await sealed(exampleCoverage({ assisted: { 2014: 10, 2015: 30 } }))).exactTotals).toEqual([]);
  });

  it('refuses records of which none has a year', async () => {
    const counts = { registration_year: { '?unknown': 20 } };
    await expect(sealed(exampleCoverage(), { ...summaryOf(records), counts })).rejects.toMatchObject({
      code: 'no-years',
    });
  });
});
