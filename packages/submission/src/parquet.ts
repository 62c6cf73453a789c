// The two Parquet libraries behind one typed file: text columns in row groups, and file metadata. Snappy only, so that
// any reader opens the file.
import { type FileMetaData, parquetMetadata, parquetScan } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';

const maximumRows = 1_000_000n;
const maximumColumns = 1000;
const maximumInflated = 1n << 30n;

/** A Parquet file being written, a row group at a time. */
export interface TextTableWriter {
  /** Adds rows: one array of cells a column, in the order of the columns, all of one length. */
  addRows(cells: readonly (readonly string[])[]): void;
  /** The whole file. Nothing can be added afterwards. */
  finish(): Uint8Array<ArrayBuffer>;
}

/** A Parquet file of text columns, read a row group at a time. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly metadata: ReadonlyMap<string, string>;
  /** Row groups as first row and one past the last. */
  readonly groups: readonly { readonly start: number; readonly end: number }[];
  /** The cells of one column in one row group. */
  read(column: string, group: { readonly start: number; readonly end: number }): Promise<ArrayLike<unknown>>;
}

/** Starts a Parquet file of required UTF-8 columns. The same calls always give the same bytes. */
export function writeTextTable(columns: readonly string[], metadata: ReadonlyMap<string, string>): TextTableWriter {
  const writer = new ByteWriter(1 << 20);
  const file = new ParquetWriter({
    writer,
    schema: [
      { name: 'records', num_children: columns.length },
      ...columns.map((name) => ({
        name,
        type: 'BYTE_ARRAY' as const,
        converted_type: 'UTF8' as const,
        repetition_type: 'REQUIRED' as const,
      })),
    ],
    codec: 'SNAPPY',
    // Column minima and maxima would repeat cells outside the pages for no reader's use.
    statistics: false,
    createdBy: 'casebridge',
    kvMetadata: [...metadata].map(([key, value]) => ({ key, value })),
  });
  return {
    addRows(cells) {
      const columnData = columns.map((name, at) => ({ name, data: cells[at] as string[], offsetIndex: false }));
      void file.write({ columnData, rowGroupSize: Math.max(1, cells[0]?.length ?? 1), pageSize: 1 << 20 });
    },
    finish() {
      void file.finish();
      return new Uint8Array(writer.getBuffer());
    },
  };
}

/** Opens a Parquet file in memory. Throws whatever the library throws on a file that is not one. */
export async function openTextTable(bytes: Uint8Array): Promise<TextTable> {
  const buffer = bytes.slice().buffer;
  const metadata: FileMetaData = parquetMetadata(buffer);
  const columns = metadata.schema.slice(1).map(({ name }) => name);
  checkShape(metadata);
  const scan = await parquetScan({
    file: { byteLength: buffer.byteLength, slice: (a, b) => buffer.slice(a, b) },
    metadata,
  });
  return {
    columns,
    rows: Number(metadata.num_rows),
    metadata: new Map((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? ''])),
    groups: scan.ranges.map(({ rowStart, rowEnd }) => ({ start: rowStart, end: rowEnd })),
    read: async (column, { start, end }) => {
      const cells: ArrayLike<unknown> = await scan.readColumn({ column, rowStart: start, rowEnd: end });
      if (cells.length !== end - start) throw new TypeError('a column is shorter than its row group');
      return cells;
    },
  };
}

/** Text columns, sizes within bounds and counts that agree, before a page is inflated. */
function checkShape({ schema, num_rows, row_groups }: FileMetaData): void {
  const isText = schema.slice(1).every(({ type, num_children, repetition_type }) => {
    return type === 'BYTE_ARRAY' && !num_children && repetition_type === 'REQUIRED';
  });
  if (!isText) throw new TypeError('a column is not required text');
  if (num_rows > maximumRows || schema.length > maximumColumns) throw new TypeError('the table is too large');
  let rows = 0n;
  let inflated = 0n;
  for (const group of row_groups) {
    rows += group.num_rows;
    for (const { meta_data } of group.columns) {
      if (meta_data?.num_values !== group.num_rows) throw new TypeError('a column chunk and its row group disagree');
      inflated += meta_data.total_uncompressed_size;
    }
  }
  if (rows !== num_rows) throw new TypeError('the row groups and the table disagree');
  if (inflated > maximumInflated) throw new TypeError('the table is too large');
}
