import { codeTable } from './generated/code-lists.ts';
import type { MissingReason } from './types.ts';

/**
 * The text of one cell of a standard record: a code or number, or `?reason` where there is no value. Blank is not a
 * legal cell: value, explicit no, and the five missing reasons are all spelt out.
 */
export const missingReasons = (codeTable.missing_reason ?? []).map((entry) => entry.code) as readonly MissingReason[];

export const yes = 'yes';
export const no = 'no';

/** The cell text of a missing reason: `?unknown`. */
export function missing(reason: MissingReason): string {
  return `?${reason}`;
}

export function isMissing(cell: string): boolean {
  return cell.startsWith('?');
}

/** The reason a cell has no value; null for a value. */
export function missingReasonOf(cell: string): MissingReason | null {
  if (!isMissing(cell)) return null;
  const reason = cell.slice(1) as MissingReason;
  return missingReasons.includes(reason) ? reason : null;
}
