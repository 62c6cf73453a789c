/**
 * What the large agency's records say, as exact whole numbers: the demonstration's truth for one registration year.
 * The counts for 2015 and 2014 are chosen so that the shares are those of the public report on 2015.
 */
export interface YearPlan {
  readonly year: number;
  readonly records: number;
  /** Records by recorded purpose; the rest of `records` has none. */
  readonly purpose: { readonly labour: number; readonly sexual: number; readonly both: number; readonly other: number };
  /** Children by recorded purpose, and among records with none. */
  readonly children: {
    readonly labour: number;
    readonly sexual: number;
    readonly both: number;
    readonly other: number;
    readonly none: number;
  };
  /** Records of no recorded purpose whose age is not known either. */
  readonly ageUnknown: number;
  readonly sex: { readonly male: number; readonly female: number };
  readonly identified: Readonly<Record<string, number>>;
  readonly origin: Readonly<Record<string, number>>;
  readonly scope: { readonly crossBorder: number; readonly internal: number };
  /** Labour records with a recorded sector, and how many of them name each; some name two. */
  readonly sectorKnown: number;
  readonly sectors: Readonly<Record<string, number>>;
  /** Records by completed years in the process; the last entry is exactly 25 years. */
  readonly durationYears: readonly number[];
}

export const plan2015: YearPlan = {
  year: 2015,
  records: 6990,
  purpose: { labour: 4440, sexual: 1200, both: 300, other: 60 },
  children: { labour: 177, sexual: 272, both: 13, other: 20, none: 415 },
  ageUnknown: 90,
  sex: { male: 3817, female: 3123 },
  identified: { EUR: 2516, ESEA: 1564, SCA: 1020, MENA: 714, SSA: 544, AMER: 408, OCE: 34 },
  origin: { ESEA: 1794, SCA: 1787, EUR: 1380, SSA: 1035, MENA: 345, AMER: 525, OCE: 34 },
  scope: { crossBorder: 5865, internal: 1035 },
  sectorKnown: 4200,
  sectors: {
    construction: 1260,
    domestic_work: 966,
    fishing: 882,
    agriculture: 546,
    manufacturing: 420,
    hospitality: 210,
    transport: 84,
    mining: 42,
    other: 63,
  },
  durationYears: durations(
    [1178, 1080, 860, 562, 410, 250, 140, 96, 64, 44, 30, 22, 16, 12, 8, 6, 5, 4, 3, 2, 2, 1, 1, 1, 1, 2],
    3.0,
  ),
};

export const plan2014: YearPlan = {
  year: 2014,
  records: 6413,
  purpose: { labour: 3905, sexual: 1210, both: 275, other: 110 },
  children: { labour: 164, sexual: 249, both: 11, other: 24, none: 402 },
  ageUnknown: 113,
  sex: { male: 3304, female: 3049 },
  identified: { EUR: 2232, ESEA: 1426, SCA: 992, MENA: 682, SSA: 496, AMER: 341, OCE: 31 },
  origin: { ESEA: 1588, SCA: 1575, EUR: 1386, SSA: 945, MENA: 315, AMER: 461, OCE: 30 },
  scope: { crossBorder: 5292, internal: 1008 },
  sectorKnown: 3650,
  sectors: {
    construction: 1022,
    domestic_work: 912,
    fishing: 694,
    agriculture: 511,
    manufacturing: 438,
    hospitality: 219,
    transport: 73,
    mining: 37,
    other: 73,
  },
  durationYears: durations(
    [1150, 1000, 780, 505, 365, 230, 130, 90, 60, 40, 28, 20, 15, 11, 8, 6, 5, 4, 3, 2, 2, 1, 1, 1, 1, 2],
    2.9,
  ),
};

/** Earlier years are the 2014 plan at another size. */
export const earlierYears: readonly { readonly year: number; readonly records: number }[] = [
  { year: 2010, records: 4120 },
  { year: 2011, records: 5498 },
  { year: 2012, records: 5830 },
  { year: 2013, records: 6100 },
];

/**
 * Shrinks a plan to another number of records, every count in proportion and rounded down; what rounding loses becomes
 * unknown, so that the parts never exceed the whole.
 */
export function scaledPlan(plan: YearPlan, year: number, records: number): YearPlan {
  const scale = (count: number): number => Math.floor((count * records) / plan.records);
  const all = <T extends Readonly<Record<string, number>>>(counts: T): T =>
    Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, scale(count)])) as unknown as T;
  const origin = all(plan.origin);
  const internal = scale(plan.scope.internal);
  const fromSomewhere = Object.values(origin).reduce((sum, count) => sum + count, 0);
  return {
    year,
    records,
    purpose: all(plan.purpose),
    children: all(plan.children),
    ageUnknown: scale(plan.ageUnknown),
    sex: all(plan.sex),
    identified: all(plan.identified),
    origin,
    // Whether a border was crossed is known of those alone whose origin is.
    scope: { internal, crossBorder: Math.min(scale(plan.scope.crossBorder), fromSomewhere - internal) },
    sectorKnown: scale(plan.sectorKnown),
    sectors: all(plan.sectors),
    durationYears: plan.durationYears.map(scale),
  };
}

/**
 * Counts per completed year, moved one year at a time until the mean of the band middles is exactly `mean` years.
 * Records of year y lie around its middle, so the mean in months agrees.
 */
function durations(shape: readonly number[], mean: number): number[] {
  const counts = [...shape];
  const total = counts.reduce((sum, count) => sum + count, 0);
  const excess = (): number =>
    Math.round(counts.reduce((sum, count, year) => sum + count * (year + 0.5), 0) - mean * total);
  for (let guard = 0; excess() !== 0 && guard < 100_000; guard += 1) {
    const [from, to] = excess() > 0 ? [1 + (guard % 4), guard % 4] : [guard % 4, 1 + (guard % 4)];
    if ((counts[from] as number) < 50) continue;
    counts[from] = (counts[from] as number) - 1;
    counts[to] = (counts[to] as number) + 1;
  }
  return counts;
}
