import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

// One set of settings for all tests: its gates run once.
const synthetic = { epsilon: 1, replicates: 2, modelSize: 0.5, hierarchies: [] };

describe('a release with synthetic records', () => {
  const reserve = { epsilon: 2, delta: 0.000001 };
  const fields = { synthetic, cohorts: { years: [2014, 2015], reserve } };
  const twoReleases = async (engine = 'memory') => {
    const world = await exampleWorld(dir, [{ id: 'agency' }]);
    await world.submit('agency', [...exampleRecords('agency', 2014, 1200), ...exampleRecords('agency', 2015, 1400)]);
    const one = await build(world, 'one', { ...fields, engine });
    return { world, one };
  };
  const ledgerOf = async (world: ExampleWorld) =>
    (await ledgerText(world))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('verifies, with records near the truth and a budget that adds up exactly', async () => {
    const { world, one } = await twoReleases();
    const source = directorySource(one.bundleDir);
    const report = await verifyBundle(source, { publicKey: world.steward.publicKey });
    expect(report.synthetic).toMatchObject({ batches: 1, replicates: 2 });
    // 2,600 records less one in fifty that is no victim.
    expect(Math.abs((report.synthetic?.records ?? 0) - 2548)).toBeLessThan(120);
    const bundle = await readBundle(source);
    const rows = parseCsv(new TextDecoder().decode(await bundle.file('data/synthetic.csv')));
    const [header = [], ...records] = rows;
    const share = (column: string, value: string) =>
      records.filter((row) => row[header.indexOf(column)] === value).length / records.length;
    expect(share('sex_or_gender', 'male')).toBeCloseTo(0.55, 1);
    expect(share('period', '2014')).toBeCloseTo(1200 / 2600, 1);

    const [tables, own, artefact] = await ledgerOf(world);
    expect([tables.mechanism, own.mechanism, artefact.kind]).toEqual([
      'discrete-gaussian',
      'adaptive-marginals',
      'artefact',
    ]);
    expect(own.scope).toEqual(['2014.1', '2015.1']);
    const sum = (a: { num: string; den: string }, b: { num: string; den: string }) =>
      BigInt(a.num) * BigInt(b.den) + BigInt(b.num) * BigInt(a.den);
    for (const { rho } of bundle.privacy.cohorts) {
      expect(BigInt(rho.num) * BigInt(tables.rho.den) * BigInt(own.rho.den)).toBe(
        sum(tables.rho, own.rho) * BigInt(rho.den),
      );
    }
    expect(bundle.privacy.mechanisms?.map(({ product, cohorts }) => [product, cohorts.length])).toEqual([
      ['tables', 2],
      ['synthetic', 2],
    ]);
    expect(bundle.privacy.mechanisms?.[1]?.cohorts[0]?.rho).toEqual(own.rho);
    const male = bundle.figures.find(({ id }) => id === 'sex.male.2014');
    expect(male?.protection).toMatchObject({ epsilon: expect.closeTo(4.18, 1) });
    expect(bundle.ledger.map(({ mechanism }) => mechanism)).toContain('adaptive-marginals');
  });

  it('reuses the first release’s records byte for byte in the second, though one of its cohorts is measured again', async () => {
    const { world, one } = await twoReleases();
    await world.submit('agency', [...exampleRecords('agency', 2014, 1200), ...exampleRecords('agency', 2015, 1700)], 2);
    const two = await build(world, 'two', {
      ...fields,
      previous: 'bundles/one',
      cohorts: { ...fields.cohorts, remeasure: ['2014.1'] },
    });
    const [before, after] = await Promise.all(
      [one, two].map(({ bundleDir }) => readFile(join(bundleDir, 'data/synthetic.csv'))),
    );
    expect(Buffer.compare(after?.subarray(0, before?.length) ?? Buffer.of(), before as Buffer)).toBe(0);
    const { synthesis } = await readBundle(directorySource(two.bundleDir));
    expect(synthesis?.batches.map(({ cohorts }) => cohorts)).toEqual([
      ['2014.1', '2015.1'],
      ['2014.2', '2015.2'],
    ]);
    await expect(verifyBundle(directorySource(two.bundleDir))).resolves.toMatchObject({ synthetic: { batches: 2 } });
  });

  it('holds for a single cohort, counted in DuckDB', async () => {
    const world = await exampleWorld(dir, [{ id: 'agency' }]);
    await world.submit('agency', exampleRecords('agency', 2014, 800));
    const { bundleDir } = await build(world, 'one', { synthetic, engine: 'duckdb' });
    await expect(verifyBundle(directorySource(bundleDir))).resolves.toMatchObject({
      synthetic: { batches: 1, replicates: 2 },
    });
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
    const world = await worldWith('sex_or_gender,purpose_summary', 'male,labour', 'male,sexual', '*,*');
    const { bundleDir } = await build(world, 'one', { kanonymous, synthetic });
    const bundle = await readBundle(directorySource(bundleDir));
    expect(bundle.privacy.kanonymous).toMatchObject({ guarantee: 'ends-for-persons-in-file', k: 2 });
    expect(bundle.privacy.notProtected).toContain('persons_in_kanonymous_records');
    const rows = parseCsv(new TextDecoder().decode(await bundle.file('data/kanonymous.csv')));
    expect(rows[1]).toEqual(['male', 'labour', 'Example data, not real']);
    await expect(verifyBundle(directorySource(bundleDir))).resolves.toMatchObject({ cohorts: 1 });
  });

  it.each([
    ['a group is too small', ['sex_or_gender', 'male', 'male', 'female'], { code: 'kanonymous-groups', exit: 3 }],
    [
      'a column is not published',
      ['sex_or_gender,record_key', 'male,1', 'male,2'],
      { code: 'kanonymous-column', exit: 2 },
    ],
    ['a quasi-identifier is not there', ['purpose_summary', 'labour'], { code: 'kanonymous-column', exit: 2 }],
  ])('is refused where %s, before anything is debited', async (_, rows, refusal) => {
    const world = await worldWith(...rows);
    await expect(build(world, 'one', { kanonymous })).rejects.toMatchObject(refusal);
    expect(await ledgerText(world)).toBe('');
  });
});
