// What a room opens with answers its question, and what it lists is all there.
import { answersFrom } from '@casebridge/privacy/results';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { siteFiles } from '../bake/site-pages.ts';
import { fixtureReleases } from '../fixture.ts';
import { fixtureAssets as assets } from '../fixture-assets.ts';
import { releaseFolder } from '../model/release-folder.ts';
import { viewRelease } from '../model/release-view.ts';
import { readSiteFile } from '../site/site-file.ts';

const releases = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
const files = siteFiles({ site: readSiteFile(), assets, releases });
const newest = releases.at(-1);

async function open(path: string) {
  const found = files.find((file) => file.path === path);
  if (!found || !newest) throw new Error(`no ${path}`);
  return { document: parseHTML(String(await found.content())).document, manifest: newest.bundle.manifest };
}

describe('the data room', () => {
  it.each(['en', 'ar'])('lists every file of the release once, with its checksum, in %s', async (language) => {
    const { document, manifest } = await open(`${language}/data/index.html`);
    const listed = [...document.querySelectorAll('.files a')].map((link) => link.textContent ?? '');
    expect([...listed].sort()).toEqual(manifest.files.map(({ path }) => path).sort());
    const sums = [...document.querySelectorAll('.files .hash')].map((sum) => sum.textContent);
    expect([...sums].sort()).toEqual(manifest.files.map(({ sha256 }) => sha256).sort());
  });

  it('offers in its opening only files that there are', async () => {
    const { document, manifest } = await open('en/data/index.html');
    const paths = new Set([
      ...manifest.files.map(({ path }) => `${releaseFolder(manifest)}/${path}`),
      ...files.map(({ path }) => path),
    ]);
    const offered = [...document.querySelectorAll('.doors a')].map((link) =>
      (link.getAttribute('href') ?? '').replace(/^(?:\.\.\/)+/, ''),
    );
    expect(offered.length).toBeGreaterThan(2);
    expect(offered.filter((path) => !paths.has(path))).toEqual([]);
  });
});

describe('what is not known', () => {
  it('opens with the shares that its map shows as the highest of the newest year', async () => {
    const { document } = await open('en/data/missingness/index.html');
    const percent = (text: string | null | undefined) => Number(/(\d+)%/.exec(text ?? '')?.[1]);
    const whole = [...document.querySelectorAll('.strip tbody tr:not(.inner)')].flatMap((row) => {
      const share = percent([...row.querySelectorAll('td')].at(-1)?.textContent);
      return Number.isNaN(share) ? [] : [share];
    });
    const told = [...document.querySelectorAll('.opening li')].map((line) => percent(line.textContent));
    expect(told).toEqual(whole.sort((a, b) => b - a).slice(0, told.length));
    expect(told).toHaveLength(3);
  });
});

describe('a report of a year that nobody announced', () => {
  it.each(['en', 'fr', 'es', 'ar'])('says nothing of an announcement, in %s', async (language) => {
    const { document: other } = await open(`${language}/report/2013/index.html`);
    const { document: own } = await open(`${language}/report/2015/index.html`);
    const minds = (page: typeof own) => [...page.querySelectorAll('.missing-parts p')].map((each) => each.textContent);
    expect(minds(other).join(' ')).not.toMatch(/\b74\b|19\s*%/);
    expect(minds(own).join(' ')).toMatch(/\b74\b/);
  });
});
