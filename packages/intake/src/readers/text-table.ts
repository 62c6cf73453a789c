import type { Finding } from '@casebridge/standard';
import type { RawColumn, RawTable, RowBlock, TableNotes } from '../table.ts';
import { blockRows, maxDictionary } from './limits.ts';

/** One row of text cells with its row number, or what is wrong with it. */
export type TextRow = { readonly row: number; readonly cells: readonly string[] } | { readonly finding: Finding };

/**
 * A table over rows that are read as texts (workbooks, JSON lines, samples): cells are numbered per column, in blocks.
 *
 * @param rows opens the rows from the beginning; cells parallel to `header`
 */
export function textTable(header: readonly string[], rows: () => AsyncIterable<TextRow>, notes: TableNotes): RawTable {
  const table = (columns: readonly string[]): RawTable => ({
    columns,
    notes,
    select: (names) => table(header.filter((column) => names.includes(column))),
    rows: { [Symbol.asyncIterator]: () => blocks(header, columns, rows()) },
  });
  return table(header);
}

async function* blocks(
  header: readonly string[],
  columns: readonly string[],
  rows: AsyncIterable<TextRow>,
): AsyncGenerator<RowBlock> {
  const positions = columns.map((column) => header.indexOf(column));
  const dictionaries = columns.map(() => ({ texts: [] as string[], codes: new Map<string, number>() }));
  let filling = emptyBlock(columns.length);
  for await (const item of rows) {
    if ('finding' in item) {
      filling.findings.push(item.finding);
      continue;
    }
    for (const [n, position] of positions.entries()) {
      const text = item.cells[position] ?? '';
      const dictionary = dictionaries[n] as (typeof dictionaries)[number];
      let code = dictionary.codes.get(text);
      if (code === undefined) {
        code = dictionary.texts.push(text) - 1;
        dictionary.codes.set(text, code);
      }
      (filling.codes[n] as Uint32Array)[filling.rows] = code;
    }
    filling.sourceRows[filling.rows++] = item.row;
    if (filling.rows === blockRows) {
      yield take();
      filling = emptyBlock(columns.length);
    }
  }
  if (filling.rows > 0 || filling.findings.length > 0) yield take();

  function take(): RowBlock {
    const taken: RawColumn[] = dictionaries.map((dictionary, n) => ({
      dictionary: dictionary.texts,
      codes: filling.codes[n] as Uint32Array,
    }));
    for (const dictionary of dictionaries) {
      if (dictionary.texts.length <= maxDictionary) continue;
      dictionary.texts = [];
      dictionary.codes = new Map();
    }
    return { rows: filling.rows, sourceRows: filling.sourceRows, columns: taken, findings: filling.findings };
  }
}

interface Filling {
  rows: number;
  readonly sourceRows: Uint32Array;
  readonly codes: readonly Uint32Array[];
  readonly findings: Finding[];
}

function emptyBlock(columns: number): Filling {
  return {
    rows: 0,
    sourceRows: new Uint32Array(blockRows),
    codes: Array.from({ length: columns }, () => new Uint32Array(blockRows)),
    findings: [],
  };
}
