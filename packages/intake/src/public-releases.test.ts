// The mappings of two public releases on the real files: every row maps, and the one-way counts are the published ones.
import { existsSync, readFileSync } from 'node:fs';
import { country, findCountry } from '@casebridge/standard';
import { describe, expect, it } from 'vitest';
import { parseMapping } from './mapping/parse-mapping.ts';
import { mapPath } from './node/map-path.ts';

const shared = process.env.CASEBRIDGE_SHARED ?? new URL('../../../../shared', import.meta.url).pathname;
const synthetic = `${shared}/data/ctdc-global-synthetic-2021`;
const kanon = `${shared}/data/ctdc-kanon-2020-7cols`;
const isAbsent = !existsSync(synthetic) || !existsSync(kanon);
if (isAbsent) process.stderr.write(`public releases are not under ${shared}: their tests are skipped\n`);

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

const mappingNamed = (name: string) =>
  parseMapping(readFileSync(new URL(`../../../mappings/${name}`, import.meta.url), 'utf8'), name);
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** Maps a file and counts the cells of every column. */
async function countsOf(path: string, mapping: string) {
  const file = await mapPath([path], mappingNamed(mapping), { today: '2024-01-31', contributor: 'public-release' });
  const counts = new Map<string, Map<string, number>>();
  let rows = 0;
  for await (const block of file.blocks) {
    rows += block.rows;
    for (const { id, dictionary, codes } of block.columns) {
      if (id === 'record_key') continue;
      const perCode = new Uint32Array(dictionary.length);
      for (let row = 0; row < block.rows; row++) perCode[codes[row] ?? 0] = (perCode[codes[row] ?? 0] ?? 0) + 1;
      const column = counts.get(id) ?? new Map<string, number>();
      for (const [code, count] of perCode.entries()) {
        if (count > 0) column.set(dictionary[code] ?? '', (column.get(dictionary[code] ?? '') ?? 0) + count);
      }
      counts.set(id, column);
    }
  }
  return { rows, summary: await file.summary, column: (id: string) => Object.fromEntries(counts.get(id) ?? []) };
}

/** Published counts with each value translated; values that become one are added. */
function translated(counts: Readonly<Record<string, number>>, translate: (value: string) => string) {
  const result: Record<string, number> = {};
  for (const [value, count] of Object.entries(counts)) {
    const cell = value === '' ? '?unknown' : translate(value);
    result[cell] = (result[cell] ?? 0) + count;
  }
  return result;
}

const table = (codes: Readonly<Record<string, string>>) => (value: string) => codes[value] ?? `untranslated ${value}`;
const flag = table({ '1': 'yes', '0': 'no' });
const ages = (value: string) => value.replace('--', '-').replace(/^0(\d)/, '$1');
const alpha3 = (value: string) => (country(value) ? value : `not alpha-3: ${value}`);
const alpha2 = (value: string) => findCountry(value)?.iso3 ?? '?unknown';

describe('mappings/ctdc-synthetic-2021.yaml', () => {
  it.skipIf(isAbsent)('maps all 193,025 rows to the published one-way counts', async () => {
    const { rows, summary, column } = await countsOf(
      `${synthetic}/ctdc_global_synthetic_2021.csv.gz`,
      'ctdc-synthetic-2021.yaml',
    );
    expect([rows, summary.rowsRead, summary.rowsKept]).toEqual([193_025, 193_025, 193_025]);
    expect(
      Object.entries(summary.findings).filter(([, { severity }]) => severity === 'error' || severity === 'stop'),
    ).toEqual([]);

    const published = (json(`${synthetic}/marginals-1way.json`) as { counts: Counts }).counts;
    const expected: Readonly<Record<string, readonly [string, (value: string) => string]>> = {
      yearOfRegistration: ['registration_year', (value) => value],
      gender: ['gender', table({ Female: 'woman', Male: 'man', 'Transgender/NonConforming': 'trans_nonconforming' })],
      ageBroad: ['age_band', ages],
      majorityStatusAtExploit: ['majority_at_exploitation', table({ Minor: 'child', Adult: 'adult' })],
      traffickMonths: [
        'duration_band',
        table({
          '0--12 (0-1 yr)': '0-12',
          '13--24 (1-2 yrs)': '13-24',
          '25--60 (2-5 yrs)': '25+',
          '61+ (5+ yrs)': '25+',
        }),
      ],
      citizenship: ['citizenship', alpha3],
      CountryOfExploitation: ['country_of_exploitation', alpha3],
      ...Object.fromEntries(Object.entries(flagColumns).map(([source, to]) => [source, [to, flag]])),
    };
    expect(Object.keys(published).filter((name) => !(name in expected))).toEqual([]);
    for (const [source, [to, translate]] of Object.entries(expected)) {
      expect(column(to), source).toEqual(translated(published[source] ?? {}, translate));
    }
  });
});

