import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv, readBundle, verifyBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ExampleWorld, exampleDay, exampleRecords, exampleWorld, ledgerText } from '../fixture.ts';
import { buildRelease } from './build-release.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-synthetic-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

const build = async (world: ExampleWorld, name: string, fields: Readonly<Record<string, unknown>> = {}) =>
  buildRelease({
    recipePath: await world.recipe(name, fields),
    out: world.path(`bundles/${name}`),
    day: exampleDay,
  });

describe('a release with synthetic records above what an agreement allows', () => {
  const worldWith = async (outputs: Readonly<Record<string, unknown>>) => {
    const world = await exampleWorld(dir, [{ id: 'agency', agreement: { outputs } }]);
    await world.submit('agency', exampleRecords('agency', 2014, 300));
    return world;
  };

  it('is refused for tables and synthetic records together, and leaves the ledger untouched', async () => {
    const world = await worldWith({ epsilon: '4', delta: '0.000001' });
    await expect(build(world, 'one', { synthetic: { epsilon: 1 } })).rejects.toMatchObject({
      code: 'release-agreement',
      exit: 3,
      message: expect.stringMatching(/tables and synthetic records together come to 4\.\d\d/),
    });
    expect(await ledgerText(world)).toBe('');
  });

  it('is refused for the δ of the synthetic records alone', async () => {
    const world = await worldWith({ epsilon: '9', delta: '0.000001' });
    await expect(build(world, 'one', { synthetic: { epsilon: 1, delta: 0.00001 } })).rejects.toMatchObject({
      message: expect.stringMatching(/lower synthetic\.delta/),
    });
    expect(await ledgerText(world)).toBe('');
  });

  it.each([
    ['allows no k-anonymous records', { epsilon: null }, /does not allow k-anonymous records/],
    ['allows only larger groups', { smallestGroup: 20 }, /allows groups of 20 records or more/],
  ])('is refused where it %s', async (_, outputs, message) => {
    const world = await worldWith(outputs);
    const kanonymous = { file: 'k.csv', statement: 'guarantee-ends', quasi: ['sex_or_gender'], k: 11 };
    await expect(build(world, 'one', { kanonymous })).rejects.toMatchObject({
      code: 'release-agreement',
      exit: 3,
      message: expect.stringMatching(message),
    });
    expect(await ledgerText(world)).toBe('');
  });
});

describe('a release with k-anonymous records', () => {
  const kanonymous = { file: 'k.csv', statement: 'guarantee-ends', quasi: ['sex_or_gender'], k: 2 };
  const worldWith = async (...rows: readonly string[]) => {
    const world = await exampleWorld(dir, [{ id: 'agency', agreement: { outputs: { smallestGroup: 2 } } }]);
    await world.submit('agency', exampleRecords('agency', 2014, 300));
    await writeFile(world.path('k.csv'), `${rows.join('\n')}\n`);
    return world;
  };

  it('has them, and says that the guarantee ends for the persons in them', async () => {
    const world = await worldWith('sex_or_gender,purpose_summary', 'male,labour', 'male,sexual', '*,labour');
    const { bundleDir } = await build(world, 'one', { kanonymous });
    const bundle = await readBundle(directorySource(bundleDir));
    expect(bundle.privacy.kanonymous).toMatchObject({ guarantee: 'ends-for-persons-in-file', k: 2 });
    expect(bundle.privacy.notProtected).toContain('persons_in_kanonymous_records');
    const rows = parseCsv(new TextDecoder().decode(await bundle.file('data/kanonymous.csv')));
    expect(rows[1]).toEqual(['male', 'labour', 'Example data, not real']);
    await expect(verifyBundle(directorySource(bundleDir))).resolves.toMatchObject({ cohorts: 1 });
  });

  it.each([
    ['a group is too small', ['sex_or_gender', 'male', 'male', 'female'], { code: 'bundle-kanonymous', exit: 3 }],
    [
      'a column is not published',
      ['sex_or_gender,record_key', 'male,1', 'male,2'],
      { code: 'kanonymous-column', exit: 2 },
    ],
    ['a quasi-identifier is not there', ['purpose_summary', 'labour'], { code: 'bundle-kanonymous', exit: 3 }],
  ])('is refused where %s, before anything is debited', async (_, rows, refusal) => {
    const world = await worldWith(...rows);
    await expect(build(world, 'one', { kanonymous })).rejects.toMatchObject(refusal);
    expect(await ledgerText(world)).toBe('');
  });
});
