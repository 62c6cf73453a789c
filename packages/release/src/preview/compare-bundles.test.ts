import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRelease } from '../build/build-release.ts';
import { type ExampleWorld, exampleDay, exampleRecords, exampleWorld, ledgerText } from '../fixture.ts';
import { type BundleComparison, compareBundles } from './compare-bundles.ts';

let dir: string;
let world: ExampleWorld;
const bundle = (name: string) => world.path(`bundles/${name}`);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-compare-'));
  world = await exampleWorld(dir, [{ id: 'agency' }, { id: 'shelter' }]);
  await world.submit('agency', [...exampleRecords('agency', 2014, 1200), ...exampleRecords('agency', 2015, 400)]);
  await world.submit('shelter', exampleRecords('shelter', 2014, 600));
  const contributors = world.contributors.map(({ organisation, publicKey }) => ({ id: organisation, publicKey }));
  const recipes = {
    before: { contributors: contributors.slice(0, 1) },
    after: { contributors, previous: 'bundles/before' },
    other: {
      contributors: contributors.slice(0, 1),
      variables: ['sex_or_gender', 'purpose_summary'],
      cohorts: { years: [2015, 2015] },
    },
  };
  for (const [name, fields] of Object.entries(recipes)) {
    await buildRelease({ recipePath: await world.recipe(name, fields), out: bundle(name), day: exampleDay });
  }
}, 120_000);
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

describe('compareBundles', () => {
  let ledger: string;
  let compared: BundleComparison;
  const page = () => world.path('page.html');
  beforeAll(async () => {
    ledger = await ledgerText(world);
    // Neither the store nor a key is there: no record can be opened.
    await Promise.all(['store', 'keys'].map((name) => rm(world.path(name), { recursive: true })));
    compared = await compareBundles({
      without: bundle('before'),
      with: bundle('after'),
      contributor: 'contributor-2',
      out: page(),
    });
  }, 180_000);
  const line = (id: string) => compared.figures.find((one) => one.id === id);

  it('gives every figure with and without, the farthest moved first, opens no record and spends nothing', async () => {
    expect(await ledgerText(world)).toBe(ledger);
    const read = async (name: string) =>
      JSON.parse(await readFile(join(bundle(name), 'data/figures.json'), 'utf8')) as readonly { readonly id: string }[];
    const ids = new Set([...(await read('before')), ...(await read('after'))].map(({ id }) => id));
    expect(new Set(compared.figures.map(({ id }) => id))).toEqual(ids);
    expect(compared.figures).toHaveLength(ids.size);
    expect(compared.figures[0]?.id).toMatch(/^victims\.2014/);
  });

  it('counts what joined with the noise of the added cohort alone', () => {
    expect(compared.sharedCohorts).toEqual(['2014.1']);
    const victims = line('victims.2014');
    expect(victims).toMatchObject({ given: 'both', why: ['records that were added to a year both have'] });
    expect(victims?.without?.value).toMatch(/^about 1\d\d[05]$/);
    // 600 less one in fifty are 588; the noise has a standard deviation near 10.
    expect(Number(victims?.difference?.value)).toBeGreaterThan(400);
    expect(Number(victims?.difference?.value)).toBeLessThan(780);
    expect(victims?.difference?.apart).toBe('among_all');
  });

  it('says who differs, and that declared numbers are exact', () => {
    expect(compared.contributors).toMatchObject({
      onlyWith: [{ id: 'contributor-2', name: null }],
      onlyWithout: [],
      same: 1,
    });
    expect(line('countries.2014')?.difference).toMatchObject({ value: '0', apart: 'exact' });
  });

  it('writes a page without script that says it is an example, once', async () => {
    const html = await readFile(page(), 'utf8');
    expect(html).toContain('Example data, not real');
    expect(html).toContain('With and without contributor-2');
    expect(html).not.toMatch(/<script|https?:|style="/);
    expect(html.match(/<svg/g)).toHaveLength(2);
    const again = compareBundles({ without: bundle('before'), with: bundle('after'), out: page() });
    await expect(again).rejects.toMatchObject({ code: 'already-there' });
  });

  it.each([
    ['the same bundle twice', 'before', 'before', undefined, 'preview-same', /are the same release/],
    ['other variables', 'before', 'other', undefined, 'preview-domain', /other variables, codes or regions/],
    ['a contributor in both', 'before', 'after', 'contributor-1', 'preview-contributor', /is in both/],
    ['a contributor in neither', 'before', 'after', 'stranger', 'preview-contributor', /is in neither/],
    ['the two the wrong way round', 'after', 'before', 'contributor-2', 'preview-contributor', /other way round/],
  ])('refuses %s', async (_, without, withIt, contributor, code, message) => {
    const refused = compareBundles({ without: bundle(without), with: bundle(withIt), contributor });
    await expect(refused).rejects.toMatchObject({ code, exit: 2, message: expect.stringMatching(message) });
  });

  it('refuses a bundle that does not verify, by name, and leaves no page', async () => {
    const path = join(bundle('after'), 'data/figures.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"unknown":', '"unknowm":'));
    const out = world.path('none.html');
    const refused = compareBundles({ without: bundle('before'), with: bundle('after'), out });
    await expect(refused).rejects.toMatchObject({
      code: 'bundle-changed-file',
      message: expect.stringMatching(/bundles\/after does not verify: data\/figures\.json/),
    });
    expect(await readdir(dir)).not.toContain('none.html');
    await writeFile(path, text);
  });
});
