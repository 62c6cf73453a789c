import { codesOf } from '@casebridge/standard';
import { stringify } from 'yaml';
import { auditor, steward } from './declarations.ts';
import { examplePopulation } from './histories.ts';

/** Where a release of the demonstration finds what it needs; paths relative to the recipe. */
export interface ExampleRecipe {
  readonly title: string;
  readonly years: readonly [number, number];
  readonly previous: string;
  readonly contributors: readonly { readonly id: string; readonly publicKey: string }[];
  readonly approvers: readonly { readonly organisation: string; readonly publicKey: string }[];
  /** Table of persons; null for a release without linkage, and so without an estimate of the unseen. */
  readonly persons: string | null;
  /** Contributors that sent no encodings. */
  readonly unlinked: readonly string[];
}

const core = [
  'sex_or_gender',
  'majority_at_registration',
  'purpose_summary',
  'trafficking_scope',
  'region_of_identification',
  'region_of_origin',
  'source_kind',
];
// For the map: a table each, of countries alone.
const countryColumns = ['country_of_identification', 'country_of_origin'];
const flagCodes = (variable: string): readonly string[] =>
  codesOf(variable)
    .filter(({ code }) => !grouped.has(code))
    .map(({ code }) => `${variable}.${code}`);
// Codes that only older files use, as sums of others.
const grouped = new Set(['debt_or_earnings', 'threats_all', 'abuse_all', 'basic_needs']);

/**
 * The recipe of a release, as YAML: ε = 4 per registration year for tables, weighted so that figures get most of it, with
 * pairs of variables for the explorer; and ε = 1 beside it for synthetic records of the core variables.
 */
export function recipeFile(recipe: ExampleRecipe): string {
  const sectors = flagCodes('labour_sector');
  const means = flagCodes('means_of_control');
  const pairs = core.flatMap((first, at) => core.slice(at + 1).map((second) => [first, second]));
  return stringify({
    format: 'casebridge-recipe-1',
    title: recipe.title,
    licence: 'CC BY 4.0',
    status: 'final',
    example: true,
    languages: ['en', 'fr', 'es', 'ar'],
    grouping: 'iom_region_2015',
    store: '../store',
    ledger: '../steward/ledger.jsonl',
    marks: '../steward/marks',
    steward: {
      organisation: steward.id,
      signingKey: '../steward/keys/signing.key',
      identity: '../steward/keys/age.key',
      marksKey: '../steward/keys/record.key',
    },
    previous: recipe.previous,
    contributors: recipe.contributors,
    population: [{ column: 'trafficking_status', exclude: ['not_victim'] }],
    variables: [
      ...core,
      ...countryColumns,
      'age_band',
      'duration_years',
      ...sectors,
      'labour_sector.known',
      ...means,
      'means_of_control.known',
      'recruiter_relation.known',
    ],
    heldBack: { countries: [], variables: [] },
    tables: {
      figures: 'places',
      all: 0,
      sets: [
        ...pairs.map((set) => ({ set, weight: 0.5 })),
        ...countryColumns.map((column) => ({ set: [column], weight: 2 })),
        { set: ['region_of_identification', 'region_of_origin'], weight: 2 },
        ...['sex_or_gender', 'purpose_summary', 'region_of_origin', 'source_kind'].map((other) => ({
          set: [other, 'age_band'],
          weight: 0.3,
        })),
        ...means.map((flag) => ({ set: ['purpose_summary', flag], weight: 0.3 })),
        ...sectors.map((flag) => ({ set: ['sex_or_gender', flag], weight: 0.3 })),
      ],
    },
    protection: { epsilon: 4, delta: 0.000001 },
    // Few columns and a small model: the demonstration is made while somebody waits.
    synthetic: {
      columns: [...core, 'age_band'],
      epsilon: 1,
      delta: 0.000001,
      method: 'aim',
      modelSize: 0.5,
      replicates: 20,
    },
    linkage: recipe.persons === null ? null : { persons: recipe.persons, unlinked: recipe.unlinked },
    prevalence: recipe.persons === null ? null : prevalenceOf(),
    cohorts: { years: [...recipe.years], undated: false, reserve: { epsilon: 2, delta: 0.000001 }, remeasure: [] },
    setApart: {
      variable: 'contributor_group',
      code: 'agency',
      others: 'others',
      contributor: 'agency',
      label: {
        en: 'Example Assistance Agency',
        fr: 'Agence d’assistance (exemple)',
        es: 'Agencia de asistencia (ejemplo)',
        ar: 'وكالة المساعدة (مثال)',
      },
    },
    activityFlags: 'consented',
    approval: { approvals: 2, approvers: recipe.approvers },
    engine: 'memory',
  });
}

// Histories are those of the linkage, measured through the ledger like everything else: nothing here is outside the guarantee.
function prevalenceOf() {
  const { year, countries, label, lists, reason } = examplePopulation;
  return {
    way: 'measured',
    epsilon: 1.25,
    population: label,
    period: [year, year],
    where: [{ column: 'country_of_identification', keep: countries }],
    lists: lists.map(({ id, label: name, contributors }) => ({ id, label: name, contributors })),
    merged: [{ list: 'shelters', reason }],
    matching: { missed: 0.05, wrong: 0.02 },
  };
}

/** Organisations that approve the demonstration's releases: neither builds them. */
export const exampleApprovers = [auditor.id, 'agency'] as const;
