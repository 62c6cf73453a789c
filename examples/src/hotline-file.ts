import { countries } from '@casebridge/standard';
import type { InventedCase } from './person.ts';
import { type Random, seeded } from './random.ts';

const nameOf = new Map(countries.map(({ iso3, labels }) => [iso3, labels.en]));
const venues: Readonly<Record<string, string>> = {
  domestic_work: 'Domestic Work',
  agriculture: 'Agriculture & Farms',
  hospitality: 'Restaurants & Hotels',
  construction: 'Construction',
  peddling: 'Street Sales',
  other: 'Other Business',
};
const tactics: Readonly<Record<string, string>> = {
  substances: 'Induces Substance Abuse',
  threats: 'Threat',
  psychological_abuse: 'Emotional Abuse',
  physical_abuse: 'Physical Abuse',
  restricts_movement: 'Isolation',
  takes_earnings: 'Takes Earnings',
  withholds_documents: 'Withholds Documents',
};
const recruiters: Readonly<Record<string, string>> = {
  intimate_partner: 'Intimate partner',
  family: 'Family',
  friend: 'Friend',
  stranger: 'Stranger',
  other: 'Other',
};

/** Number of the call and of the person in it, for each case of a file: what the hotline knows a case by. */
export function callsOf(cases: readonly InventedCase[]): readonly (readonly [call: string, person: string])[] {
  const random = seeded(80_000 + cases.length);
  let call = 80_000;
  let person = 1;
  return cases.map(({ year }) => {
    if (person > 1 || random.chance(0.85)) {
      call += 1;
      person = 1;
    } else person += 1;
    return [`${year}${call}`, String(person)];
  });
}

/** The hotline's export: one JSON object a line; some calls concern two people. */
export function hotlineFile(cases: readonly InventedCase[], random: Random, dirty: boolean): string {
  const calls = callsOf(cases);
  const lines = cases.map((entry, at) => {
    const [call = '', person = ''] = calls[at] ?? [];
    return JSON.stringify(hotlineRow(entry, call, person, random));
  });
  if (dirty) {
    const broken = hotlineRow(cases[5] as InventedCase, '1', '9', random);
    lines.splice(
      7,
      0,
      JSON.stringify({ ...broken, trafficking_type: 'To be reviewed' }),
      JSON.stringify({ ...broken, first_contact: 'last spring' }),
    );
  }
  return `${lines.join('\n')}\n`;
}

function hotlineRow(entry: InventedCase, call: string, person: string, random: Random): Record<string, string> {
  const yes = Object.keys(entry.means).filter((code) => entry.means[code] === 'yes');
  const isLabour = entry.purpose === 'labour' || entry.purpose === 'both';
  return {
    case_id: call,
    person_no: person,
    first_contact: entry.registered.slice(0, 7),
    victim_gender: entry.sex === null ? 'Not Specified' : entry.sex === 'female' ? 'Female' : 'Male',
    victim_age_text: ageText(entry, random),
    victim_nationality: entry.origin === null ? 'Not Specified' : (nameOf.get(entry.origin) ?? ''),
    where_exploited: entry.exploitedIn === null ? 'Not Specified' : (nameOf.get(entry.exploitedIn) ?? ''),
    trafficking_type: typeText(entry),
    venues: !isLabour
      ? ''
      : entry.sectors === null
        ? 'Not Specified'
        : entry.sectors.map((code) => venues[code] ?? 'Other Business').join('; '),
    tactics: yes.flatMap((code) => tactics[code] ?? []).join('; '),
    recruiter: entry.recruiter === null ? '' : (recruiters[entry.recruiter] ?? ''),
    level: random.chance(0.7) ? 'High' : 'Moderate',
    notes: '',
  };
}

function ageText(entry: InventedCase, random: Random): string {
  const age = entry.age;
  if (age === null) return 'unclear';
  if (age < 9) return 'small child';
  if (age < 16) return 'mid teens';
  if (age < 18) return 'late teens, minor';
  if (age >= 50) return 'older adult';
  return random.chance(0.4) ? 'adult' : age < 30 ? '20s' : age < 40 ? '30s' : 'adult';
}

function typeText(entry: InventedCase): string {
  if (entry.purpose === null) return 'Not Specified';
  const domestic = entry.types.includes('servitude') ? ', Domestic' : '';
  if (entry.purpose === 'both') return `Sex and Labor${domestic}`;
  if (entry.purpose === 'sexual') return 'Sex';
  if (entry.purpose === 'labour')
    return domestic ? 'Labor, Domestic' : entry.types.includes('child_labour') ? 'Labor, Minor' : 'Labor';
  return entry.types.includes('forced_begging')
    ? 'Begging'
    : entry.types.includes('forced_marriage')
      ? 'Marriage'
      : 'Crime';
}
