import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  codeLists,
  codesOf,
  columnsOf,
  countries,
  country,
  derivedVariables,
  domainOf,
  grouping,
  groupingIds,
  hasVariable,
  isFlagged,
  missing,
  missingReasons,
  regionOf,
  variable,
  variables,
} from './index.ts';

const languages = ['en', 'fr', 'es', 'ar'];
const all = [...variables, ...derivedVariables];

describe('the dictionary', () => {
  it('is what its CSV files say, byte for byte', async () => {
    const script = '../scripts/generate.mjs';
    const { generate } = (await import(script)) as { generate: () => Record<string, string> };
    for (const [name, text] of Object.entries(generate())) {
      expect(readFileSync(new URL(`./generated/${name}`, import.meta.url), 'utf8') === text, name).toBe(true);
    }
  });

  it('has 64 stored and 4 derived variables with distinct ids', () => {
    expect(variables).toHaveLength(64);
    expect(derivedVariables).toHaveLength(4);
    expect(new Set(all.map(({ id }) => id)).size).toBe(68);
    expect(hasVariable('duration_years')).toBe(true);
    expect(() => variable('victim_name')).toThrow(RangeError);
  });

  it('is labelled in four languages throughout', () => {
    const labelled = [
      ...all.map(({ id, labels }) => [id, labels] as const),
      ...Object.entries(codeLists).flatMap(([list, codes]) =>
        codes.map(({ code, labels }) => [`${list}/${code}`, labels] as const),
      ),
      ...countries.map(({ iso3, labels }) => [iso3, labels] as const),
      ...groupingIds.map((id) => [id, grouping(id).labels] as const),
    ];
    for (const [name, labels] of labelled) {
      for (const language of languages) expect(labels[language], `${name} ${language}`).toMatch(/\S/);
    }
    const latinArabic = labelled.filter(([, labels]) => /\p{Script=Latin}{3}/u.test(labels.ar ?? ''));
    expect(latinArabic.map(([name]) => name)).toEqual([]);
  });

  it('names only code lists it has, and only missing reasons it has', () => {
    const outside = new Set(['country', 'country+special', 'region', 'contributor']);
    for (const { id, codeList, missingReasons: reasons } of all) {
      if (codeList !== null && !outside.has(codeList)) expect(codeLists[codeList], id).toBeDefined();
      for (const reason of reasons) expect(missingReasons, id).toContain(reason);
    }
  });

  it('is frozen to its leaves', () => {
    expect(Object.isFrozen(variables[0]?.labels)).toBe(true);
    expect(Object.isFrozen(codesOf('sex')[0]?.equivalents)).toBe(true);
  });
});

describe('codesOf', () => {
  // A parent is a code of the same list, or of the list into which the codes roll up.
  const rollUp: Readonly<Record<string, string>> = {
    age_band: 'majority',
    exploitation_type: 'purpose_summary',
    labour_sector: 'isic4_section',
  };

  it('gives trees: every parent exists and no code is its own ancestor', () => {
    for (const [list, codes] of Object.entries(codeLists)) {
      const byCode = new Map(codes.map((entry) => [entry.code, entry]));
      expect(byCode.size, list).toBe(codes.length);
      for (const { code, parent } of codes) {
        if (parent === null) continue;
        const parents = rollUp[list] ? new Set(codesOf(rollUp[list]).map((entry) => entry.code)) : byCode;
        expect(parents.has(parent), `${list}/${code} → ${parent}`).toBe(true);
        const seen = new Set([code]);
        for (
          let at = byCode.get(parent);
          at && !rollUp[list];
          at = at.parent === null ? undefined : byCode.get(at.parent)
        ) {
          expect(seen.has(at.code), `${list}/${code}`).toBe(false);
          seen.add(at.code);
        }
      }
    }
  });

  it('holds the groups of means of control as codes of their own', () => {
    expect(codesOf('means_of_control')).toHaveLength(21);
    expect(columnsOf('means_of_control')).toContain('means_of_control.basic_needs');
  });
});