describe('mappings/ctdc-kanon-2020.yaml', () => {
  it.skipIf(isAbsent)(
    'maps the extract of seven columns to its own counts and to the independent tabulations',
    async () => {
      const { rows, summary, column } = await countsOf(`${kanon}/ctdc_kanon_2020_7cols.csv.gz`, 'ctdc-kanon-2020.yaml');
      expect([rows, summary.rowsKept]).toEqual([48_773, 48_773]);

      const { counts } = json(`${kanon}/marginals-1way.json`) as { counts: Counts };
      const independent = json(`${kanon}/independent-tabulations.json`) as {
        counts: Counts;
        rowsByYear: Readonly<Record<string, number>>;
      };
      expect(column('gender')).toEqual(translated(counts.gender ?? {}, table({ Female: 'woman', Male: 'man' })));
      expect(column('age_band')).toEqual(translated(counts.ageBroad ?? {}, ages));
      expect(column('exploitation_type.forced_labour')).toEqual(translated(counts.isForcedLabour ?? {}, flag));
      expect(column('exploitation_type.sexual_exploitation')).toEqual(translated(counts.isSexualExploit ?? {}, flag));
      for (const tabulation of [counts, independent.counts]) {
        expect(column('citizenship')).toEqual(translated(tabulation.citizenship ?? {}, alpha2));
        expect(column('country_of_exploitation')).toEqual(translated(tabulation.CountryOfExploitation ?? {}, alpha2));
      }
      const { '2019': _, ...years } = independent.rowsByYear;
      expect(column('registration_year')).toEqual(years);
      // Child or adult is worked out from the band; the full file’s own column must agree.
      expect(column('majority_at_registration')).toEqual(
        translated(independent.counts.majorityStatus ?? {}, table({ Minor: 'child', Adult: 'adult' })),
      );
      expect(summary.findings.C04?.severity).toBe('warn');
    },
  );
});

const flagColumns: Readonly<Record<string, string>> = {
  meansOfControlDebtBondage: 'means_of_control.debt_bondage',
  meansOfControlTakesEarnings: 'means_of_control.takes_earnings',
  meansOfControlThreats: 'means_of_control.threats',
  meansOfControlPsychologicalAbuse: 'means_of_control.psychological_abuse',
  meansOfControlPhysicalAbuse: 'means_of_control.physical_abuse',
  meansOfControlSexualAbuse: 'means_of_control.sexual_abuse',
  meansOfControlFalsePromises: 'means_of_control.false_promises',
  meansOfControlPsychoactiveSubstances: 'means_of_control.substances',
  meansOfControlRestrictsMovement: 'means_of_control.restricts_movement',
  meansOfControlRestrictsMedicalCare: 'means_of_control.restricts_medical',
  meansOfControlExcessiveWorkingHours: 'means_of_control.excessive_hours',
  meansOfControlThreatOfLawEnforce: 'means_of_control.threat_law_enforcement',
  meansOfControlWithholdsNecessities: 'means_of_control.withholds_necessities',
  meansOfControlWithholdsDocuments: 'means_of_control.withholds_documents',
  meansOfControlOther: 'means_of_control.other',
  isForcedLabour: 'exploitation_type.forced_labour',
  isSexualExploit: 'exploitation_type.sexual_exploitation',
  isOtherExploit: 'exploitation_type.other',
  typeOfLabourAgriculture: 'labour_sector.agriculture',
  typeOfLabourConstruction: 'labour_sector.construction',
  typeOfLabourDomesticWork: 'labour_sector.domestic_work',
  typeOfLabourHospitality: 'labour_sector.hospitality',
  typeOfLabourOther: 'labour_sector.other',
  typeOfSexProstitution: 'sexual_form.prostitution',
  typeOfSexPornography: 'sexual_form.pornography',
  typeOfSexOther: 'sexual_form.other',
  recruiterRelationIntimatePartner: 'recruiter_relation.intimate_partner',
  recruiterRelationFriend: 'recruiter_relation.friend',
  recruiterRelationFamily: 'recruiter_relation.family',
  recruiterRelationOther: 'recruiter_relation.other',
};
