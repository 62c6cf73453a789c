import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inLanguage, parseSite, readSiteFile } from './site-file.ts';

const least = `
name: A portal
languages: [en]
defaultLanguage: en
contact: { organisation: Somebody }
quickExit: https://example.org/
`;

describe('readSiteFile', () => {
  it('reads the file that the portal brings', () => {
    const site = readSiteFile();
    expect(site.languages).toEqual(['en', 'fr', 'es', 'ar']);
    expect(site.numerals).toEqual({ ar: 'latn' });
    expect(inLanguage(site.tagline ?? '', 'fr')).toMatch(/traite/);
  });

  it('refuses a file that is not there', () => {
    expect(() => readSiteFile('/nowhere/site.yaml')).toThrow(/cannot be read/);
  });
});

describe('shapes and names of one’s own', () => {
  const read = (entries: string, files: Readonly<Record<string, string>>) => {
    const folder = mkdtempSync(join(tmpdir(), 'casebridge-site-'));
    try {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      writeFileSync(join(folder, 'site.yaml'), `${least}${entries}`);
      return readSiteFile(join(folder, 'site.yaml'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it('are read from beside the site file', () => {
    const site = read('boundaries: own.geojson\ncountryNames: names.yaml\n', {
      'own.geojson': '{}',
      'names.yaml': 'CIV: { en: Ivory Coast }\n',
    });
    expect(site.boundaryFile).toEqual({ name: 'own.geojson', text: '{}' });
    expect(site.ownCountryNames).toEqual({ CIV: { en: 'Ivory Coast' } });
  });

  it('are refused where they are not there or name no country', () => {
    expect(() => read('boundaries: gone.json\n', {})).toThrow(/boundaries 'gone\.json' cannot be read/);
    expect(() => read('countryNames: names.yaml\n', { 'names.yaml': 'Ivory: x\n' })).toThrow(/alpha-3/);
  });
});

describe('parseSite', () => {
  it.each([
    ['a line that is not YAML', `${least}\nterms: [`, /site\.yaml line \d+: not YAML/],
    ['an entry nobody knows', `${least}trackers: yes`, /trackers/],
    ['a default language that is not offered', least.replace('defaultLanguage: en', 'defaultLanguage: fr'), /'fr'/],
    ['an exit that is not https', least.replace('https:', 'http:'), /quickExit/],
    ['a colour that is none', `${least}colours: { accent: red }`, /colours\.accent/],
    [
      'a telephone number with letters',
      `${least}helpLines: [{ place: Here, number: CALL-US }]`,
      /helpLines\.0\.number/,
    ],
    [
      'a tombstone outside the site',
      `${least}tombstones: [{ path: figures/../../x/, reason: Gone, since: 2016-05-20 }]`,
      /tombstones\.0\.path/,
    ],
    [
      'a tombstone without a day',
      `${least}tombstones: [{ path: figures/x/, reason: Gone, since: lately }]`,
      /tombstones\.0\.since/,
    ],
    [
      'a page of a contributor that is not https',
      `${least}contributors: { a: { page: "http://a.example" } }`,
      /contributors\.a\.page/,
    ],
  ])('refuses %s, naming it', (_, text, message) => {
    expect(() => parseSite(text, 'site.yaml')).toThrow(message);
  });
});

describe('entries that may be left out', () => {
  it('are read where they are there', () => {
    const site = parseSite(
      `${least}
tombstones: [{ path: figures/purpose.labour.2009@agency/, reason: { en: Gone, fr: Retiré }, since: 2016-05-20 }]
calendar: [{ day: 2017-05-20, title: The next one }]
contributors: { a: { email: a@a.example, withdrawal: Ask at the desk., crosswalk: htcds-xlsform } }
`,
      'site.yaml',
    );
    expect(site.tombstones[0]?.since).toBe('2016-05-20');
    expect(inLanguage(site.tombstones[0]?.reason ?? '', 'fr')).toBe('Retiré');
    expect(site.calendar[0]?.day).toBe('2017-05-20');
    expect(site.contributors.a?.crosswalk).toBe('htcds-xlsform');
    expect(parseSite(least, 'site.yaml')).toMatchObject({ tombstones: [], calendar: [], contributors: {} });
  });
});

describe('inLanguage', () => {
  it('falls back to English, then to what there is', () => {
    expect(inLanguage({ en: 'yes', fr: 'oui' }, 'es')).toBe('yes');
    expect(inLanguage({ fr: 'oui' }, 'es')).toBe('oui');
    expect(inLanguage('same', 'es')).toBe('same');
  });
});
