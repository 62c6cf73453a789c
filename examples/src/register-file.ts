import { createHash } from 'node:crypto';
import { codesOf } from '@casebridge/standard';
import { stringify } from 'csv-stringify/sync';
import type { InventedCase } from './person.ts';
import type { Random } from './random.ts';

const list = (id: string): readonly string[] => codesOf(id).map(({ code }) => code);
const typeCodes = list('exploitation_type');
const sectorCodes = list('labour_sector');
const meansCodes = [
  'debt_bondage',
  'takes_earnings',
  'threats',
  'psychological_abuse',
  'physical_abuse',
  'restricts_movement',
  'withholds_documents',
];
const scopes = list('consent_scope');

const columns = [
  'record_key',
  'source_kind',
  'registration_year',
  'registration_quarter',
  'country_of_assistance',
  'country_of_identification',
  'trafficking_status',
  'sex',
  'age_at_registration',
  'citizenship',
  'country_of_origin',
  'country_of_exploitation',
  'country_of_exploitation_basis',
  'duration_months',
  ...typeCodes.map((code) => `exploitation_type.${code}`),
  ...sectorCodes.map((code) => `labour_sector.${code}`),
  ...meansCodes.map((code) => `means_of_control.${code}`),
  'legal_basis',
  ...scopes.map((code) => `consent_scope.${code}`),
];

/** The national register's file: the canonical layout, every missing value with its reason. */
export function registerFile(cases: readonly InventedCase[], random: Random, dirty: boolean): string {
  const rows = cases.map((entry) => registerRow(entry));
  if (dirty) {
    const spoilt = rows[12] as Record<string, string>;
    rows.splice(
      20,
      0,
      { ...spoilt, record_key: keyOf('x-1'), sex: 'femme' },
      { ...spoilt, record_key: keyOf('x-2'), duration_months: '9999' },
    );
    rows.splice(random.between(30, 40), 0, { ...spoilt, record_key: keyOf('x-3'), country_of_origin: 'ZZZ' });
  }
  return stringify([columns, ...rows.map((row) => columns.map((column) => row[column] ?? '?not_asked'))]);
}

function registerRow(entry: InventedCase): Record<string, string> {
  const isLabour = entry.purpose === 'labour' || entry.purpose === 'both';
  const quarter = Math.ceil(Number(entry.registered.slice(5, 7)) / 3);
  const row: Record<string, string> = {
    record_key: keyOf(entry.caseNumber),
    source_kind: 'government',
    registration_year: String(entry.year),
    registration_quarter: `${entry.year}-Q${quarter}`,
    country_of_assistance: entry.identified ?? '?unknown',
    country_of_identification: entry.identified ?? '?unknown',
    trafficking_status: 'confirmed',
    sex: entry.sex ?? '?unknown',
    age_at_registration: entry.age === null ? '?unknown' : String(entry.age),
    citizenship: entry.origin ?? '?unknown',
    country_of_origin: entry.origin ?? '?unknown',
    country_of_exploitation: entry.exploitedIn ?? '?unknown',
    country_of_exploitation_basis: 'stated',
    duration_months: entry.months === null ? '?not_asked' : String(entry.months),
    legal_basis: 'legal_obligation',
  };
  for (const code of typeCodes)
    row[`exploitation_type.${code}`] = entry.purpose === null ? '?unknown' : entry.types.includes(code) ? 'yes' : 'no';
  for (const code of sectorCodes) {
    row[`labour_sector.${code}`] = !isLabour
      ? '?not_applicable'
      : entry.sectors === null
        ? '?unknown'
        : entry.sectors.includes(code)
          ? 'yes'
          : 'no';
  }
  for (const code of meansCodes) row[`means_of_control.${code}`] = entry.means[code] ?? '?not_asked';
  for (const code of scopes) row[`consent_scope.${code}`] = code === 'assistance' ? 'no' : 'yes';
  return row;
}

function keyOf(caseNumber: string): string {
  return createHash('sha256').update(`example register ${caseNumber}`).digest('hex');
}
