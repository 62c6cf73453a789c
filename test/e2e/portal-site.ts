// The portal of the invented releases, baked whole and served, with a browser to look at it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { bakeBundles } from '../../packages/portal/src/bake/bake-site.ts';
import { fixtureReleases } from '../../packages/portal/src/fixture.ts';
import { type Served, serveSite } from '../../packages/portal/src/serve/serve-site.ts';
import { readSiteFile } from '../../packages/portal/src/site/site-file.ts';
import { launchBrowser } from './browser.ts';

/** One address of every page type. */
export const pages = {
  home: '',
  'figure index': 'figures/',
  'share figure': 'figures/purpose.labour.2015/',
  'count figure': 'figures/victims.2015/',
  'change figure': 'figures/change.2015/',
  'declared figure': 'figures/assisted_since.2015/',
  'withheld or small figure': 'figures/sector.forestry.2015/',
  'figure of one contributor': 'figures/children.2015@agency/',
  places: 'places/',
  place: 'places/EUR/',
  'place in a year': 'places/ESEA/2013/',
  country: 'places/ALB/',
  topics: 'topics/',
  topic: 'topics/labour/',
  'topic by regions': 'topics/labour/region-of-identification/',
  'topic of a mean': 'topics/duration/',
  'topic without figures': 'topics/forced-marriage/',
  explore: 'explore/',
  compare: 'compare/',
  'different counts': 'compare/counts/',
  'beside CTDC': 'compare/ctdc/',
  'map of countries': 'map/',
  'map of regions': 'map/origin-regions/2014/',
  prevalence: 'prevalence/',
  press: 'press/',
  stories: 'stories/',
  story: 'stories/men-and-labour/',
  routes: 'map/routes/',
  'routes of a place': 'map/routes/EUR/2015/',
  report: 'report/2015/',
  'report of another year': 'report/2013/',
  changes: 'changes/',
  data: 'data/',
  'data for programs': 'data/api/',
  codebook: 'data/codebook/',
  'codebook variable': 'data/codebook/labour_sector/',
  'codebook comparison': 'data/codebook/compare/',
  missingness: 'data/missingness/',
  crosswalks: 'data/crosswalks/',
  crosswalk: 'data/crosswalks/htcds-xlsform/',
  methods: 'methods/',
  'changes of a release': 'changes/eeeeffffgggghhhh3333/',
  feeds: 'feeds/',
  glossary: 'glossary/',
  questions: 'faq/',
  ledger: 'methods/ledger/',
  contributors: 'contributors/',
  contributor: 'contributors/river/',
  'unnamed contributor': 'contributors/contributor-5/',
  'your data': 'your-data/',
  contribute: 'contribute/',
  made: 'how-this-was-made/',
  'why a number is missing': 'why/',
  about: 'about/',
  accessibility: 'accessibility/',
  terms: 'terms/',
  'earlier release': 'releases/aaaabbbbccccdddd2222/',
  'no such page': 'no-such-page/',
} as const;

/** Page types, and the pages of all components and charts, which only work on the portal needs and which have no budget. */
export const allPages = { ...pages, components: 'components/', 'components: charts': 'components/charts/' } as const;

export interface PortalSite {
  readonly releases: ReturnType<typeof fixtureReleases>;
  /** For further sites of a test; the site is in it. */
  readonly folder: string;
  readonly site: string;
  readonly served: Served;
  readonly browser: Browser;
  /** Works with a page on a phone-sized screen, unless told otherwise. */
  readonly withPage: <T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>) => Promise<T>;
  readonly address: (language: string, path: string) => string;
  readonly close: () => Promise<void>;
}

/** Bakes all pages in four languages, and the gallery. */
export async function openPortalSite(options: { readonly leaveOut?: RegExp } = {}): Promise<PortalSite> {
  const releases = fixtureReleases();
  const folder = mkdtempSync(join(tmpdir(), 'casebridge-portal-'));
  const site = join(folder, 'site');
  await bakeBundles(releases, readSiteFile(), { out: site, gallery: true, ...options });
  const served = await serveSite(site, { port: 0 });
  const browser = await launchBrowser();
  return {
    releases,
    folder,
    site,
    served,
    browser,
    async withPage(options, work) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
      try {
        return await work(await context.newPage());
      } finally {
        await context.close();
      }
    },
    address: (language, path) => `${served.url}${language}/${path}`,
    async close() {
      await browser.close();
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
