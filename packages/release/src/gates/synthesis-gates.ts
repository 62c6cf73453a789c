// The gates of synthetic records: the choice of what to measure, and attacks on records made with the settings of the release
// from invented records and from the last release's synthetic ones, which stand in for real ones.
import type { Bundle } from '@casebridge/bundle';
import {
  auditSelection,
  auditSelectionOnce,
  type CaseTable,
  type GateVerdict,
  inventedWorld,
  lastReleaseTable,
  type PublicTable,
  practiceSelection,
  type RandomBytes,
  rational,
  runGate,
  runGates,
  type StructuralZero,
  type TrialSynthesis,
  trySynthesis,
} from '@casebridge/privacy';
import type { Domains } from '@casebridge/privacy/results';
import { isMissing } from '@casebridge/standard';
import { syntheticTableOf } from '../published/synthetic-table.ts';

/** Synthetic records as a release will make them. */
export interface GatedSynthesis {
  /** Columns of the records, as they are published. */
  readonly domains: Domains;
  /** Combinations of these columns that no record has. */
  readonly structuralZeros: readonly StructuralZero[];
  /** Method, budget, model size and whatever else decides how they are made: equal settings are judged once. */
  readonly settings: unknown;
  /** Makes them, with these settings, of records that are public. */
  readonly synthesise: TrialSynthesis;
  /** The bundle before, verified; null for none. */
  readonly last: Bundle | null;
}

/** Invented records that are synthesised and attacked. */
const worldRecords = 4000;
/** Fewest synthetic records of the last release that stand in for real ones. */
const fewestStandIns = 500;
/** Most of them that are synthesised and attacked. */
const mostStandIns = 20_000;
const selectionEpsilon = rational(1);
/** Probability with which an audit of the choice fails although nothing is wrong. */
const selectionMiss = 0.001;

/** The gates, each to be run. */
export function synthesisGates(
  { domains, structuralZeros, synthesise, last }: GatedSynthesis,
  { random, signal }: { readonly random: RandomBytes; readonly signal?: AbortSignal },
): readonly (() => Promise<readonly GateVerdict[]>)[] {
  const stoppable = signal ? { signal } : {};
  const select = practiceSelection(random);
  const selection = { select, epsilon: selectionEpsilon, miss: selectionMiss, ...stoppable };
  const missing = [...new Set(Object.values(domains).flatMap((codes) => codes.filter(isMissing)))];
  const attacked = (records: PublicTable, seed: string) =>
    runGates([records], async (table) => trySynthesis(table as CaseTable, synthesise, { seed, missing, ...stoppable }));
  return [
    async () => [await runGate([], () => auditSelection({ ...selection, runs: 500 }))],
    async () => [await runGate([], () => auditSelectionOnce({ ...selection, canaries: 400, random }))],
    () => {
      const seed = 'release gates, synthesis';
      return attacked(inventedWorld({ domains, rows: worldRecords, seed, structuralZeros, isMissing }), seed);
    },
    async () => {
      const table = last && (await syntheticTableOf(last));
      if (!table || table.rows < fewestStandIns || !sameDomains(table.domains, domains)) return [];
      return attacked(lastReleaseTable(firstRows(table, mostStandIns), last.manifestHash), last.manifest.release);
    },
  ];
}

// A release that publishes other columns than the last has nothing to stand in for its records.
function sameDomains(a: Domains, b: Domains): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function firstRows(table: CaseTable, most: number): CaseTable {
  if (table.rows <= most) return table;
  return { ...table, rows: most, columns: table.columns.map((column) => column.slice(0, most)) };
}
