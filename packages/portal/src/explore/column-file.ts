// Records as columns of packed codes, for a browser that counts them itself; the format is described in docs/open-data.md.

/** One column of codes. */
export interface CodeColumn {
  readonly id: string;
  readonly codes: readonly string[];
  /** Position of each record's code in `codes`. */
  readonly values: Uint8Array;
}

/** Records by column. */
export interface RecordColumns {
  readonly release: string;
  /** What every record is, such as `synthetic record, not a person`. */
  readonly kind: string;
  /** `Example data, not real`, in files of an example. */
  readonly note?: string;
  readonly rows: number;
  readonly columns: readonly CodeColumn[];
}

interface Header extends Omit<RecordColumns, 'columns'> {
  readonly format: typeof format;
  readonly columns: readonly { readonly id: string; readonly codes: readonly string[]; readonly bits: number }[];
}

const format = 'casebridge-columns-1';
const magic = new TextEncoder().encode('CBCOLS1\n');
const headerAt = magic.length + 4;

/**
 * The bytes of a column file. Records are sorted, the first column slowest, and codes take 1, 2, 4 or 8 bits each: repeated
 * bytes are what compression finds. RangeError for a column with more than 256 codes or of another length.
 */
export function packColumns(records: RecordColumns): Uint8Array {
  const { rows, columns, ...about } = records;
  const packed = sorted(records).map((values, at) => {
    const { id, codes } = columns[at] as CodeColumn;
    if (codes.length > 256) throw new RangeError(`${id} has more than 256 codes`);
    const bits = [1, 2, 4, 8].find((width) => codes.length <= 2 ** width) ?? 8;
    return { id, codes, bits, bytes: packCodes(values, bits) };
  });
  const header: Header = {
    format,
    ...about,
    rows,
    columns: packed.map(({ id, codes, bits }) => ({ id, codes, bits })),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(headerAt + text.length + packed.reduce((sum, column) => sum + column.bytes.length, 0));
  bytes.set(magic);
  new DataView(bytes.buffer).setUint32(magic.length, text.length, true);
  bytes.set(text, headerAt);
  let at = headerAt + text.length;
  for (const column of packed) {
    bytes.set(column.bytes, at);
    at += column.bytes.length;
  }
  return bytes;
}

/** Reads a column file back, one byte a code. RangeError: the bytes are not one, or end early. */
export function unpackColumns(bytes: Uint8Array): RecordColumns {
  if (bytes.length < headerAt || magic.some((byte, at) => bytes[at] !== byte)) {
    throw new RangeError('not a column file');
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true);
  const text = new TextDecoder().decode(bytes.subarray(headerAt, headerAt + length));
  const { format: found, columns, ...about } = JSON.parse(text) as Header;
  if (found !== format) throw new RangeError(`a column file of the format ${found}`);
  let at = headerAt + length;
  return {
    ...about,
    columns: columns.map(({ id, codes, bits }) => {
      const size = Math.ceil((about.rows * bits) / 8);
      if (at + size > bytes.length) throw new RangeError('the column file ends early');
      const values = unpackCodes(bytes.subarray(at, at + size), bits, about.rows);
      at += size;
      return { id, codes, values };
    }),
  };
}

/** Codes side by side, the first in the lowest bits of a byte. */
function packCodes(values: Uint8Array, bits: number): Uint8Array {
  const packed = new Uint8Array(Math.ceil((values.length * bits) / 8));
  const each = 8 / bits;
  for (let at = 0; at < values.length; at++) {
    const byte = Math.floor(at / each);
    packed[byte] = (packed[byte] as number) | ((values[at] as number) << ((at % each) * bits));
  }
  return packed;
}

function unpackCodes(packed: Uint8Array, bits: number, rows: number): Uint8Array {
  if (bits === 8) return packed.slice();
  const values = new Uint8Array(rows);
  const mask = 2 ** bits - 1;
  const each = 8 / bits;
  for (let at = 0, byte = 0; at < rows; byte++) {
    let word = packed[byte] as number;
    for (let part = 0; part < each && at < rows; part++, at++) {
      values[at] = word & mask;
      word >>= bits;
    }
  }
  return values;
}

// Stable counting sort by each column, the last first.
function sorted({ rows, columns }: RecordColumns): readonly Uint8Array[] {
  let order = Uint32Array.from({ length: rows }, (_, row) => row);
  for (const { id, values, codes } of [...columns].reverse()) {
    if (values.length !== rows) throw new RangeError(`${id} has ${values.length} codes for ${rows} records`);
    const starts = new Uint32Array(codes.length + 1);
    for (const code of values) starts[code + 1] = (starts[code + 1] as number) + 1;
    for (let code = 0; code < codes.length; code++) {
      starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number);
    }
    const next = new Uint32Array(rows);
    for (const row of order) {
      const code = values[row] as number;
      const place = starts[code] as number;
      next[place] = row;
      starts[code] = place + 1;
    }
    order = next;
  }
  return columns.map(({ values }) => Uint8Array.from(order, (row) => values[row] as number));
}
