import { Refusal } from '@casebridge/refusal';
import { type PersonField, personFields } from '../person/read-person.ts';

/** Which columns of a file are encoded, and which ones name its records. */
export interface EncodingColumns {
  readonly columns: Readonly<Partial<Record<PersonField, string>>>;
  /** Columns of the record key; none where records are named by their rows. */
  readonly recordKey: readonly string[];
}

/**
 * Refuses columns that cannot be meant. `linkage-columns`: too few, one for two fields, or a name or date as the record key, which
 * is not encoded and would tell the host who it is.
 *
 * @param name the file's, for messages
 */
export function refuseColumns({ columns, recordKey }: EncodingColumns, name: string): void {
  const refuse = (why: string, column: string, rule: string): never => {
    const where = column === '' ? name : `${name}, column '${column}'`;
    throw new Refusal('linkage-columns', `${where}: ${rule}`, { args: { why, column } });
  };
  const given = personFields.flatMap((field) => columns[field] ?? []);
  if ((columns.given_name ?? columns.family_name) === undefined || given.length < 2)
    refuse('few', '', 'too few columns are named; name that of a given or a family name, and one more.');
  const twice = given.find((column, at) => given.indexOf(column) !== at);
  if (twice !== undefined) refuse('twice', twice, 'is named for two fields; name each column once.');
  const bare = [columns.given_name, columns.family_name, columns.birth].find(
    (column) => column !== undefined && recordKey.includes(column),
  );
  if (bare !== undefined)
    refuse('key', bare, 'is encoded, and would leave in clear as the record key; name another for the key, or none.');
}
