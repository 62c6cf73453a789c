import { parseCsv } from '@casebridge/bundle';
import { movedFar } from '@casebridge/figures';
import { answersFrom } from '@casebridge/privacy/results';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { openEdition, siteFiles } from '../bake/site-pages.ts';
import { fixtureReleases } from '../fixture.ts';
import { feedIn } from '../rooms/changes-feed.ts';
import { readSiteFile } from '../site/site-file.ts';
import { changesCsv, figureChanges, nameBasedUuid, pairsOf } from './release-diff.ts';
import { type ReleaseView, viewRelease } from './release-view.ts';

const releases = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
const [pair] = pairsOf(releases);
const [first, second] = releases;
if (!pair || !first || !second) throw new Error('the fixture has two releases');
const assets = { style: 's', styles: { records: 'r' }, scripts: {}, icon: 'i', logo: null };

const named = <T>(value: T): Readonly<Record<string, T>> => new Proxy({}, { get: () => value });
const everything = { ...assets, styles: named('s'), scripts: named({ path: 'x', integrity: 'y' }) };

describe('changes between two releases', () => {
  it('are a line a figure, each with its reasons and both values', () => {
    const [head = [], ...rows] = parseCsv(changesCsv(pair));
    const at = (name: string) => head.indexOf(name);
    expect(rows).toHaveLength(figureChanges(pair).length);
    const late = rows.filter((row) => row[at('reasons')] === 'late_records');
    expect(late.length).toBeGreaterThan(0);
    for (const row of late) {
      expect(row[at('year')]).toBe('2014');
      expect(row[at('added_groups')]).toContain('2014.2');
      const figure = second.figure(row[at('figure')] ?? '');
      expect(row[at('value_after')]).toBe(String(figure?.value ?? ''));
    }
    expect(rows.every((row) => row[at('note')] === 'Example data, not real')).toBe(true);
  });

  it('count as far from two points of a share, and two per cent of a count', () => {
    const figure = second.figure('purpose.labour.2015');
    const count = second.figure('victims.2015');
    if (!figure || !count) throw new Error('both are published');
    const moved = (from: typeof figure, value: number) => movedFar({ before: from, after: { ...from, value } });
    expect(moved(figure, (figure.value ?? 0) + 0.021)).toBe(true);
    expect(moved(figure, (figure.value ?? 0) + 0.02)).toBe(false);
    expect(moved(count, (count.value ?? 0) * 1.021)).toBe(true);
    expect(moved(count, (count.value ?? 0) * 1.019)).toBe(false);
    expect(movedFar({ before: figure, after: { ...figure, value: null } })).toBe(false);
  });
});

describe('the feed', () => {
  it('is Atom with an entry for each release, permanent names and escaped text, in every language', async () => {
    for (const language of ['en', 'fr', 'es', 'ar']) {
      const site = { ...readSiteFile(), address: 'https://data.example/' };
      const edition = openEdition({ site, assets, releases }, second, language);
      const xml = String(await feedIn(edition).content());
      expect(String(await feedIn(edition).content())).toBe(xml);
      const { document } = parseHTML(xml);
      const ids = [...document.querySelectorAll('entry > id')].map(({ textContent }) => textContent);
      expect(new Set(ids).size).toBe(ids.length);
      for (const release of releases) {
        expect(ids).toContain(`urn:uuid:${nameBasedUuid(release.bundle.manifest.release)}`);
      }
      for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
      for (const link of document.querySelectorAll('link'))
        expect(link.getAttribute('href')).toMatch(/^https:\/\/data\.example\//);
      expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
      expect(document.querySelector('feed > title')?.textContent).toContain(edition.words.text('example'));
    }
  });
});

describe('old addresses', () => {
  const gone = (view: ReleaseView): ReleaseView => {
    const citable = view.citable.filter(({ id }) => id !== 'purpose.labour.2012');
    return { ...view, citable, figure: (id) => citable.find((figure) => figure.id === id) };
  };
  const site = { ...readSiteFile(), languages: ['en'] };
  const pageAt = async (files: ReturnType<typeof siteFiles>, path: string) =>
    String(await files.find((file) => file.path === path)?.content());

  it('of a figure that is given no more tell so, with its last value and release', async () => {
    const files = siteFiles({ site, assets: everything, releases: [first, gone(second)] });
    const html = await pageAt(files, 'en/figures/purpose.labour.2012/index.html');
    expect(html).toContain('This page is no more');
    expect(html).toContain('Release 1');
    expect(html).toMatch(/class="number"[^>]*>\d+%/);
  });

  it('that the site file names tell its reason, and may not have a page', async () => {
    const stone = {
      path: 'topics/old/',
      reason: 'Merged into another page.',
      since: '2016-05-20',
      instead: 'figures/',
    };
    const files = siteFiles({ site: { ...site, tombstones: [stone] }, assets: everything, releases });
    expect(await pageAt(files, 'en/topics/old/index.html')).toContain('Merged into another page.');
    const alive = { ...site, tombstones: [{ ...stone, path: 'figures/victims.2015/' }] };
    expect(() => siteFiles({ site: alive, assets: everything, releases })).toThrow(/has a page in this site/);
  });
});
