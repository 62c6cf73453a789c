// Attacks on the real records of a release after its noise was drawn. What they find is unprotected: it is written to the
// steward's store alone, changes nothing, and says nothing on the way out. A person who reads it may discard the bundle.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Bundle, readBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import {
  attackInput,
  type CaseTable,
  type Finding,
  type JudgedAttacks,
  joinTables,
  judgeAttacks,
  keepColumns,
  type NotJudged,
  noiseOf,
  noiseReuse,
  noiseSize,
  readInspection,
  runAttacks,
  runInspection,
} from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import { isMissing } from '@casebridge/standard';
import { writeWhole } from '@casebridge/submission/node';
import { openInputs, type ReleaseInputs } from '../build/inputs.ts';
import { measuredBefore } from '../build/measured-before.ts';
import { openParties } from '../build/store-parties.ts';
import { codeRecords } from '../coding/code-records.ts';
import { readLedgerFile } from '../ledger/ledger-views.ts';
import { syntheticTableOf } from '../published/synthetic-table.ts';

export interface InspectOptions {
  readonly bundleDir: string;
  /** The recipe that the bundle was built from. */
  readonly recipePath: string;
  /** Today, `2016-05-20`. */
  readonly day: string;
  readonly signal?: AbortSignal;
}

export interface InspectedRelease {
  /** Where the findings are: in the steward's store, readable by their owner alone. */
  readonly file: string;
}

/** Fewest persons of earlier releases that make a control group. */
const fewestOthers = 100;

/** Probability with which a finding about chance fails although nothing is wrong. */
const miss = 1e-6;

/**
 * Inspects a release: takes its noise apart from the real counts, and tries the attacks on its synthetic records. Ends well
 * whatever it finds. Refusals, exit 3: the bundle's statement does not say that its publication hangs on such a check;
 * exit 2: the bundle was built from another recipe.
 */
export async function inspectRelease(options: InspectOptions): Promise<InspectedRelease> {
  const inputs = await openInputs(options.recipePath);
  const bundle = await readBundle(directorySource(options.bundleDir), { publicKey: inputs.signer.publicKey });
  if (!bundle.privacy.conditionalOnInternalCheck) {
    throw new Refusal(
      'inspection-not-announced',
      `${options.bundleDir} states that nobody checks it against the records before publication; set internalCheck: true in the recipe before a release that is to be inspected`,
      { exit: 3 },
    );
  }
  const records = await recordsOf(bundle, inputs, options);
  let notJudged: readonly NotJudged[] = [];
  const inspection = await runInspection(async () => {
    const attacked = await inspectSynthetic(bundle, records, options.signal);
    notJudged = attacked?.notJudged ?? [];
    return [...inspectTables(bundle, records.measured), ...(attacked?.findings ?? [])];
  });
  const folder = join(inputs.paths.store, 'inspections');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = resolve(folder, `${bundle.manifest.release}.json`);
  const content = {
    format: 'casebridge-inspection-1',
    internal: 'reads real records; do not publish',
    release: bundle.manifest.release,
    manifest: bundle.manifestHash,
    day: options.day,
    findings: readInspection(inspection),
    notJudged,
  };
  await writeWhole(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  return { file };
}

/** Real records as the store has them today. */
interface InspectedRecords {
  /** Those that the release measured, by cohort. */
  readonly measured: ReadonlyMap<string, CaseTable>;
  /** Those that earlier releases measured: of the same population, and not in the synthetic records of this one. */
  readonly earlier: readonly CaseTable[];
}

async function recordsOf(
  bundle: Bundle,
  inputs: ReleaseInputs,
  { day, signal, bundleDir }: InspectOptions,
): Promise<InspectedRecords> {
  const { planned, paths, recipeHash, sequence, identity, marksKey } = inputs;
  const view = await readLedgerFile(paths.ledger, bundle.manifest.ledgerHead);
  const debits = new Set(
    view.entries.flatMap((entry) => (entry.kind === 'debit' && entry.recipe === recipeHash ? [entry.id] : [])),
  );
  const isOwn = view.entries.some(
    (entry) =>
      entry.kind === 'artefact' &&
      entry.debits.some((id) => debits.has(id)) &&
      entry.artefacts.some(({ sha256 }) => sha256 === bundle.manifestHash),
  );
  if (!isOwn) {
    throw new Refusal(
      'inspection-recipe',
      `${bundleDir} was built from another recipe or ledger; name the ones it was built from`,
    );
  }
  const again = new Set(planned.recipe.cohorts.remeasure);
  const cohorts = bundle.measurements.cohorts.filter(({ id, batch }) => batch === sequence || again.has(id));
  const ids = new Set(cohorts.map(({ id }) => id));
  const known = new Set(bundle.measurements.cohorts.map(({ id }) => id));
  const { marks } = await measuredBefore(view, paths.marks, marksKey);
  const stoppable = signal ? { signal } : {};
  const parties = await openParties(paths.store, planned.recipe, identity, { day, ...stoppable });
  const { tables } = await codeRecords(
    planned,
    parties.map(({ id, statement, agreement, records }) => ({
      id,
      statement,
      records: records(),
      heldBack: agreement.heldBack,
    })),
    [...known],
    (mark) => {
      const cohort = marks.cohorts.get(mark);
      return cohort !== undefined && known.has(cohort) ? cohort : null;
    },
    marksKey,
    stoppable,
  );
  return {
    measured: new Map([...tables].filter(([id]) => ids.has(id))),
    earlier: [...tables].flatMap(([id, table]) => (ids.has(id) ? [] : [table])),
  };
}

function inspectTables({ measurements }: Bundle, records: ReadonlyMap<string, CaseTable>): readonly Finding[] {
  const noise = [...records].map(([id, table]) =>
    noiseOf(
      measurements.measurements.filter(({ cohort }) => cohort === id),
      table,
    ),
  );
  return [noiseSize('noise-drawn', noise, miss), noiseReuse('noise-drawn-reused', noise, miss)];
}

// Persons measured by earlier releases are the control group: attacks that need one are left out where there are too few.
async function inspectSynthetic(
  bundle: Bundle,
  { measured, earlier }: InspectedRecords,
  signal: AbortSignal | undefined,
): Promise<JudgedAttacks | null> {
  const synthetic = await syntheticTableOf(bundle, bundle.manifest.sequence);
  const rows = [...measured.values()].reduce((sum, table) => sum + table.rows, 0);
  if (synthetic === null || synthetic.rows === 0 || rows === 0) return null;
  const columns = synthetic.variables;
  const joined = (tables: readonly CaseTable[]) => joinTables(tables.map((table) => keepColumns(table, columns)));
  const others = earlier.reduce((sum, table) => sum + table.rows, 0);
  const missing = new Set(Object.values(synthetic.domains).flatMap((codes) => codes.filter(isMissing)));
  const input = attackInput({
    train: joined([...measured.values()]),
    control: others < fewestOthers ? null : joined(earlier),
    synthetic,
    missing: [...missing],
  });
  return judgeAttacks(await runAttacks(input, { seed: bundle.manifestHash, ...(signal ? { signal } : {}) }));
}
