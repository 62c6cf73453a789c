import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundle, signApproval, signerFromSeed } from '@casebridge/bundle';
import { directorySource, writeApprovals } from '@casebridge/bundle/node';
import { loadSigningKey } from '@casebridge/submission/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRelease } from '../build/build-release.ts';
import { type ExampleWorld, exampleDay, exampleRecords, exampleWorld, ledgerText } from '../fixture.ts';
import { discardBundle } from './discard-bundle.ts';
import { inspectRelease } from './inspect-release.ts';

let dir: string;
let world: ExampleWorld;
const recipes = new Map<string, string>();
const bundle = (name: string) => world.path(`bundles/${name}`);
const build = async (name: string, fields: Readonly<Record<string, unknown>>) => {
  const recipePath = await world.recipe(name, fields);
  recipes.set(name, recipePath);
  return buildRelease({ recipePath, out: bundle(name), day: exampleDay });
};
const recipe = (name: string) => recipes.get(name) as string;
const files = async (path: string) => (await readdir(path, { recursive: true })).sort();

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-inspections-'));
  world = await exampleWorld(dir, [{ id: 'agency' }]);
  await world.submit('agency', [...exampleRecords('agency', 2014, 900), ...exampleRecords('agency', 2015, 700)]);
  await build('checked', { internalCheck: true });
  await build('plain', { previous: 'bundles/checked', cohorts: { years: [2015, 2015] } });
}, 120_000);
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

describe('inspectRelease', () => {
  it('writes what it finds to the store alone, readable by its owner alone, and leaves the bundle as it was', async () => {
    const before = await files(bundle('checked'));
    const { file } = await inspectRelease({
      bundleDir: bundle('checked'),
      recipePath: recipe('checked'),
      day: exampleDay,
    });
    expect(file.startsWith(world.path('store/inspections/'))).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { findings, internal, manifest } = JSON.parse(await readFile(file, 'utf8'));
    expect(internal).toMatch(/do not publish/);
    expect(manifest).toBe((await readBundle(directorySource(bundle('checked')))).manifestHash);
    // The noise in the published numbers, taken apart from the real counts, is what was paid for: wrong in 1 of 10^6.
    expect(findings.map(({ name, passed }: { name: string; passed: boolean }) => [name, passed])).toEqual([
      ['noise-drawn', true],
      ['noise-drawn-reused', true],
    ]);
    expect(findings[0].numbers.varianceShare).toBeGreaterThan(0.5);
    expect(findings[0].numbers.varianceShare).toBeLessThan(1.5);
    expect(await files(bundle('checked'))).toEqual(before);
  });

  it('is announced in the bundle, or refused with exit code 3', async () => {
    const announced = await readBundle(directorySource(bundle('checked')));
    expect(announced.privacy.conditionalOnInternalCheck).toBe(true);
    await expect(
      inspectRelease({ bundleDir: bundle('plain'), recipePath: recipe('plain'), day: exampleDay }),
    ).rejects.toMatchObject({ code: 'inspection-not-announced', exit: 3 });
  });

  it('refuses a recipe that the bundle was not built from', async () => {
    const other = await world.recipe('other', { internalCheck: true, title: 'Another' });
    await expect(
      inspectRelease({ bundleDir: bundle('checked'), recipePath: other, day: exampleDay }),
    ).rejects.toMatchObject({ code: 'inspection-recipe' });
  });
});

describe('discardBundle', () => {
  it('refuses a bundle that never said that it hangs on a check, and one that somebody signed', async () => {
    await expect(discardBundle({ bundleDir: bundle('plain'), recipePath: recipe('plain') })).rejects.toMatchObject({
      code: 'discard-not-announced',
      exit: 3,
    });
    const approver = world.approvers[0];
    const key = await loadSigningKey(approver?.signingKey ?? '');
    const own = await readBundle(directorySource(bundle('checked')));
    const approvals = signApproval(own, signerFromSeed(key.organisation, key.seed), 'approval', exampleDay);
    await writeApprovals(bundle('checked'), approvals);
    await expect(discardBundle({ bundleDir: bundle('checked'), recipePath: recipe('checked') })).rejects.toMatchObject({
      code: 'discard-signed',
      exit: 3,
    });
    await rm(join(bundle('checked'), 'approvals.json'));
  });

  it('removes the bundle, notes it in the ledger and refunds nothing', async () => {
    const spent = (await ledgerText(world)).split('\n').filter((line) => line.includes('"kind":"debit"'));
    await discardBundle({ bundleDir: bundle('checked'), recipePath: recipe('checked') });
    expect(await readdir(world.path('bundles'))).toEqual(['plain']);
    const lines = (await ledgerText(world)).trim().split('\n');
    expect(lines.filter((line) => line.includes('"kind":"debit"'))).toEqual(spent);
    expect(lines.at(-1)).toContain('discarded manifest.json');
    await expect(build('again', { internalCheck: true })).rejects.toMatchObject({ code: 'release-spent', exit: 3 });
  });
});
