// What stands between a recipe and its release: the program and the very plan are tried on records that are no persons',
// before anything is debited. Reads code, settings, invented records and the last release; never the store.
import {
  affordableTables,
  auditMeasurement,
  auditMeasurementOnce,
  auditPlan,
  auditPower,
  type GateVerdict,
  gateCanary,
  inventedWorld,
  practiceMeasurement,
  type RandomBytes,
  refuseFailedGates,
  runGate,
  runGates,
  type TablePlan,
} from '@casebridge/privacy';
import type { Domains } from '@casebridge/privacy/results';
import { type GatedSynthesis, synthesisGates } from './synthesis-gates.ts';

/** A release as its recipe declares it. */
export interface GatedRelease {
  /** Declared codes of the published columns. */
  readonly domains: Domains;
  /** The plans that will be carried out. */
  readonly plans: readonly TablePlan[];
  /** Synthetic records as they will be made; absent where there are none. */
  readonly synthesis?: GatedSynthesis;
}

export interface GateOptions {
  /** The generator that the release's noise will come from. */
  readonly random: RandomBytes;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Cells measured in one such run, at most. */
const canaryCells = 150;
const canaryRecords = 100;

/**
 * Runs every gate of a release and gives their verdicts for its bundle. Equal settings are judged once in a process: the
 * program does not change while it runs. Refusal (exit 3): a gate did not pass; names it and its numbers.
 */
export async function passGates(release: GatedRelease, options: GateOptions): Promise<readonly GateVerdict[]> {
  const key = settingsOf(release);
  const verdicts = judged.get(key) ?? (await judge(release, options));
  refuseFailedGates(verdicts);
  judged.set(key, verdicts);
  return verdicts;
}

const judged = new Map<string, readonly GateVerdict[]>();

async function judge({ domains, plans, synthesis }: GatedRelease, options: GateOptions): Promise<GateVerdict[]> {
  const { random, signal, onProgress } = options;
  const measure = practiceMeasurement(random);
  const world = (rows: number, name: string, of: Domains = domains) =>
    inventedWorld({ domains: of, rows, seed: `release gates, ${name}` });
  const stoppable = signal ? { signal } : {};
  const verdicts: GateVerdict[] = [];
  const gates: (() => Promise<readonly GateVerdict[]>)[] = [
    ...plans.map(
      (plan) => () =>
        runGates([world(200, 'many'), world(3, 'few')], (many, few) =>
          auditPlan({ plan, worlds: [of(many), of(few)], measure, ...stoppable }),
        ),
    ),
    async () => {
      const tables = affordableTables(domains, plans[0]?.tables ?? [], canaryCells);
      const own = Object.fromEntries(
        Object.entries(domains).filter(([name]) => tables.some((table) => table.includes(name))),
      );
      return runGates([world(canaryRecords, 'canary', own)], async (others) => {
        const audit = { ...gateCanary, others: of(others), tables, measure, ...stoppable };
        return [...(await auditMeasurement(audit)), await auditPower(audit)];
      });
    },
    async () => [await runGate([], () => auditMeasurementOnce({ measure, random }))],
    ...(synthesis ? synthesisGates(synthesis, options) : []),
  ];
  for (const [at, gate] of gates.entries()) {
    signal?.throwIfAborted();
    verdicts.push(...(await gate()));
    onProgress?.(at + 1, gates.length);
  }
  return verdicts;
}

function of<T>(records: T | undefined): T {
  if (records === undefined) throw new RangeError('a gate reads as many tables as it was given');
  return records;
}

function settingsOf({ domains, plans, synthesis }: GatedRelease): string {
  const planned = plans.map(({ rho, tables, sets }) => [
    `${rho.num}/${rho.den}`,
    tables,
    sets.map(({ set, variance }) => [set, variance.toString()]),
  ]);
  return JSON.stringify([domains, planned, synthesis?.settings ?? null, synthesis?.last?.manifestHash ?? null]);
}
