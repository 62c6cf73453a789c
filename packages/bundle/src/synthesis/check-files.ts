import { Refusal } from '@casebridge/refusal';
import { replicatePath, syntheticPaths } from '../files.ts';
import type { Manifest } from '../types.ts';
import type { Synthesis } from './synthesis-file.ts';

/**
 * Checks that a manifest names all files of synthetic records or none, and the replicates 1 to n. Refusal
 * `bundle-missing-file` or `bundle-extra-file`, naming the file.
 */
export function checkSyntheticFiles({ files }: Manifest, synthesis: Synthesis | null): void {
  const named = new Set(files.map(({ path }) => path));
  const wanted = synthesis
    ? [...syntheticPaths, ...Array.from({ length: synthesis.replicates }, (_, at) => replicatePath(at + 1))]
    : [];
  const absent = wanted.find((path) => !named.has(path));
  if (absent !== undefined) throw new Refusal('bundle-missing-file', `${absent} is missing; fetch the bundle again`);
  const strange = [...named].find(
    (path) => !wanted.includes(path) && (syntheticPaths.includes(path) || path.startsWith('data/replicates/')),
  );
  if (strange !== undefined)
    throw new Refusal(
      'bundle-extra-file',
      `${strange} does not belong to these synthetic records; do not use this bundle`,
    );
}
