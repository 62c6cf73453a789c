// Histories counted from the linkage of a release itself: who of its records' persons is on which lists.
import { type CaptureTable, captureTable, refuseWithoutOverlap } from '@casebridge/prevalence';
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
 */
export async function linkageHistories(
  planned: PlannedRecipe,
  contributors: readonly Pick<ContributorRecords, 'id' | 'records'>[],
  persons: Persons,
  measuredEarlier: MeasuredEarlier | null,
  options: { readonly name: string; readonly signal?: AbortSignal },
): Promise<CaptureTable> {
  const { prevalence } = planned.recipe;
  if (!prevalence) throw new RangeError('the recipe asks for no estimate');
  const { lists, where, period: years } = prevalence;
  const histories = new Map<string, number>();
  for (const { id, records } of contributors) {
    const lies = lists.reduce((mask, { contributors: of }, at) => (of.includes(id) ? mask | (1 << at) : mask), 0);
    if (lies === 0) continue;
    for await (const block of records) {
      options.signal?.throwIfAborted();
      for (const { key, period } of populationRows(planned, block, where)) {
        if (!(Number(period) >= years[0] && Number(period) <= years[1])) continue;
        const person = persons.personOf(id, key);
        if (person === undefined) continue;
        const all = persons.several.get(person) ?? [{ organisation: id, record: key }];
        if (measuredEarlier && all.some(({ organisation, record }) => measuredEarlier(organisation, record))) continue;
        histories.set(person, (histories.get(person) ?? 0) | lies);
      }
    }
  }
  const counts = new Map<number, number>();
  for (const history of histories.values()) counts.set(history, (counts.get(history) ?? 0) + 1);
  const table = captureTable(
    lists.map(({ id }) => id),
    [...counts].map(([history, count]) => ({ on: lists.map((_, at) => (history >> at) & 1), count })),
    options.name,
  );
  refuseWithoutOverlap(table, options.name);
  return table;
}
