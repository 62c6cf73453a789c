import { cellCount, setKey, sizesOf } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';
import type { CaseTable, CodeColumn } from './case-table.ts';

/** What a domain file may say: codes per column, combinations that cannot occur, and groups of codes. All of it is public. */
export interface DeclaredDomain {
  readonly domains: Domains;
  readonly structuralZeros: readonly StructuralZero[];
  readonly hierarchies: readonly Hierarchy[];
}

/** Combinations of codes that no record can have. */
export interface StructuralZero {
  /** Two columns or more, in the order of the domains. */
  readonly set: readonly string[];
  /** Impossible cells of the set's table, row-major, ascending. */
  readonly cells: readonly number[];
}

/** A column's codes in groups, such as countries in regions. */
export interface Hierarchy {
  readonly column: string;
  /** Name of the grouped column. When the domain declares a column of that name, the two agree on every record. */
  readonly parent: string;
  readonly groups: readonly string[];
  /** Position in `groups` of each code of the column. */
  readonly groupOf: readonly number[];
}

/** Largest table in which impossible cells are declared. */
export const mostDeclaredCells = 2 ** 20;

/**
 * The impossible cells of any table: those that a declared zero over some of its columns forbids. Row-major, ascending.
 *
 * @param set the table's columns, in the order of the domains, of at most 2^20 cells
 */
export function zeroCellsOf(
  domains: Domains,
  structuralZeros: readonly StructuralZero[],
  set: readonly string[],
): number[] {
  const inside = structuralZeros.filter((zero) => zero.set.every((name) => set.includes(name)));
  if (inside.length === 0) return [];
  const sizes = sizesOf(domains, set);
  const forbidden = new Uint8Array(cellCount(sizes));
  for (const zero of inside) {
    const isZero = maskOf(domains, zero);
    const strides = stridesWithin(domains, set, zero.set);
    for (let cell = 0; cell < forbidden.length; cell++) {
      let rest = cell;
      let within = 0;
      for (let axis = sizes.length - 1; axis >= 0; axis--) {
        const size = sizes[axis] as number;
        within += (rest % size) * (strides[axis] as number);
        rest = Math.floor(rest / size);
      }
      if (isZero[within] === 1) forbidden[cell] = 1;
    }
  }
  return [...forbidden.keys()].filter((cell) => forbidden[cell] === 1);
}

/** The first record with a combination that is declared impossible: its position from 0 and the columns. Null for none. */
export function firstDeclaredZero(
  table: CaseTable,
  structuralZeros: readonly StructuralZero[],
): { readonly row: number; readonly set: readonly string[] } | null {
  let first: { row: number; set: readonly string[] } | null = null;
  for (const zero of structuralZeros) {
    const isZero = maskOf(table.domains, zero);
    const columns = zero.set.map((name) => table.columns[table.variables.indexOf(name)] as CodeColumn);
    const sizes = sizesOf(table.domains, zero.set);
    const end = first?.row ?? table.rows;
    for (let row = 0; row < end; row++) {
      let cell = 0;
      for (let axis = 0; axis < columns.length; axis++)
        cell = cell * (sizes[axis] as number) + ((columns[axis] as CodeColumn)[row] as number);
      if (isZero[cell] === 1) {
        first = { row, set: zero.set };
        break;
      }
    }
  }
  return first;
}

/** Zeros over one set as one, sets in order of first mention. */
export function mergeZeros(zeros: readonly StructuralZero[]): StructuralZero[] {
  const bySet = new Map<string, { set: readonly string[]; cells: Set<number> }>();
  for (const { set, cells } of zeros) {
    const merged = bySet.get(setKey(set)) ?? { set, cells: new Set<number>() };
    bySet.set(setKey(set), merged);
    for (const cell of cells) merged.cells.add(cell);
  }
  return [...bySet.values()].map(({ set, cells }) => ({ set, cells: [...cells].sort((a, b) => a - b) }));
}

function maskOf(domains: Domains, { set, cells }: StructuralZero): Uint8Array {
  const mask = new Uint8Array(cellCount(sizesOf(domains, set)));
  for (const cell of cells) mask[cell] = 1;
  return mask;
}

/** Per column of `set`, how far one code moves a cell of the table over `part`; 0 for a column that is not in it. */
function stridesWithin(domains: Domains, set: readonly string[], part: readonly string[]): number[] {
  const strides = new Map<string, number>();
  let stride = 1;
  for (const name of [...part].reverse()) {
    strides.set(name, stride);
    stride *= (domains[name] as readonly string[]).length;
  }
  return set.map((name) => strides.get(name) ?? 0);
}
