import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { Refusal } from '@casebridge/refusal';

/** Which records are of one person, as linkage resolved them. */
export interface Persons {
  /** The person of a record key; undefined for a key that was not linked. */
  readonly personOf: (recordKey: string) => string | undefined;
  /** Record keys of every person who has two or more. */
  readonly several: ReadonlyMap<string, readonly string[]>;
}

const header = 'record_key,person';
const cell = /^[\w-]{1,128}$/;

/**
 * Reads a table of persons: CSV with the columns `record_key` and `person`, one line a record. Refusals `linkage-persons`: not such
 * a table, a cell that is no key or pseudonym, a key that stands twice.
 */
export async function readPersons(path: string): Promise<Persons> {
  const name = basename(path);
  const persons = new Map<string, string>();
  const keys = new Map<string, string[]>();
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
      line++;
      if (line === 1) {
        if (text.replace(/^\uFEFF/, '') !== header) throw refusal(name, line, `must be ${header}`);
        continue;
      }
      if (text === '') continue;
      const [key = '', person = '', ...more] = text.split(',');
      if (!cell.test(key) || !cell.test(person) || more.length > 0) {
        throw refusal(name, line, 'must be a record key and a person, letters, digits, _ and - alone');
      }
      if (persons.has(key)) throw refusal(name, line, 'repeats a record key; link again');
      persons.set(key, person);
      const own = keys.get(person);
      if (own) own.push(key);
      else keys.set(person, [key]);
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('linkage-persons', `${name} cannot be read; check the path under linkage.persons`, { cause });
  }
  if (line === 0) throw refusal(name, 1, `must be ${header}`);
  return {
    personOf: (key) => persons.get(key),
    several: new Map([...keys].filter(([, own]) => own.length > 1)),
  };
}

function refusal(name: string, line: number, rule: string): Refusal {
  return new Refusal('linkage-persons', `${name}, line ${line}: ${rule}`);
}
