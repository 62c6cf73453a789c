/**
 * One record for each person. A person with a measured record was measured: further records are marked and never counted. Of a
 * person nobody measured yet, the earliest record that this release could measure stands for the others; of one year, that of
 * the contributor whom the recipe names first, and of one contributor the one whose mark, a keyed hash that says nothing, comes
 * first. So no person is counted twice, in one release or over releases, and two
 * measured persons that linkage later joins stay two.
 */
import { Refusal } from '@casebridge/refusal';
import type { CohortChoice, ContributorRecords } from '../coding/code-records.ts';
import { populationRows } from '../coding/population-rows.ts';
import { markOf } from '../marks/marks.ts';
import type { PlannedRecipe } from '../recipe/parse-recipe.ts';
import type { Persons } from './read-persons.ts';

/** What is known of who was measured by earlier releases. */
export interface EarlierPersons {
  readonly marks: { readonly cohorts: ReadonlyMap<string, string> };
  readonly has: (mark: string, period: string) => boolean;
}

/**
 * Marks of the records that are passed over. Reads every contributor's records once.
 *
 * @param unlinked contributors whose records were not encoded; each of theirs is a person of its own
 * Refusal `linkage-incomplete`, exit 3: a record of another contributor that the table of persons lacks, so that its
 * person could be counted twice.
 */
export async function passedOverRecords(
  planned: PlannedRecipe,
  contributors: readonly Pick<ContributorRecords, 'id' | 'records'>[],
  persons: Persons,
  earlier: EarlierPersons,
  choose: CohortChoice,
  options: {
    readonly marksKey: Uint8Array;
    readonly unlinked?: readonly string[];
    readonly signal?: AbortSignal;
  },
): Promise<ReadonlySet<string>> {
  const { marksKey, unlinked = [], signal } = options;
  const found = new Map<string, Member[]>();
  for (const [rank, { id, records }] of contributors.entries()) {
    for await (const block of records) {
      signal?.throwIfAborted();
      for (const { key, period } of populationRows(planned, block)) {
        const person = persons.personOf(id, key);
        if (person === undefined) {
          if (unlinked.includes(id)) continue;
          throw new Refusal(
            'linkage-incomplete',
            `${id} has records that the table of persons lacks; link again with its newest encodings, or name it under linkage.unlinked`,
            { exit: 3 },
          );
        }
        if (!persons.several.has(person)) continue;
        const member = { period, rank, mark: markOf(marksKey, id, key) };
        const members = found.get(person);
        if (members) members.push(member);
        else found.set(person, [member]);
      }
    }
  }
  const passedOver = new Set<string>();
  for (const [person, members] of found) {
    // Records that were withdrawn since are not among the members, and their marks stay.
    const wasMeasured =
      members.some(({ mark, period }) => earlier.has(mark, period)) ||
      persons.several
        .get(person)
        ?.some(({ organisation, record }) => earlier.marks.cohorts.has(markOf(marksKey, organisation, record)));
    const standsFor = wasMeasured ? null : firstToMeasure(members, choose);
    if (!wasMeasured && standsFor === null) continue;
    for (const { mark } of members) {
      if (mark !== standsFor && !earlier.marks.cohorts.has(mark)) passedOver.add(mark);
    }
  }
  return passedOver;
}

interface Member {
  readonly period: string;
  /** Place of the contributor in the recipe. */
  readonly rank: number;
  readonly mark: string;
}

function firstToMeasure(members: readonly Member[], choose: CohortChoice): string | null {
  const open = members.filter(({ mark, period }) => choose(mark, period) !== null);
  const order = ({ period, rank, mark }: Member) => `${period} ${String(rank).padStart(6, '0')} ${mark}`;
  return open.sort((a, b) => (order(a) < order(b) ? -1 : 1))[0]?.mark ?? null;
}
