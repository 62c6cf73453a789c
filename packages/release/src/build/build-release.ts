import { basename, dirname, resolve } from 'node:path';
import { type Manifest, sha256Hex } from '@casebridge/bundle';
import { directorySource, type FolderFiles, folderFiles, writeBundleDirectory } from '@casebridge/bundle/node';
import type { ExpectedHalfWidth } from '@casebridge/figures';
import {
  addRational,
  compareRational,
  type Ledger,
  type LedgerView,
  openLedger,
  periodOf,
  planTables,
  type Rational,
  rhoOf,
  zeroRational,
} from '@casebridge/privacy';
import type { Cohort } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import { type CohortChoice, codeRecords } from '../coding/code-records.ts';
import { checkActivityGroups } from '../cohorts/activity.ts';
import { plannedCohorts } from '../cohorts/cohorts.ts';
import { gatedSynthesis } from '../gates/gated-synthesis.ts';
import { passGates } from '../gates/release-gates.ts';
import { fileLedgerStorage } from '../ledger/file-ledger-storage.ts';
import { nodeRandom } from '../ledger/system-random.ts';
import { passedOverRecords } from '../linkage/one-record-a-person.ts';
import { type Persons, readPersons } from '../linkage/read-persons.ts';
import { markOf, writeLedgerHead, writeMarks } from '../marks/marks.ts';
import { linkageHistories, type MeasuredEarlier } from '../prevalence/linkage-histories.ts';
import {
  chargedCohorts,
  checkChargedCohorts,
  type Histories,
  releaseHistories,
} from '../prevalence/prevalence-terms.ts';
import { measureHistories, releasedEstimate } from '../prevalence/release-estimate.ts';
import type { Recipe } from '../recipe/schema.ts';
import { withReleaseLock } from '../release-lock.ts';
import { measureSynthesis, releasedSynthesis } from '../synthetic/release-synthesis.ts';
import { checkAgreements } from './agreements.ts';
import { type CohortBudget, cohortBudget } from './cohort-budget.ts';
import { expectedOf } from './expected.ts';
import { openInputs, type ReleaseInputs } from './inputs.ts';
import { kanonymousRecords } from './kanonymous-records.ts';
import { measureCohorts } from './measure-cohorts.ts';
import { type MeasuredBefore, measuredBefore, refuseSpent } from './measured-before.ts';
import { payForRelease, type ReleaseCohorts, type ReleasePlans } from './pay.ts';
import { type PhaseName, phasesFor, type ReleaseProgress } from './phases.ts';
import { bundleContents } from './release-parts.ts';
import { openParties, type StoreParty } from './store-parties.ts';

export interface ReleaseOptions {
  readonly recipePath: string;
  /** The folder that the bundle becomes; it must not exist. */
  readonly out: string;
  /** Today, `2016-05-20`: the bundle's date, and the day agreements must be in force. */
  readonly day: string;
  readonly onProgress?: (progress: ReleaseProgress) => void;
  readonly signal?: AbortSignal;
  /** Current time in UTC for the ledger, `2016-05-20T09:30:00Z`; the clock when absent. */
  readonly now?: () => string;
  /** File system of bundle and marks; tests fill the disk here. */
  readonly files?: FolderFiles;
  /** Called at each step that must survive a kill; tests kill the process here. */
  readonly onStep?: (step: ReleaseStep) => void;
}

export type ReleaseStep = 'marks-written' | 'debited' | 'measured' | 'bundle-written' | 'recorded';

export interface ReleaseResult {
  readonly bundleDir: string;
  readonly manifest: Manifest;
  readonly manifestHash: string;
  /** Half-widths the plan predicted before a count was seen. */
  readonly expected: readonly ExpectedHalfWidth[];
  readonly phases: readonly { readonly phase: PhaseName; readonly seconds: number }[];
}

