import { basename } from 'node:path';
import { Refusal } from '@casebridge/refusal';
import { type RawTable, type Suggestion, suggestMapping } from '../index.ts';
import { type OpenOptions, openTable } from './open-table.ts';

const deepestHeader = 15;

/**
 * Drafts a mapping for a file nobody described. Where the file opens with titles, the header is the first row that has
 * nearly as many names as any of the first fifteen.
 *
 * @throws Refusal as `openTable`
 */
export async function suggestPath(path: string, options: OpenOptions = {}): Promise<Suggestion> {
  const table =
    options.headerRow === undefined ? await withLikelyHeader(path, options) : await openTable(path, options);
  return suggestMapping(table, basename(path));
}

async function withLikelyHeader(path: string, options: OpenOptions): Promise<RawTable> {
  const first = await openOrNull(path, options, 1);
  if (first && isFull(first)) return first;
  const tables: RawTable[] = first ? [first] : [];
  for (let headerRow = 2; headerRow <= deepestHeader; headerRow++) {
    const table = await openOrNull(path, options, headerRow);
    if (table) tables.push(table);
  }
  const most = Math.max(0, ...tables.map(names));
  return tables.find((table) => names(table) * 5 >= most * 4) ?? openTable(path, options);
}

/** A title row stands alone in its row; a header names most of its columns. */
function isFull(table: RawTable): boolean {
  return table.columns.length > 2 && names(table) * 5 >= table.columns.length * 4;
}

function names(table: RawTable): number {
  return table.columns.filter((column) => !/^column \d+$/u.test(column)).length;
}

async function openOrNull(path: string, options: OpenOptions, headerRow: number): Promise<RawTable | null> {
  try {
    return await openTable(path, { ...options, headerRow });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'header') return null;
    throw error;
  }
}
