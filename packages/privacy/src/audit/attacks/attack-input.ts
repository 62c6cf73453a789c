import { Refusal } from '@casebridge/refusal';
import { type CaseTable, type CodeColumn, emptyColumn } from '../../columns/case-table.ts';

/** The files of an attack, over the same domains, with all missing codes of a column made one. */
export interface AttackInput {
  /** The records the synthesiser saw. */
  readonly train: CaseTable;
  /** Records of the same population it did not see. */
  readonly control: CaseTable | null;
  readonly synthetic: CaseTable;
  /** Per column, the code that means missing; −1 where none was declared. */
  readonly missing: readonly number[];
}

/**
 * Prepares the files. A value named in `missing` counts as missing in every column that has it, and all missing values of a
 * column count as equal: a record is no further from another for what neither tells.
 * Refusal: other domains than the first file's, or a file without rows.
 */
export function attackInput(files: {
  readonly train: CaseTable;
  readonly control?: CaseTable | null;
  readonly synthetic: CaseTable;
  readonly missing?: readonly string[];
}): AttackInput {
  const { train, synthetic } = files;
  const control = files.control ?? null;
  for (const [name, table] of [
    ['real', train],
    ['control', control],
    ['synthetic', synthetic],
  ] as const) {
    if (table === null) continue;
    if (table.rows === 0)
      throw new Refusal('attack-no-rows', `The ${name} file has no rows; there is nothing to attack.`);
    if (!sameDomains(train, table)) throw new RangeError(`the ${name} file has other domains than the real one`);
  }
  const codes = new Set(files.missing ?? ['']);
  const missingOf = train.variables.map((name) =>
    (train.domains[name] as readonly string[]).flatMap((code, at) => (codes.has(code) ? [at] : [])),
  );
  const merge = (table: CaseTable) => mergeCodes(table, missingOf);
  return {
    train: merge(train),
    control: control === null ? null : merge(control),
    synthetic: merge(synthetic),
    missing: missingOf.map(([first]) => first ?? -1),
  };
}

function sameDomains(a: CaseTable, b: CaseTable): boolean {
  return (
    a.variables.length === b.variables.length &&
    a.variables.every((name, at) => {
      const mine = a.domains[name] as readonly string[];
      const other = b.domains[name];
      return name === b.variables[at] && mine.length === other?.length && mine.every((code, c) => code === other[c]);
    })
  );
}

/** The table with the given codes of each column written as the first of them. */
function mergeCodes(table: CaseTable, missingOf: readonly (readonly number[])[]): CaseTable {
  if (missingOf.every(({ length }) => length < 2)) return table;
  const columns = table.columns.map((column, at): CodeColumn => {
    const [first, ...others] = missingOf[at] as readonly number[];
    if (first === undefined || others.length === 0) return column;
    const merged = column.slice();
    for (let row = 0; row < merged.length; row++) {
      if (others.includes(merged[row] as number)) merged[row] = first;
    }
    return merged;
  });
  return { ...table, columns };
}

/** Number of codes per column. */
export function sizesOfTable(table: CaseTable): number[] {
  return table.variables.map((name) => (table.domains[name] as readonly string[]).length);
}

/** Positions of columns by name. Refusal: a name the domain does not declare. */
export function columnsNamed(table: CaseTable, names: readonly string[]): number[] {
  return names.map((name) => {
    const at = table.variables.indexOf(name);
    if (at < 0) throw new Refusal('attack-column', `No column '${name}' in the domain; name one it declares.`);
    return at;
  });
}

/** The given rows of a table, in that order. */
export function rowsOf(table: CaseTable, rows: ArrayLike<number>): CaseTable {
  const sizes = sizesOfTable(table);
  const columns = table.columns.map((column, at) => {
    const chosen = emptyColumn(sizes[at] as number, rows.length);
    for (let row = 0; row < rows.length; row++) chosen[row] = column[rows[row] as number] as number;
    return chosen;
  });
  return { ...table, columns, rows: rows.length };
}

/** Tables over the same domains one below the other. */
export function joinTables(tables: readonly CaseTable[]): CaseTable {
  const [first] = tables;
  if (!first) throw new RangeError('no table to join');
  const sizes = sizesOfTable(first);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const columns = first.columns.map((_, at) => {
    const joined = emptyColumn(sizes[at] as number, rows);
    let start = 0;
    for (const table of tables) {
      joined.set(table.columns[at] as CodeColumn, start);
      start += table.rows;
    }
    return joined;
  });
  return { ...first, columns, rows };
}
