// Bakes some pages of the invented releases, where a test needs no more of the site.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { answersFrom } from '@casebridge/privacy/results';
import { loadAssets } from '../../packages/portal/src/bake/assets.ts';
import { siteFiles } from '../../packages/portal/src/bake/site-pages.ts';
import { fixtureReleases } from '../../packages/portal/src/fixture.ts';
import { viewRelease } from '../../packages/portal/src/model/release-view.ts';
import { readSiteFile } from '../../packages/portal/src/site/site-file.ts';

/** Writes the files of a site whose paths match, and all its assets, into a folder. */
export async function bakePages(out: string, wanted: RegExp): Promise<void> {
  const site = readSiteFile();
  const { assets, files } = await loadAssets(site);
  const releases = fixtureReleases()
    .slice(0, 1)
    .map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  };
  for (const { path, content } of siteFiles({ site, assets, releases }))
    if (wanted.test(path)) put(path, await content());
  for (const [path, bytes] of files) put(path, bytes);
  put('latest.json', '{}\n');
}
