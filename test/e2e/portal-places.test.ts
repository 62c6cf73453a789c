// Topics and profiles of places, page by page, as they are baked; how they look and are used is in portal.test.ts.
import { answersFrom } from '@casebridge/privacy/results';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '../../packages/portal/src/bake/assets.ts';
import { siteFiles } from '../../packages/portal/src/bake/site-pages.ts';
import { fixtureReleases } from '../../packages/portal/src/fixture.ts';
import { viewRelease } from '../../packages/portal/src/model/release-view.ts';
import { readSiteFile } from '../../packages/portal/src/site/site-file.ts';

let files: ReturnType<typeof siteFiles>;

beforeAll(async () => {
  const site = { ...readSiteFile(), languages: ['en'], defaultLanguage: 'en' };
  const { assets } = await loadAssets(site);
  const releases = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
  files = siteFiles({ site, assets, releases });
}, 120_000);

async function open(path: string): Promise<Document> {
  const file = files.find((each) => each.path === `en/${path}index.html`);
  if (!file) throw new Error(`no page ${path}`);
  return parseHTML(String(await file.content())).document as unknown as Document;
}

const texts = (found: Iterable<Element>) => [...found].map((element) => (element.textContent ?? '').trim());
const headings = (document: Document) => texts(document.querySelectorAll('main h2'));

describe('a region', () => {
  it('opens with what can and cannot be said, then composition, trend, unknowns, coverage', async () => {
    const told = headings(await open('places/EUR/'));
    expect(told.slice(0, 2)).toEqual(['What can be said', 'What cannot be said']);
    expect(told).toEqual(
      expect.arrayContaining(['Over the years', 'What is not known', 'Coverage over time', 'Countries of this region']),
    );
  });

  it('marks in its trend the years in which those at work there changed, and names them', async () => {
    const document = await open('places/EUR/');
    const marked = document.querySelector('#years .chart svg desc')?.textContent ?? '';
    expect(marked).toContain('the series breaks before 2012');
    expect(marked).not.toContain('breaks before 2013');
    expect(document.querySelector('#years .breaks')?.textContent).toContain('Joined: Harbour Shelter Network');
    const still = (await open('places/OCE/')).querySelector('#years .chart svg desc')?.textContent ?? '';
    expect(still).not.toContain('breaks');
  });

  it('keeps its figures of a year at their addresses', async () => {
    expect((await open('places/ESEA/2013/')).getElementById('purpose.labour.2013~identified.ESEA')).toBeTruthy();
  });
});

describe('a country', () => {
  it('has its records by year with intervals and marks, and who worked there', async () => {
    const document = await open('places/ALB/');
    const rows = [...document.querySelectorAll('#records tbody tr')];
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      for (const cell of row.querySelectorAll('td')) expect(cell.textContent?.trim()).not.toBe('');
    }
    expect(document.querySelector('#records td[data-table] b')?.textContent).toMatch(/^\d/);
    expect(document.querySelector('#coverage')?.textContent).toContain('River Crossing Agency');
    expect(document.querySelector('#unknown')?.textContent).toContain('publishes no table of');
  });

  it('is found in the index under its region, and on the map’s table', async () => {
    const regions = [...(await open('places/')).querySelectorAll('.country-index section')];
    const europe = regions.find((section) => section.getAttribute('aria-label') === 'Europe');
    expect(texts(europe?.querySelectorAll('a') ?? [])).toContain('Albania');
    const links = [...(await open('map/')).querySelectorAll('.map-table tbody th a')];
    expect(links.map((link) => link.getAttribute('href'))).toContain('../../en/places/ALB/');
  });
});

describe('a topic', () => {
  it('leads with its figures and sets its measure side by side, all parts on one scale and in their own order', async () => {
    const document = await open('topics/labour/');
    expect(document.querySelector('.card')?.getAttribute('data-figure')).toBe('purpose.labour.2015');
    expect(headings(document)).toContain('Which tables are missing');
    const [first] = [...document.querySelectorAll('#compared a')].map((link) => link.getAttribute('href') ?? '');
    expect(first).toMatch(/topics\/labour\/region-of-/);
    const beside = await open(first?.replace(/^.*\/en\//, '') ?? '');
    const parts = texts(beside.querySelectorAll('#compared .pair:first-of-type table tbody th'));
    expect(parts.slice(0, 3)).toEqual(['Europe', 'East and South-East Asia', 'South and Central Asia']);
    expect(beside.querySelector('#compared svg.plot')).not.toBeNull();
  });

  it('without figures names the tables it lacks and prints no number of its own', async () => {
    const document = await open('topics/forced-marriage/');
    const missing = texts(document.querySelectorAll('.missing-tables code'));
    expect(missing).toContain('exploitation_type.forced_marriage');
    expect(document.querySelectorAll('[data-figure], [data-table]:not(tr)')).toHaveLength(0);
    expect(document.querySelector('#missing')?.textContent).toContain('not a zero');
  });

  it('leads to the stories that tell its figures', async () => {
    const links = texts((await open('topics/children/')).querySelectorAll('#onward a'));
    expect(links).toContain('Story: Children');
    expect(links.some((text) => /^Codebook: /.test(text))).toBe(true);
  });
});
