import type { CoverageStatement } from '@casebridge/figures/types';
import { Refusal } from '@casebridge/refusal';
import type { RecordBlock } from '@casebridge/standard';
import { openStore } from '@casebridge/submission/store';
import type { Recipe } from '../recipe/schema.ts';
import type { Party } from './agreements.ts';

/** A contributor with a way to read its newest records. */
export interface StoreParty extends Party {
  /** The newest version of every record, without those withdrawn. */
  readonly records: () => AsyncIterable<RecordBlock>;
}

/**
 * The contributors of a recipe as the store has them. Refusals: a contributor the store does not know, one that never
 * submitted or declared coverage, one whose registered key is not the recipe's.
 *
 * @param ids contributors to open; all of the recipe's when absent
 */
export async function openParties(
  folder: string,
  recipe: Recipe,
  identity: string,
  options: { readonly day: string; readonly ids?: readonly string[]; readonly signal?: AbortSignal },
): Promise<readonly StoreParty[]> {
  const store = await openStore(folder, { create: false });
  const registered = new Map((await store.contributors()).map((entry) => [entry.organisation, entry]));
  const wanted = recipe.contributors.filter(({ id }) => options.ids?.includes(id) ?? true);
  const parties: StoreParty[] = [];
  for (const { id, publicKey } of wanted) {
    const entry = registered.get(id);
    if (!entry)
      throw new Refusal(
        'release-contributor',
        `${folder} knows no contributor ${id}; register it or take it out of the recipe`,
      );
    if (entry.publicKey !== publicKey) {
      throw new Refusal(
        'release-contributor',
        `the recipe gives another key of ${id} than ${folder} has registered; correct the recipe`,
      );
    }
    const coverage = await store.coverage(id, identity);
    if (!coverage)
      throw new Refusal(
        'release-contributor',
        `${folder} has no accepted parcel of ${id}; receive one or take it out of the recipe`,
      );
    const { example: _example, declaredOn: _declaredOn, ...statement } = coverage;
    parties.push({
      id,
      agreement: entry.agreement,
      statement: statement satisfies CoverageStatement,
      records: () =>
        store.records(id, identity, { day: options.day, ...(options.signal ? { signal: options.signal } : {}) }),
    });
  }
  return parties;
}
