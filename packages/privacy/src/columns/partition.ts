import { domainSize } from '../results/sets.ts';
import { type CaseTable, emptyColumn } from './case-table.ts';

/**
 * The table split by rows into `parts` tables over the same domains: row i goes to part `partOf[i]`, in order; a row with a
 * number of `parts` or more goes to none. Cohorts are such parts.
 */
export function partitionTable(
  table: CaseTable,
  partOf: ArrayLike<number>,
  parts: number,
  options: { readonly shared?: boolean } = {},
): CaseTable[] {
  if (partOf.length !== table.rows) throw new RangeError('a partition names a part for every row');
  const sizes = new Uint32Array(parts);
  for (let row = 0; row < table.rows; row++) {
    const part = partOf[row] as number;
    if (part < parts) sizes[part] = (sizes[part] as number) + 1;
  }
  const columns = table.columns.map((column, at) => {
    const codes = domainSize(table.domains, table.variables[at] as string);
    const split = Array.from(sizes, (rows) => emptyColumn(codes, rows, options.shared));
    const filled = new Uint32Array(parts);
    for (let row = 0; row < table.rows; row++) {
      const part = partOf[row] as number;
      if (part >= parts) continue;
      const to = filled[part] as number;
      (split[part] as Uint8Array)[to] = column[row] as number;
      filled[part] = to + 1;
    }
    return split;
  });
  return Array.from(sizes, (rows, part) => ({
    variables: table.variables,
    domains: table.domains,
    columns: columns.map((split) => split[part] as Uint8Array),
    rows,
  }));
}
