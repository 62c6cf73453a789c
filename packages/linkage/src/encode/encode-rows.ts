import { Refusal } from '@casebridge/refusal';
import type { EncodedRecord, EncodingHeader } from '../format/encoding-file.ts';
import { recordNameOf } from '../format/record-key.ts';
import type { DateOrder } from '../person/birth.ts';
import { type RawPerson, readPerson } from '../person/read-person.ts';
import { blockEncoder } from './encode-records.ts';
import { type EncodingColumns, refuseColumns } from './encoding-columns.ts';
import { type SelfTest, selfTest } from './self-test.ts';

/** A row of a contributor's file. */
export interface RowToEncode {
  /** Its number in the file; the header is row 1. */
  readonly row: number;
  /** Cells of the columns of the record key, in their order. */
  readonly key: readonly string[];
  readonly raw: RawPerson;
}

/** Encodes a file's rows as they come. */
export interface RowEncoder {
  /**
   * Refusals, naming the row: what `readPerson` refuses; `linkage-record-key`, a key that is empty, was given before, or holds a
   * sign that cannot be seen.
   */
  encode(row: RowToEncode): EncodedRecord;
  /** Refusals: `linkage-empty`, there was no row; `linkage-nothing`, none by which anybody could be linked. */
  finish(): SelfTest;
}

/**
 * Refusals: what `refuseColumns` refuses; `linkage-scope`, a project or epoch without a name.
 *
 * @param name the file's, for messages
 */
export function rowEncoder(
  secret: Uint8Array,
  header: EncodingHeader,
  { name, order, columns, recordKey }: { readonly name: string; readonly order: DateOrder } & EncodingColumns,
): RowEncoder {
  refuseColumns({ columns, recordKey }, name);
  if (header.project.trim() === '' || header.epoch.trim() === '')
    throw new Refusal('linkage-scope', `${name}: project and epoch must have names; all contributors use the same.`);
  const encode = blockEncoder(secret, header, header.profiles);
  const test = selfTest();
  const seen = new Set<string>();
  return {
    encode({ row, key: cells, raw }) {
      const place = `${name}, row ${row}`;
      const refuse = (why: string, rule: string): never => {
        const column = recordKey.join(', ');
        const args = { why, row, column };
        throw new Refusal('linkage-record-key', `${place}, column '${column}': ${rule}`, { args });
      };
      const key = recordKey.length === 0 ? `row-${row}` : recordNameOf(cells);
      if (key === '') refuse('empty', 'the record key is empty; give every record one.');
      if (/\p{Cc}/u.test(key)) refuse('unseen', 'the record key holds a line break or tab; take it out.');
      if (seen.has(key)) refuse('repeated', 'this record key was given before; keys must differ.');
      seen.add(key);
      const read = readPerson(raw, { order, place, row, columns });
      const block = encode(read.person);
      test.add(read, block);
      return { record: key, block };
    },
    finish() {
      if (seen.size === 0) throw new Refusal('linkage-empty', `${name}: has no records.`);
      const result = test.finish();
      if (result.classes.tooLittle === result.records)
        throw new Refusal(
          'linkage-nothing',
          `${name}: no record has a name and a date of birth, or both names, to be linked by; check which columns are named.`,
        );
      return result;
    },
  };
}
