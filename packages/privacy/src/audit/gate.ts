import { Refusal } from '@casebridge/refusal';
import type { CaseTable } from '../columns/case-table.ts';
import { type PublicSource, type PublicTable, publicRecords } from './public-table.ts';
import type { Finding } from './verdicts.ts';

declare const gateBrand: unique symbol;

/** A gate's verdict: may block a release, and may be published, since nothing it read was a real record. */
export interface GateVerdict extends Finding {
  readonly [gateBrand]: true;
  readonly kind: 'gate';
  /** The public records it read; none when it tested code and settings only. */
  readonly read: readonly PublicSource[];
}

/** A gate's verdict as a bundle shows it. */
export type PublishedGate = Omit<GateVerdict, typeof gateBrand | 'kind'>;

const verdicts = new WeakSet<object>();

/**
 * Runs a check on public records, or on none where it tests the code. Only what this and {@link runGates} return is a
 * verdict of a gate. TypeError: a table that is not public.
 */
export async function runGate(
  subjects: readonly PublicTable[],
  check: (...records: readonly CaseTable[]) => Finding | Promise<Finding>,
): Promise<GateVerdict> {
  const [verdict] = await runGates(subjects, async (...records) => [await check(...records)]);
  return verdict as GateVerdict;
}

/** Runs a check that finds several things on public records. TypeError: a table that is not public. */
export async function runGates(
  subjects: readonly PublicTable[],
  check: (...records: readonly CaseTable[]) => Promise<readonly Finding[]>,
): Promise<readonly GateVerdict[]> {
  const records = subjects.map(publicRecords);
  const read = subjects.map(({ source }) => source);
  return (await check(...records)).map((found) => {
    const content: Omit<GateVerdict, typeof gateBrand> = { ...found, kind: 'gate', read };
    const verdict = Object.freeze(content) as GateVerdict;
    verdicts.add(verdict);
    return verdict;
  });
}

/** Refusal (exit 3), one line, when a gate did not pass; names the gates and their numbers. */
export function refuseFailedGates(gates: readonly GateVerdict[]): void {
  const failed = gates.filter(({ passed }) => !passed);
  if (failed.length === 0) return;
  const list = failed.map(({ name, value, limit }) => `${name} ${plain(value)} > ${plain(limit)}`).join(', ');
  throw new Refusal(
    'gate-failed',
    `Nothing was measured or spent: the audit before the release failed (${list}); do not release with this program and these settings.`,
    { exit: 3 },
  );
}

/**
 * The verdicts for publication. TypeError for anything that {@link runGate} did not return: findings on real records have
 * no way here. Refusal (exit 3): none, or one that did not pass.
 */
export function publishGates(gates: readonly GateVerdict[]): readonly PublishedGate[] {
  if (gates.some((gate) => !verdicts.has(gate))) throw new TypeError('only verdicts of gates are published');
  if (gates.length === 0) {
    throw new Refusal('gates-absent', 'No gate was run for this release; run them before anything is measured.', {
      exit: 3,
    });
  }
  refuseFailedGates(gates);
  return gates.map(({ name, value, limit, passed, falseAlarm, numbers, read }) => ({
    name,
    value,
    limit,
    passed,
    falseAlarm,
    numbers,
    read,
  }));
}

function plain(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value);
}
