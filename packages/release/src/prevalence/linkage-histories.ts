// Histories counted from the linkage of a release itself: who of its records' persons is on which lists.
import { type CaptureTable, captureTable, mostLists, refuseWithoutOverlap } from '@casebridge/prevalence';
import type { ContributorRecords } from '../coding/code-records.ts';
import { populationRows } from '../coding/population-rows.ts';
import type { Persons } from '../linkage/read-persons.ts';
import type { PlannedRecipe } from '../recipe/parse-recipe.ts';

/** Whether an earlier release measured a record. */
export type MeasuredEarlier = (organisation: string, record: string) => boolean;

/**
 * The table of histories that a recipe's lists have by its linkage: a person is on a list if one of the list's contributors has
 * a record of them that is in the population, obeys `prevalence.where` and is registered in `prevalence.period`. One record more
 * or less moves one person from one history to another, as with any table of histories. Reads the records of the lists once.
 *
 * @param measuredEarlier where persons are what the guarantee protects: a person of whom a record was measured before has paid in
 *   another cohort and is in no history; null where records are
 * @param name what the table is called in refusals
 * Refusals: a list that nobody is on, lists that share nobody.
 *
 * @returns the table, and the one that has every contributor for a list of its own: null where no list joins several, where some
 *   contributor has nobody or where they are more lists than an estimate takes
 */
export async function linkageHistories(
  planned: PlannedRecipe,
  contributors: readonly Pick<ContributorRecords, 'id' | 'records'>[],
  persons: Persons,
  measuredEarlier: MeasuredEarlier | null,
  options: { readonly name: string; readonly signal?: AbortSignal },
): Promise<{ readonly table: CaptureTable; readonly apart: CaptureTable | null }> {
  const { prevalence } = planned.recipe;
  if (!prevalence) throw new RangeError('the recipe asks for no estimate');
  const { lists, where, period: years } = prevalence;
  const all = lists.flatMap(({ contributors: of }) => of);
  // Contributors that each person is on, as a set of places in `all`.
  const seen = new Map<string, Set<number>>();
  for (const { id, records } of contributors) {
    const place = all.indexOf(id);
    if (place < 0) continue;
    for await (const block of records) {
      options.signal?.throwIfAborted();
      for (const { key, period } of populationRows(planned, block, where)) {
        if (!(Number(period) >= years[0] && Number(period) <= years[1])) continue;
        const person = persons.personOf(id, key);
        if (person === undefined) continue;
        const own = persons.several.get(person) ?? [{ organisation: id, record: key }];
        if (measuredEarlier && own.some(({ organisation, record }) => measuredEarlier(organisation, record))) continue;
        const on = seen.get(person);
        if (on) on.add(place);
        else seen.set(person, new Set([place]));
      }
    }
  }
  const table = tableOf(
    lists.map(({ id }) => id),
    all.map((id) => lists.findIndex(({ contributors: of }) => of.includes(id))),
    seen.values(),
    options.name,
  );
  refuseWithoutOverlap(table, options.name);
  const isOnSome = all.every((_, place) => [...seen.values()].some((on) => on.has(place)));
  const canBeApart = all.length > lists.length && all.length <= mostLists && isOnSome;
  const places = all.map((_, place) => place);
  return { table, apart: canBeApart ? tableOf(all, places, seen.values(), options.name) : null };
}

// The table of people by lists, where the list of each contributor's place is known.
function tableOf(
  names: readonly string[],
  listOf: readonly number[],
  people: Iterable<ReadonlySet<number>>,
  name: string,
): CaptureTable {
  const counts = new Map<number, number>();
  for (const on of people) {
    const history = [...on].reduce((mask, place) => mask | (1 << (listOf[place] as number)), 0);
    counts.set(history, (counts.get(history) ?? 0) + 1);
  }
  return captureTable(
    names,
    [...counts].map(([history, count]) => ({ on: names.map((_, at) => (history >> at) & 1), count })),
    name,
  );
}
