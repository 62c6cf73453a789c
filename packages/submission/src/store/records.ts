// The records a contributor stands for now: the newest version of each over its accepted parcels, without those
// withdrawn. Parcels are opened one at a time, newest first; what is kept between them is the keys already seen.
import { isMissing, missing, type RecordBlock, type RecordColumn } from '@casebridge/standard';
import { keyColumn, type Parcel, poolColumns } from '../index.ts';

/**
 * Streams the newest version of every record that is not withdrawn. All blocks have the columns of `poolColumns` and
 * share one growing dictionary per column; what a parcel did not carry is not asked.
 *
 * @param parcels newest first
 * @param withdrawn keys that are out for good
 */
export async function* newestRecords(
  parcels: AsyncIterable<Parcel>,
  withdrawn: ReadonlyMap<string, string>,
): AsyncIterable<RecordBlock> {
  const seen = new Set<string>();
  const shared = new Map(
    poolColumns.map((id) => [id, { codeOf: new Map<string, number>(), dictionary: [] as string[] }]),
  );
  for await (const parcel of parcels) {
    const defaults = new Map([
      ['contributor_id', parcel.header.contributor],
      ['standard_version', parcel.header.standard],
    ]);
    const translate = translator(shared, (id) => defaults.get(id) ?? missing('not_asked'));
    for await (const block of parcel.records()) {
      const kept = keptRows(block, seen, withdrawn);
      if (kept.length > 0) yield translate(block, kept);
    }
  }
}

/** Rows of a block whose key is new, not withdrawn, and whose record does not itself say so. Marks their keys as seen. */
function keptRows(block: RecordBlock, seen: Set<string>, withdrawn: ReadonlyMap<string, string>): Uint32Array {
  const key = block.columns.find(({ id }) => id === keyColumn);
  const mark = block.columns.find(({ id }) => id === 'withdrawn_on');
  if (!key) return new Uint32Array(0);
  const rows: number[] = [];
  for (let row = 0; row < block.rows; row++) {
    const text = key.dictionary[key.codes[row] ?? 0] ?? '';
    if (seen.has(text)) continue;
    seen.add(text);
    if (!withdrawn.has(text) && (!mark || isMissing(mark.dictionary[mark.codes[row] ?? 0] ?? '?'))) rows.push(row);
  }
  return Uint32Array.from(rows);
}

type SharedColumns = ReadonlyMap<string, { readonly codeOf: Map<string, number>; readonly dictionary: string[] }>;

/** Moves blocks of one parcel to the shared columns and dictionaries. */
function translator(
  shared: SharedColumns,
  fill: (column: string) => string,
): (block: RecordBlock, kept: Uint32Array) => RecordBlock {
  const tables = new Map<string, number[]>();
  return (block, kept) => {
    const given = new Map(block.columns.map((column) => [column.id, column]));
    const columns: RecordColumn[] = [];
    for (const [id, { codeOf, dictionary }] of shared) {
      const codeFor = (cell: string) => {
        const known = codeOf.get(cell);
        if (known !== undefined) return known;
        const code = dictionary.push(cell) - 1;
        codeOf.set(cell, code);
        return code;
      };
      const source = given.get(id);
      const codes = new Uint32Array(kept.length);
      if (!source) codes.fill(codeFor(fill(id)));
      else {
        const table = tables.get(id) ?? [];
        tables.set(id, table);
        for (let at = 0; at < kept.length; at++) {
          const from = source.codes[kept[at] ?? 0] ?? 0;
          let to = table[from];
          if (to === undefined) {
            to = codeFor(source.dictionary[from] ?? '');
            table[from] = to;
          }
          codes[at] = to;
        }
      }
      columns.push({ id, dictionary, codes });
    }
    const sourceRows = Uint32Array.from(kept, (row) => block.sourceRows[row] ?? 0);
    return { rows: kept.length, sourceRows, columns, findings: [] };
  };
}