/**
 * Builds a release: opens recipe, keys, ledger and store; tries program and plan on invented records, which blocks the release
 * unless they pass; codes the records no earlier release measured, cohort by cohort;
 * plans and states every figure's expected interval; debits the ledger once, with the marks of everybody about to be
 * measured; then counts, adds noise, words the figures, and writes and signs the bundle.
 *
 * Whole or not at all: a process killed before the debit leaves everything as it was; killed after it, the budget is spent
 * and the persons are marked, and a rerun is refused unless the recipe names their lifetime reserve. Refusals, exit 3:
 * a gate, budget, agreements, activity groups, an older or damaged ledger; exit 2: another release running, disk full, wrong recipe.
 */
export async function buildRelease(options: ReleaseOptions): Promise<ReleaseResult> {
  const { recipePath, signal, onProgress } = options;
  const phases = phasesFor(onProgress, signal);
  const inputs = await phases.run('open', async () => {
    await refuseExisting(options.out);
    return openInputs(recipePath);
  });
  return withReleaseLock(inputs.paths.ledger, async () => {
    const { planned, recipeHash, sequence } = inputs;
    const { recipe } = planned;
    const { ledger, cohorts, before, parties, budget } = await phases.run('open', () => openState(inputs, options));
    const kanonymous = await kanonymousRecords(inputs);
    const persons = inputs.paths.persons === null ? null : await readPersons(inputs.paths.persons);
    const given = await releaseHistories(inputs);

    const plans = plansFor(inputs);
    const tried = gatedSynthesis(planned, inputs.previous, nodeRandom);
    const audit = await phases.run('gates', () =>
      passGates(
        {
          domains: planned.domains,
          plans: [plans.first, ...(plans.again ? [plans.again] : [])],
          ...(tried ? { synthesis: tried } : {}),
        },
        {
          random: nodeRandom,
          ...(signal ? { signal } : {}),
          onProgress: (done, total) => onProgress?.({ phase: 'gates', state: 'at', done, total }),
        },
      ),
    );

    const coded = await phases.run('records', async () => {
      const choose = cohortChoice(cohorts, before, sequence);
      return codeRecords(
        planned,
        parties.map(({ id, statement, agreement, records }) => ({
          id,
          statement,
          records: records(),
          heldBack: agreement.heldBack,
        })),
        [...cohorts.first, ...cohorts.again].map(({ id }) => id),
        choose,
        inputs.marksKey,
        {
          passedOver: await passedOver(inputs, parties, persons, before, choose, signal),
          ...(signal ? { signal } : {}),
        },
      );
    });
    const tables = new Map(coded.tables);
    const histories = given ?? (await phases.run('records', () => counted(inputs, parties, persons, before, signal)));

    const expected = await phases.run('plan', () => {
      const halfWidths = expectedOf(inputs, parties, plans.first, [...cohorts.first, ...cohorts.again]);
      onProgress?.({ phase: 'plan', state: 'expected', halfWidths, budget });
      return halfWidths;
    });

    const paid = await phases.run('debit', async () => {
      const marks = { ...before.marks, cohorts: new Map([...before.marks.cohorts, ...coded.marks]) };
      const sha256 = await writeMarks(inputs.paths.marks, marks, inputs.marksKey, options.files);
      options.onStep?.('marks-written');
      const granted = await payForRelease(ledger, inputs, cohorts, plans, budget, tables, sha256);
      await writeLedgerHead(inputs.paths.marks, ledger.view().head);
      options.onStep?.('debited');
      return granted;
    });

    const measurements = await phases.run('measure', () =>
      measureCohorts(paid.tables, tables, {
        engine: recipe.engine,
        recipe: recipeHash,
        keep: new Set(paid.synthetic?.cohorts.map(({ id }) => id)),
        ...(signal ? { signal } : {}),
        onProgress: (done, total) => onProgress?.({ phase: 'measure', state: 'at', done, total }),
      }),
    );
    const added = await phases.run('synthesise', () =>
      measureSynthesis(inputs, plans, paid, measurements, tables, options),
    );
    const measuredHistories =
      paid.histories && histories
        ? {
            measurement: await measureHistories(inputs, paid.histories, histories, signal),
            cohorts: paid.histories.cohorts,
          }
        : null;
    options.onStep?.('measured');

    const synthesis = await phases.run('synthesise', () => releasedSynthesis(inputs, added, options));
    const prevalence = await phases.run('estimate', () =>
      releasedEstimate(inputs, histories, measuredHistories, {
        ...(signal ? { signal } : {}),
        onProgress: (done) => onProgress?.({ phase: 'estimate', state: 'at', done, total: 1 }),
      }),
    );
    const contents = await phases.run('figures', () =>
      bundleContents(inputs, parties, {
        cohorts: paid.tables.flatMap((one) => one.cohorts),
        measurements,
        synthesis,
        prevalence,
        view: ledger.view(),
        tables: plans.first.tables,
        audit,
        day: options.day,
        kanonymous,
      }),
    );

    const manifest = await phases.run('bundle', () =>
      writeBundleDirectory(options.out, contents, inputs.signer, options.files),
    );
    options.onStep?.('bundle-written');
    const manifestHash = sha256Hex(await directorySource(options.out).read('manifest.json'));
    await ledger.recordArtefacts(
      [...paid.tables, ...[paid.synthetic, paid.histories].filter((one) => one !== null)].map(
        ({ grant }) => grant.entry,
      ),
      [{ name: 'manifest.json', sha256: manifestHash }],
    );
    options.onStep?.('recorded');
    return { bundleDir: resolve(options.out), manifest, manifestHash, expected, phases: phases.times };
  });
}

