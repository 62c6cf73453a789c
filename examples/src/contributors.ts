import { fileURLToPath } from 'node:url';
import { workedIn } from './places.ts';
import { hotline, ngo, type Profile, register, shelterNetwork } from './smaller-contributors.ts';

/** One invented contributor of the demonstration: who it is, what it declares, and how it keeps its cases. */
export interface ExampleContributor {
  readonly id: string;
  readonly name: string;
  readonly sourceKind: string;
  /** Mapping file, relative to the repository. */
  readonly mapping: string;
  /** Name of the shipped mapping whose form its file has; null where it is the record standard's own. */
  readonly follows: string | null;
  /** Cases drawn from this profile; null for the large agency, whose cases are dealt from a plan. */
  readonly profile: Profile | null;
  readonly activeYears: readonly number[];
  readonly countries: Readonly<Record<string, readonly string[]>>;
  readonly assisted: Readonly<Record<string, number>>;
  readonly assistedSince: {
    readonly year: number;
    readonly total: number;
    readonly relation: 'over' | 'exactly';
  } | null;
  readonly asks: Readonly<Record<string, 'always' | 'sometimes' | 'never'>>;
  readonly note: string;
}

const asked = (
  always: readonly string[],
  sometimes: readonly string[],
  never: readonly string[],
): ExampleContributor['asks'] => ({
  ...Object.fromEntries(always.map((id) => [id, 'always'])),
  ...Object.fromEntries(sometimes.map((id) => [id, 'sometimes'])),
  ...Object.fromEntries(never.map((id) => [id, 'never'])),
});
const yearly = <T>(years: readonly number[], value: (year: number) => T): Record<string, T> =>
  Object.fromEntries(years.map((year) => [String(year), value(year)]));
const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const common = ['sex', 'exploitation_type', 'citizenship', 'country_of_identification'];

export const exampleContributors: readonly ExampleContributor[] = [
  {
    id: 'agency',
    name: 'Example Assistance Agency',
    sourceKind: 'case_management',
    mapping: 'examples/mappings/agency.yaml',
    follows: 'iom-style',
    profile: null,
    activeYears: span(2010, 2015),
    countries: yearly(span(2010, 2015), (year) => workedIn(year === 2015 ? 115 : 96 + (year - 2010) * 4)),
    assisted: { 2010: 4120, 2011: 5498, 2012: 5830, 2013: 6100, 2014: 6413, 2015: 6990 },
    assistedSince: { year: 1994, total: 70000, relation: 'over' },
    asks: asked(
      [...common, 'labour_sector', 'means_of_control', 'duration_months', 'age_at_registration'],
      ['recruiter_relation'],
      ['sexual_form'],
    ),
    note: 'Assists people on every continent; the countries named are where it had an office or a partner that year.',
  },
  {
    id: 'hotline',
    name: 'Example Hotline',
    sourceKind: 'hotline',
    mapping: 'examples/mappings/hotline.yaml',
    follows: 'hotline-style',
    profile: hotline,
    activeYears: span(2012, 2015),
    countries: yearly(span(2012, 2015), () => ['USA']),
    assisted: { 2012: 420, 2013: 488, 2014: 531, 2015: 610 },
    assistedSince: { year: 2012, total: 2049, relation: 'exactly' },
    asks: asked(
      ['exploitation_type'],
      ['sex', 'means_of_control', 'recruiter_relation'],
      ['duration_months', 'age_at_registration'],
    ),
    note: 'Callers are not asked a fixed list of questions.',
  },
  {
    id: 'shelter-ngo',
    name: 'Exemple ONG d’accueil',
    sourceKind: 'case_management',
    mapping: 'examples/mappings/shelter-ngo.yaml',
    follows: 'ngo-french',
    profile: ngo,
    activeYears: span(2010, 2015),
    countries: yearly(span(2010, 2015), () => ['CIV', 'TUN']),
    assisted: { 2010: 70, 2011: 80, 2012: 88, 2013: 104, 2014: 116, 2015: 130 },
    assistedSince: { year: 2008, total: 700, relation: 'over' },
    asks: asked(
      ['sex', 'age_at_registration', 'exploitation_type', 'country_of_origin'],
      ['duration_months', 'means_of_control'],
      ['recruiter_relation'],
    ),
    note: 'Keeps its cases in a workbook.',
  },
  {
    id: 'shelter-network',
    name: 'Example Shelter Network',
    sourceKind: 'case_management',
    mapping: 'examples/mappings/shelter-network.yaml',
    follows: 'htcds-xlsform',
    profile: shelterNetwork,
    activeYears: [2015],
    countries: { 2015: ['BGR', 'DEU', 'ITA', 'ROU'] },
    assisted: { 2015: 290 },
    assistedSince: null,
    asks: asked(common, ['labour_sector', 'means_of_control'], ['duration_months', 'trafficking_scope']),
    note: 'Joined in 2015 with a survey form of the common case data standard.',
  },
  {
    id: 'register',
    name: 'Example National Register',
    sourceKind: 'government',
    mapping: 'mappings/canonical.yaml',
    follows: null,
    profile: register,
    activeYears: span(2010, 2014),
    countries: yearly(span(2010, 2014), () => ['NLD']),
    assisted: { 2010: 180, 2011: 205, 2012: 214, 2013: 241, 2014: 256 },
    assistedSince: { year: 2006, total: 1900, relation: 'over' },
    asks: asked(
      [...common, 'age_at_registration', 'labour_sector', 'trafficking_scope'],
      ['duration_months', 'means_of_control'],
      [],
    ),
    note: 'Stopped contributing at the end of 2014.',
  },
];

/** Path of a contributor's mapping file. */
export function mappingPath(contributor: ExampleContributor): string {
  return fileURLToPath(new URL(`../../${contributor.mapping}`, import.meta.url));
}
