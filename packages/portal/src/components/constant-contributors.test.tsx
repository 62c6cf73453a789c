import { answersFrom } from '@casebridge/privacy/results';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '../bake/assets.ts';
import { siteFiles } from '../bake/site-pages.ts';
import { fixtureReleases } from '../fixture.ts';
import { viewRelease } from '../model/release-view.ts';
import { readSiteFile } from '../site/site-file.ts';

const site = { ...readSiteFile(), languages: ['en'], defaultLanguage: 'en' };
const releases = fixtureReleases()
  .slice(0, 1)
  .map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
const pages = new Map<string, Document>();

beforeAll(async () => {
  const { assets } = await loadAssets(site);
  for (const { path, content } of siteFiles({ site, assets, releases })) {
    const id = /^en\/figures\/(victims|change|purpose\.labour)\.2014\/index\.html$/.exec(path)?.[1];
    if (id) pages.set(id, parseHTML(String(await content())).document as unknown as Document);
  }
}, 180_000);

describe('the series of constant contributors', () => {
  it('stands with the records and with their change, a row a year with what its figure is made of', () => {
    const changes = releases[0]?.citable.filter(
      ({ family, group, place, value }) => family === 'change' && group === null && place === null && value !== null,
    );
    expect(changes?.length).toBeGreaterThan(2);
    for (const id of ['victims', 'change']) {
      const rows = [...(pages.get(id)?.querySelectorAll('#same-contributors + .pair tbody tr') ?? [])];
      expect(rows.map((row) => row.getAttribute('data-figure'))).toEqual(changes?.map((change) => change.id));
      rows.forEach((row, at) => {
        const cells = [...row.querySelectorAll('td b')].map(({ textContent }) =>
          Number.parseInt(textContent.replace('−', '-'), 10),
        );
        const change = changes?.[at];
        expect(cells).toEqual(
          [change?.value, ...(change?.parts.map(({ value }) => value) ?? [])].map((value) =>
            Math.round((value ?? 0) * 100),
          ),
        );
      });
    }
  });

  it('is named where another series breaks', () => {
    const link = pages.get('purpose.labour')?.querySelector('#history a[href*="#same-contributors"]');
    expect(link?.getAttribute('href')).toMatch(/figures\/change\.2014\/#same-contributors$/);
    expect(pages.get('purpose.labour')?.querySelector('#same-contributors')).toBeNull();
  });
});
