// Example data, not real: small agreements, statements and records for the tests of this package.
import type { IntakeSummary, RecordBlock } from '@casebridge/standard';
import type { ParcelContents } from './parcel.ts';
import { signingKeyOf } from './signing.ts';

/** One record as cells by column. */
export type ExampleRecord = Readonly<Record<string, string>>;

export const exampleKey = signingKeyOf(
  'agency',
  Uint8Array.from({ length: 32 }, (_, at) => at + 1),
);
export const otherKey = signingKeyOf(
  'shelter',
  Uint8Array.from({ length: 32 }, (_, at) => at + 101),
);

/** The text of an agreement with `agency`, some of its lines replaced. */
export function exampleAgreement(fields: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    format: 'casebridge-agreement-1',
    example: true,
    id: 'agency-2015',
    contributor: 'agency',
    parties: [
      { organisation: 'agency', role: 'separate' },
      { organisation: 'steward', role: 'separate' },
    ],
    purposes: ['statistics', 'public_release'],
    bases: ['consent'],
    attribution: 'unnamed',
    retentionMonths: 60,
    breach: { contact: 'example data', hours: 72 },
    assistanceIndependent: true,
    validFrom: '2015-01-01',
    validTo: '2019-12-31',
    signedOn: '2014-12-01',
    ...fields,
  });
}

/** The text of a coverage statement of `agency`, some of its lines replaced. */
export function exampleCoverage(fields: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    format: 'casebridge-coverage-1',
    example: true,
    id: 'contributor-1',
    sourceKind: 'case_management',
    firstYear: 2010,
    lastYear: 2015,
    ...fields,
  });
}

/** A record of 2015 with a key and some cells. */
export function exampleRecord(key: string, cells: ExampleRecord = {}): ExampleRecord {
  return { record_key: key, registration_year: '2015', sex: 'female', 'exploitation_type.known': 'yes', ...cells };
}

/** Records as blocks of a few rows with one growing dictionary a column. */
export async function* blocksOf(records: readonly ExampleRecord[], rowsPerBlock = 3): AsyncIterable<RecordBlock> {
  const ids = Object.keys(records[0] ?? { record_key: '' });
  const dictionaries = ids.map((): string[] => []);
  for (let start = 0; start === 0 || start < records.length; start += rowsPerBlock) {
    const slice = records.slice(start, start + rowsPerBlock);
    const columns = ids.map((id, at) => {
      const dictionary = dictionaries[at] ?? [];
      const codes = Uint32Array.from(slice, (record) => {
        const cell = record[id] ?? '?unknown';
        return dictionary.includes(cell) ? dictionary.indexOf(cell) : dictionary.push(cell) - 1;
      });
      return { id, dictionary, codes };
    });
    const sourceRows = Uint32Array.from(slice, (_, row) => start + row + 2);
    yield { rows: slice.length, sourceRows, columns, findings: [] };
  }
}

/** Blocks back to records, in order. */
export async function recordsOf(blocks: AsyncIterable<RecordBlock>): Promise<ExampleRecord[]> {
  const records: ExampleRecord[] = [];
  for await (const { rows, columns } of blocks)
    for (let row = 0; row < rows; row++)
      records.push(
        Object.fromEntries(columns.map(({ id, dictionary, codes }) => [id, dictionary[codes[row] ?? 0] ?? ''])),
      );
  return records;
}

/** The summary of records, with counts for every column but the key. */
export function summaryOf(records: readonly ExampleRecord[]): IntakeSummary {
  const counts: Record<string, Record<string, number>> = {};
  for (const record of records)
    for (const [column, cell] of Object.entries(record)) {
      if (column === 'record_key') continue;
      const cells = counts[column] ?? {};
      cells[cell] = (cells[cell] ?? 0) + 1;
      counts[column] = cells;
    }
  return { rowsRead: records.length, rowsKept: records.length, findings: {}, notChecked: [], counts };
}

/** The contents of a parcel of `agency` with these records. */
export function exampleContents(records: readonly ExampleRecord[], sequence = 1): ParcelContents {
  return {
    records: blocksOf(records),
    summary: summaryOf(records),
    agreement: exampleAgreement(),
    coverage: exampleCoverage(),
    mapping: 'example: true',
    period: { from: '2010-01-01', to: '2015-12-31' },
    sequence,
  };
}
