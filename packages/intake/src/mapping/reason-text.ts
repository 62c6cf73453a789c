import { missingReasons } from '@casebridge/standard';

/** True for `?unknown` and the other missing reasons as a cell spells them. */
export function isReasonText(text: string): boolean {
  return text.startsWith('?') && (missingReasons as readonly string[]).includes(text.slice(1));
}
