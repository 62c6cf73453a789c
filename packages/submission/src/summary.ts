import { Refusal } from '@casebridge/refusal';
import type { IntakeSummary } from '@casebridge/standard';
import * as z from 'zod';
import { canonicalJson } from './canonical-json.ts';

const count = z.int().min(0);
const schema = z.strictObject({
  rowsRead: count,
  rowsKept: count,
  findings: z.record(z.string(), z.strictObject({ severity: z.enum(['stop', 'error', 'warn', 'note']), count })),
  notChecked: z.array(z.string()),
  counts: z.record(z.string(), z.record(z.string(), count)),
});

/** The canonical JSON of an intake summary: counts only. */
export function writeSummary(summary: IntakeSummary): string {
  const { rowsRead, rowsKept, findings, notChecked, counts } = summary;
  return canonicalJson({ rowsRead, rowsKept, findings, notChecked, counts });
}

/** Reads what `writeSummary` wrote. Refusal `parcel-contents` when it is not a summary. */
export function readSummary(text: string): IntakeSummary {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Refusal('parcel-contents', "the parcel's contents are not as described: the summary does not hold", {
      cause,
    });
  }
}
