import type { Draft, InventedCase, Purpose } from './person.ts';
import { countryIn } from './places.ts';
import type { Random } from './random.ts';

/** What the cases of a smaller contributor tend to look like. Shares are of one; what is left over is not known. */
export interface Profile {
  readonly prefix: string;
  readonly purpose: Readonly<Record<Purpose, number>>;
  readonly male: number;
  readonly children: number;
  /** Region of origin, by weight. */
  readonly origins: Readonly<Record<string, number>>;
  /** Where the contributor meets people. */
  readonly worksIn: readonly string[];
  readonly sectors: Readonly<Record<string, number>>;
  readonly knowsDuration: number;
  /** Cases by registration year. */
  readonly cases: Readonly<Record<number, number>>;
}

export const hotline: Profile = {
  prefix: 'H',
  purpose: { labour: 0.2, sexual: 0.6, both: 0.05, other: 0.01 },
  male: 0.17,
  children: 0.3,
  origins: { AMER: 70, ESEA: 12, SCA: 6, EUR: 6, SSA: 6 },
  worksIn: ['USA'],
  sectors: { domestic_work: 30, agriculture: 22, hospitality: 16, construction: 10, peddling: 12, other: 10 },
  knowsDuration: 0,
  cases: { 2012: 310, 2013: 365, 2014: 402, 2015: 470 },
};

export const ngo: Profile = {
  prefix: 'AW',
  purpose: { labour: 0.55, sexual: 0.22, both: 0.06, other: 0.12 },
  male: 0.31,
  children: 0.28,
  origins: { SSA: 80, MENA: 12, SCA: 4, ESEA: 4 },
  worksIn: ['TUN', 'TUN', 'TUN', 'CIV'],
  sectors: { domestic_work: 60, agriculture: 12, construction: 14, peddling: 8, hospitality: 6 },
  knowsDuration: 0.8,
  cases: { 2010: 64, 2011: 71, 2012: 78, 2013: 96, 2014: 104, 2015: 121 },
};

export const shelterNetwork: Profile = {
  prefix: 'SN',
  purpose: { labour: 0.34, sexual: 0.5, both: 0.08, other: 0.04 },
  male: 0.2,
  children: 0.26,
  origins: { EUR: 75, SSA: 12, ESEA: 8, SCA: 5 },
  worksIn: ['ROU', 'BGR', 'ITA', 'DEU'],
  sectors: { domestic_work: 24, agriculture: 26, construction: 22, hospitality: 14, cleaning: 10, other: 4 },
  knowsDuration: 0.7,
  cases: { 2015: 238 },
};

export const register: Profile = {
  prefix: 'R',
  purpose: { labour: 0.48, sexual: 0.36, both: 0.04, other: 0.06 },
  male: 0.44,
  children: 0.2,
  origins: { EUR: 48, ESEA: 22, SCA: 14, SSA: 10, AMER: 6 },
  worksIn: ['NLD'],
  sectors: {
    agriculture: 26,
    construction: 20,
    hospitality: 18,
    domestic_work: 14,
    transport: 8,
    garments: 8,
    other: 6,
  },
  knowsDuration: 0.65,
  cases: { 2010: 180, 2011: 205, 2012: 214, 2013: 241, 2014: 256 },
};

/** Cases of one year, drawn from the profile. */
export function drawYear(profile: Profile, year: number, count: number, random: Random, from = 1): InventedCase[] {
  return Array.from({ length: count }, (_, index) => drawCase(profile, year, from + index, random));
}

function drawCase(profile: Profile, year: number, number: number, random: Random): InventedCase {
  const isChild = random.chance(profile.children);
  const purpose = drawPurpose(profile, random);
  const origin = random.chance(0.93) ? countryIn(random, random.weighted(profile.origins)) : null;
  const home = random.pick(profile.worksIn);
  const months = random.chance(profile.knowsDuration) ? 1 + Math.floor(-Math.log(1 - random.next()) * 20) : null;
  const longest = isChild ? 60 : 240;
  const stay = months === null ? null : Math.min(months, longest);
  const years = Math.ceil((stay ?? 0) / 12);
  const draft: Draft = {
    caseNumber: `${profile.prefix}-${year}-${String(number).padStart(4, '0')}`,
    registered: `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
    year,
    age: random.chance(0.06)
      ? null
      : isChild
        ? random.between(Math.max(8, years + 3), 17)
        : 18 + years + random.between(0, 22),
    sex: random.chance(0.03) ? null : random.chance(profile.male) ? 'male' : 'female',
    origin,
    identified: home,
    exploitedIn: random.chance(0.85) ? (random.chance(0.8) ? home : origin) : null,
    purpose,
    types: [],
    sectors: null,
    means: drawMeans(random),
    recruiter: random.chance(0.6) ? random.pick(['stranger', 'friend', 'family', 'intimate_partner', 'other']) : null,
    months: stay,
  };
  const isLabour = purpose === 'labour' || purpose === 'both';
  if (isLabour && random.chance(0.88)) draft.sectors = [random.weighted(profile.sectors)];
  draft.types = drawTypes(purpose, draft.sectors, isChild, random);
  return draft;
}

function drawPurpose(profile: Profile, random: Random): Purpose | null {
  let left = random.next();
  for (const [purpose, share] of Object.entries(profile.purpose) as [Purpose, number][]) {
    left -= share;
    if (left < 0) return purpose;
  }
  return null;
}

function drawTypes(
  purpose: Purpose | null,
  sectors: readonly string[] | null,
  isChild: boolean,
  random: Random,
): string[] {
  const types: string[] = [];
  if (purpose === 'labour' || purpose === 'both') {
    types.push(
      sectors?.includes('domestic_work')
        ? 'servitude'
        : isChild && random.chance(0.3)
          ? 'child_labour'
          : 'forced_labour',
    );
  }
  if (purpose === 'sexual' || purpose === 'both') types.push('sexual_exploitation');
  if (purpose === 'other')
    types.push(random.pick(['forced_begging', 'forced_begging', 'forced_marriage', 'forced_criminality']));
  return types.sort();
}

function drawMeans(random: Random): Record<string, 'yes' | 'no'> {
  const asked = [
    'withholds_documents',
    'takes_earnings',
    'threats',
    'restricts_movement',
    'psychological_abuse',
    'physical_abuse',
    'substances',
  ];
  return Object.fromEntries(
    asked.flatMap((code) => (random.chance(0.25) ? [] : [[code, random.chance(0.38) ? 'yes' : 'no'] as const])),
  );
}
