import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Crosswalk } from '@casebridge/standard';

// The same file from `src/model/` and from `dist/model/`. A test of `intake` holds it to the mappings beside it.
const file = fileURLToPath(new URL('../../../../mappings/crosswalks.json', import.meta.url));

let shipped: readonly Crosswalk[] | undefined;

/** The mappings that Casebridge ships, as crosswalks, by name. */
export function shippedCrosswalks(): readonly Crosswalk[] {
  shipped ??= JSON.parse(readFileSync(file, 'utf8')) as readonly Crosswalk[];
  return shipped;
}