describe('columnsOf', () => {
  it('gives every column to one variable', () => {
    const columns = all.flatMap(({ id }) => columnsOf(id));
    expect(new Set(columns).size).toBe(columns.length);
    for (const entry of all) {
      const expected = isFlagged(entry) ? codesOf(entry.codeList as string).length + 1 : 1;
      expect(columnsOf(entry.id), entry.id).toHaveLength(expected);
    }
  });
});

describe('domainOf', () => {
  it('ends with the missing reasons its variable allows, and repeats no value', () => {
    for (const entry of all) {
      for (const column of columnsOf(entry.id)) {
        let domain: readonly string[];
        try {
          domain = domainOf(column);
        } catch (error) {
          expect(error, column).toBeInstanceOf(RangeError);
          continue;
        }
        expect(new Set(domain).size, column).toBe(domain.length);
        const reasons = entry.missingReasons.map(missing);
        expect(domain.slice(domain.length - reasons.length), column).toEqual(reasons);
      }
    }
  });

  it('declares the derived variables', () => {
    expect(domainOf('duration_years').slice(0, 26)).toEqual([
      ...Array.from({ length: 25 }, (_, year) => String(year)),
      '25+',
    ]);
    expect(domainOf('contributor_active_previous_year')).toEqual(['yes', 'no']);
    expect(domainOf('contributor_active_next_year')).toEqual(['yes', 'no']);
    expect(domainOf('contributor_group')).toEqual(['agency', 'others']);
  });

  it('allows each derived variable the missing reasons its source can hand on', () => {
    for (const [derived, source] of [
      ['age_band', 'age_at_registration'],
      ['duration_band', 'duration_months'],
      ['duration_years', 'duration_months'],
      ['purpose_summary', 'exploitation_type'],
      ['region_of_origin', 'country_of_origin'],
      ['region_of_identification', 'country_of_identification'],
      ['sex_or_gender', 'gender'],
      ['isic_section', 'labour_sector'],
    ] as const) {
      for (const reason of variable(source).missingReasons)
        expect(variable(derived).missingReasons, derived).toContain(reason);
    }
  });

  it('refuses columns without a finite domain and columns it does not know', () => {
    for (const column of ['record_key', 'duration_months', 'citizenship', 'means_of_control.kindness', 'nothing'])
      expect(() => domainOf(column), column).toThrow(RangeError);
  });
});

describe('grouping', () => {
  it('puts every country with a permanent population into one of its regions', () => {
    for (const id of groupingIds) {
      const codes = new Set(grouping(id).regions.map(({ code }) => code));
      for (const { iso3, permanentPopulation } of countries) {
        const region = regionOf(iso3, id);
        if (region !== undefined) expect(codes, `${id} ${iso3}`).toContain(region);
        else expect(permanentPopulation, `${id} ${iso3}`).toBe(false);
      }
      for (const code of codes)
        expect(
          countries.some(({ iso3 }) => regionOf(iso3, id) === code),
          code,
        ).toBe(true);
    }
  });

  it('keeps the codes of the 2015 grouping', () => {
    expect(grouping('iom_region_2015').regions.map(({ code }) => code)).toEqual([
      'EUR',
      'ESEA',
      'SCA',
      'MENA',
      'SSA',
      'AMER',
      'OCE',
    ]);
    expect(regionOf('NAM', 'iom_region_2015')).toBe('SSA');
    expect(grouping('unodc_subregion').regions.find(({ code }) => code === 'south_asia')?.labels.fr).toBe(
      'Asie du Sud',
    );
    expect(() => grouping('continents')).toThrow(RangeError);
  });
});

describe('country', () => {
  it('knows 249 countries and territories by alpha-3 code', () => {
    expect(countries).toHaveLength(249);
    expect(country('NOR')?.iso2).toBe('NO');
    expect(country('ATA')?.permanentPopulation).toBe(false);
  });
});
