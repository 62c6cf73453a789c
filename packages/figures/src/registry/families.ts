import { codesOf, defaultGrouping, grouping } from '@casebridge/standard';
import type { Family, ShareFamily } from './family.ts';

/** What the registry is asked for. */
export interface RegistryOptions {
  /** Regional grouping of the release; the standard's default when absent. */
  readonly grouping?: string;
  /** Codes of `labour_sector`; all of the standard's when absent. */
  readonly sectors?: readonly string[];
}

/**
 * Every family of figures, in the order in which a report tells them. Regions and sectors are spelt out from the
 * standard's code lists.
 */
export function families(options: RegistryOptions = {}): readonly Family[] {
  const sectors = options.sectors ?? codesOf('labour_sector').map(({ code }) => code);
  const regions = grouping(options.grouping ?? defaultGrouping).regions.map(({ code }) => code);
  return [
    { kind: 'held', ...family('victims'), caveats: ['held_not_assisted'], inPlaces: true },
    { kind: 'change', ...family('change'), caveats: ['first_release'] },
    { kind: 'declared', fact: 'countries', ...family('countries'), noun: 'countries_declared', regional: true },
    { kind: 'declared', fact: 'assisted_since', ...family('assisted_since'), noun: 'persons_declared' },
    ...Object.entries(purposes).map(([name, code]) => purpose(name, code)),
    ...sectors.map(sector),
    ...['male', 'female'].map(sex),
    children('children', 'all'),
    children('children.labour', 'labour'),
    children('children.sexual', 'sexual'),
    {
      kind: 'mean',
      ...family('duration.mean'),
      variable: 'duration_years',
      table: ['duration_years'],
      caveats: ['years_by_middles'],
      inPlaces: true,
    },
    share('scope.cross_border', {
      variable: 'trafficking_scope',
      codes: ['cross_border'],
      caveats: ['scope_stated_or_worked_out'],
      inPlaces: true,
    }),
    ...regions.map((region) => regional('identified', 'region_of_identification', region)),
    ...regions.map((region) => regional('origin', 'region_of_origin', region)),
  ];
}

/** The variables that place figures are restricted by, per kind of place. */
export const placeVariables = { identified: 'region_of_identification', origin: 'region_of_origin' } as const;

/** Purposes by the name figures use and the standard's code; the four exclude each other. */
export const purposes = {
  labour: 'labour',
  sexual: 'sexual',
  both: 'labour_and_sexual',
  other: 'other',
} as const;

/** Purposes that count as labour, and as sexual, exploitation: a record of both is in both. */
const purposeWithin = {
  all: {},
  labour: { purpose_summary: ['labour', 'labour_and_sexual'] },
  sexual: { purpose_summary: ['sexual', 'labour_and_sexual'] },
} as const;

const purposeTable = ['purpose_summary', 'majority_at_registration'];

function family(id: string) {
  return {
    id,
    wording: id,
    names: null,
    noun: 'victims',
    who: 'all',
    caveats: [],
    regional: false,
    inPlaces: false,
  } as const;
}

type ShareParts = Partial<ShareFamily> & Pick<ShareFamily, 'variable' | 'codes'>;

function share(id: string, parts: ShareParts): ShareFamily {
  return {
    kind: 'share',
    ...family(id),
    known: parts.variable,
    within: {},
    table: [parts.variable],
    partsBy: null,
    ...parts,
  };
}

function purpose(name: string, code: string): ShareFamily {
  return share(`purpose.${name}`, {
    variable: 'purpose_summary',
    codes: [code],
    table: purposeTable,
    inPlaces: true,
    caveats: ['purposes_exclude_each_other'],
  });
}

function sector(code: string): ShareFamily {
  return share(`sector.${code}`, {
    variable: `labour_sector.${code}`,
    known: 'labour_sector.known',
    codes: ['yes'],
    wording: 'sector',
    names: code,
    noun: 'victims_labour',
    who: 'labour',
    caveats: ['sectors_overlap'],
  });
}

function sex(code: string): ShareFamily {
  return share(`sex.${code}`, {
    variable: 'sex_or_gender',
    codes: [code],
    caveats: ['sex_or_gender'],
    inPlaces: true,
  });
}

function children(id: string, who: ShareFamily['who']): ShareFamily {
  return share(id, {
    variable: 'majority_at_registration',
    codes: ['child'],
    wording: 'children',
    within: purposeWithin[who],
    table: purposeTable,
    noun: who === 'all' ? 'victims' : `victims_${who}`,
    who,
    caveats:
      who === 'all' ? ['age_at_registration', 'children_by_purpose'] : ['age_at_registration', 'both_count_twice'],
    partsBy: who === 'all' ? 'purpose_summary' : null,
    inPlaces: who === 'all',
  });
}

function regional(wording: 'identified' | 'origin', variable: string, region: string): ShareFamily {
  return share(`${wording}.${region}`, { variable, codes: [region], wording, names: region, regional: true });
}
