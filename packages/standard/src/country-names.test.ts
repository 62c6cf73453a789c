import { describe, expect, it } from 'vitest';
import { countries, countryNames, findCountry, foldText } from './index.ts';

describe('findCountry', () => {
  it('finds every country by its codes and by its label in each language', () => {
    for (const { iso2, iso3, numeric, labels } of countries) {
      for (const code of [iso2, iso3, numeric, iso3.toLowerCase()]) expect(findCountry(code)?.iso3, code).toBe(iso3);
      for (const [language, label] of Object.entries(labels))
        expect(findCountry(label, { language })?.iso3, label).toBe(iso3);
    }
  });

  it.each([
    ['NA', 'NAM'],
    ['NO', 'NOR'],
    ['UK', 'GBR'],
    ['côte d’ivoire', 'CIV'],
    ["COTE D'IVOIRE", 'CIV'],
    ['  Birmanie ', 'MMR'],
    ['RDC', 'COD'],
    ['Swaziland', 'SWZ'],
    ['EE. UU.', 'USA'],
    ['ساحل العاج', 'CIV'],
    ['XKX', 'SRB'],
    ['ROM', 'ROU'],
    ['Apatride', 'XXA'],
  ])('reads %s as %s', (text, iso3) => {
    expect(findCountry(text)?.iso3).toBe(iso3);
  });

  it('tells placeholders and withdrawn codes from countries', () => {
    for (const text of ['0', '00', 'ZZ', '-99', 'XX', 'null'])
      expect(findCountry(text), text).toEqual({ iso3: null, kind: 'placeholder' });
    expect(findCountry('YUG')).toEqual({ iso3: null, kind: 'retired' });
    expect(findCountry('TMP')).toEqual({ iso3: 'TLS', kind: 'retired' });
  });

  it('reads inhabitants only when asked to', () => {
    expect(findCountry('Ivoirienne')).toBeUndefined();
    expect(findCountry('Ivoirienne', { demonyms: true })).toEqual({ iso3: 'CIV', kind: 'demonym' });
    expect(findCountry('Atlantis', { demonyms: true })).toBeUndefined();
  });

  it('points only at codes that exist', () => {
    const known = new Set([...countries.map(({ iso3 }) => iso3), 'XXA', 'XXB', 'XXC']);
    for (const { name, iso3 } of countryNames) if (iso3 !== null) expect(known, name).toContain(iso3);
  });

  it('lets no other name hide the label of a country', () => {
    const taken = countryNames.filter(
      ({ name, language, iso3, kind }) =>
        kind === 'name' && findCountry(name, language === null ? {} : { language })?.iso3 !== iso3,
    );
    expect(taken).toEqual([]);
  });
});

describe('foldText', () => {
  it('drops case, accents, punctuation and tatweel, and keeps what tells words apart', () => {
    expect(foldText('  N° de Dossier ')).toBe('no de dossier');
    expect(foldText('Âge\n(années)')).toBe('age annees');
    expect(foldText('الجنسيـة')).toBe(foldText('الجنسية'));
    expect(foldText('25+')).toBe('25+');
    expect(foldText('—')).toBe('');
  });
});