// Records that another record of the same person stands for; none where records are counted.
async function passedOver(
  { planned, marksKey }: ReleaseInputs,
  parties: readonly StoreParty[],
  persons: Persons | null,
  before: MeasuredBefore,
  choose: CohortChoice,
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const { linkage } = planned.recipe;
  if (!linkage || persons === null) return new Set();
  return passedOverRecords(
    planned,
    parties.map(({ id, records }) => ({ id, records: records() })),
    persons,
    before,
    choose,
    { marksKey, unlinked: linkage.unlinked, ...(signal ? { signal } : {}) },
  );
}

// Histories that the recipe's linkage gives; null where it asks for none.
async function counted(
  { planned, marksKey, unit }: ReleaseInputs,
  parties: readonly StoreParty[],
  persons: Persons | null,
  before: MeasuredBefore,
  signal?: AbortSignal,
): Promise<Histories | null> {
  if (!planned.recipe.prevalence || persons === null) return null;
  const measuredEarlier: MeasuredEarlier = (organisation, record) =>
    before.marks.cohorts.has(markOf(marksKey, organisation, record));
  const { table, apart } = await linkageHistories(
    planned,
    parties.map(({ id, records }) => ({ id, records: records() })),
    persons,
    unit === 'person' ? measuredEarlier : null,
    { name: 'the histories of the linkage', ...(signal ? { signal } : {}) },
  );
  const isExact = planned.recipe.prevalence.way === 'exact';
  return { expected: table, cautious: null, generous: null, apart: isExact ? apart : null };
}

interface ReleaseState {
  readonly ledger: Ledger;
  readonly cohorts: ReleaseCohorts;
  readonly before: MeasuredBefore;
  readonly parties: readonly StoreParty[];
  readonly budget: CohortBudget;
}

