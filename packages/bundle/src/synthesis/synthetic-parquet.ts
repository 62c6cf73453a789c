import type { Domains } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import { type AsyncBuffer, parquetMetadata, parquetRead } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import {
  type SyntheticFile,
  type SyntheticRecords,
  syntheticColumns,
  syntheticNote,
  syntheticRows,
} from './synthetic-records.ts';

/** `data/synthetic.parquet` and the replicates: Snappy, strings, and `batch` as INT32. Equal records give equal bytes. */
export function syntheticParquet(file: SyntheticFile): Uint8Array {
  const rows = syntheticRows(file);
  const text = (name: string, data: string[]): ColumnSource => ({ name, data, type: 'STRING', nullable: false });
  const gathered = (textsOf: (records: SyntheticRecords) => readonly [readonly string[], ArrayLike<number>]) => {
    const data = new Array<string>(rows);
    let at = 0;
    for (const records of file.batches) {
      const [texts, codes] = textsOf(records);
      for (let row = 0; row < records.rows; row += 1, at += 1) data[at] = texts[codes[row] as number] as string;
    }
    return data;
  };
  const batch = new Int32Array(rows);
  let start = 0;
  for (const records of file.batches) {
    batch.fill(records.batch, start, start + records.rows);
    start += records.rows;
  }
  const columnData: ColumnSource[] = [
    text('synthetic', new Array<string>(rows).fill(syntheticNote)),
    text(
      'period',
      gathered(({ periods, period }) => [periods, period]),
    ),
    { name: 'batch', data: batch, type: 'INT32', nullable: false },
    ...Object.entries(file.domains).map(([name, codes], column) =>
      text(
        name,
        gathered(({ columns }) => [codes, columns[column] as ArrayLike<number>]),
      ),
    ),
  ];
  if (file.exampleNote !== null) columnData.push(text('example', new Array<string>(rows).fill(file.exampleNote)));
  const kvMetadata = [{ key: 'note', value: file.exampleNote ?? syntheticNote }];
  return new Uint8Array(
    parquetWriteBuffer({ columnData, codec: 'SNAPPY', kvMetadata, createdBy: 'casebridge', rowGroupSize: 100_000 }),
  );
}

/**
 * Reads synthetic records back, batch by batch.
 *
 * @param batches the batches the file holds, in its order, with their periods
 * @throws Refusal `bundle-synthetic`, naming the file, for other columns, codes, periods or batches
 */
export async function readSyntheticParquet(
  path: string,
  bytes: Uint8Array,
  domains: Domains,
  batches: readonly { readonly batch: number; readonly periods: readonly string[] }[],
  exampleNote: string | null,
): Promise<SyntheticFile> {
  const refuse = (what: string): never => {
    throw new Refusal('bundle-synthetic', `${path} ${what}; do not use this bundle`, { exit: 3 });
  };
  const expected = syntheticColumns({ domains, batches: [], exampleNote });
  const read = await columnsOf(bytes).catch((cause: unknown) => {
    throw new Refusal('bundle-synthetic', `${path} cannot be read; fetch the bundle again`, { cause });
  });
  if ([...read.keys()].join('\n') !== expected.join('\n')) refuse('has other columns');
  const column = (name: string): readonly unknown[] => read.get(name) ?? refuse(`lacks the column ${name}`);
  if (column('synthetic').some((value) => value !== syntheticNote)) refuse('has a row that is not marked as synthetic');
  if (exampleNote !== null && column('example').some((value) => value !== exampleNote))
    refuse('has a row without the example mark');
  const batchOf = column('batch');
  const bounds =
    boundsOf(
      batchOf,
      batches.map(({ batch }) => batch),
    ) ?? refuse('has other batches');
  const codesIn = (name: string, texts: readonly string[], from: number, to: number): Uint16Array => {
    const codeOf = new Map(texts.map((text, at) => [text, at]));
    const values = column(name);
    const codes = new Uint16Array(to - from);
    for (let row = from; row < to; row += 1) {
      codes[row - from] = codeOf.get(values[row] as string) ?? refuse(`has a code of ${name} that is not declared`);
    }
    return codes;
  };
  return {
    domains,
    exampleNote,
    batches: batches.map(({ batch, periods }, at) => {
      const [from, to] = bounds[at] as readonly [number, number];
      return {
        batch,
        periods,
        period: codesIn('period', periods, from, to),
        columns: Object.entries(domains).map(([name, codes]) => codesIn(name, codes, from, to)),
        rows: to - from,
      };
    }),
  };
}

async function columnsOf(bytes: Uint8Array): Promise<Map<string, unknown[]>> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const file: AsyncBuffer = { byteLength: buffer.byteLength, slice: async (start, end) => buffer.slice(start, end) };
  const metadata = parquetMetadata(buffer);
  const names = metadata.schema.slice(1).map(({ name }) => name);
  const rows = Number(metadata.num_rows);
  const columns = new Map(names.map((name) => [name, new Array<unknown>(rows)]));
  await parquetRead({
    file,
    metadata,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const column = columns.get(columnName);
      if (!column) return;
      for (let at = 0; at < columnData.length; at += 1) column[rowStart + at] = columnData[at];
    },
  });
  return columns;
}

// Where each batch's rows begin and end; null unless the rows are exactly these batches in order.
function boundsOf(batchOf: readonly unknown[], batches: readonly number[]): [number, number][] | null {
  const bounds: [number, number][] = [];
  let at = 0;
  for (const batch of batches) {
    const start = at;
    while (at < batchOf.length && batchOf[at] === batch) at += 1;
    bounds.push([start, at]);
  }
  return at === batchOf.length ? bounds : null;
}
