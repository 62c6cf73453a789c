import { Refusal } from '@casebridge/refusal';
import type { EncodedRecord, EncodingHeader } from '../format/encoding-file.ts';
import type { DateOrder } from '../person/birth.ts';
import { type RawPerson, readPerson } from '../person/read-person.ts';
import { blockEncoder } from './encode-records.ts';
import { type SelfTest, selfTest } from './self-test.ts';

/** A row of a contributor's file. */
export interface RowToEncode {
  /** Its number in the file; the header is row 1. */
  readonly row: number;
  /** The owner's key of the record; null to name it by its row. */
  readonly record: string | null;
  readonly raw: RawPerson;
}

/** Encodes a file's rows as they come. */
export interface RowEncoder {
  /** Refusals, naming the row: what `readPerson` refuses; `linkage-record-key`, an empty key or one given before. */
  encode(row: RowToEncode): EncodedRecord;
  /** Refusal `linkage-empty` where there was no row. */
  finish(): SelfTest;
}

/** @param name the file's, for messages */
export function rowEncoder(
  secret: Uint8Array,
  header: EncodingHeader,
  { name, order }: { readonly name: string; readonly order: DateOrder },
): RowEncoder {
  const encode = blockEncoder(secret, header, header.profiles);
  const test = selfTest();
  const seen = new Set<string>();
  return {
    encode({ row, record, raw }) {
      const place = `${name}, row ${row}`;
      const key = record === null ? `row-${row}` : record.trim();
      if (key === '')
        throw new Refusal('linkage-record-key', `${place}: the record key is empty; give every record one.`);
      if (seen.has(key))
        throw new Refusal('linkage-record-key', `${place}: this record key was given before; keys must differ.`);
      seen.add(key);
      const read = readPerson(raw, { order, place });
      const block = encode(read.person);
      test.add(read, block);
      return { record: key, block };
    },
    finish() {
      if (seen.size === 0) throw new Refusal('linkage-empty', `${name}: has no records.`);
      return test.finish();
    },
  };
}
