import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { parseCsv } from '@casebridge/bundle';
import { Refusal } from '@casebridge/refusal';

/** A record by its owner and key. */
export interface OwnedRecord {
  readonly organisation: string;
  readonly record: string;
}

/** Which records are of one person, as linkage resolved them. */
export interface Persons {
  /** The person of a record; undefined for one that was not linked. */
  readonly personOf: (organisation: string, record: string) => string | undefined;
  /** All records with their persons, in the order of the table. */
  readonly records: readonly (OwnedRecord & { readonly person: string })[];
  /** The records of every person who has two or more. */
  readonly several: ReadonlyMap<string, readonly OwnedRecord[]>;
}

const header = 'organisation,record,person';
const id = /^[\w-]{1,128}$/;
const recordKey = /^[^\p{Cc}]{1,1000}$/u;

/**
 * Reads a table of persons: CSV with the columns `organisation`, `record` and `person`, one line a record. Refusals
 * `linkage-persons`: not such a table, a cell that is no id, key or pseudonym, a record that stands twice.
 */
export async function readPersons(path: string): Promise<Persons> {
  const name = basename(path);
  const persons = new Map<string, string>();
  const records: (OwnedRecord & { readonly person: string })[] = [];
  const held = new Map<string, OwnedRecord[]>();
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
      line++;
      if (line === 1) {
        if (text.replace(/^\uFEFF/, '') !== header) throw refusal(name, line, `must be ${header}`);
        continue;
      }
      if (text === '') continue;
      const [organisation = '', record = '', person = '', ...more] = cellsOf(text);
      if (!id.test(organisation) || !recordKey.test(record) || !id.test(person) || more.length > 0)
        throw refusal(name, line, 'must be an organisation, a record key and a person, and nothing else');
      const key = keyOf(organisation, record);
      if (persons.has(key)) throw refusal(name, line, 'repeats a record; link again');
      persons.set(key, person);
      records.push({ organisation, record, person });
      const own = held.get(person);
      if (own) own.push({ organisation, record });
      else held.set(person, [{ organisation, record }]);
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('linkage-persons', `${name} cannot be read; check the path`, { cause });
  }
  if (line === 0) throw refusal(name, 1, `must be ${header}`);
  return {
    personOf: (organisation, record) => persons.get(keyOf(organisation, record)),
    records,
    several: new Map([...held].filter(([, own]) => own.length > 1)),
  };
}

// Record keys are their owners', so that some are quoted.
function cellsOf(line: string): readonly string[] {
  if (!/["']/.test(line)) return line.split(',');
  try {
    return parseCsv(line)[0] ?? [];
  } catch {
    return [];
  }
}

function keyOf(organisation: string, record: string): string {
  return `${organisation} ${record}`;
}

function refusal(name: string, line: number, rule: string): Refusal {
  return new Refusal('linkage-persons', `${name}, line ${line}: ${rule}`);
}
