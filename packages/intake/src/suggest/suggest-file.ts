import { Refusal } from '@casebridge/refusal';
import { type ContributorFile, type OpenOptions, openFile } from '../readers/open-file.ts';
import type { RawTable } from '../table.ts';
import { suggestMapping } from './suggest-mapping.ts';
import type { Suggestion } from './suggestion.ts';

const deepestHeader = 15;

/**
 * Drafts a mapping for a file nobody described. Where the file opens with titles, the header is the first row that has
 * nearly as many names as any of the first fifteen.
 *
 * @throws Refusal as `openFile`
 */
export async function suggestFile(file: ContributorFile, options: OpenOptions = {}): Promise<Suggestion> {
  const table = options.headerRow === undefined ? await withLikelyHeader(file, options) : await openFile(file, options);
  return suggestMapping(table, file.name);
}

async function withLikelyHeader(file: ContributorFile, options: OpenOptions): Promise<RawTable> {
  const first = await openOrNull(file, options, 1);
  if (first && isFull(first)) return first;
  const tables: RawTable[] = first ? [first] : [];
  for (let headerRow = 2; headerRow <= deepestHeader; headerRow++) {
    const table = await openOrNull(file, options, headerRow);
    if (table) tables.push(table);
  }
  const most = Math.max(0, ...tables.map(names));
  return tables.find((table) => names(table) * 5 >= most * 4) ?? openFile(file, options);
}

/** A title row stands alone in its row; a header names most of its columns. */
function isFull(table: RawTable): boolean {
  return table.columns.length > 2 && names(table) * 5 >= table.columns.length * 4;
}

function names(table: RawTable): number {
  return table.columns.filter((column) => !/^column \d+$/u.test(column)).length;
}

async function openOrNull(file: ContributorFile, options: OpenOptions, headerRow: number): Promise<RawTable | null> {
  try {
    return await openFile(file, { ...options, headerRow });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'header') return null;
    throw error;
  }
}
