import { countries } from '@casebridge/standard';
import { stringify } from 'csv-stringify/sync';
import { bornOn, type InventedCase } from './person.ts';
import type { Random } from './random.ts';

const alpha2 = new Map(countries.map(({ iso3, iso2 }) => [iso3, iso2]));
const two = (iso3: string | null): string => (iso3 === null ? '' : (alpha2.get(iso3) ?? ''));

const typeColumns: Readonly<Record<string, string>> = {
  ExplForcedLabour: 'forced_labour',
  ExplChildLabour: 'child_labour',
  ExplServitude: 'servitude',
  ExplSexual: 'sexual_exploitation',
  ExplBegging: 'forced_begging',
  ExplCrime: 'forced_criminality',
  ExplMarriage: 'forced_marriage',
  ExplSlavery: 'slavery_practices',
  ExplOrgans: 'organ_removal',
  ExplOther: 'other',
};
const sectorColumns: Readonly<Record<string, string>> = {
  SectorConstr: 'construction',
  SectorDomestic: 'domestic_work',
  SectorFishing: 'fishing',
  SectorAgri: 'agriculture',
  SectorManuf: 'manufacturing',
  SectorHosp: 'hospitality',
  SectorTransport: 'transport',
  SectorMining: 'mining',
  SectorOther: 'other',
};
const meansColumns: Readonly<Record<string, string>> = {
  MocDebt: 'debt_bondage',
  MocEarnings: 'takes_earnings',
  MocThreats: 'threats',
  MocPsych: 'psychological_abuse',
  MocPhysical: 'physical_abuse',
  MocSexual: 'sexual_abuse',
  MocPromises: 'false_promises',
  MocMovement: 'restricts_movement',
  MocHours: 'excessive_hours',
  MocDocs: 'withholds_documents',
  MocNecessities: 'withholds_necessities',
};
const recruiters: Readonly<Record<string, string>> = {
  stranger: 'Stranger',
  friend: 'Friend',
  family: 'Family',
  intimate_partner: 'Partner',
  other: 'Other',
};

const columns = [
  'CaseNo',
  'RegDate',
  'Mission',
  'CaseWorker',
  'Sex',
  'DOB',
  'Guardian',
  'Nationality',
  'LastCountryExpl',
  'ScreeningCountry',
  ...Object.keys(typeColumns),
  ...Object.keys(sectorColumns),
  ...Object.keys(meansColumns),
  'Recruiter',
  'StayMonths',
];

/**
 * The large agency's export as CSV text: the cases, and `dirty` rows that its own checks hold back, so that the cases
 * alone are counted.
 */
export function agencyFile(cases: readonly InventedCase[], random: Random, dirty: boolean): string {
  const rows = cases.map((entry) => agencyRow(entry, random));
  if (dirty) rows.splice(Math.floor(rows.length / 3), 0, ...dirtyRows(cases, random));
  return stringify([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))], {
    record_delimiter: 'windows',
  });
}

type Row = Record<string, string>;

function agencyRow(entry: InventedCase, random: Random): Row {
  const isLabour = entry.purpose === 'labour' || entry.purpose === 'both';
  const sameAsFound = entry.exploitedIn !== null && entry.exploitedIn === entry.identified;
  const row: Row = {
    CaseNo: entry.caseNumber,
    RegDate: entry.registered,
    Mission: two(entry.identified ?? entry.exploitedIn ?? entry.origin),
    CaseWorker: `team ${random.between(1, 9)}`,
    Sex: entry.sex === null ? '-99' : entry.sex === 'male' ? 'M' : 'F',
    DOB: bornOn(entry) ?? '',
    Guardian: entry.age !== null && entry.age < 18 ? 'Y' : '',
    Nationality: two(entry.origin),
    LastCountryExpl: sameAsFound && random.chance(0.5) ? '' : two(entry.exploitedIn),
    ScreeningCountry: two(entry.identified),
    Recruiter: entry.recruiter === null ? '' : (recruiters[entry.recruiter] ?? ''),
    StayMonths: entry.months === null ? '' : String(entry.months),
  };
  for (const [column, code] of Object.entries(typeColumns))
    row[column] = entry.purpose === null ? '-99' : entry.types.includes(code) ? '1' : '0';
  for (const [column, code] of Object.entries(sectorColumns)) {
    row[column] = !isLabour ? '' : entry.sectors === null ? '-99' : entry.sectors.includes(code) ? '1' : '0';
  }
  for (const [column, code] of Object.entries(meansColumns)) {
    const answer = entry.means[code];
    row[column] = answer === undefined ? '-99' : answer === 'yes' ? '1' : '0';
  }
  return row;
}

/** Rows with faults that real exports have; each is held back by a rule, none is counted. */
function dirtyRows(cases: readonly InventedCase[], random: Random): Row[] {
  const base = (index: number): Row => ({
    ...agencyRow(cases[index] as InventedCase, random),
    CaseNo: `${(cases[index] as InventedCase).caseNumber}-X`,
  });
  return [
    { ...base(3), Sex: 'unclear' },
    { ...base(11), RegDate: '1915-04-02' },
    { ...base(17), CaseNo: '' },
    { ...base(23), StayMonths: '900' },
    { ...base(29), ScreeningCountry: 'QZ' },
    { ...base(31), ExplForcedLabour: '7' },
    { ...base(37), DOB: '1850-01-01' },
    { CaseNo: '', RegDate: '', Mission: 'TOTAL', Sex: String(cases.length) },
  ];
}
