import { readFile } from 'node:fs/promises';
import { checkKAnonymous, type KAnonymousFile } from '@casebridge/bundle';
import { readPublished, verifyGroups } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import type { ReleaseInputs } from './inputs.ts';

/**
 * The k-anonymous records of a recipe, checked before anything is debited: published columns only, and every group of
 * records that are alike in the quasi-identifiers has k members, by the verifier that shares no code with what makes such
 * files. Null where the recipe has none. Refusals: a file that cannot be read, has a column that is not published or lacks
 * a quasi-identifier (exit 2), a group that is too small (exit 3).
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
  const file = await readPublished([bytes], path);
  const strange = file.columns.find((column) => !Object.hasOwn(domains, column) && column !== 'registration_year');
  if (strange !== undefined) {
    throw new Refusal(
      'kanonymous-column',
      `${path} has a column ${strange}, which the recipe does not publish; make the file without it or publish it`,
    );
  }
  const absent = quasi.find((name) => !file.columns.includes(name));
  if (absent !== undefined) {
    throw new Refusal(
      'kanonymous-column',
      `${path} has no column ${absent}, which kanonymous.quasi names; correct either`,
    );
  }
  const sensitive = file.columns.filter((name) => !quasi.includes(name));
  const { holds, groupsBelowK } = verifyGroups(file, quasi, sensitive, k);
  if (!holds) {
    throw new Refusal(
      'kanonymous-groups',
      `${path} has ${groupsBelowK} group(s) of fewer than ${k} records that are alike in ${quasi.join(', ')}; nothing was debited, make the file again`,
      { exit: 3 },
    );
  }
  // The bundle counts for itself, by other code, here and whenever it is verified.
  checkKAnonymous(bytes, { k, quasi });
  return { bytes };
}
