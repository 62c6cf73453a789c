import type { ColumnEvidence } from './column-evidence.ts';
import { codeShare, type Target, targetsOf } from './column-targets.ts';

/** What is to become of one column. */
export interface ColumnPlan {
  readonly evidence: ColumnEvidence;
  /** Empty where the column is dropped. */
  readonly targets: readonly Target[];
  /** Why it is dropped: an identifier, or nothing recognised. */
  readonly dropped: 'identifier' | 'not_recognised' | null;
  /** How sure the drop is; the targets carry their own. */
  readonly confidence: number;
}

/**
 * Gives each column its best target, each one-valued variable its best column. Direct identifiers are dropped whatever
 * else they could be; a birth date stays only as half of an age.
 */
export function planColumns(columns: readonly ColumnEvidence[]): readonly ColumnPlan[] {
  const options = columns.map((evidence) => (evidence.identifier === null ? targetsOf(evidence) : []));
  const chosen: (Target | null)[] = columns.map(() => null);
  const taken = new Set<string>();
  const queue = options
    .flatMap((targets, column) => targets.map((target) => ({ column, target })))
    .sort((first, second) => second.target.confidence - first.target.confidence);
  for (const { column, target } of queue) {
    if (chosen[column] || taken.has(keyOf(target))) continue;
    chosen[column] = target;
    taken.add(keyOf(target));
  }
  return columns.map((evidence, column): ColumnPlan => {
    const target = chosen[column] ?? null;
    if (evidence.identifier !== null) return { evidence, targets: [], dropped: 'identifier', confidence: 0.95 };
    if (target?.id === 'birth_date') return birthDate(evidence, target, chosen);
    if (!target) return { evidence, targets: [], dropped: 'not_recognised', confidence: 0.3 };
    return {
      evidence,
      targets: [target, ...besides(target, evidence, taken)],
      dropped: null,
      confidence: target.confidence,
    };
  });
}

/** A birth date never leaves: it is half of an age beside a date of registration, and dropped without one. */
function birthDate(evidence: ColumnEvidence, target: Target, chosen: readonly (Target | null)[]): ColumnPlan {
  const hasDate = chosen.some((other) => other?.id === 'registration_year');
  const hasAge = chosen.some((other) => other?.id === 'age_at_registration' || other?.id === 'age_band');
  return hasDate && !hasAge
    ? { evidence, targets: [target], dropped: null, confidence: target.confidence }
    : { evidence: { ...evidence, identifier: 'birth_dates' }, targets: [], dropped: 'identifier', confidence: 0.95 };
}

/** Other variables that the same column fills: a list of types often names sectors too. */
function besides(target: Target, evidence: ColumnEvidence, taken: ReadonlySet<string>): readonly Target[] {
  if (target.isCanonical) return [];
  if (target.id === 'exploitation_type' && target.code === null && !taken.has('labour_sector')) {
    const share = codeShare('labour_sector', evidence);
    if (share >= 0.1)
      return [{ id: 'labour_sector', code: null, confidence: Math.min(0.85, target.confidence), isBeside: true }];
  }
  if (target.id === 'labour_sector' && target.code === null && !taken.has('exploitation_type')) {
    const share = codeShare('exploitation_type', evidence);
    if (share >= 0.5) return [{ id: 'exploitation_type', code: null, confidence: 0.5 }];
  }
  return [];
}

function keyOf({ id, code }: Target): string {
  return code === null ? id : `${id}.${code}`;
}
