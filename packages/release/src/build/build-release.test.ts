import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv, readBundle, verifyBundle } from '@casebridge/bundle';
import { directorySource, type FolderFiles, folderFiles } from '@casebridge/bundle/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ExampleWorld, exampleDay, exampleRecords, exampleWorld, ledgerText } from '../fixture.ts';
import { buildRelease, type ReleaseOptions } from './build-release.ts';

let dir: string;
let world: ExampleWorld;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-release-'));
  world = await exampleWorld(dir, [{ id: 'agency' }, { id: 'shelter' }]);
  await world.submit('agency', [...exampleRecords('agency', 2014, 1200), ...exampleRecords('agency', 2015, 1400)]);
  await world.submit('shelter', exampleRecords('shelter', 2014, 150));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

const build = async (
  name: string,
  fields: Readonly<Record<string, unknown>> = {},
  options: Partial<ReleaseOptions> = {},
) =>
  buildRelease({
    recipePath: await world.recipe(name, fields),
    out: world.path(`bundles/${name}`),
    day: exampleDay,
    ...options,
  });

describe('buildRelease', () => {
  it('gives a bundle that verifies, with figures near the truth and intervals as wide as planned', async () => {
    const { bundleDir, expected, phases } = await build('one');
    const report = await verifyBundle(directorySource(bundleDir), { publicKey: world.steward.publicKey });
    expect(report.figures.recomputed).toBeGreaterThan(5);
    const { figures, manifest } = await readBundle(directorySource(bundleDir));
    expect(manifest).toMatchObject({ sequence: 1, previous: null, example: true, periods: ['2014'] });
    const held = figures.find(({ id }) => id === 'victims.2014');
    // 1,350 records less one in fifty that is no victim; the noise is a few records at epsilon 4.
    expect(held?.value).toBeGreaterThan(1323 - 60);
    expect(held?.value).toBeLessThan(1323 + 60);
    const male = figures.find(({ id }) => id === 'sex.male.2014');
    expect(male?.value).toBeCloseTo(11 / 19, 1);
    expect(expected.find(({ id }) => id === 'victims.2014')?.halfWidth).toBeCloseTo(
      ((held?.interval?.[1] ?? 0) - (held?.interval?.[0] ?? 0)) / 2,
      6,
    );
    expect(phases.map(({ phase }) => phase)).toContain('measure');
    for (const sentence of Object.values(male?.sentences ?? {})) expect(sentence.long.length).toBeGreaterThan(20);
  });

  it('says nothing of who the contributors are where they stay unnamed', async () => {
    const { bundleDir } = await build('one');
    for (const path of await directorySource(bundleDir).list()) {
      const text = (await readFile(join(bundleDir, path))).toString('latin1');
      expect(text, path).not.toMatch(/agency|shelter/);
    }
  });

  it('measures in the next release only persons no earlier release measured, and carries the earlier ones forward', async () => {
    await build('one');
    const second = await build('two', { previous: 'bundles/one', cohorts: { years: [2014, 2015] } });
    const { measurements, figures, manifest, ledger } = await readBundle(directorySource(second.bundleDir));
    expect(measurements.cohorts.map(({ id }) => id)).toEqual(['2014.1', '2014.2', '2015.2']);
    expect(manifest).toMatchObject({ sequence: 2, periods: ['2014', '2015'] });
    expect(new Set(ledger.map(({ cohort }) => cohort))).toEqual(new Set(['2014.1', '2014.2', '2015.2']));
    // Everybody of 2014 was in the first release: the second adds noise of mean zero to them and nobody twice.
    const value = (id: string) => figures.find((figure) => figure.id === id)?.value ?? 0;
    expect(Math.abs(value('victims.2014') - 1323)).toBeLessThan(80);
    expect(Math.abs(value('victims.2015') - 1372)).toBeLessThan(60);
    await expect(verifyBundle(directorySource(second.bundleDir))).resolves.toMatchObject({ cohorts: 3 });
  });

  it('publishes every cell of every declared combination, and no count', async () => {
    const { bundleDir } = await build('one');
    const rows = parseCsv(await readFile(join(bundleDir, 'data/tables.csv'), 'utf8')).slice(1);
    const own = rows.filter(([variables, , period]) => variables === 'sex_or_gender' && period === '2014');
    expect(own.map(([, codes]) => codes)).toEqual([
      'female',
      'male',
      'other',
      '?unknown',
      '?refused',
      '?not_asked',
      '?suppressed',
    ]);
  });

  it('debits before noise is drawn, once, with all cohorts', async () => {
    await build('one', { cohorts: { years: [2014, 2015] } });
    const entries = (await ledgerText(world))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.map(({ kind }) => kind)).toEqual(['debit', 'artefact']);
    expect(entries[0].scope).toEqual(['2014.1', '2015.1']);
    expect(entries[0].sealed.marks).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses when the budget of a cohort is exhausted, before anything is measured', async () => {
    await build('one');
    const before = await ledgerText(world);
    await expect(build('again')).rejects.toMatchObject({ code: 'release-spent', exit: 3 });
    expect(await ledgerText(world)).toBe(before);
    expect(await readdir(world.path('bundles'))).toEqual(['one']);
  });

  it('refuses an older ledger', async () => {
    await build('one');
    await writeFile(world.path('steward/ledger.jsonl'), '');
    await expect(build('two', { previous: 'bundles/one', cohorts: { years: [2015, 2015] } })).rejects.toMatchObject({
      code: 'ledger-older',
      exit: 3,
    });
  });

  it('refuses an older ledger even where the recipe names no previous bundle', async () => {
    await build('one');
    const old = await ledgerText(world);
    await build('two', { previous: 'bundles/one', cohorts: { years: [2015, 2015] } });
    for (const text of ['', old]) {
      await writeFile(world.path('steward/ledger.jsonl'), text);
      for (const previous of ['none', 'bundles/one']) {
        await expect(build('three', { previous, cohorts: { years: [2014, 2016] } })).rejects.toMatchObject({
          code: 'ledger-older',
          exit: 3,
        });
      }
    }
  });

  it('counts everybody up to the last measured year as measured when the marks are lost', async () => {
    await build('one');
    await rm(world.path('steward/marks'), { recursive: true });
    const second = await build('two', { previous: 'bundles/one', cohorts: { years: [2014, 2015] } });
    const { figures } = await readBundle(directorySource(second.bundleDir));
    const value = figures.find(({ id }) => id === 'victims.2014')?.value ?? 0;
    expect(Math.abs(value - 1323)).toBeLessThan(80);
  });

  it('goes on doing so in the release after that', async () => {
    await build('one');
    await rm(world.path('steward/marks'), { recursive: true });
    await build('two', { previous: 'bundles/one', cohorts: { years: [2014, 2015] } });
    const third = await build('three', { previous: 'bundles/two', cohorts: { years: [2014, 2015] } });
    const { figures } = await readBundle(directorySource(third.bundleDir));
    const value = figures.find(({ id }) => id === 'victims.2014')?.value ?? 0;
    expect(Math.abs(value - 1323)).toBeLessThan(120);
    const reserve = { epsilon: 2, delta: 0.000001 };
    await expect(
      build('four', {
        previous: 'bundles/three',
        cohorts: { years: [2016, 2016], reserve, remeasure: ['2014.1'] },
      }),
    ).rejects.toThrow(/who is in cohort 2014\.1 is not known/);
  });

  it('refuses marks made with another key, under which every record would look new', async () => {
    await build('one');
    const key = world.path('keys/steward/record.key');
    const [mark, organisation] = (await readFile(key, 'utf8')).split(' ');
    await writeFile(key, `${mark} ${organisation} ${Buffer.alloc(32, 7).toString('base64')}\n`);
    const before = await ledgerText(world);
    await expect(build('two', { previous: 'bundles/one', cohorts: { years: [2014, 2015] } })).rejects.toMatchObject({
      code: 'marks-key',
      exit: 3,
    });
    expect(await ledgerText(world)).toBe(before);
  });

  it('keeps marks from everybody but their owner', async () => {
    await build('one');
    const folder = world.path('steward/marks');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const names = await readdir(folder);
    expect(names).toHaveLength(2);
    for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  });

  it('refuses a previous bundle that was changed, by the file', async () => {
    await build('one');
    const path = world.path('bundles/one/data/figures.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('sex.male.2014', 'sex.mole.2014'));
    await expect(build('two', { previous: 'bundles/one', cohorts: { years: [2015, 2015] } })).rejects.toThrow(
      /data\/figures\.json was changed/,
    );
  });

  it('refuses a second release at the same time', async () => {
    let inner: Promise<unknown> = Promise.resolve();
    await build(
      'one',
      {},
      {
        onStep: (step) => {
          if (step === 'marks-written')
            inner = build('two', { cohorts: { years: [2015, 2015] } }).catch((error) => error);
        },
        files: {
          ...folderFiles,
          flushFolder: async (path) => {
            await inner;
            await folderFiles.flushFolder(path);
          },
        },
      },
    );
    expect(await inner).toMatchObject({ code: 'release-running', exit: 2 });
  });

  it('leaves no bundle and an unspent ledger when the disk is full before the debit', async () => {
    const files: FolderFiles = {
      ...folderFiles,
      writeFlushed: async () => {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      },
    };
    await expect(build('one', {}, { files })).rejects.toMatchObject({ name: 'Refusal', code: 'disk-full' });
    expect(await ledgerText(world)).toBe('');
    await expect(build('two')).resolves.toBeDefined();
  });

  it('says what was spent when the disk is full after the debit, and measures again only from a declared reserve', async () => {
    let writes = 0;
    const files: FolderFiles = {
      ...folderFiles,
      writeFlushed: async (path, bytes) => {
        writes += 1;
        if (writes > 1) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        await folderFiles.writeFlushed(path, bytes);
      },
    };
    const reserve = { epsilon: 2, delta: 0.000001 };
    const cohorts = { years: [2014, 2014], reserve };
    await expect(build('one', { cohorts }, { files })).rejects.toMatchObject({ code: 'disk-full' });
    expect(await readdir(world.path('bundles'))).toEqual([]);
    await expect(build('one', { cohorts })).rejects.toThrow(
      /cohort 2014\.1 was spent by ledger entry 000001.*nothing is refunded.*cohorts\.remeasure/,
    );
    const again = await build('one', { cohorts: { ...cohorts, remeasure: ['2014.1'] } });
    const { ledger, privacy, figures } = await readBundle(directorySource(again.bundleDir));
    expect(ledger.map(({ cohort }) => cohort)).toEqual(['2014.1', '2014.1']);
    expect(privacy.cohorts[0]?.epsilon).toBeGreaterThan(4.5);
    expect(Math.abs((figures.find(({ id }) => id === 'victims.2014')?.value ?? 0) - 1323)).toBeLessThan(120);
    await expect(build('third', { cohorts: { ...cohorts, remeasure: ['2014.1'] } })).rejects.toMatchObject({
      code: 'budget-exhausted',
      exit: 3,
    });
  });

  it('leaves a contributor’s held-back variable and country out', async () => {
    const other = await exampleWorld(join(dir, 'other'), [
      { id: 'agency', agreement: { heldBack: { countries: ['FRA'], variables: ['sex'] } } },
    ]);
    await other.submit('agency', exampleRecords('agency', 2014, 3000));
    const { bundleDir } = await buildRelease({
      recipePath: await other.recipe('one', {
        variables: ['region_of_identification'],
        tables: { figures: 'none', all: 1 },
      }),
      out: other.path('bundle'),
      day: exampleDay,
    });
    const rows = parseCsv(await readFile(join(bundleDir, 'data/tables.csv'), 'utf8'));
    const estimate = (code: string) =>
      Number(rows.find(([, codes, period]) => codes === code && period === '2014')?.[3]);
    expect(Math.abs(estimate('EUR'))).toBeLessThan(60);
    expect(Math.abs(estimate('?suppressed') - 980)).toBeLessThan(60);
  });

  it('refuses to measure again beyond what an agreement allows a cohort in all', async () => {
    const strict = await exampleWorld(join(dir, 'strict'), [
      { id: 'agency', agreement: { outputs: { epsilon: '4' } } },
    ]);
    await strict.submit('agency', exampleRecords('agency', 2014, 10));
    const cohorts = { years: [2014, 2014], reserve: { epsilon: 2, delta: 0.000001 } };
    const release = async (name: string, fields: Record<string, unknown>) =>
      buildRelease({ recipePath: await strict.recipe(name, fields), out: strict.path(name), day: exampleDay });
    await release('one', { cohorts });
    const again = release('two', {
      previous: 'one',
      cohorts: { ...cohorts, years: [2015, 2015], remeasure: ['2014.1'] },
    });
    await expect(again).rejects.toMatchObject({ exit: 3, message: expect.stringMatching(/would come to 4\.\d+/) });
  });

  it.each([
    ['an expired agreement', { validTo: '2016-05-25' }, /expired on 2016-05-25/],
    ['an agreement without public release', { purposes: ['statistics'] }, /does not allow a public release/],
    ['a budget above the agreement’s', { outputs: { epsilon: '2' } }, /allows an epsilon of 2 at most/],
    ['a dominance rule that declared totals break', { dominance: { sharePercent: 60 } }, /allows one contributor 60 %/],
  ])('refuses %s', async (_name, agreement, message) => {
    const strict = await exampleWorld(join(dir, 'strict'), [{ id: 'agency', agreement }]);
    await strict.submit('agency', exampleRecords('agency', 2014, 10));
    const outcome = buildRelease({
      recipePath: await strict.recipe('one'),
      out: strict.path('bundle'),
      day: '2016-06-01',
    });
    await expect(outcome).rejects.toMatchObject({ exit: 3, message: expect.stringMatching(message) });
  });

  it('gives figures of every family that verify from the measurements alone', async () => {
    const { bundleDir } = await build('one', {
      cohorts: { years: [2014, 2015] },
      variables: [
        'sex_or_gender',
        'majority_at_registration',
        'purpose_summary',
        'duration_years',
        'trafficking_scope',
        'region_of_identification',
        'region_of_origin',
        'labour_sector',
      ],
      tables: { figures: 'places' },
      setApart: {
        variable: 'contributor_group',
        code: 'agency',
        contributor: 'agency',
        label: { en: 'the example agency', fr: 'l’agence de l’exemple' },
      },
      activityFlags: 'consented',
    });
    const { figures } = await readBundle(directorySource(bundleDir));
    const families = new Set(figures.filter(({ value }) => value !== null).map(({ family }) => family));
    for (const family of ['victims', 'change', 'duration.mean', 'purpose.labour', 'children']) {
      expect([...families], family).toContain(family);
    }
    expect(figures.some(({ id }) => id === 'sex.male.2015@agency')).toBe(true);
    expect(figures.some(({ id }) => id.includes('#identified.EUR'))).toBe(true);
    const report = await verifyBundle(directorySource(bundleDir));
    expect(report.figures.recomputed).toBeGreaterThan(50);
  });

  it('gives the same tables through DuckDB as through memory, but for the noise', async () => {
    const { bundleDir } = await build('one', { engine: 'duckdb' });
    const { figures } = await readBundle(directorySource(bundleDir));
    expect(Math.abs((figures.find(({ id }) => id === 'victims.2014')?.value ?? 0) - 1323)).toBeLessThan(60);
    await expect(verifyBundle(directorySource(bundleDir))).resolves.toBeDefined();
  });
});
