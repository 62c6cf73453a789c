import { readFile } from 'node:fs/promises';
import { checkKAnonymous, type KAnonymousFile, parseCsv } from '@casebridge/bundle';
import { Refusal } from '@casebridge/refusal';
import type { ReleaseInputs } from './inputs.ts';

/**
 * The k-anonymous records of a recipe, checked before anything is debited: published columns only, and every group of
 * records that are alike in the quasi-identifiers has k members. Null where the recipe has none. Refusals: a file that
 * cannot be read or has a column that is not published (exit 2), a group that is too small (exit 3).
 */
export async function kanonymousRecords({
  planned,
  paths,
}: Pick<ReleaseInputs, 'planned' | 'paths'>): Promise<KAnonymousFile | null> {
  const { recipe, domains } = planned;
  if (!recipe.kanonymous || paths.kanonymous === null) return null;
  const { k, quasi } = recipe.kanonymous;
  const path = paths.kanonymous;
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Refusal('kanonymous-file', `${path} cannot be read; check kanonymous.file`, { cause });
  });
  checkKAnonymous(bytes, { k, quasi });
  const [header = []] = parseCsv(bytes.toString('utf8').slice(0, 100_000));
  const strange = header.find((column) => !Object.hasOwn(domains, column) && column !== 'registration_year');
  if (strange !== undefined) {
    throw new Refusal(
      'kanonymous-column',
      `${path} has a column ${strange}, which the recipe does not publish; make the file without it or publish it`,
    );
  }
  return { bytes };
}
