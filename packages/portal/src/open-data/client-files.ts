import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SiteFile } from '../bake/room-set.ts';

// The same folder from `src/open-data/` and from `dist/open-data/`.
const folder = new URL('../../../../clients/', import.meta.url);

/** The loaders for Python and R, as every site serves them. */
export const clientFiles: readonly SiteFile[] = (
  [
    ['clients/casebridge.py', 'python/casebridge.py'],
    ['clients/casebridge.R', 'r/casebridge.R'],
  ] as const
).map(([path, source]) => ({ path, content: () => readFileSync(fileURLToPath(new URL(source, folder)), 'utf8') }));
