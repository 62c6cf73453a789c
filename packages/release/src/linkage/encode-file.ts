import { basename } from 'node:path';
import { messageOf, type RawTable, type RowBlock } from '@casebridge/intake';
import { openTable } from '@casebridge/intake/node';
import {
  type DateOrder,
  type EncodedRecord,
  encodingLines,
  keyCheck,
  type LinkageProfiles,
  type PersonField,
  personFields,
  type RowToEncode,
  rowEncoder,
  type SelfTest,
  secretFromWords,
} from '@casebridge/linkage';
import { Refusal } from '@casebridge/refusal';
import { loadSecretText } from '@casebridge/submission/node';
import { refuseExisting, writeTogether } from '../one-off/write-files.ts';

/** What `casebridge link encode` is given. */
export interface EncodeFileOptions {
  /** CSV, XLSX or JSON lines of records with names. */
  readonly file: string;
  /** File of the secret's words, readable by its owner alone. */
  readonly secretFile: string;
  readonly organisation: string;
  readonly project: string;
  readonly epoch: string;
  /** Column of each field; given or family name, and one other, at least. */
  readonly columns: Readonly<Partial<Record<PersonField, string>>>;
  /** Column of the record's key, or the columns that it is made of; records are named by their row when absent. */
  readonly recordKey?: string | readonly string[];
  readonly order: DateOrder;
  readonly profiles: LinkageProfiles;
  /** File to write; it must not exist. */
  readonly out: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (phase: string, done: number) => void;
}

export interface EncodedFile {
  readonly out: string;
  readonly keyCheck: string;
  readonly selfTest: SelfTest;
}

/**
 * Encodes a file of records; whole or not at all. Refusals: a secret that is open to others or is none; a column that the
 * file has not; what `rowEncoder` refuses; a row that the reader finds broken; an output that is there already.
 */
export async function encodeFile(options: EncodeFileOptions): Promise<EncodedFile> {
  const { file, out, organisation, project, epoch, profiles, order, signal } = options;
  await refuseExisting([out]);
  const secret = secretFromWords(await loadSecretText(options.secretFile));
  const check = keyCheck(secret, { project, epoch });
  const header = { organisation, project, epoch, keyCheck: check, profiles };
  const name = basename(file);
  const table = await openTable(file);
  const recordKey = options.recordKey === undefined ? [] : [options.recordKey].flat();
  const encoder = rowEncoder(secret, header, { name, order, columns: options.columns, recordKey });
  const records: EncodedRecord[] = [];
  for await (const row of rowsToEncode(table, name, options.columns, recordKey)) {
    if (records.length % 1000 === 0) {
      signal?.throwIfAborted();
      await new Promise((resolve) => setImmediate(resolve));
    }
    records.push(encoder.encode(row));
  }
  const selfTest = encoder.finish();
  await writeTogether([{ path: out, pieces: () => encodingLines(header, records) }], {
    private: true,
    ...(signal ? { signal } : {}),
  });
  return { out, keyCheck: check, selfTest };
}

async function* rowsToEncode(
  table: RawTable,
  name: string,
  columns: EncodeFileOptions['columns'],
  key: readonly string[],
): AsyncGenerator<RowToEncode> {
  const given = personFields.flatMap((field) => {
    const column = columns[field];
    return column === undefined ? [] : [{ field, column }];
  });
  const wanted = [...given.map(({ column }) => column), ...key];
  const missing = wanted.find((column) => !table.columns.includes(column));
  if (missing !== undefined) {
    throw new Refusal(
      'linkage-columns',
      `${name}: has no column '${missing}'; its columns are ${table.columns.join(', ')}.`,
    );
  }
  const narrow = table.select(wanted);
  for await (const block of narrow.rows) {
    const [finding] = block.findings;
    if (finding) {
      throw new Refusal(
        'linkage-rows',
        `${name}, row ${finding.row ?? '?'}: ${messageOf({ ...finding, row: null }, 'en')}`,
      );
    }
    const cell = cellsOf(block, narrow.columns);
    for (let at = 0; at < block.rows; at++) {
      yield {
        row: block.sourceRows[at] as number,
        key: key.map((column) => cell(column, at)),
        raw: Object.fromEntries(given.map(({ field, column }) => [field, cell(column, at)])),
      };
    }
  }
}

function cellsOf(block: RowBlock, names: readonly string[]): (column: string, at: number) => string {
  return (column, at) => {
    const own = block.columns[names.indexOf(column)];
    return own?.dictionary[own.codes[at] as number] ?? '';
  };
}
