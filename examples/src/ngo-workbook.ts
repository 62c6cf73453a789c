import { countries } from '@casebridge/standard';
import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { InventedCase } from './person.ts';
import type { Random } from './random.ts';

const nameOf = new Map(countries.map(({ iso3, labels }) => [iso3, labels.fr ?? labels.en]));
const header = [
  'N° dossier',
  "Date d'accueil",
  'Nom',
  'Prénom',
  'Téléphone',
  'Sexe',
  'Âge',
  "Pays d'origine",
  "Pays d'accueil",
  "Pays\nd'exploitation",
  'Type(s)',
  'Passeport confisqué',
  'Salaire retenu',
  'Menaces',
  'Enfermement',
  'Durée',
  'Accord partage',
  'Observations',
];
const sectorWords: Readonly<Record<string, string>> = {
  domestic_work: 'travail domestique',
  construction: 'chantier',
  agriculture: 'agriculture',
  hospitality: 'restauration',
  peddling: 'vente de rue',
};
const otherWords: Readonly<Record<string, string>> = {
  forced_begging: 'mendicité',
  forced_marriage: 'mariage forcé',
  forced_criminality: 'délinquance forcée',
};

/** Local time: an archive has no time zone. */
export const workbookTime = '2016-01-04T08:00:00';

/**
 * The NGO's workbook: two title rows, the header on the third, dates as text and as dates in one column, trailing
 * spaces, four ways to say that nothing is known, columns that must be dropped.
 *
 * @returns the bytes of an XLSX file
 */
export async function ngoWorkbook(cases: readonly InventedCase[], random: Random, dirty: boolean): Promise<Uint8Array> {
  const rows = cases.map((entry) => ngoRow(entry, random));
  if (dirty) {
    rows.splice(
      4,
      0,
      ngoRow({ ...(cases[2] as InventedCase), caseNumber: 'AW-X-1', registered: '2014-13-45' }, random),
    );
    rows.push(['TOTAL', String(cases.length), ...Array.from({ length: header.length - 2 }, () => '')]);
  }
  const text = (value: string) => ({ value, type: String });
  const sheet: SheetData = [
    [{ value: 'Exemple ONG d’accueil — dossiers (données inventées)', type: String, columnSpan: header.length }],
    [{ value: 'Ne pas diffuser', type: String, columnSpan: 4 }],
    header.map(text),
    ...rows.map((row) =>
      row.map((cell) => (cell instanceof Date ? { value: cell, type: Date, format: 'dd/mm/yyyy' } : text(cell))),
    ),
  ];
  const file = await writeXlsxFile(sheet, { sheet: 'Dossiers' }).toBuffer();
  // Packed again with one time for every part, so that the same cases give the same bytes.
  return zipSync(unzipSync(new Uint8Array(file)), { mtime: workbookTime });
}

function ngoRow(entry: InventedCase, random: Random): (string | Date)[] {
  const [year, month, day] = entry.registered.split('-') as [string, string, string];
  const asDate = random.chance(0.3) && Number(month) <= 12;
  const isChild = entry.age !== null && entry.age < 18;
  const answer = (code: string): string => {
    const given = entry.means[code];
    return given === undefined
      ? random.pick(['NSP', 'ND', '?', '-'])
      : given === 'yes'
        ? 'oui'
        : random.pick(['non', 'non ']);
  };
  return [
    entry.caseNumber,
    asDate ? new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))) : `${day}/${month}/${year}`,
    '(masqué)',
    '(masqué)',
    '(masqué)',
    entry.sex === null ? 'NSP' : entry.sex === 'female' ? 'F' : random.pick(['H', 'M']),
    entry.age === null ? 'ND' : `${entry.age} ans`,
    entry.origin === null ? 'NSP' : (nameOf.get(entry.origin) ?? ''),
    nameOf.get(entry.identified ?? 'TUN') ?? '',
    entry.exploitedIn === null ? '?' : (nameOf.get(entry.exploitedIn) ?? ''),
    typeWords(entry),
    answer('withholds_documents'),
    answer('takes_earnings'),
    answer('threats'),
    answer('restricts_movement'),
    entry.months === null ? 'NSP' : durationWords(entry.months),
    isChild ? 'oui, tuteur' : random.chance(0.9) ? 'oui' : 'mission publique',
    '',
  ];
}

function typeWords(entry: InventedCase): string {
  if (entry.purpose === null) return 'NSP';
  const words: string[] = [];
  if (entry.purpose === 'labour' || entry.purpose === 'both') {
    const named = (entry.sectors ?? []).flatMap((code) => sectorWords[code] ?? []);
    words.push(
      ...(named.length > 0 ? named : [entry.types.includes('child_labour') ? "travail d'enfant" : 'travail forcé']),
    );
  }
  if (entry.purpose === 'sexual' || entry.purpose === 'both') words.push('exploitation sexuelle');
  if (entry.purpose === 'other') words.push(otherWords[entry.types[0] ?? ''] ?? 'mendicité');
  return words.join(' / ');
}

function durationWords(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const parts = [years > 0 ? `${years} an${years > 1 ? 's' : ''}` : '', rest > 0 ? `${rest} mois` : ''].filter(Boolean);
  return parts.join(' et ') || '0 mois';
}
