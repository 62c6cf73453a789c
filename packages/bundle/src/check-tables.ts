import { type Answers, joinNames } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import { unzipSync } from 'fflate';
import { textOf } from './digest.ts';
import { paths } from './files.ts';
import { parseCsv } from './formats/csv.ts';
import { columnsOfFile, exampleNote, namesBySet, type TableFile, tableRow } from './formats/table-file.ts';
import { readTablesParquet } from './formats/tables-parquet.ts';
import { publishedTables } from './published-tables.ts';
import type { Bundle } from './types.ts';

/**
 * Parses every table format and compares each with the tables that the measurements give, cell by cell. Returns the number
 * of cells. Refusal `bundle-table`, naming the file, where one cannot be read or says something else.
 */
export async function checkTables(bundle: Bundle, answers: Answers): Promise<number> {
  const file: TableFile = {
    tables: [...publishedTables(answers, bundle.measurements.structuralZeros)],
    domains: bundle.measurements.domains,
    codebook: bundle.codebook,
    title: bundle.manifest.title,
    language: bundle.manifest.languages[0] ?? 'en',
    exampleNote: bundle.manifest.example ? exampleNote : null,
  };
  await reading(paths.tablesParquet, async () => {
    checkRows(paths.tablesParquet, file, parquetRows(await readTablesParquet(await bundle.file(paths.tablesParquet))));
  });
  await reading(paths.tablesCsv, async () => {
    checkRows(paths.tablesCsv, file, parseCsv(textOf(await bundle.file(paths.tablesCsv))));
  });
  await reading(paths.tablesJson, async () => checkJsonStat(file, textOf(await bundle.file(paths.tablesJson))));
  await reading(paths.tablesXlsx, async () => checkWorkbook(await bundle.file(paths.tablesXlsx)));
  return file.tables.reduce((sum, { estimate }) => sum + estimate.length, 0);
}

function* parquetRows(rows: readonly Record<string, unknown>[]): Generator<readonly unknown[]> {
  yield Object.keys(rows[0] ?? {});
  for (const row of rows) yield Object.values(row);
}

function checkRows(path: string, file: TableFile, rows: Iterable<readonly unknown[]>): void {
  const columns = columnsOfFile(file);
  const names = namesBySet(file);
  const found = rows[Symbol.iterator]();
  const header = found.next().value;
  if (!header || header.length !== columns.length || columns.some((name, at) => header[at] !== name)) {
    throw differs(path, 'has other columns');
  }
  for (const table of file.tables) {
    const own = names.get(joinNames(table.set));
    if (!own) throw differs(path, `lacks ${joinNames(table.set)}`);
    for (let cell = 0; cell < table.estimate.length; cell += 1) {
      const row = found.next().value;
      const expected = tableRow(file, table, own, cell);
      if (!row || row.length !== expected.length || expected.some((value, at) => !sameCell(value, row[at]))) {
        throw differs(path, `differs from the measurements in table ${joinNames(table.set)}, period ${table.period}`);
      }
    }
  }
  if (found.next().value !== undefined) throw differs(path, 'has more rows than the measurements give');
}

// Formats write numbers rounded to four decimals; recomputing may be off by the last of them.
function sameCell(expected: string | number, found: unknown): boolean {
  return typeof expected === 'number' ? Math.abs(expected - Number(found)) <= 1.5e-4 : expected === found;
}

interface Dataset {
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly value: readonly number[];
}

function checkJsonStat(file: TableFile, text: string): void {
  const collection = JSON.parse(text) as { readonly link?: { readonly item?: readonly Dataset[] } };
  const items = collection.link?.item ?? [];
  const bySet = new Map(items.map((item) => [joinNames(item.id.slice(1, -1)), item]));
  const sets = new Set(file.tables.map(({ set }) => joinNames(set)));
  if (items.length !== sets.size) throw differs(paths.tablesJson, 'has other tables');
  const at = new Map<string, number>();
  for (const table of file.tables) {
    const set = joinNames(table.set);
    const item = bySet.get(set);
    const start = at.get(set) ?? 0;
    const per = item?.size.at(-1) ?? 1;
    for (let cell = 0; cell < table.estimate.length; cell += 1) {
      if (!sameCell(table.estimate[cell] as number, item?.value[start + cell * per])) {
        throw differs(paths.tablesJson, `differs from the measurements in table ${set}, period ${table.period}`);
      }
    }
    at.set(set, start + table.estimate.length * per);
  }
  for (const [set, item] of bySet) {
    if (item.value.length !== at.get(set))
      throw differs(paths.tablesJson, `has more cells than the measurements in ${set}`);
  }
}

// A workbook carries text and numbers: nothing that runs, nothing that reaches out.
function checkWorkbook(bytes: Uint8Array): void {
  const entries = unzipSync(bytes);
  const names = Object.keys(entries);
  const running = names.find((name) => /vbaProject|externalLink|embeddings|activeX/i.test(name));
  if (running) throw differs(paths.tablesXlsx, `holds ${running}`);
  const sheets = names.filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  if (sheets.length !== 2) throw differs(paths.tablesXlsx, 'has other sheets than About and Tables');
  for (const sheet of sheets) {
    if (/<f[ >/]/.test(textOf(entries[sheet] as Uint8Array))) throw differs(paths.tablesXlsx, 'holds a formula');
  }
}

async function reading(path: string, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('bundle-table', `${path} cannot be read; fetch the bundle again`, { cause });
  }
}

function differs(path: string, what: string): Refusal {
  return new Refusal('bundle-table', `${path} ${what}; do not use this bundle`, { exit: 3 });
}
