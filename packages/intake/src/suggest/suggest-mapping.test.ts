import { describe, expect, it } from 'vitest';
import { mapTable } from '../mapping/map-table.ts';
import { parseMapping } from '../mapping/parse-mapping.ts';
import { textTable } from '../readers/text-table.ts';
import type { RawTable, TableNotes } from '../table.ts';
import { suggestMapping } from './suggest-mapping.ts';

function tableOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  notes: Partial<TableNotes> = {},
): RawTable {
  return textTable(
    header,
    async function* () {
      for (const [at, cells] of rows.entries()) yield { row: at + 2, cells };
    },
    { name: 'file', format: 'csv', ...notes },
  );
}

// The French workbook: titles above, header on row 3, its traps below. All invented.
const frenchHeader = [
  'N° dossier',
  "Date d'accueil",
  'Nom',
  'Prénom',
  'Téléphone',
  'Sexe',
  'Âge',
  "Pays d'origine",
  "Pays d'exploitation",
  'Type(s)',
  'Passeport confisqué',
  'Salaire retenu',
  'Durée',
  'Accord partage',
  'Observations',
];
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
const frenchRows = Array.from({ length: 40 }, (_, n) => [
  `AW-2019-${String(100 + n)}`,
  // Dates as text and as spreadsheet days in one column.
  n % 5 === 3 ? String(43_700 + n) : `${String((n % 28) + 1).padStart(2, '0')}/0${(n % 9) + 1}/2019`,
  pick(['Exemple', 'Inconnue', 'Modèle'], n),
  pick(['Aa', 'Bb', 'Cc', 'Dd'], n),
  `06 00 00 00 ${String(10 + n)}`,
  pick(['F', 'H', 'F ', 'M', 'NSP'], n),
  n === 7 ? '17-sept' : pick(['16 ans', '24 ans', '31', 'ND', '9 mois'], n),
  n === 9 ? 'Ivoirienne' : pick(["Côte d'Ivoire", 'Guinée', 'Mali', 'RDC', '?'], n),
  pick(['Tunisie', 'Libye', '-', 'Tunisie '], n),
  pick(['travail domestique / mendicité', 'exploitation sexuelle', 'travail forcé', 'travail domestique', 'RAS'], n),
  pick(['oui', 'non', 'NSP'], n),
  pick(['NSP', 'oui', 'non '], n),
  pick(['1 an et 3 mois', '8 mois', '2 ans', 'ND'], n),
  pick(['oui', 'oui, tuteur', 'non'], n),
  `Texte libre sur la situation de la personne numéro ${n}, avec beaucoup de mots que personne ne doit lire`,
]);
const totals = ['TOTAL', '40', ...Array.from({ length: 13 }, () => '')];

