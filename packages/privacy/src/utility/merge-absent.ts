import { type CaseTable, type CodeColumn, emptyColumn } from '../columns/case-table.ts';
import type { AbsentValues } from './present-values.ts';

/**
 * The table with all absent texts of a column as one code: the first of them that the column's domain has. A file that writes
 * `False` and one that leaves the field empty say the same then, in every measure. Columns under `sensitiveZeros` stay.
 */
export function mergeAbsent(table: CaseTable, { absent = [''], sensitiveZeros = [] }: AbsentValues = {}): CaseTable {
  const domains: Record<string, readonly string[]> = {};
  const columns = table.columns.map((column, at): CodeColumn => {
    const name = table.variables[at] as string;
    const codes = table.domains[name] as readonly string[];
    const merged = sensitiveZeros.includes(name) ? [] : absent.filter((text) => codes.includes(text));
    const [kept] = merged;
    if (merged.length < 2 || kept === undefined) {
      domains[name] = codes;
      return column;
    }
    const left = codes.filter((text) => text === kept || !merged.includes(text));
    domains[name] = left;
    const codeOf = Uint16Array.from(codes, (text) => left.indexOf(merged.includes(text) ? kept : text));
    const recoded = emptyColumn(left.length, table.rows);
    for (let row = 0; row < table.rows; row++) recoded[row] = codeOf[column[row] as number] as number;
    return recoded;
  });
  return { variables: table.variables, domains, columns, rows: table.rows };
}
