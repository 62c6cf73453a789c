import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ColumnHierarchy, columnOfHierarchyFile, hierarchyFromCsv } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';

/**
 * The hierarchies of a folder for the columns that have a file there, `<anything>_hierarchy_<column>.csv`.
 *
 * @throws Refusal where two files are about one column, or a file is no hierarchy
 */
export async function readHierarchies(
  folder: string,
  columns: readonly string[],
): Promise<ReadonlyMap<string, ColumnHierarchy>> {
  const found = new Map<string, ColumnHierarchy>();
  for (const file of (await readdir(folder)).sort()) {
    const column = columnOfHierarchyFile(file);
    if (column === null || !columns.includes(column)) continue;
    if (found.has(column)) {
      throw new Refusal('hierarchy-files', `${folder}: two hierarchy files for '${column}'; keep one.`);
    }
    found.set(column, hierarchyFromCsv(column, await readFile(join(folder, file), 'utf8'), file));
  }
  return found;
}
