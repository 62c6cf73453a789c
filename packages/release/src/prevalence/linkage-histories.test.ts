import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundle, verifyBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildRelease } from '../build/build-release.ts';
import { type ExampleWorld, exampleDay, exampleRecords, exampleWorld, ledgerText } from '../fixture.ts';

// Record `at` of police is person `at`; shelter and refuge begin later in the row of persons, the hotline later still.
const begins = { police: 0, shelter: 150, refuge: 450, hotline: 100 } as const;
const records = Object.fromEntries(
  Object.keys(begins).map((id) => [id, exampleRecords(id, 2014, id === 'hotline' ? 400 : 300)]),
);

let dir: string;
let world: ExampleWorld;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-linked-histories-'));
  world = await exampleWorld(
    dir,
    Object.keys(begins).map((id) => ({ id, agreement: { outputs: { exactOverlaps: true } } })),
  );
  for (const [id, own] of Object.entries(records)) await world.submit(id, own);
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

const label = (text: string) => ({ en: text, fr: text });
const lists = [
  { id: 'police', label: label('police'), contributors: ['police'] },
  { id: 'shelters', label: label('shelters'), contributors: ['shelter', 'refuge'] },
  { id: 'hotline', label: label('hotline'), contributors: ['hotline'] },
];
const prevalence = {
  way: 'measured',
  epsilon: 20,
  population: label('people registered in 2014'),
  period: [2014, 2014],
  lists,
  merged: [{ list: 'shelters', reason: label('two houses of one network') }],
  resamples: 100,
};

async function linkage(more: readonly string[] = []): Promise<Readonly<Record<string, unknown>>> {
  const rows = Object.entries(begins).flatMap(([id, from]) =>
    (records[id] ?? []).map(({ record_key: key }, at) => `${id},${key},p${from + at}\n`),
  );
  await writeFile(join(dir, 'persons.csv'), ['organisation,record,person\n', ...rows, ...more].join(''));
  return { persons: 'persons.csv' };
}

const build = async (name: string, fields: Readonly<Record<string, unknown>>) => {
  const { bundleDir } = await buildRelease({
    recipePath: await world.recipe(name, fields),
    out: world.path(`bundles/${name}`),
    day: exampleDay,
  });
  await verifyBundle(directorySource(bundleDir), { publicKey: world.steward.publicKey });
  return readBundle(directorySource(bundleDir));
};

/** People per set of lists (police 1, shelters 2, hotline 4) among the records that a test lets in. */
function historiesWhere(isIn: (record: Readonly<Record<string, string>>) => boolean): number[] {
  const on = new Map<number, number>();
  for (const [id, from] of Object.entries(begins)) {
    const bit = id === 'police' ? 1 : id === 'hotline' ? 4 : 2;
    for (const [at, record] of (records[id] ?? []).entries()) {
      // The example recipe's population has no rule.
      if (isIn(record)) on.set(from + at, (on.get(from + at) ?? 0) | bit);
    }
  }
  const counts = new Array<number>(8).fill(0);
  for (const history of on.values()) counts[history] = (counts[history] ?? 0) + 1;
  return counts;
}

// Ten standard deviations of the noise: a false alarm has a chance below 1e-20.
const expectNear = (published: { readonly values: readonly number[]; readonly variance: string }, counts: number[]) => {
  for (const [history, count] of counts.entries()) {
    expect(Math.abs((published.values[history] ?? Number.NaN) - count), `history ${history}`).toBeLessThan(
      10 * Math.sqrt(Number(published.variance)),
    );
  }
};

