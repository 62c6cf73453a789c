import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answersFrom } from '@casebridge/privacy/results';
import { labelTexts } from '@casebridge/standard';
import { afterAll, describe, expect, it } from 'vitest';
import { siteFiles } from '../bake/site-pages.ts';
import { fixtureReleases } from '../fixture.ts';
import { fixtureAssets as assets } from '../fixture-assets.ts';
import { viewRelease } from '../model/release-view.ts';
import { spokenIn } from '../model/spoken-bundle.ts';
import { readSiteFile } from '../site/site-file.ts';
import { readMessages } from './catalogue.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebridge-language-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An invented language: English with a mark before every text. */
const mark = '¤';
const marked = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, `${mark}${text}`]));
const figureTexts = JSON.parse(
  readFileSync(new URL('../../../figures/src/messages/en.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const messages: Record<string, string> = {
  // Blank where English is blank.
  ...Object.fromEntries(
    Object.entries(readMessages('en')).map(([key, text]) => [key, text === '' ? '' : `${mark}${text}`]),
  ),
  'language.locale': 'eo',
  'language.direction': 'ltr',
};

/** A site in English and the language `tag`, whose folder holds these files. */
function siteWith(tag: string, files: Readonly<Record<string, unknown>>): string {
  const home = join(folder, tag);
  mkdirSync(join(home, 'languages', tag), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(home, 'languages', tag, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  const file = join(home, 'site.yaml');
  writeFileSync(
    file,
    `name: A portal\nlanguages: [en, ${tag}]\ndefaultLanguage: en\ncontact: { organisation: A steward }\nquickExit: https://example.org/\n`,
  );
  return file;
}

const whole = { 'labels.json': marked(labelTexts('en')), 'figures.json': marked(figureTexts), 'portal.json': messages };
const { 'nav.menu': _menu, ...lacking } = messages;

describe('openLanguages', () => {
  it('bakes a language that is nothing but a folder beside the site file', async () => {
    const site = readSiteFile(siteWith('eo', whole));
    const [, { bundle }] = fixtureReleases();
    const view = viewRelease(spokenIn(bundle, site.languages), answersFrom(bundle.measurements));
    const files = siteFiles({ site, assets, releases: [view] });
    const page = async (path: string) => {
      const text = await files.find((file) => file.path === `eo/${path}index.html`)?.content();
      return String(text);
    };
    const home = await page('');
    expect(home).toContain('<html lang="eo" dir="ltr"');
    expect(home).toContain(`${mark}How to read a number`);
    const figure = await page('figures/purpose.labour.2015/');
    expect(figure).toMatch(/¤Example data, not real: ¤+/);
    expect(figure).toContain(`${mark}Labour exploitation`);
    expect(await page('places/EUR/')).toContain(`${mark}Europe`);
    const name = await page('data/codebook/');
    expect(name).toContain(mark);
    expect(
      view.bundle.codebook.variables.every(
        ({ id, labels }) => id === 'contributor_group' || labels.eo?.startsWith(mark),
      ),
    ).toBe(true);
  });

  it('says how many texts are missing and which is the first', () => {
    expect(() => readSiteFile(siteWith('ia', { ...whole, 'portal.json': lacking }))).toThrow(
      /languages\/ia: the text message 'nav.menu' is missing\. Add it, or take 'ia'/,
    );
    expect(() => readSiteFile(siteWith('ie', { 'portal.json': messages }))).toThrow(
      /the first is labels.json 'variable\//,
    );
  });

  it('refuses a message with other arguments, one that cannot be read, and a file that is not JSON', () => {
    const wrong = { ...messages, 'release.short': 'Release {number}' };
    expect(() => readSiteFile(siteWith('io', { ...whole, 'portal.json': wrong }))).toThrow(
      /'release.short' does not take/,
    );
    const broken = { ...messages, 'release.short': 'Release {sequence' };
    expect(() => readSiteFile(siteWith('vo', { ...whole, 'portal.json': broken }))).toThrow(/is not an ICU message/);
    expect(() => readSiteFile(siteWith('kw', { ...whole, 'portal.json': '{' }))).toThrow(/is not JSON/);
  });

  it('refuses the locale of another language, and one that is none', () => {
    for (const [tag, locale] of [
      ['uk', 'en-GB'],
      ['ro', 'not a tag'],
    ] as const) {
      const files = { ...whole, 'portal.json': { ...messages, 'language.locale': locale } };
      expect(() => readSiteFile(siteWith(tag, files))).toThrow(
        `'language.locale' is '${locale}', which is not a tag of`,
      );
    }
    const started = join(folder, 'languages', 'fa');
    const script = fileURLToPath(new URL('../../scripts/start-language.mjs', import.meta.url));
    execFileSync(process.execPath, [script, started]);
    const common = JSON.parse(readFileSync(join(started, 'common.json'), 'utf8')) as Record<string, string>;
    expect(common).toMatchObject({ 'language.locale': 'fa', 'language.direction': 'rtl' });
  });

  it('refuses a language that has no folder when its pages are baked', () => {
    const file = siteWith('gv', {});
    rmSync(join(folder, 'gv', 'languages'), { recursive: true });
    const [, { bundle }] = fixtureReleases();
    const view = viewRelease(bundle, answersFrom(bundle.measurements));
    expect(() => siteFiles({ site: readSiteFile(file), assets, releases: [view] })).toThrow(
      /put a folder languages\/gv/,
    );
  });
});
