import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundle, verifyBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { estimatePrevalence, seededUniform, twoDigits } from '@casebridge/prevalence';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildRelease } from '../build/build-release.ts';
import { type ExampleWorld, exampleDay, exampleRecords, exampleWorld, ledgerText } from '../fixture.ts';
import { readHistories } from './read-histories.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-prevalence-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

// Three independent lists that meet 30, 25 and 20 of 100: 4,000 people, 2,320 of them seen.
const expected =
  'police,shelter,hotline,count\n1,0,0,720\n0,1,0,560\n0,0,1,420\n1,1,0,240\n1,0,1,180\n0,1,1,140\n1,1,1,60\n';
const cautious = expected.replace('1,1,0,240', '1,1,0,200').replace('1,0,0,720', '1,0,0,760');
const label = (text: string) => ({ en: text, fr: text });
const lists = ['police', 'shelter', 'hotline'].map((id) => ({ id, label: label(id) }));
const shared = {
  histories: 'histories.csv',
  population: label('people registered in 2014'),
  period: [2014, 2014],
  lists,
  resamples: 200,
};
const exact = { ...shared, way: 'exact', statement: 'outside-the-guarantee' };
const measured = { ...shared, way: 'measured', epsilon: 4 };

async function world(outputs: Readonly<Record<string, unknown>> = {}, years = [2014]): Promise<ExampleWorld> {
  const made = await exampleWorld(dir, [{ id: 'agency', agreement: { outputs } }]);
  await made.submit(
    'agency',
    years.flatMap((year) => exampleRecords('agency', year, 200)),
  );
  await writeFile(join(dir, 'histories.csv'), expected);
  await writeFile(join(dir, 'cautious.csv'), cautious);
  return made;
}

const build = async (made: ExampleWorld, name: string, fields: Readonly<Record<string, unknown>>) =>
  buildRelease({
    recipePath: await made.recipe(name, fields),
    out: made.path(`bundles/${name}`),
    day: exampleDay,
  });

describe('a release with an estimate from exact overlaps', () => {
  it('says that it is outside the guarantee, holds no history, and costs nothing', async () => {
    const made = await world({ exactOverlaps: true });
    const one = await build(made, 'one', { prevalence: { ...exact, cautious: 'cautious.csv' } });
    const source = directorySource(one.bundleDir);
    const report = await verifyBundle(source, { publicKey: made.steward.publicKey });
    expect(report.prevalence).toEqual({ way: 'exact', redone: false, stable: true });
    const { prevalence, privacy, ledger } = await readBundle(source);
    const full = estimatePrevalence(await readHistories(join(dir, 'histories.csv')), {
      uniform: seededUniform(1),
      resamples: 100,
    });
    expect(prevalence).toMatchObject({
      known: 2300,
      bound: twoDigits(full.chao),
      stepwise: { estimate: 4000, pairs: [] },
      measured: null,
      linkage: { cautious: expect.any(Number), generous: null },
    });
    expect(prevalence?.linkage?.cautious).toBeGreaterThan(4000);
    expect(privacy.prevalence).toEqual({ guarantee: 'does-not-cover-the-estimate', file: 'data/prevalence.json' });
    expect(privacy.notProtected).toContain('estimate_from_exact_overlaps');
    expect(ledger).toHaveLength(1);
    const text = await readFile(join(one.bundleDir, 'data/prevalence.json'), 'utf8');
    expect(text).not.toMatch(/\b(720|560|420|240|180|140|60|2320)\b/);
  });

  it.each([
    ['without the statement', { ...exact, statement: undefined }, /must state outside-the-guarantee/],
    ['with a budget', { ...exact, epsilon: 1 }, /pays for nothing/],
    ['with other lists than the file', { ...exact, lists: lists.slice(1) }, /name the same lists in both/],
    ['without a text in a language', { ...exact, population: { en: 'people' } }, /has no text in fr/],
    ['without a file', { ...exact, histories: 'nothing.csv' }, /nothing\.csv/],
  ])('is refused %s, and leaves the ledger untouched', async (_, prevalence, says) => {
    const made = await world({ exactOverlaps: true });
    await expect(build(made, 'one', { prevalence })).rejects.toThrow(says);
    expect(await ledgerText(made)).toBe('');
  });

  it('is refused where an agreement does not allow it', async () => {
    const made = await world();
    await expect(build(made, 'one', { prevalence: exact })).rejects.toMatchObject({
      code: 'release-agreement',
      exit: 3,
      message: expect.stringContaining('outputs.exactOverlaps'),
    });
  });
});