async function openState(inputs: ReleaseInputs, options: ReleaseOptions): Promise<ReleaseState> {
  const { planned, previous, paths, identity } = inputs;
  const { recipe } = planned;
  const ledger = await openLedger(fileLedgerStorage(paths.ledger), {
    name: paths.ledger,
    random: nodeRandom,
    now: options.now ?? utcNow,
    anchor: previous?.manifest.ledgerHead ?? null,
    code: { commit: 'casebridge', build: '0.1.0' },
  });
  const view = ledger.view();
  const before = await measuredBefore(view, paths.marks, inputs.marksKey);
  const cohorts = releaseCohorts(inputs, view, before);
  refuseSpent(
    view,
    cohorts.first.map(({ id }) => id),
    new Set(previous?.measurements.cohorts.map(({ id }) => id)),
  );
  const parties = await openParties(paths.store, recipe, identity, {
    day: options.day,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  checkChargedCohorts(recipe, chargedCohorts(recipe, cohorts.first), cohortsOf(view, cohorts.first));
  const periods = [...new Set([...cohorts.first, ...cohorts.again].map(({ period }) => period))];
  const budget = cohortBudget(planned);
  checkAgreements(recipe, parties, periods, options.day, budget, lifetimeCost(view, cohorts.again, recipe));
  checkActivityGroups(
    recipe.activityFlags,
    parties.map(({ statement }) => statement),
    periods,
  );
  return { ledger, cohorts, before, parties, budget };
}

// Every cohort that the ledger knows, but those measured now.
function cohortsOf(view: LedgerView, first: readonly Cohort[]) {
  const now = new Set(first.map(({ id }) => id));
  return [...view.accounts.keys()].filter((id) => !now.has(id)).map((id) => ({ id, period: periodOf(id) }));
}

// The most that a cohort will have cost once it is measured again; zero where none is.
function lifetimeCost(view: LedgerView, again: readonly Cohort[], { cohorts }: Recipe): Rational {
  if (!cohorts.reserve) return zeroRational;
  const more = rhoOf(cohorts.reserve.epsilon, cohorts.reserve.delta);
  return again.reduce((most, { id }) => {
    const account = view.accounts.get(id);
    if (!account) return most;
    const cost = addRational(addRational(account.spentBudget, account.spentReserve), more);
    return compareRational(cost, most) > 0 ? cost : most;
  }, zeroRational);
}

function releaseCohorts(
  { planned, previous, sequence }: ReleaseInputs,
  view: LedgerView,
  before: MeasuredBefore,
): ReleaseCohorts {
  const { recipe } = planned;
  const again = new Set(recipe.cohorts.remeasure);
  const all = plannedCohorts(recipe, sequence);
  const known = new Map([...(previous?.measurements.cohorts ?? []), ...all].map((cohort) => [cohort.id, cohort]));
  for (const id of again) {
    if (!view.accounts.has(id) || !known.has(id)) {
      throw new Refusal('release-remeasure', `cohort ${id} was never measured; take it out of cohorts.remeasure`);
    }
    if (!before.isKnown(periodOf(id))) {
      throw new Refusal(
        'release-remeasure',
        `who is in cohort ${id} is not known, its marks are missing; restore the marks folder`,
        { exit: 3 },
      );
    }
  }
  return {
    first: all.filter(({ id }) => !again.has(id)),
    again: [...again].map((id) => known.get(id) as Cohort),
  };
}

// Somebody measured before is left out, unless their whole cohort is measured again.
function cohortChoice({ first, again }: ReleaseCohorts, before: MeasuredBefore, sequence: number) {
  const fresh = new Set(first.map(({ id }) => id));
  const repeated = new Set(again.map(({ id }) => id));
  return (mark: string, period: string): string | null => {
    const earlier = before.marks.cohorts.get(mark);
    if (earlier !== undefined) return repeated.has(earlier) ? earlier : null;
    if (before.has(mark, period)) return null;
    const id = `${period}.${sequence}`;
    return fresh.has(id) ? id : null;
  };
}

function plansFor({ planned }: ReleaseInputs): ReleasePlans {
  const { recipe, domains, tables } = planned;
  const { protection, cohorts } = recipe;
  const plan = (epsilon: number, delta: number) => planTables({ domains, tables, rho: rhoOf(epsilon, delta) });
  return {
    first: plan(protection.epsilon, protection.delta),
    again:
      cohorts.reserve && cohorts.remeasure.length > 0 ? plan(cohorts.reserve.epsilon, cohorts.reserve.delta) : null,
  };
}

async function refuseExisting(out: string): Promise<void> {
  const target = resolve(out);
  const names = await folderFiles.names(dirname(target));
  if (names.includes(basename(target))) {
    throw new Refusal(
      'bundle-exists',
      `${target} is there already and bundles are never overwritten; choose another folder`,
    );
  }
}

/** Current time in UTC, `2016-05-20T09:30:00Z`. */
export function utcNow(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}
