import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundle, verifyBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { loadRecordKey } from '@casebridge/submission/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildRelease } from '../build/build-release.ts';
import { type ExampleWorld, exampleDay, exampleRecords, exampleWorld } from '../fixture.ts';
import { foundMarks, readMarks } from '../marks/marks.ts';
import { readPersons } from './read-persons.ts';

let dir: string;
let world: ExampleWorld;
const agency = exampleRecords('agency', 2014, 1000);
const shelter = exampleRecords('shelter', 2014, 400);

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-persons-'));
  world = await exampleWorld(dir, [{ id: 'agency' }, { id: 'shelter' }]);
  await world.submit('agency', agency);
  await world.submit('shelter', shelter);
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

type Row = readonly [organisation: string, key: string, person: string];
const keysOf = (records: readonly Readonly<Record<string, string>>[]) => records.map(({ record_key: key = '' }) => key);

/** Everybody alone, but that the first `shared` of the shelter are the first of the agency. */
function rowsOf(shared: number): Row[] {
  return [
    ...keysOf(agency).map((key, at): Row => ['agency', key, `p${at}`]),
    ...keysOf(shelter).map((key, at): Row => ['shelter', key, at < shared ? `p${at}` : `q${at}`]),
  ];
}

async function persons(rows: readonly Row[], name = 'persons.csv'): Promise<string> {
  await writeFile(world.path(name), `organisation,record,person\n${rows.map((row) => `${row.join(',')}\n`).join('')}`);
  return name;
}

const build = async (name: string, fields: Readonly<Record<string, unknown>> = {}) => {
  const { bundleDir } = await buildRelease({
    recipePath: await world.recipe(name, { protection: { epsilon: 20, delta: 0.00001 }, ...fields }),
    out: world.path(`bundles/${name}`),
    day: exampleDay,
  });
  return readBundle(directorySource(bundleDir));
};
const linkageWith = async (rows: readonly Row[], more: Readonly<Record<string, unknown>> = {}) => ({
  linkage: { persons: await persons(rows), ...more },
});
const held = ({ figures }: Awaited<ReturnType<typeof build>>, id = 'victims.2014') =>
  figures.find((figure) => figure.id === id);

// Noise of a count at ε 20 is well below ten records; one record in fifty is no victim.
const near = 15;

describe('a release with linkage', () => {
  it('counts each person once, says so, and verifies', async () => {
    const bundle = await build('one', await linkageWith(rowsOf(300)));
    expect(Math.abs((held(bundle)?.value ?? 0) - (1400 - 28 - 294))).toBeLessThan(near);
    expect(bundle.privacy).toMatchObject({ unit: 'person', personBound: 1 });
    expect(bundle.privacy.notProtected).toContain('persons_taken_for_several_by_linkage');
    expect(held(bundle)?.protection).toMatchObject({ unit: 'person' });
    expect(held(bundle)?.caveats).toContain('one_record_a_person');
    expect(held(bundle)?.caveats).not.toContain('records_not_persons');
    expect(held(bundle)?.sentences.en?.long).toMatch(/count once/);
    await expect(verifyBundle(directorySource(world.path('bundles/one')))).resolves.toBeDefined();
  });

  it('counts records where it has no linkage', async () => {
    const bundle = await build('one');
    expect(Math.abs((held(bundle)?.value ?? 0) - 1372)).toBeLessThan(near);
    expect(bundle.privacy.unit).toBe('record');
    expect(held(bundle)?.caveats).toContain('records_not_persons');
  });

  it('never counts a later record of a measured person, and leaves two measured persons two', async () => {
    await build('one', await linkageWith(rowsOf(300)));
    const later = exampleRecords('agency', 2015, 200);
    await world.submit('agency', [...agency, ...later], 2);
    const rows: Row[] = [
      // Two measured persons that turn out to be one.
      ...rowsOf(300).map(
        ([organisation, key, person]): Row => [organisation, key, person === 'q399' ? 'p999' : person],
      ),
      // Half of those who came later are people of 2014.
      ...keysOf(later).map((key, at): Row => ['agency', key, at < 100 ? `p${at}` : `r${at}`]),
    ];
    const two = await build('two', {
      previous: 'bundles/one',
      cohorts: { years: [2014, 2015] },
      ...(await linkageWith(rows)),
    });
    expect(Math.abs((held(two, 'victims.2015')?.value ?? 0) - 98)).toBeLessThan(near);
    expect(Math.abs((held(two)?.value ?? 0) - 1078)).toBeLessThan(2 * near);
    expect(two.privacy.unit).toBe('person');
  });

  it('marks those that another record stands for, so that they stay uncounted when linkage changes its mind', async () => {
    const one = await build('one', await linkageWith(rowsOf(300)));
    const two = await build('two', {
      previous: 'bundles/one',
      cohorts: { years: [2014, 2015] },
      ...(await linkageWith(rowsOf(0))),
    });
    expect(Math.abs((held(two)?.value ?? 0) - (held(one)?.value ?? 0))).toBeLessThan(2 * near);
    const key = await loadRecordKey(world.steward.recordKey);
    const kinds = new Set<string>();
    for (const sha256 of await foundMarks(world.path('steward/marks'))) {
      for (const cohort of (await readMarks(world.path('steward/marks'), sha256, key)).cohorts.values())
        kinds.add(cohort);
    }
    expect([...kinds].sort()).toEqual(['2014.1', 'linked']);
  });

  it('gives the same partition whatever the order of the table', async () => {
    const bundle = await build('one', await linkageWith(rowsOf(300).reverse()));
    expect(Math.abs((held(bundle)?.value ?? 0) - 1078)).toBeLessThan(near);
  });

  it('refuses a record that the table lacks, before anything is debited, unless its contributor is named as unlinked', async () => {
    const without = rowsOf(300).filter(([organisation]) => organisation !== 'shelter');
    await expect(build('one', await linkageWith(without))).rejects.toMatchObject({
      code: 'linkage-incomplete',
      exit: 3,
    });
    const bundle = await build('two', await linkageWith(without, { unlinked: ['shelter'] }));
    expect(bundle.privacy.unit).toBe('record');
    expect(Math.abs((held(bundle)?.value ?? 0) - 1372)).toBeLessThan(near);
  });

  it('refuses to go on without linkage once persons were counted', async () => {
    await build('one', await linkageWith(rowsOf(300)));
    await expect(build('two', { previous: 'bundles/one' })).rejects.toMatchObject({ code: 'recipe', exit: 3 });
  });
});

describe('readPersons', () => {
  it.each([
    ['key,person\n', 'line 1'],
    ['organisation,record,person\na,1,x\na,1,y\n', 'line 3: repeats'],
    ['organisation,record,person\na,b,"1 2"\n', 'line 2'],
    ['organisation,record,person\na,b\n', 'line 2'],
    ['', 'line 1'],
  ])('refuses %j, naming the line and nothing in it', async (text, where) => {
    await writeFile(world.path('p.csv'), text);
    await expect(readPersons(world.path('p.csv'))).rejects.toMatchObject({
      code: 'linkage-persons',
      message: expect.stringContaining(`p.csv, ${where}`),
    });
  });
});
