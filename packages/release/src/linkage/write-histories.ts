import { basename } from 'node:path';
import { historiesCsv, historiesOf } from '@casebridge/linkage';
import { Refusal } from '@casebridge/refusal';
import { refuseExisting, writeTogether } from '../one-off/write-files.ts';
import { readPersons } from './read-persons.ts';

/** Organisations that count as one list. */
export interface ListGroup {
  readonly name: string;
  readonly organisations: readonly string[];
}

/** What `casebridge link histories` is given. */
export interface HistoriesOptions {
  /** Table of persons: organisation, record, person. */
  readonly persons: string;
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
 * `linkage-persons`; `linkage-groups`, an unknown organisation, one in two groups, a group named like another list, or too many
 * lists; a file that is there already.
 */
export async function writeHistories({ persons: path, groups, out }: HistoriesOptions): Promise<WrittenHistories> {
  await refuseExisting([out]);
  const { records } = await readPersons(path);
  const listOf = listsOf(new Set(records.map(({ organisation }) => organisation)), groups, basename(path));
  const numbers = new Map<string, number>();
  const persons = records.map(({ person }) => {
    const number = numbers.get(person) ?? numbers.size;
    numbers.set(person, number);
    return number;
  });
  const organisations = records.map(({ organisation }) => listOf.get(organisation) ?? organisation);
  const lists = new Set(organisations).size;
  if (lists > mostLists)
    throw new Refusal(
      'linkage-groups',
      `${basename(path)}: has ${lists} lists and an estimate takes ${mostLists}; put organisations together with --group.`,
    );
  const table = historiesOf(persons, organisations);
  await writeTogether([{ path: out, pieces: () => [historiesCsv(table)] }], { private: true });
  const counts = [...table.counts];
  return {
    people: numbers.size,
    lists: table.lists,
    histories: counts.length,
    overlapping: counts.reduce((sum, [history, count]) => sum + (isSingle(history) ? 0 : count), 0),
    out,
  };
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
