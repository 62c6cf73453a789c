import { joinNames } from '@casebridge/privacy/results';
import { type CellNames, cellNames, type PublishedTable } from '../published-tables.ts';
import type { Codebook } from '../types.ts';

/** What every format of the published tables is written from. */
export interface TableFile {
  readonly tables: readonly PublishedTable[];
  readonly domains: Readonly<Record<string, readonly string[]>>;
  readonly codebook: Codebook;
  readonly title: string;
  /** Language of the labels; the codebook has the others. */
  readonly language: string;
  /** Set on example data: goes into every row and every file. */
  readonly exampleNote: string | null;
}

/** The columns of `data/tables.csv`, `.parquet` and `.xlsx`, in order; `example` only on example data. */
export const tableColumns = [
  'variables',
  'codes',
  'period',
  'estimate',
  'sd',
  'lower',
  'upper',
  'flag',
  'display',
  'labels',
  'example',
] as const;

/** The note that example data carry everywhere. */
export const exampleNote = 'Example data, not real';

/** The columns a file has: `example` only where the data are an example. */
export function columnsOfFile(file: TableFile): readonly string[] {
  return file.exampleNote === null ? tableColumns.slice(0, -1) : tableColumns;
}

/** Cell names of every published set, made once per set. */
export function namesBySet(file: TableFile): ReadonlyMap<string, CellNames> {
  const names = new Map<string, CellNames>();
  for (const { set } of file.tables) {
    const key = joinNames(set);
    if (!names.has(key)) names.set(key, cellNames(set, file.domains, file.codebook, file.language));
  }
  return names;
}

/** One row of a table file, in the order of `tableColumns`. */
export function tableRow(file: TableFile, table: PublishedTable, names: CellNames, cell: number): (string | number)[] {
  const row: (string | number)[] = [
    joinNames(table.set),
    names.codes[cell] as string,
    table.period,
    table.estimate[cell] as number,
    table.sd[cell] as number,
    table.lower[cell] as number,
    table.upper[cell] as number,
    table.flags[cell] as string,
    table.display[cell] as number,
    names.labels[cell] as string,
  ];
  if (file.exampleNote !== null) row.push(file.exampleNote);
  return row;
}
