import type { CaseTable, CodeColumn } from './case-table.ts';
import { emptyColumn } from './case-table.ts';
import { type DeclaredDomain, mergeZeros } from './declared-domain.ts';
import { zerosOfHierarchies } from './hierarchies.ts';

/**
 * The domain with a column for every parent that is none yet: `region` beside `country`, its codes the groups, its cells
 * beside other groups' codes impossible. A mechanism may then measure the region of a country like any other column.
 */
export function withParentColumns(declared: DeclaredDomain): DeclaredDomain {
  const added = declared.hierarchies.filter(({ parent }) => !Object.hasOwn(declared.domains, parent));
  if (added.length === 0) return declared;
  const domains = { ...declared.domains, ...Object.fromEntries(added.map(({ parent, groups }) => [parent, groups])) };
  return {
    domains,
    structuralZeros: mergeZeros([...declared.structuralZeros, ...zerosOfHierarchies(added, domains)]),
    hierarchies: declared.hierarchies,
  };
}

/**
 * The table with the columns that {@link withParentColumns} adds, worked out record by record.
 *
 * @param declared what `withParentColumns` gave for the table's domain
 */
export function addParentColumns(table: CaseTable, declared: DeclaredDomain): CaseTable {
  const variables = Object.keys(declared.domains);
  const columns = variables.map((name) => {
    const own = table.columns[table.variables.indexOf(name)];
    if (own) return own;
    const hierarchy = declared.hierarchies.find(({ parent }) => parent === name);
    const child = table.columns[table.variables.indexOf(hierarchy?.column ?? '')];
    if (!hierarchy || !child) throw new RangeError(`no column for the variable '${name}'`);
    return groupedColumn(child, hierarchy.groupOf, hierarchy.groups.length);
  });
  return { variables, domains: declared.domains, columns, rows: table.rows };
}

/** The table with some of its columns only, in the order named. RangeError: no such column. */
export function keepColumns(table: CaseTable, names: readonly string[]): CaseTable {
  const positions = names.map((name) => {
    const at = table.variables.indexOf(name);
    if (at < 0) throw new RangeError(`no variable '${name}' in the table`);
    return at;
  });
  return {
    variables: [...names],
    domains: Object.fromEntries(names.map((name) => [name, table.domains[name] as readonly string[]])),
    columns: positions.map((at) => table.columns[at] as CodeColumn),
    rows: table.rows,
  };
}

function groupedColumn(codes: CodeColumn, groupOf: readonly number[], groups: number): CodeColumn {
  const grouped = emptyColumn(groups, codes.length, !(codes.buffer instanceof ArrayBuffer));
  for (let row = 0; row < codes.length; row++) grouped[row] = groupOf[codes[row] as number] as number;
  return grouped;
}
