import { joinNames } from '@casebridge/privacy/results';
import { type AsyncBuffer, parquetReadObjects } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { namesBySet, type TableFile } from './table-file.ts';

const textColumns = ['variables', 'codes', 'period', 'flag', 'labels'] as const;
const numberColumns = ['estimate', 'sd', 'lower', 'upper'] as const;

/**
 * `data/tables.parquet`: Snappy, strings, INT32 and DOUBLE only, so that every reader opens it. The writer's name is fixed
 * and there are no times in the file: equal tables give equal bytes.
 */
export function tablesParquet(file: TableFile): Uint8Array {
  const rows = file.tables.reduce((sum, table) => sum + table.estimate.length, 0);
  const texts = Object.fromEntries(textColumns.map((name) => [name, new Array<string>(rows)]));
  const numbers = Object.fromEntries(numberColumns.map((name) => [name, new Float64Array(rows)]));
  const display = new Int32Array(rows);
  const names = namesBySet(file);
  let at = 0;
  for (const table of file.tables) {
    const set = joinNames(table.set);
    const own = names.get(set);
    for (let cell = 0; cell < table.estimate.length; cell += 1, at += 1) {
      put(texts, 'variables', at, set);
      put(texts, 'codes', at, own?.codes[cell] ?? '');
      put(texts, 'period', at, table.period);
      put(texts, 'flag', at, table.flags[cell] ?? 'ok');
      put(texts, 'labels', at, own?.labels[cell] ?? '');
      display[at] = table.display[cell] ?? 0;
    }
    for (const name of numberColumns) numbers[name]?.set(table[name], at - table.estimate.length);
  }
  const text = (name: string): ColumnSource => ({ name, data: texts[name] ?? [], type: 'STRING', nullable: false });
  const number = (name: string): ColumnSource => ({
    name,
    data: numbers[name] ?? new Float64Array(),
    type: 'DOUBLE',
    nullable: false,
  });
  const columnData: ColumnSource[] = [
    ...['variables', 'codes', 'period'].map(text),
    ...numberColumns.map(number),
    text('flag'),
    { name: 'display', data: display, type: 'INT32', nullable: false },
    text('labels'),
  ];
  if (file.exampleNote !== null) {
    columnData.push({
      name: 'example',
      data: new Array<string>(rows).fill(file.exampleNote),
      type: 'STRING',
      nullable: false,
    });
  }
  const kvMetadata = [
    { key: 'title', value: file.title },
    ...(file.exampleNote === null ? [] : [{ key: 'note', value: file.exampleNote }]),
  ];
  return new Uint8Array(
    parquetWriteBuffer({ columnData, codec: 'SNAPPY', kvMetadata, createdBy: 'casebridge', rowGroupSize: 100_000 }),
  );
}

function put(columns: Readonly<Record<string, string[]>>, name: string, at: number, value: string): void {
  const column = columns[name];
  if (column) column[at] = value;
}

/** The rows of a table file in Parquet, as objects by column name. */
export async function readTablesParquet(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const file: AsyncBuffer = { byteLength: buffer.byteLength, slice: async (start, end) => buffer.slice(start, end) };
  return (await parquetReadObjects({ file })) as Record<string, unknown>[];
}
