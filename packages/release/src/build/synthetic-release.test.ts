import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
