import { createHash } from 'node:crypto';
import { countries } from '@casebridge/standard';
import { stringify } from 'csv-stringify/sync';
import { bornOn, type InventedCase } from './person.ts';
import type { Random } from './random.ts';

const alpha2 = new Map(countries.map(({ iso3, iso2 }) => [iso3, iso2]));
const means: Readonly<Record<string, string>> = {
  threats: 'PhysicalThreats',
  takes_earnings: 'TakesEarnings',
  restricts_movement: 'RestrictsMovement',
  psychological_abuse: 'PsychologicalAbuse',
  physical_abuse: 'PhysicalAbuse',
  substances: 'PsychoactiveSubstance',
  withholds_documents: 'WithholdsDocuments',
};
const types: Readonly<Record<string, string>> = {
  forced_labour: 'ForcedLabour',
  child_labour: 'ChildLabour',
  servitude: 'Servitude',
  sexual_exploitation: 'SexualExploitation',
  forced_marriage: 'ForcedMarriage',
  forced_begging: 'ForcedBegging',
  forced_criminality: 'ForcedCriminality',
};
const industries: Readonly<Record<string, string>> = {
  agriculture: 'A_AgricultureForestryAndFishing',
  construction: 'F_Construction',
  hospitality: 'I_AccommodationAndFoodServiceActivities',
  cleaning: 'ISIC-81',
  domestic_work: 'T_ActivitiesOfHouseholdsAsEmployers',
  other: 'S_OtherServiceActivities',
};
const columns = [
  '_uuid',
  'cas_IncomingReferralDate',
  'prs_First_Name',
  'prs_Second_Name',
  'prs_MobilePhone',
  'prs_Birthdate',
  'prs_Gender',
  'prs_Citizenship',
  'org_Shelter_Country',
  'vic_TraffickingStatus',
  'vic_TypeOfExploitation',
  'vic_ForcedLabourIndustry',
  'vic_Methods_of_Control',
  'con_Consent',
  'con_Guardian',
];

/** The shelter network's survey export as CSV text. A few people refused to have their record shared. */
export function surveyFile(cases: readonly InventedCase[], random: Random, dirty: boolean): string {
  const rows = cases.map((entry) => surveyRow(entry, random));
  if (dirty) {
    for (const index of [6, 40, 77]) {
      const refused = rows[index];
      if (refused) rows.push({ ...refused, _uuid: `${refused._uuid}-x`, con_Consent: 'FALSE' });
    }
    rows.push({
      ...(rows[9] as Record<string, string>),
      _uuid: 'x-2',
      vic_TraffickingStatus: 'NotAVictimOfTrafficking',
    });
  }
  return stringify([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
}

function surveyRow(entry: InventedCase, random: Random): Record<string, string> {
  const isChild = entry.age !== null && entry.age < 18;
  const isLabour = entry.purpose === 'labour' || entry.purpose === 'both';
  const held = Object.keys(entry.means).filter((code) => entry.means[code] === 'yes');
  return {
    _uuid: uuidOf(entry),
    cas_IncomingReferralDate: entry.registered,
    prs_First_Name: '(removed)',
    prs_Second_Name: '(removed)',
    prs_MobilePhone: '(removed)',
    prs_Birthdate: bornOn(entry) ?? '',
    prs_Gender: entry.sex === null ? 'NonSpecifiedUnknown' : entry.sex === 'female' ? 'Feminine' : 'Masculine',
    prs_Citizenship: entry.origin === null ? '' : (alpha2.get(entry.origin) ?? ''),
    org_Shelter_Country: alpha2.get(entry.identified ?? '') ?? '',
    vic_TraffickingStatus: random.chance(0.8) ? 'ActualVictimOfTrafficking' : 'PossibleVictimOfTrafficking',
    vic_TypeOfExploitation: entry.types.map((code) => types[code] ?? '').join(' '),
    vic_ForcedLabourIndustry:
      entry.purpose === null ? '' : !isLabour ? 'NotForcedLabour' : (industries[entry.sectors?.[0] ?? ''] ?? ''),
    vic_Methods_of_Control: held.flatMap((code) => means[code] ?? []).join(' '),
    con_Consent: 'TRUE',
    con_Guardian: isChild ? 'TRUE' : '',
  };
}

/** The form's own key of a case. */
export function uuidOf({ caseNumber }: InventedCase): string {
  return createHash('sha256').update(caseNumber).digest('hex').slice(0, 32);
}
