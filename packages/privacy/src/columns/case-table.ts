import { Refusal } from '@casebridge/refusal';
import { domainSize } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';

/** One code per row, an index into the variable's domain. A byte each up to 256 codes, two above. */
export type CodeColumn = Uint8Array | Uint16Array;

/** Case records as dictionary-coded columns over declared domains; missing reasons are codes of the domain. */
export interface CaseTable {
  readonly variables: readonly string[];
  readonly domains: Domains;
  /** One column per variable, `rows` long. */
  readonly columns: readonly CodeColumn[];
  readonly rows: number;
}

/** Most codes a variable may have: what two bytes can tell apart. */
export const mostCodes = 65_536;

/** Most rows of a table: counts stay exact in 32 bits. */
export const mostRows = 2 ** 32 - 1;

/**
 * An empty column for a variable of `size` codes.
 *
 * @param shared whether workers read it in place: a SharedArrayBuffer in place of an ArrayBuffer
 */
export function emptyColumn(size: number, rows: number, shared = false): CodeColumn {
  const width = size <= 256 ? 1 : 2;
  const buffer = shared ? new SharedArrayBuffer(rows * width) : new ArrayBuffer(rows * width);
  return width === 1 ? new Uint8Array(buffer) : new Uint16Array(buffer);
}

/**
 * Joins columns of codes into a table, after checking that they are of one length and that every code is in its domain.
 * Refusal: a domain without codes or with more than `mostCodes`, or a code outside it (row and column named).
 */
export function caseTable(domains: Domains, columns: Readonly<Record<string, CodeColumn>>): CaseTable {
  checkDomains(domains);
  const variables = Object.keys(domains);
  const ordered = variables.map((name) => {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (!column) throw new RangeError(`no column for the variable '${name}'`);
    return column;
  });
  const rows = ordered[0]?.length ?? 0;
  for (const [at, column] of ordered.entries()) {
    const name = variables[at] as string;
    if (column.length !== rows) throw new RangeError(`the column '${name}' is not as long as the first`);
    checkCodes(name, column, domainSize(domains, name));
  }
  return { variables, domains, columns: ordered, rows };
}

/** Refusal: no variable, an unnamed one, no code, too many codes, or one code twice. */
export function checkDomains(domains: Domains): void {
  const names = Object.keys(domains);
  if (names.length === 0) throw new Refusal('domain-empty', 'The domain declares no column; declare at least one.');
  for (const name of names) {
    const codes = domains[name] as readonly string[];
    const where = `The domain of '${name}'`;
    if (name === '') throw new Refusal('domain-name', 'A column of the domain has no name; name every column.');
    if (codes.length === 0) throw new Refusal('domain-empty', `${where} has no code; declare every value it can take.`);
    if (codes.length > mostCodes) {
      throw new Refusal('domain-large', `${where} has more than ${mostCodes} codes; group them.`);
    }
    if (new Set(codes).size !== codes.length) {
      throw new Refusal('domain-duplicate', `${where} has one code twice; declare each once.`);
    }
  }
}

function checkCodes(name: string, column: CodeColumn, size: number): void {
  if (size === 256 && column instanceof Uint8Array) return;
  for (let row = 0; row < column.length; row++) {
    if ((column[row] as number) >= size) throw outsideDomain(row + 1, name);
  }
}

/** The refusal of a value that was not declared. Names the row and the column, never the value. */
export function outsideDomain(row: number, column: string): Refusal {
  return new Refusal(
    'value-outside-domain',
    `Row ${row}, column '${column}': the value is not in the declared domain; declare it (an empty field is the value "") or correct the data.`,
  );
}
