import type { PublishedPrevalence } from '@casebridge/bundle';
import { caveats, wordLanguages } from '@casebridge/prevalence';
import { answersFrom } from '@casebridge/privacy/results';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '../bake/assets.ts';
import { siteFiles } from '../bake/site-pages.ts';
import type { Assets } from '../components/page.ts';
import { fixtureReleases } from '../fixture.ts';
import { unstableEstimate } from '../fixture-prevalence.ts';
import { viewRelease } from '../model/release-view.ts';
import { readSiteFile } from '../site/site-file.ts';
import { readMessages } from '../text/catalogue.ts';
import { shownCaveats } from './prevalence.tsx';

const stable: PublishedPrevalence = {
  ...unstableEstimate,
  way: 'measured',
  measured: { cohorts: ['2015.2'], variance: '30', values: Array.from({ length: 16 }, () => 7) },
  stepwise: { ...(unstableEstimate.stepwise as NonNullable<PublishedPrevalence['stepwise']>), biased: false },
  linkage: null,
  stable: true,
  instabilities: [],
};
const boundOnly: PublishedPrevalence = {
  ...unstableEstimate,
  stepwise: null,
  independent: null,
  bic: null,
  thresholds: [],
  withoutOne: [],
  linkage: null,
  lacking: ['ten_on_two_lists'],
  instabilities: [],
};

let assets: Assets;
const site = { ...readSiteFile(), languages: ['en'], defaultLanguage: 'en' };
const { bundle } = fixtureReleases()[1];

async function page(prevalence: PublishedPrevalence | null): Promise<Document | null> {
  const releases = [viewRelease({ ...bundle, prevalence }, answersFrom(bundle.measurements))];
  const file = siteFiles({ site, assets, releases }).find(({ path }) => path === 'en/prevalence/index.html');
  return file ? (parseHTML(String(await file.content())).document as unknown as Document) : null;
}
const textOf = (document: Document | null, selector: string) =>
  (document?.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

beforeAll(async () => {
  assets = (await loadAssets(site)).assets;
}, 180_000);

describe('the room of the unseen', () => {
  it('has no headline number where the estimate is unstable, and says why', async () => {
    const document = await page(unstableEstimate);
    expect(textOf(document, '.unseen-answer .number')).toBe('No single number');
    expect(textOf(document, '.unseen-answer')).not.toContain('11,000');
    expect(document?.querySelectorAll('.unseen-answer .reasons li')).toHaveLength(2);
    expect(textOf(document, '#guarantee')).toContain('outside the privacy guarantee');
  });

  it('has one with its interval where it is stable', async () => {
    const document = await page(stable);
    expect(textOf(document, '.unseen-answer .number')).toBe('About 11,000 people');
    expect(textOf(document, '.unseen-answer')).toContain('8,800 to 15,000');
    expect(textOf(document, '#guarantee')).toContain('measured with noise');
    // The noisy histories are for doing it again, never for showing.
    expect(textOf(document, 'main')).not.toMatch(/\b7\b/);
  });

  it('labels a lower bound as one', async () => {
    const document = await page(boundOnly);
    expect(textOf(document, '.unseen-answer .number')).toBe('At least 9,800 people');
    expect(textOf(document, '.unseen-answer')).toContain('fewer than ten people are on two lists or more');
    expect(document?.querySelectorAll('#all tbody tr')).toHaveLength(2);
  });

  it('shows all estimates together, and every caveat', async () => {
    const document = await page(unstableEstimate);
    const rows = [...(document?.querySelectorAll('#all tbody tr') ?? [])].map((row) => row.textContent);
    // Known, bound, chosen, its other interval, independent, BIC, seven other thresholds, four without a list, two linkages.
    expect(rows).toHaveLength(19);
    expect(document?.querySelectorAll('#rests .reasons li')).toHaveLength(shownCaveats.length);
    expect(document?.querySelectorAll('#idea td[data-sentence]')).toHaveLength(32);
    expect(document?.querySelector('[data-sliders]')?.hasAttribute('hidden')).toBe(true);
  });

  it('shows what assumed errors of matching would do where one linkage was measured', async () => {
    const matching = { missed: { share: 0.05, estimate: 10_000 }, wrong: { share: 0.02, estimate: null } };
    const document = await page({ ...stable, matching });
    const rows = [...(document?.querySelectorAll('#all tbody tr') ?? [])].map((row) => row.textContent);
    expect(rows.at(-2)).toMatch(/If 5% of the matches were missed.*10,000/);
    expect(rows.at(-1)).toMatch(/If 2% of the matches are wrong/);
    expect(textOf(document, '#all')).toContain('assumed beforehand and not measured');
    expect(textOf(await page(stable), '#all')).toContain('was not measured for this release');
  });

  it('shows what joining lists does, the share of tied resamples, and says where neither was measured', async () => {
    const stepwise = stable.stepwise && { ...stable.stepwise, ties: 0.12 };
    const apart = await page({ ...stable, stepwise, apart: 12_000 });
    expect(textOf(apart, '#all table')).toMatch(/With the joined lists apart ?12,000/);
    expect(textOf(apart, '#made')).toContain('Of the resamples 12% give the estimate itself');
    expect(textOf(apart, '#made')).not.toContain('was not measured');
    const without = await page(stable);
    expect(textOf(without, '#all table')).not.toContain('joined lists');
    expect(textOf(without, '#made')).toContain('with these lists apart was not measured');
    expect(textOf(without, '#made')).not.toContain('resamples 0');
  });

  it('gives no estimate of a part of the population that few are known of', async () => {
    const lacking = ['small_stratum'] as const;
    const document = await page({ ...boundOnly, way: 'measured', stratum: true, known: 240, bound: null, lacking });
    expect(textOf(document, '.unseen-answer .number')).toBe('No single number');
    expect(textOf(document, '.unseen-answer')).toContain('Fewer than 300 people of this part');
    expect(document?.querySelectorAll('#all tbody tr')).toHaveLength(1);
  });

  it('is not there where the release carries no estimate', async () => {
    expect(await page(null)).toBeNull();
  });

  it.each(wordLanguages)('words its caveats as the command does in %s', (language) => {
    const messages = readMessages(language);
    expect(shownCaveats.map((key) => messages[`prevalence.caveat.${key}`])).toEqual(
      shownCaveats.map((key) => caveats[language][key]),
    );
  });
});
