// The traps of a kept-by-hand workbook, end to end: titles, hidden sheet, line breaks in the header, two kinds of dates,
// trailing spaces, missing words, an inhabitant's name for a country, a band the spreadsheet made a date, a totals row.
import { readFileSync } from 'node:fs';
import type { Finding } from '@casebridge/standard';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../readers/xlsx.ts';
import { mapTable } from './map-table.ts';
import { parseMapping } from './parse-mapping.ts';

const header = [
  'N°\ndossier',
  'Date d’accueil',
  'Nom',
  'Prénom',
  'Téléphone',
  'Sexe',
  'Âge',
  'Pays d’origine',
  'Pays d’exploitation',
  'Type(s)',
  'Passeport confisqué',
  'Salaire retenu',
  'Durée',
  'Accord partage',
  'Observations',
];
const person = ['canary-nom', 'canary-prenom', 'canary-tel'];

type Cell = string | { readonly day: number } | number;

const rows: readonly (readonly Cell[])[] = [
  [
    'AW-1',
    '05/09/2019',
    ...person,
    'F',
    '16 ans',
    "Côte d'Ivoire",
    'Tunisie',
    'travail domestique / mendicité',
    'oui',
    'NSP',
    '1 an et 3 mois',
    'oui, tuteur',
    'canary-note',
  ],
  ['AW-2', { day: 43713 }, ...person, 'H ', 31, 'RDC', 'ND', 'travail forcé', 'non', '-', '8 mois', 'oui', ''],
  [
    'AW-3',
    '43713',
    ...person,
    'F',
    '?',
    'Tunisie',
    'Tunisie',
    'exploitation sexuelle',
    'oui',
    'oui',
    'moins d’un mois',
    'oui',
    '',
  ],
  [
    'AW-4',
    '06/09/2019',
    ...person,
    'F',
    '25',
    'Ivoirienne',
    'Tunisie',
    'travail forcé',
    'non',
    'non',
    '3 mois',
    'oui',
    '',
  ],
  [
    'AW-5',
    '06/09/2019',
    ...person,
    'F',
    { day: 45186 },
    'Tunisie',
    'Tunisie',
    'travail forcé',
    'non',
    'non',
    '3 mois',
    'oui',
    '',
  ],
  [
    'AW-1',
    '07/09/2019',
    ...person,
    'F',
    '20',
    'Tunisie',
    'Tunisie',
    'travail forcé',
    'non',
    'non',
    '3 mois',
    'oui',
    '',
  ],
];

function workbook(): Uint8Array {
  const cell = (value: Cell, column: number, row: number): string => {
    const reference = `${String.fromCharCode(65 + column)}${row}`;
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    if (typeof value === 'object') return `<c r="${reference}" s="1"><v>${value.day}</v></c>`;
    return value === '' ? '' : `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
  };
  const row = (cells: readonly Cell[], number: number): string =>
    `<row r="${number}">${cells.map((value, column) => cell(value, column, number)).join('')}</row>`;
  const sheet = [row(['Registre 2019'], 1), row(header, 3), ...rows.map((cells, at) => row(cells, at + 4))].join('');
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="Noms" state="veryHidden" id="a"/><sheet name="Dossiers" id="b"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${type}/worksheet" Target="worksheets/a.xml"/><Relationship Id="b" Type="${type}/worksheet" Target="worksheets/b.xml"/><Relationship Id="c" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
        'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        'xl/worksheets/a.xml':
          '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>canary-hidden</v></c></row></sheetData></worksheet>',
        'xl/worksheets/b.xml': `<worksheet><sheetData>${sheet}</sheetData><mergeCells><mergeCell ref="A1:O2"/></mergeCells></worksheet>`,
      }).map(([name, content]) => [name, strToU8(content)]),
    ),
  );
}

describe('a French workbook', () => {
  it('comes through with its traps found', async () => {
    const file = 'ngo-french.yaml';
    const mapping = parseMapping(readFileSync(new URL(`../../../../mappings/${file}`, import.meta.url), 'utf8'), file);
    const table = await readXlsx(workbook(), { name: 'suivi.xlsx', headerRow: mapping.source.headerRow });
    const mapped = mapTable(table, mapping, { today: '2026-01-31', keepValues: true });
    const records = new Map<number, Record<string, string>>();
    const findings: Finding[] = [];
    for await (const block of mapped.blocks) {
      for (let row = 0; row < block.rows; row++)
        records.set(
          block.sourceRows[row] as number,
          Object.fromEntries(
            block.columns.map(({ id, dictionary, codes }) => [id, dictionary[codes[row] as number] as string]),
          ),
        );
      findings.push(...block.findings);
    }
    expect([...records.keys()]).toEqual([4, 5, 6]);
    expect(
      [...records.values()].map((record) => [
        record.registration_quarter,
        record.sex,
        record.age_band,
        record.country_of_origin,
        record.duration_months,
      ]),
    ).toEqual([
      ['2019-Q3', 'female', '9-17', 'CIV', '15'],
      ['2019-Q3', 'male', '30-38', 'COD', '8'],
      ['2019-Q3', 'female', '?unknown', 'TUN', '0.5'],
    ]);
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ code, row }) => `${code} ${row}`);
    expect(errors).toEqual(expect.arrayContaining(['C02 7', 'C01 8', 'K01 9']));
    expect(mapped.discarded).toEqual([]);
    expect(JSON.stringify([[...records], findings, await mapped.summary])).not.toContain('canary');
  });
});
