import { countries, regionOf } from '@casebridge/standard';
import type { Random } from './random.ts';

/** Where invented cases come from and are found: weights of countries within each region. */
const weights: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  EUR: {
    UKR: 30,
    MDA: 16,
    ROU: 14,
    BLR: 12,
    RUS: 12,
    BGR: 6,
    ITA: 5,
    ALB: 4,
    GEO: 4,
    SRB: 3,
    POL: 3,
    TUR: 3,
    GRC: 2,
    DEU: 2,
    NLD: 2,
    ARM: 2,
  },
  ESEA: { KHM: 22, MMR: 20, IDN: 18, VNM: 12, PHL: 12, THA: 10, LAO: 6, MYS: 5, CHN: 3, TLS: 1 },
  SCA: { NPL: 18, BGD: 17, UZB: 16, AFG: 10, KGZ: 9, IND: 8, KAZ: 8, LKA: 6, TJK: 6, PAK: 4, TKM: 2 },
  MENA: { EGY: 14, SYR: 12, LBN: 10, YEM: 10, MAR: 9, TUN: 8, JOR: 8, IRQ: 7, LBY: 7, SDN: 5 },
  SSA: { ETH: 22, NGA: 16, SOM: 8, GHA: 8, KEN: 7, MDG: 6, UGA: 6, CIV: 6, SEN: 5, ZMB: 4, ZWE: 4, TZA: 4, CMR: 3 },
  AMER: { HTI: 16, COL: 14, BOL: 12, PER: 10, NIC: 8, SLV: 8, GTM: 8, MEX: 7, ARG: 6, PRY: 6, DOM: 6, ECU: 5 },
  OCE: { PNG: 10, FJI: 5, FSM: 3, VUT: 2 },
};

/** Where people of a region of origin tend to be found; the rest are found at home. */
export const affinity: Readonly<Record<string, readonly string[]>> = {
  EUR: ['EUR', 'EUR', 'EUR', 'MENA'],
  ESEA: ['ESEA', 'ESEA', 'EUR', 'MENA', 'SSA'],
  SCA: ['SCA', 'EUR', 'EUR', 'MENA'],
  MENA: ['MENA', 'EUR'],
  SSA: ['SSA', 'EUR', 'MENA'],
  AMER: ['AMER', 'AMER', 'EUR'],
  OCE: ['OCE', 'ESEA'],
};

/** One country of a region, by weight; different from `not` where that is given. */
export function countryIn(random: Random, region: string, not?: string): string {
  const table = weights[region] as Readonly<Record<string, number>>;
  if (not === undefined || !(not in table)) return random.weighted(table);
  const rest = Object.fromEntries(Object.entries(table).filter(([iso3]) => iso3 !== not));
  return random.weighted(rest);
}

/** A stable list of `count` countries that starts with those the invented cases name. */
export function workedIn(count: number): readonly string[] {
  const named = Object.values(weights).flatMap((table) => Object.keys(table));
  const others = countries.filter((entry) => entry.unMember && !named.includes(entry.iso3)).map((entry) => entry.iso3);
  return [...named, ...others].slice(0, count).sort();
}

/** The region of a country in the grouping the demonstration uses. */
export function regionIn(iso3: string): string {
  return regionOf(iso3, 'iom_region_2015') ?? '';
}
