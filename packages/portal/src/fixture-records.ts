// Invented records for the fixture: no real data.

/** Numbers in [0, 1), the same for the same seed. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Weights = Readonly<Record<string, number>>;

function draw(random: () => number, weights: Weights): string {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  let left = random() * total;
  for (const [code, weight] of Object.entries(weights)) {
    left -= weight;
    if (left < 0) return code;
  }
  return Object.keys(weights)[0] as string;
}

const regions: Weights = { EUR: 37, ESEA: 20, SCA: 16, MENA: 9, SSA: 10, AMER: 6, OCE: 1, '?unknown': 4 };
const origins: Weights = { EUR: 18, ESEA: 26, SCA: 26, MENA: 6, SSA: 14, AMER: 7, OCE: 0, '?unknown': 5 };
const sectors: Weights = {
  construction: 30,
  domestic_work: 22,
  fishing: 15,
  agriculture: 9,
  manufacturing: 7,
  hospitality: 6,
  garments: 3,
  transport: 2,
  other: 6,
};

const durations: Weights = {
  0: 26,
  1: 18,
  2: 12,
  3: 9,
  4: 7,
  5: 5,
  6: 4,
  8: 3,
  10: 3,
  14: 1,
  '?unknown': 30,
};

// Countries of the invented cases, small states among them.
const countriesIn: Readonly<Record<string, Weights>> = {
  EUR: { UKR: 30, MDA: 16, ROU: 14, DEU: 9, ITA: 8, ALB: 6, SRB: 5, POL: 4, CYP: 3, MLT: 3, LUX: 1 },
  ESEA: { KHM: 24, IDN: 20, VNM: 14, PHL: 14, THA: 12, MYS: 8, SGP: 6, TLS: 2 },
  SCA: { NPL: 34, BGD: 30, IND: 16, LKA: 10, MDV: 6, PAK: 4 },
  MENA: { EGY: 26, LBN: 24, MAR: 18, JOR: 16, TUN: 12, BHR: 4 },
  SSA: { ETH: 38, NGA: 26, GHA: 18, KEN: 16, MUS: 2 },
  AMER: { COL: 34, ARG: 24, MEX: 22, BRA: 16, TTO: 4 },
  OCE: { PNG: 6, FJI: 3, VUT: 1 },
};

function countryOf(random: () => number, region: string | undefined): string {
  const weights = region === undefined ? undefined : countriesIn[region];
  return weights ? draw(random, weights) : '?unknown';
}

/** The code of a record in every column that tables may ask for. */
export type ReadColumn = (column: string) => string;

/** One invented record; its countries are drawn by a generator of their own. */
export function drawRecord(random: () => number, ofCountries: () => number): ReadColumn {
  const purpose = draw(random, {
    labour: 62,
    sexual: 18,
    labour_and_sexual: 4,
    other: 1,
    '?unknown': 13,
    '?not_asked': 2,
  });
  const child = purpose === 'sexual' ? 19 : purpose === 'labour' ? 4 : purpose.startsWith('?') ? 52 : 12;
  const isLabour = purpose.startsWith('labour');
  const knowsSector = isLabour && random() < 0.8;
  const sector = `labour_sector.${draw(random, sectors)}`;
  const knownSector = knowsSector ? 'yes' : isLabour ? '?unknown' : '?not_applicable';
  const record: Record<string, string> = {
    contributor_group: draw(random, { agency: 64, others: 36 }),
    contributor_active_previous_year: draw(random, { yes: 91, no: 9 }),
    contributor_active_next_year: draw(random, { yes: 95, no: 5 }),
    purpose_summary: purpose,
    sex_or_gender: draw(
      random,
      purpose === 'sexual' ? { male: 8, female: 92, '?unknown': 2 } : { male: 66, female: 33, '?unknown': 2 },
    ),
    majority_at_registration: draw(random, { child, adult: 100 - child, '?unknown': 3 }),
    duration_years: draw(random, durations),
    trafficking_scope: draw(random, { cross_border: 78, internal: 14, '?unknown': 8 }),
    region_of_identification: draw(random, regions),
    region_of_origin: draw(random, origins),
    'labour_sector.known': knownSector,
  };
  record.country_of_identification = countryOf(ofCountries, record.region_of_identification);
  record.country_of_origin = countryOf(ofCountries, record.region_of_origin);
  return (column) =>
    record[column] ??
    (column.startsWith('labour_sector.') && knowsSector ? (column === sector ? 'yes' : 'no') : knownSector);
}

/** Positions of the records' codes in a column's domain. */
export function encode(records: readonly ReadColumn[], id: string, codes: readonly string[]): Uint8Array {
  const position = new Map(codes.map((code, index) => [code, index]));
  return Uint8Array.from(records, (read) => position.get(read(id)) ?? 0);
}
