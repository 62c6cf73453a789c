import { foldedText } from '../readers/header.ts';
import type { RawTable, RowBlock } from '../table.ts';

/** What the first rows of a column hold. */
export interface ColumnProfile {
  readonly column: string;
  /** Rows looked at. */
  readonly rows: number;
  /** Distinct texts with their counts, without the empty one; the first 500. */
  readonly values: ReadonlyMap<string, number>;
  /** Rows with a text. */
  readonly filled: number;
  /** Distinct texts per filled row, over the rows until 500 were seen. */
  readonly distinct: number;
}

/** The first rows of a table as texts. */
export interface Extract {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** Reads at most `most` rows; the table is used up. */
export async function readExtract(table: RawTable, most = 5000): Promise<Extract> {
  const rows: { row: number; cells: string[] }[] = [];
  for await (const block of table.rows) {
    for (let row = 0; row < block.rows && rows.length < most; row++)
      rows.push({ row: block.sourceRows[row] ?? 0, cells: cellsOf(block, row) });
    if (rows.length >= most) break;
  }
  return { columns: table.columns, rows };
}

/** Profiles every column of an extract. */
export function profileColumns(extract: Extract): readonly ColumnProfile[] {
  return extract.columns.map((column, place) => {
    const values = new Map<string, number>();
    let filled = 0;
    let counted = 0;
    for (const { cells } of extract.rows) {
      const text = cells[place] ?? '';
      if (text === '') continue;
      filled++;
      if (values.size < mostValues) counted++;
      if (values.has(text) || values.size < mostValues) values.set(text, (values.get(text) ?? 0) + 1);
    }
    return {
      column,
      rows: extract.rows.length,
      values,
      filled,
      distinct: counted === 0 ? 0 : values.size / counted,
    };
  });
}

/** The share of a column's filled rows whose text passes a test; 0 for an empty column. */
export function shareOf(profile: ColumnProfile, test: (text: string) => boolean): number {
  let passed = 0;
  let all = 0;
  for (const [text, count] of profile.values) {
    all += count;
    if (test(text)) passed += count;
  }
  return all === 0 ? 0 : passed / all;
}

const mostValues = 500;

function cellsOf(block: RowBlock, row: number): string[] {
  return block.columns.map(({ dictionary, codes }) => foldedText(dictionary[codes[row] ?? 0] ?? ''));
}
