import type {
  BundleContents,
  KAnonymousFile,
  LedgerExtractEntry,
  ManifestHead,
  ReleasedPrevalence,
  ReleasedSynthesis,
  Party as Signatory,
} from '@casebridge/bundle';
import { assembleMeasurements, paths, releaseIdOf } from '@casebridge/bundle';
import { buildFigures } from '@casebridge/figures';
import type { SetApart } from '@casebridge/figures/types';
import { extractLedger, type GateVerdict, type LedgerView, type Protected } from '@casebridge/privacy';
import { type Answers, answersFrom, type Cohort, type PublishedMeasurement } from '@casebridge/privacy/results';
import { standardVersion } from '@casebridge/standard';
import { figurePeriods } from '../cohorts/cohorts.ts';
import { codebookOf } from '../documents/codebook.ts';
import { privacyStatement } from '../documents/privacy-statement.ts';
import { publicCoverage, publicIds } from '../documents/public-coverage.ts';
import type { PlannedRecipe } from '../recipe/parse-recipe.ts';
import type { Recipe } from '../recipe/schema.ts';
import type { Party } from './agreements.ts';
import { cohortBudget } from './cohort-budget.ts';
import type { ReleaseInputs } from './inputs.ts';

/** Version of the rules by which figures are defined, weighted and withheld. */
const policyVersion = '1';

export interface Measured {
  /** Cohorts measured now, in the order of the plan. */
  readonly cohorts: readonly Cohort[];
  readonly measurements: readonly Protected<readonly PublishedMeasurement[]>[];
  /** The ledger after the debits. */
  readonly view: LedgerView;
  readonly tables: readonly (readonly string[])[];
  /** What the gates before this release said. */
  readonly audit: readonly GateVerdict[];
  readonly day: string;
  /** Synthetic records; null where the recipe asks for none. */
  readonly synthesis: ReleasedSynthesis | null;
  /** An estimate of the unseen; null where the recipe asks for none. */
  readonly prevalence: ReleasedPrevalence | null;
  /** k-anonymous records, already checked. */
  readonly kanonymous: KAnonymousFile | null;
}

/** Everything a bundle holds, from measurements, public statements and the recipe. Sees no record and no count. */
export function bundleContents(inputs: ReleaseInputs, parties: readonly Party[], measured: Measured): BundleContents {
  const { planned, previous, sequence } = inputs;
  const { recipe } = planned;
  const { kanonymous } = recipe;
  const measurements = assembleMeasurements({
    previous,
    domains: planned.domains,
    tables: measured.tables,
    structuralZeros: {},
    cohorts: measured.cohorts,
    added: measured.measurements,
  });
  const { cohorts } = measurements;
  const ledger: readonly LedgerExtractEntry[] = extractLedger(measured.view, new Set(cohorts.map(({ id }) => id)));
  const known = parties.map(({ id, agreement, statement }) => ({
    id,
    named: agreement.attribution === 'named',
    name: agreement.name,
    statement,
  }));
  const coverage = publicCoverage(known);
  const setApart = publicSetApart(recipe, publicIds(known));
  const periods = figurePeriods(cohorts);
  const head: ManifestHead = {
    sequence,
    previous: previous?.manifestHash ?? null,
    title: recipe.title,
    created: measured.day,
    example: recipe.example,
    status: recipe.status,
    standard: standardVersion,
    policy: policyVersion,
    icu: process.versions.icu ?? 'none',
    languages: recipe.languages,
    periods,
    grouping: recipe.grouping,
    setApart,
    ledgerHead: ledger.at(-1)?.hash ?? '',
    approvalPolicy: {
      approvals: recipe.approval.approvals,
      distinctOrganisations: true,
      consents: consentsOf(recipe, publicIds(known)),
      approvers: recipe.approval.approvers,
    },
    licence: recipe.licence,
  };
  const answers = answersFrom(measurements);
  const figures = buildFigures({
    answers,
    coverage,
    periods,
    setApart,
    grouping: recipe.grouping,
    release: { id: releaseIdOf(head, measurements), sequence, date: measured.day, status: recipe.status },
    protection: { ...protectionOf(planned), unit: inputs.unit },
    languages: recipe.languages,
    example: recipe.example,
    splitAllowed: recipe.activityFlags !== 'none',
    places: recipe.tables.figures === 'places',
    sectors: sectorsOf(planned.domains),
  });
  return {
    head,
    measurements,
    figures,
    coverage,
    codebook: codebookOf(planned),
    privacy: privacyStatement(measured.view, cohorts, {
      unit: inputs.unit,
      delta: recipe.protection.delta,
      recordsOf: (cohort) => recordsIn(answers, cohort),
      internalCheck: recipe.internalCheck,
      kanonymous: kanonymous ? { file: paths.kanonymous, k: kanonymous.k, quasi: kanonymous.quasi } : null,
      exactOverlaps: measured.prevalence?.published.way === 'exact' ? paths.prevalence : null,
    }),
    ledger,
    ...(measured.synthesis ? { synthesis: measured.synthesis } : {}),
    ...(measured.prevalence ? { prevalence: measured.prevalence } : {}),
    ...(measured.kanonymous ? { kanonymous: measured.kanonymous } : {}),
    audit: measured.audit,
  };
}

// What a figure says of its protection: all that its records are charged, tables and synthetic records together.
function protectionOf(planned: PlannedRecipe): { readonly epsilon: number; readonly delta: number } {
  const { epsilon, delta } = cohortBudget(planned);
  return { epsilon: Math.ceil(epsilon * 1000 - 1e-9) / 1000, delta };
}

// A cohort's noisy number of records, as its first table gives it.
function recordsIn(answers: Answers, cohort: string): number {
  const table = answers.tables[0] ?? [];
  return answers.combine({ cohorts: [cohort], selections: [{ table, where: {} }] }).value;
}

/** The published codes of `labour_sector`. */
export function sectorsOf(domains: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const prefix = 'labour_sector.';
  return Object.keys(domains)
    .filter((column) => column.startsWith(prefix) && column !== `${prefix}known`)
    .map((column) => column.slice(prefix.length));
}

/** The contributor set apart, under its public id. */
export function publicSetApart({ setApart }: Recipe, ids: ReadonlyMap<string, string>): SetApart | null {
  if (!setApart) return null;
  const { variable, code, contributor, label } = setApart;
  return { variable, code, contributor: ids.get(contributor) ?? contributor, label };
}

function consentsOf(recipe: Recipe, ids: ReadonlyMap<string, string>): readonly Signatory[] {
  return recipe.contributors.map(({ id, publicKey }) => ({ organisation: ids.get(id) ?? id, publicKey }));
}