describe('suggestMapping', () => {
  it('gets at least nine of ten columns of a French workbook right, and keeps no identifier', async () => {
    const titles = [
      'Association exemple : suivi des dossiers 2019',
      ...frenchHeader.slice(1).map((_, n) => `column ${n + 2}`),
    ];
    const table = tableOf(
      titles,
      [['Ne pas diffuser', ...Array.from({ length: 14 }, () => '')], frenchHeader, ...frenchRows, totals],
      { format: 'xlsx', name: 'suivi.xlsx', sheet: 'Dossiers' },
    );
    const { mapping, lines, language, unresolved } = await suggestMapping(table, 'suivi.xlsx');
    expect(language).toBe('fr');

    const expected: Readonly<Record<string, string | null>> = {
      'N° dossier': 'record_key',
      "Date d'accueil": 'registration_year',
      Nom: null,
      Prénom: null,
      Téléphone: null,
      Sexe: 'sex',
      Âge: 'age_at_registration',
      "Pays d'origine": 'country_of_origin',
      "Pays d'exploitation": 'country_of_exploitation',
      'Type(s)': 'exploitation_type',
      'Passeport confisqué': 'means_of_control.withholds_documents',
      'Salaire retenu': 'means_of_control.takes_earnings',
      Durée: 'duration_months',
      'Accord partage': 'legal_basis',
      Observations: null,
    };
    const right = Object.entries(expected).filter(([column, to]) =>
      lines.some((line) => line.column === column && line.to === to),
    );
    expect(right.length / Object.keys(expected).length).toBeGreaterThanOrEqual(0.9);
    for (const column of ['Nom', 'Prénom', 'Téléphone', 'Observations'])
      expect(
        lines.filter((line) => line.column === column).map(({ to }) => to),
        column,
      ).toEqual([null]);

    const parsed = parseMapping(mapping, 'suivi.yaml');
    expect(parsed.source).toMatchObject({
      format: 'xlsx',
      sheet: 'Dossiers',
      headerRow: 3,
      locale: 'fr',
      dateOrder: 'dmy',
      excelSerials: '1900',
    });
    expect(parsed.source.missing).toMatchObject({
      NSP: 'unknown',
      ND: 'unknown',
      RAS: 'unknown',
      '-': 'unknown',
      '?': 'unknown',
    });
    expect([...parsed.drop].sort()).toEqual(['Nom', 'Observations', 'Prénom', 'Téléphone']);

    expect(unresolved.find(({ column }) => column === 'Âge')?.values).toContain('17-sept');
    expect(unresolved.find(({ column }) => column === "Pays d'origine")?.values).toContain('Ivoirienne');
    expect(mapping).not.toMatch(/personne numéro|06 00|Exemple"/);
  });

  it('drafts a mapping that maps the file it was drafted from', async () => {
    const fresh = () => tableOf(frenchHeader, frenchRows, { format: 'csv' });
    const { mapping } = await suggestMapping(fresh(), 'suivi.csv');
    const mapped = mapTable(fresh(), parseMapping(mapping, 'suivi.yaml'), {
      today: '2024-01-31',
      contributor: 'example',
    });
    const cells = new Map<string, Map<string, number>>();
    for await (const { rows, columns } of mapped.blocks) {
      for (const { id, dictionary, codes } of columns) {
        const counts = cells.get(id) ?? new Map<string, number>();
        for (let row = 0; row < rows; row++) {
          const cell = dictionary[codes[row] ?? 0] ?? '';
          counts.set(cell, (counts.get(cell) ?? 0) + 1);
        }
        cells.set(id, counts);
      }
    }
    const { rowsRead, rowsKept, findings } = await mapped.summary;
    expect(rowsRead).toBe(40);
    // What is held back is what the rows deserve: no agreement, children without a guardian’s, infants held for years, one age that is a date.
    expect(Object.keys(findings).sort()).toEqual(['C01', 'D07', 'M02', 'P01', 'P02']);
    expect(findings.C01?.count).toBe(1);
    expect(rowsKept).toBe(18);
    expect(cells.get('exploitation_type.servitude')?.get('yes')).toBeGreaterThan(5);
    expect(cells.get('labour_sector.domestic_work')?.get('yes')).toBeGreaterThan(5);
    expect(cells.get('country_of_origin')?.get('CIV')).toBe(2);
    expect(cells.get('duration_months')?.get('15')).toBeGreaterThan(0);
    expect(cells.get('registration_year')).toEqual(new Map([['2019', rowsKept]]));
  });

  it('reads the layout of a public release by the spellings of the standard', async () => {
    const header = [
      'yearOfRegistration',
      'gender',
      'ageBroad',
      'citizenship',
      'meansOfControlDebtBondage',
      'meansOfControlOther',
      'isForcedLabour',
      'isSexualExploit',
      'typeOfLabourConstruction',
      'typeOfSexProstitution',
      'recruiterRelationFamily',
      'CountryOfExploitation',
    ];
    const rows = Array.from({ length: 60 }, (_, n) => [
      String(2010 + (n % 6)),
      pick(['Female', 'Male', ''], n),
      pick(['09--17', '18--20', '48+', ''], n),
      pick(['KHM', 'NAM', 'PHL', ''], n),
      ...Array.from({ length: 7 }, (__, flag) => pick(['1', '', '0'], n + flag)),
      pick(['USA', 'THA'], n),
    ]);
    const { mapping, lines, unresolved } = await suggestMapping(tableOf(header, rows), 'release');
    expect(unresolved.some(({ question }) => question.includes('record_key'))).toBe(true);
    const to = Object.fromEntries(
      lines
        .filter(({ to: target }) => target !== 'registration_quarter' && target !== 'record_key')
        .map(({ column, to: target }) => [column, target]),
    );
    expect(to).toMatchObject({
      yearOfRegistration: 'registration_year',
      gender: 'gender',
      ageBroad: 'age_band',
      citizenship: 'citizenship',
      meansOfControlDebtBondage: 'means_of_control.debt_bondage',
      meansOfControlOther: 'means_of_control.other',
      isForcedLabour: 'exploitation_type.forced_labour',
      isSexualExploit: 'exploitation_type.sexual_exploitation',
      typeOfLabourConstruction: 'labour_sector.construction',
      typeOfSexProstitution: 'sexual_form.prostitution',
      recruiterRelationFamily: 'recruiter_relation.family',
      CountryOfExploitation: 'country_of_exploitation',
    });
    parseMapping(mapping, 'release.yaml');
  });

  it.each([
    [
      'es',
      [
        'Nº expediente',
        'Fecha de registro',
        'Nombre y apellidos',
        'Sexo',
        'Edad',
        'Nacionalidad',
        'Tipo de explotación',
        'Pasaporte retenido',
        'Observaciones',
      ],
      [
        ['EX-1', '14/02/2016', 'Aaa Bbb', 'M', '23', 'Colombia', 'explotación sexual', 'sí', 'x'],
        ['EX-2', '15/02/2016', 'Ccc Ddd', 'H', '31', 'Nigeria', 'trabajo forzoso', 'no', ''],
        ['EX-3', '16/03/2016', 'Eee Fff', 'M', '17', 'Rumanía', 'explotación sexual', 'desconocido', ''],
      ],
      [
        'record_key',
        'registration_year',
        null,
        'sex',
        'age_at_registration',
        'citizenship',
        'exploitation_type',
        'means_of_control.withholds_documents',
        null,
      ],
    ],
    [
      'ar',
      ['رقم الملف', 'تاريخ التسجيل', 'الاسم', 'الجنس', 'العمر', 'الجنسية', 'نوع الاستغلال'],
      [
        ['م-1', '2016-02-14', 'س', 'أنثى', '23', 'إثيوبيا', 'العمل القسري'],
        ['م-2', '2016-03-15', 'ع', 'ذكر', '31', 'بنغلاديش', 'الاستغلال الجنسي'],
        ['م-3', '2016-04-16', 'ص', 'أنثى', '17', 'الفلبين', 'الاستعباد'],
      ],
      ['record_key', 'registration_year', null, 'sex', 'age_at_registration', 'citizenship', 'exploitation_type'],
    ],
    [
      'en',
      [
        'Case No',
        'Intake date',
        'First name',
        'Email',
        'Gender',
        'Age group',
        'Country of origin',
        'Sector',
        'Threats',
      ],
      [
        ['1', '2016-02-14', 'Aaa', 'a@example.org', 'Female', '9-17', 'Namibia', 'fishing', 'Yes'],
        ['2', '2016-03-15', 'Bbb', 'b@example.org', 'Male', '18-20', 'Norway', 'construction', 'No'],
        ['3', '2016-04-16', 'Ccc', 'c@example.org', 'Male', '48+', 'Burma', 'constructoin', 'Unknown'],
      ],
      [
        'record_key',
        'registration_year',
        null,
        null,
        'gender',
        'age_band',
        'country_of_origin',
        'labour_sector',
        'means_of_control.threats',
      ],
    ],
  ])('knows columns in %s', async (language, header, rows, expected) => {
    const suggestion = await suggestMapping(tableOf(header, rows), 'file');
    expect(suggestion.language).toBe(language);
    const found = header.map((column) => suggestion.lines.find((line) => line.column === column)?.to);
    expect(found).toEqual(expected);
    parseMapping(suggestion.mapping, 'file.yaml');
  });

  it('takes M beside H for a woman, and a slip of the pen for the word', async () => {
    const spanish = await suggestMapping(
      tableOf(
        ['Caso', 'Sexo'],
        [
          ['1', 'M'],
          ['2', 'H'],
          ['3', 'M'],
        ],
      ),
      'x',
    );
    expect(spanish.mapping).toMatch(/"M": female/);
    const english = await suggestMapping(
      tableOf(
        ['Case No', 'Sector'],
        [
          ['1', 'constructoin'],
          ['2', 'fishing'],
        ],
      ),
      'x',
    );
    expect(english.mapping).toMatch(/"constructoin": construction/);
  });

  it('keeps Namibia and Norway, and asks where nothing shows the order of day and month', async () => {
    const rows = [
      ['1', '03/04/2015', 'NA'],
      ['2', '05/06/2015', 'NO'],
      ['3', '07/08/2015', 'TH'],
    ];
    const { mapping, unresolved } = await suggestMapping(tableOf(['Case No', 'Intake date', 'Nationality'], rows), 'x');
    expect(parseMapping(mapping, 'x').source).toMatchObject({ dateOrder: null, missing: {} });
    expect(unresolved.some(({ question }) => question.includes('day or month'))).toBe(true);
  });

  it('makes an age of a birth date beside a date of registration, and drops it without one', async () => {
    const rows = Array.from({ length: 8 }, (_, n) => [`C-${n}`, `201${n}-03-18`, `198${n}-07-02`]);
    const both = await suggestMapping(tableOf(['CaseNo', 'RegDate', 'DOB'], rows), 'x');
    const age = parseMapping(both.mapping, 'x').fields.find(({ to }) => to === 'age_at_registration');
    expect(age?.rule).toMatchObject({ operation: 'age_from_dates', from: ['DOB', 'RegDate'] });
    const alone = await suggestMapping(
      tableOf(
        ['CaseNo', 'DOB'],
        rows.map(([key = '', , birth = '']) => [key, birth]),
      ),
      'x',
    );
    expect(parseMapping(alone.mapping, 'x').drop).toEqual(['DOB']);
  });

  it('keys people of one case apart, and reads case numbers that look like telephones', async () => {
    const rows = Array.from({ length: 9 }, (_, n) => [String(2_015_000_000 + Math.floor(n / 2)), String((n % 2) + 1)]);
    const { mapping } = await suggestMapping(tableOf(['case_id', 'person_no'], rows), 'x');
    expect(parseMapping(mapping, 'x').fields.find(({ to }) => to === 'record_key')?.rule).toMatchObject({
      operation: 'keyed_hash',
      from: ['case_id', 'person_no'],
    });
  });

  it('copies columns of the canonical layout', async () => {
    const header = [
      'record_key',
      'source_kind',
      'registration_year',
      'exploitation_type.forced_labour',
      'region_of_origin',
    ];
    const rows = Array.from({ length: 6 }, (_, n) => [
      String(n).repeat(64),
      'hotline',
      '2015',
      pick(['yes', '?unknown'], n),
      'EUR',
    ]);
    const { mapping } = await suggestMapping(tableOf(header, rows), 'x');
    const parsed = parseMapping(mapping, 'x');
    expect(parsed.fields.filter(({ rule }) => rule.operation === 'copy').map(({ to }) => to)).toEqual(
      header.slice(0, 4),
    );
    expect(parsed.drop).toEqual(['region_of_origin']);
  });

  it('knows shortened flags after the name of their variable', async () => {
    const header = ['CaseNo', 'SectorAgri', 'MocPsych', 'ExplMarriage'];
    const rows = Array.from({ length: 6 }, (_, n) => [
      `C${n}`,
      pick(['1', '0'], n),
      pick(['0', '1'], n),
      pick(['1', '-99'], n),
    ]);
    const { lines } = await suggestMapping(tableOf(header, rows), 'x');
    expect(lines.map(({ to }) => to).slice(1)).toEqual([
      'labour_sector.agriculture',
      'means_of_control.psychological_abuse',
      'exploitation_type.forced_marriage',
    ]);
  });
});
