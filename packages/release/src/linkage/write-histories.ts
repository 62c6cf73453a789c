import { basename } from 'node:path';
import { historiesCsv } from '@casebridge/linkage';
import { Refusal } from '@casebridge/refusal';
import { refuseExisting, writeTogether } from '../one-off/write-files.ts';
import { organisationsInHistories, type PeopleOn } from './read-organisation-histories.ts';
import { type Persons, readPersons } from './read-persons.ts';

/** Organisations that count as one list. */
export interface ListGroup {
  readonly name: string;
  readonly organisations: readonly string[];
}

/** What `casebridge link histories` is given. */
export interface HistoriesOptions {
  /** Table of persons (organisation, record, person), or of histories by organisation. */
  readonly table: string;
  /** Organisations that are not named are lists of their own. */
  readonly groups: readonly ListGroup[];
  readonly out: string;
}

export interface WrittenHistories {
  readonly people: number;
  readonly lists: readonly string[];
  /** Different histories that somebody has. */
  readonly histories: number;
  /** People on two lists or more. */
  readonly overlapping: number;
  readonly out: string;
}

/** Most lists that an estimate takes. */
const mostLists = 10;

/**
 * Writes the table of capture histories: a 0/1 column a list, and how many people have that history. Refusals:
 * `linkage-persons`, `linkage-histories`, no such table; `linkage-groups`, an unknown organisation, one in two groups, a group named
 * like another list, or too many lists; a file that is there already.
 */
export async function writeHistories({ table: path, groups, out }: HistoriesOptions): Promise<WrittenHistories> {
  await refuseExisting([out]);
  const name = basename(path);
  const people = (await organisationsInHistories(path)) ?? organisationsOfPersons(await readPersons(path));
  const listOf = listsOf(new Set(people.flatMap(({ on }) => on)), groups, name);
  const lists = [...new Set(people.flatMap(({ on }) => on.map((one) => listOf.get(one) ?? one)))].sort();
  if (lists.length > mostLists)
    throw new Refusal(
      'linkage-groups',
      `${name}: has ${lists.length} lists and an estimate takes ${mostLists}; put organisations together with --group.`,
    );
  const counts = new Map<number, number>();
  for (const { on, count } of people) {
    const history = on.reduce((mask, one) => mask | (1 << lists.indexOf(listOf.get(one) ?? one)), 0);
    counts.set(history, (counts.get(history) ?? 0) + count);
  }
  await writeTogether([{ path: out, pieces: () => [historiesCsv({ lists, counts })] }], { private: true });
  const all = [...counts];
  return {
    people: all.reduce((sum, [, count]) => sum + count, 0),
    lists,
    histories: all.length,
    overlapping: all.reduce((sum, [history, count]) => sum + (isSingle(history) ? 0 : count), 0),
    out,
  };
}

function organisationsOfPersons({ records }: Persons): readonly PeopleOn[] {
  const on = new Map<string, Set<string>>();
  for (const { person, organisation } of records) {
    const own = on.get(person);
    if (own) own.add(organisation);
    else on.set(person, new Set([organisation]));
  }
  return [...on.values()].map((own) => ({ on: [...own], count: 1 }));
}

const isSingle = (history: number) => (history & (history - 1)) === 0;

function listsOf(known: ReadonlySet<string>, groups: readonly ListGroup[], file: string): Map<string, string> {
  const listOf = new Map<string, string>();
  for (const { name, organisations } of groups) {
    for (const organisation of organisations) {
      if (!known.has(organisation))
        throw new Refusal('linkage-groups', `--group ${name}: ${file} has no organisation '${organisation}'.`);
      if (listOf.has(organisation))
        throw new Refusal('linkage-groups', `--group ${name}: '${organisation}' is in another group already.`);
      listOf.set(organisation, name);
    }
  }
  const names = [...groups.map(({ name }) => name), ...[...known].filter((one) => !listOf.has(one))];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new Refusal('linkage-groups', `--group ${twice}: another list has that name; give it one of its own.`);
  return listOf;
}
