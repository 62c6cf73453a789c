import type { MissingReason, Variable } from '@casebridge/standard';

/** A missing reason that the variable may have: itself, or unknown. Variables without reasons of their own take any. */
export function legalReason(entry: Variable, reason: string): string {
  if (entry.missingReasons.length === 0 || entry.missingReasons.includes(reason.slice(1) as MissingReason))
    return reason;
  return entry.missingReasons.includes('unknown') ? '?unknown' : `?${entry.missingReasons[0]}`;
}

/** True for a coded variable that a record cannot do without. */
export function needsValue(entry: Variable): boolean {
  return (
    entry.obligation === 'required' &&
    entry.type === 'code' &&
    entry.missingReasons.length === 0 &&
    entry.sensitivity !== 'meta'
  );
}