describe('histories of a recipe’s linkage', () => {
  it('are who is on which list by the records of the list’s contributors, measured through the ledger', async () => {
    const { prevalence: estimate } = await build('one', { linkage: await linkage(), prevalence });
    if (!estimate?.measured) throw new Error('the histories were measured');
    const counts = historiesWhere(({ trafficking_status }) => trafficking_status !== 'not_victim');
    expect(counts.filter((count) => count > 30)).toHaveLength(5);
    expectNear(estimate.measured, counts);
    expect(estimate.lists.map(({ id }) => id)).toEqual(['police', 'shelters', 'hotline']);
  });

  it('show what joining contributors to a list does, where the way is exact', async () => {
    const { epsilon: _, ...block } = prevalence;
    const exact = { ...block, way: 'exact', statement: 'outside-the-guarantee', resamples: 100 };
    const { prevalence: estimate } = await build('one', { linkage: await linkage(), prevalence: exact });
    // Refuge and shelter lie apart in the row of persons, so that each by itself overlaps less with the others.
    expect(estimate?.apart).toEqual(expect.any(Number));
    expect(estimate?.apart).not.toBe(estimate?.stepwise?.estimate);
  });

  it('hold only records that obey the rules of the block', async () => {
    const where = [{ column: 'country_of_identification', keep: ['FRA', 'THA'] }];
    const { prevalence: estimate } = await build('one', {
      linkage: await linkage(),
      prevalence: { ...prevalence, where, matching: { missed: 0.1, wrong: 0.05 } },
    });
    // Its interval is of the estimate as measured; the band of assumed matching errors stands beside it.
    expect(estimate?.matching).toMatchObject({ missed: { share: 0.1 }, wrong: { share: 0.05 } });
    if (!estimate?.measured) throw new Error('the histories were measured');
    expectNear(
      estimate.measured,
      historiesWhere(
        ({ trafficking_status, country_of_identification: country }) =>
          trafficking_status !== 'not_victim' && country !== '?unknown',
      ),
    );
  });

  it('leave out a person of whom an earlier release measured a record, where persons are what is protected', async () => {
    await build('one', { linkage: await linkage() });
    // A hundred and twenty come to each in 2015. The first sixty are persons of 2014; of the others the organisations share some.
    const from = { hotline: 0, police: 20, shelter: 10 };
    const fresh: string[] = [];
    const on = new Map<number, number>();
    for (const [bit, [id, start]] of Object.entries(from).entries()) {
      const own = exampleRecords(id, 2015, 120);
      await world.submit(id, [...(records[id] ?? []), ...own], 2);
      for (const [at, { record_key: key, trafficking_status: status }] of own.entries()) {
        fresh.push(`${id},${key},${at < 60 ? `p${at}` : `q${start + at}`}\n`);
        if (at >= 60 && status !== 'not_victim') on.set(start + at, (on.get(start + at) ?? 0) | ([4, 1, 2][bit] ?? 0));
      }
    }
    const counts = new Array<number>(8).fill(0);
    for (const history of on.values()) counts[history] = (counts[history] ?? 0) + 1;
    const { prevalence: estimate, privacy } = await build('two', {
      previous: 'bundles/one',
      linkage: await linkage(fresh),
      cohorts: { years: [2014, 2015] },
      prevalence: { ...prevalence, period: [2015, 2015] },
    });
    if (!estimate?.measured) throw new Error('the histories were measured');
    expect(privacy.unit).toBe('person');
    expectNear(estimate.measured, counts);
  });

  it.each([
    [
      'a list without contributors',
      { lists: lists.map(({ contributors: _, ...rest }) => rest) },
      /must name the contributors/,
    ],
    [
      'a contributor on two lists',
      { lists: lists.map((one) => ({ ...one, contributors: ['police'] })) },
      /another list/,
    ],
    [
      'one that the recipe has not',
      { lists: [...lists.slice(0, 2), { ...lists[2], contributors: ['nobody'] }] },
      /not one of/,
    ],
    ['lists joined without a reason', { merged: [] }, /give the reason/],
    ['rules beside a file', { histories: 'histories.csv', where: [{ column: 'sex', keep: ['male'] }] }, /reads a file/],
  ])('are refused with %s, and the ledger stays untouched', async (_, fields, says) => {
    const block = { ...prevalence, ...fields };
    await expect(build('one', { linkage: await linkage(), prevalence: block })).rejects.toThrow(says);
    expect(await ledgerText(world)).toBe('');
  });

  it('are refused without linkage, and for a contributor that sent no encodings', async () => {
    await expect(build('one', { prevalence })).rejects.toThrow(/must have linkage/);
    await expect(
      build('one', { linkage: { ...(await linkage()), unlinked: ['hotline'] }, prevalence }),
    ).rejects.toThrow(/sent no encodings/);
  });
});
