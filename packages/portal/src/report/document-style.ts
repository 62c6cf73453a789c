import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The same folder from `src/report/` and from `dist/report/`.
const styleFolder = fileURLToPath(new URL('../../src/style/', import.meta.url));
const sheets = ['tokens', 'base', 'figures', 'charts', 'rooms', 'statements', 'report', 'print'];

/** The style that a document of its own carries inside; with further sheets by name. */
export async function documentStyle(more: readonly string[] = []): Promise<string> {
  const texts = await Promise.all(
    [...sheets, ...more].map((name) => readFile(join(styleFolder, `${name}.css`), 'utf8')),
  );
  return texts.join('\n');
}
