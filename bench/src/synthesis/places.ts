import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout: this file runs from bench/dist/synthesis. */
export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
/** Reference data beside the checkout. */
export const shared = process.env.CASEBRIDGE_SHARED ?? join(root, '..', 'shared');
export const peersFolder = join(root, 'bench', 'peers');
/** What the bench writes, outside git. */
const outFolder = join(peersFolder, 'out');

/** A folder under bench/peers/out, made when it is not there. */
export function outPath(folder: string, name: string): string {
  const path = join(outFolder, folder);
  mkdirSync(path, { recursive: true });
  return join(path, name);
}

/** A file of reference data; null, with a line saying so, when it is absent. */
export function dataFile(folder: string, name: string): string | null {
  const path = join(shared, 'data', folder, name);
  if (existsSync(path)) return path;
  console.log(`left out: ${folder}/${name} is not among the reference data`);
  return null;
}