describe('a release with measured histories', () => {
  it('pays for them exactly, and everything follows from the noisy histories again', async () => {
    const made = await world({}, [2014, 2015]);
    const cohorts = { years: [2014, 2015] };
    const one = await build(made, 'one', { prevalence: measured, cohorts });
    const source = directorySource(one.bundleDir);
    const report = await verifyBundle(source, { publicKey: made.steward.publicKey });
    expect(report.prevalence).toMatchObject({ way: 'measured', redone: true });
    const { prevalence, privacy } = await readBundle(source);
    expect(privacy.prevalence).toBeUndefined();
    expect(privacy.notProtected).not.toContain('estimate_from_exact_overlaps');
    // Only the cohort whose people are in the histories is charged.
    expect(prevalence?.measured?.cohorts).toEqual(['2014.1']);
    const own = privacy.mechanisms?.find(({ product }) => product === 'prevalence');
    expect(own?.cohorts).toEqual([{ cohort: '2014.1', rho: { num: '1', den: prevalence?.measured?.variance } }]);
    expect(prevalence?.measured?.values[0]).toBe(0);
    // Ten standard deviations of the noise: a false alarm has a chance below 1e-20.
    const spread = 10 * Math.sqrt(Number(prevalence?.measured?.variance));
    const counts = [0, 720, 560, 240, 420, 180, 140, 60];
    for (const [at, value] of (prevalence?.measured?.values ?? []).entries())
      expect(Math.abs(value - (counts[at] as number))).toBeLessThan(spread);
    const [lower = 0, upper = 0] = prevalence?.stepwise?.interval ?? [];
    expect(lower).toBeLessThan(4000);
    expect(upper).toBeGreaterThan(4000);

    const changed = join(dir, 'changed');
    await cp(one.bundleDir, changed, { recursive: true });
    const path = join(changed, 'data/prevalence.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"stable":true', '"stable":false'));
    await expect(verifyBundle(directorySource(changed))).rejects.toThrow(/prevalence\.json/);

    // The people of 2014 have paid: their histories are not measured again.
    const again = { prevalence: measured, previous: one.bundleDir, cohorts };
    await expect(build(made, 'two', again)).rejects.toMatchObject({ exit: 3 });
  });

  it.each([
    ['without a budget', { ...measured, epsilon: undefined }, /must name the epsilon/],
    ['with several linkages', { ...measured, cautious: 'cautious.csv' }, /leave cautious and generous out/],
    ['for years that are not measured', { ...measured, period: [2013, 2014] }, /within cohorts\.years/],
    [
      'with the statement of the other way',
      { ...measured, statement: 'outside-the-guarantee' },
      /about exact overlaps/,
    ],
  ])('is refused %s', async (_, prevalence, says) => {
    const made = await world();
    await expect(build(made, 'one', { prevalence })).rejects.toThrow(says);
    expect(await ledgerText(made)).toBe('');
  });

  it('is refused above what an agreement allows for tables and histories together', async () => {
    const made = await world({ epsilon: '4', delta: '0.000001' });
    await expect(build(made, 'one', { prevalence: measured })).rejects.toMatchObject({
      message: expect.stringMatching(
        /tables and histories together come to \d\.\d\d; lower protection\.epsilon or prevalence\.epsilon/,
      ),
    });
  });
});
