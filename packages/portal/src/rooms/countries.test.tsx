import { answersFrom } from '@casebridge/privacy/results';
import { parseHTML } from 'linkedom';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { openNumberCheck } from '../bake/check-numbers.ts';
import { openEdition } from '../bake/site-pages.ts';
import { openPage, PageContext } from '../components/page.ts';
import { fixtureReleases } from '../fixture.ts';
import { countryPlaces } from '../model/country-places.ts';
import { viewRelease } from '../model/release-view.ts';
import { answersTo } from '../model/table-answers.ts';
import { readSiteFile } from '../site/site-file.ts';
import { countryPage } from './countries.tsx';

const site = { ...readSiteFile(), languages: ['en'], defaultLanguage: 'en' };
const assets = { style: '', styles: {}, scripts: {}, icon: '', logo: null };

function country(crossed: boolean) {
  const { bundle } = fixtureReleases({ crossed })[1];
  const view = viewRelease(bundle, answersFrom(bundle.measurements));
  const place = countryPlaces(view).find(({ iso3 }) => iso3 === 'ALB');
  if (!place) throw new Error('the fixture has Albania');
  const page = openPage(openEdition({ site, assets, releases: [view] }, view, 'en'), 'places/ALB/', 3);
  const room = countryPage(page, place);
  const html = render(<PageContext.Provider value={page}>{room.body}</PageContext.Provider>);
  openNumberCheck([view], page.format)(html, page.path);
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return { view, document: document as unknown as Document };
}

describe('the page of a country', () => {
  it('tells the answers of its records where a table of countries with a question is published', () => {
    const { view, document } = country(true);
    const tables = [...document.querySelectorAll('#answers table')];
    expect(tables.map((table) => table.querySelector('tbody tr')?.getAttribute('data-table'))).toEqual([
      'country_of_identification purpose_summary',
      'country_of_identification sex_or_gender',
    ]);
    const among = { variable: 'country_of_identification', codes: ['ALB'] };
    const answers = answersTo(view, { of: 'purpose_summary', among }, '2015');
    const shares = [...(tables[0]?.querySelectorAll('tbody td.strong') ?? [])].map((cell) => cell.textContent);
    expect(answers.length).toBeGreaterThan(2);
    expect(shares).toEqual(
      answers.map(({ reading }) =>
        typeof reading === 'string' ? expect.not.stringMatching(/\d/) : `${Math.round(reading.value * 100)}%`,
      ),
    );
    expect(shares.filter((share) => /%/.test(share ?? '')).length).toBeGreaterThan(1);
    expect(document.querySelectorAll('#answers svg').length).toBe(tables.length);
    expect(document.querySelector('.said')?.textContent).not.toContain('What those people went through');
  });

  it('says that no such table is published where there is none', () => {
    const { document } = country(false);
    expect(document.querySelector('#answers')).toBeNull();
    expect(document.querySelector('.said')?.textContent).toContain('What those people went through');
  });
});
