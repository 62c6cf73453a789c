// A release that counts persons says so in every room and language; one that counts records says records.
import { answersFrom } from '@casebridge/privacy/results';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { siteFiles } from '../bake/site-pages.ts';
import { fixtureReleases } from '../fixture.ts';
import { fixtureAssets as assets } from '../fixture-assets.ts';
import { viewRelease } from '../model/release-view.ts';
import { readSiteFile } from '../site/site-file.ts';

const site = readSiteFile();

function siteOf(counted: 'record' | 'person') {
  const releases = fixtureReleases({ counted }).map(({ bundle }) =>
    viewRelease(bundle, answersFrom(bundle.measurements)),
  );
  const files = siteFiles({ site, assets, releases });
  return async (path: string): Promise<string> => {
    const found = files.find((file) => file.path === path);
    if (!found) throw new Error(`no ${path}`);
    const content = await found.content();
    return typeof content === 'string' ? content : new TextDecoder().decode(content);
  };
}

const byPerson = siteOf('person');
const byRecord = siteOf('record');

/** What a reader sees, hears or is told by a machine: texts and described attributes. */
function wordsOf(html: string): string {
  const { document } = parseHTML(html);
  for (const part of document.querySelectorAll('script, style')) part.remove();
  const described = [...document.querySelectorAll('[aria-label], [content], [title]')].flatMap((each) =>
    ['aria-label', 'content', 'title'].map((name) => each.getAttribute(name) ?? ''),
  );
  return [document.documentElement.textContent ?? '', ...described]
    .join(' ')
    .replaceAll(/[\u00a0\u202f\u200e\u200f]/g, ' ');
}

const rooms = [
  'figures/purpose.labour.2015/',
  'figures/victims.2015/',
  'figures/children.2015/',
  'explore/',
  'map/',
  'map/routes/',
  'places/EUR/',
  'data/missingness/',
  'stories/children/',
];
/** A number that is said to count records, the words for all of them, and a label that is the bare noun. */
const records: Readonly<Record<string, RegExp>> = {
  en: /\d records\b|of records with|all records|too few records|Records, about/,
  fr: /\d dossiers\b|tous les dossiers|trop peu de dossiers|Dossiers, environ/,
  es: /\d expedientes\b|todos los expedientes|muy pocos expedientes|Expedientes, aprox/,
  ar: /\d سجل|كل السجلات|سجلات قليلة|السجلات، تقريبا/,
};

describe('a release that counts persons', () => {
  it.each(Object.keys(records))('speaks of people on every page in %s', async (language) => {
    for (const room of rooms) {
      const words = wordsOf(await byPerson(`${language}/${room}index.html`));
      expect(words.match(records[language] as RegExp)?.[0], `${language}/${room}`).toBeUndefined();
      expect(words, `${language}/${room}`).not.toContain('counted, select');
    }
  });

  it('is told from one that counts records by the same pages', async () => {
    for (const [language, pattern] of Object.entries(records)) {
      for (const room of ['figures/purpose.labour.2015/', 'map/']) {
        expect(wordsOf(await byRecord(`${language}/${room}index.html`)), `${language}/${room}`).toMatch(pattern);
      }
    }
  });

  it('says so in files and metadata', async () => {
    const folder = /\/data\/([a-z0-9]+)\//.exec(await byPerson('en/data/index.html'))?.[1] ?? '';
    for (const [read, noun, analysed] of [
      [byPerson, 'persons', 'case records of one person linked'],
      [byRecord, 'records', 'Case record of an identified and assisted victim'],
    ] as const) {
      const page = await read(`data/${folder}/figures.json`);
      expect(page).toContain(`Share of ${noun} without an answer`);
      expect(page).toContain(`"unit":"${noun}"`);
      expect(await read(`data/${folder}/ddi-codebook.xml`)).toContain(analysed);
      expect(await read(`data/${folder}/croissant.json`)).toContain(`estimate of the number of ${noun}`);
      const index = JSON.parse(await read(`r/${folder}/explore/index.en.json`)) as { readonly counted: string };
      expect(`${index.counted}s`).toBe(noun);
    }
  });
});
