import { type CaseTable, caseTable, emptyColumn } from '../../columns/case-table.ts';
import type { Domains } from '../../results/types.ts';
import { chance } from './chance.ts';

/** A table of the given rows of codes over domains of the given sizes, columns named a, b, c, … */
export function tableOf(sizes: readonly number[], rows: readonly (readonly number[])[]): CaseTable {
  const domains: Domains = Object.fromEntries(
    sizes.map((size, at) => [`v${at}`, Array.from({ length: size }, (_, code) => String(code))]),
  );
  const columns = Object.fromEntries(
    sizes.map((size, at) => {
      const column = emptyColumn(size, rows.length);
      for (const [row, codes] of rows.entries()) column[row] = codes[at] as number;
      return [`v${at}`, column];
    }),
  );
  return caseTable(domains, columns);
}

/** The rows of a table as lists of codes. */
export function rowsList(table: CaseTable): number[][] {
  return Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => column[row] as number));
}

/**
 * Invented records of a few hidden kinds, so that columns depend on each other: each kind prefers one code per column and
 * every value strays from it now and then. Skewed, with a first code that stands for missing.
 */
export function inventedRows(sizes: readonly number[], rows: number, seed: string, stray = 0.35): number[][] {
  const random = chance(seed, 'invented rows');
  const kinds = chance('kinds', 'invented kinds');
  const preferred = Array.from({ length: 12 }, () => sizes.map((size) => kinds.below(size)));
  return Array.from({ length: rows }, () => {
    const kind = preferred[Math.floor(random.unit() ** 2 * preferred.length)] as number[];
    return sizes.map((size, at) =>
      random.unit() < stray ? Math.floor(random.unit() ** 2 * size) : (kind[at] as number),
    );
  });
}

/** As many rows drawn from the columns' own frequencies, each column by itself. */
export function independentRows(rows: readonly (readonly number[])[], count: number, seed: string): number[][] {
  const random = chance(seed, 'independent rows');
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: count }, () =>
    Array.from({ length: width }, (_, at) => (rows[random.below(rows.length)] as readonly number[])[at] as number),
  );
}
