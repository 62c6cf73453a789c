import { type CaseTable, type CodeColumn, caseTable, emptyColumn } from '../columns/case-table.ts';
import type { Domains } from '../results/types.ts';

/**
 * Two worlds that differ by a canary: a record with a code in every variable that nobody else ever has. Whoever knows all
 * other records knows of every number published what it owes to the canary, so no record is easier to find.
 */
export interface CanaryWorlds {
  /** The domains with the reserved code last in every variable. */
  readonly domains: Domains;
  /** The canary's codes, in the order of the variables. */
  readonly canary: readonly number[];
  readonly absent: CaseTable;
  readonly present: CaseTable;
}

/**
 * The records with and without a canary, over domains with a reserved code more.
 *
 * @param copies how often the canary is counted; 1 unless the audit itself is tried
 */
export function canaryWorlds(others: CaseTable, copies = 1): CanaryWorlds {
  const domains = withReservedCodes(others.domains);
  const canary = others.variables.map((name) => (domains[name] as readonly string[]).length - 1);
  return {
    domains,
    canary,
    absent: extended(others, domains, canary, 0),
    present: extended(others, domains, canary, copies),
  };
}

/** The domains with one code more in every variable, under a name that no code of it has. */
function withReservedCodes(domains: Domains): Domains {
  return Object.fromEntries(
    Object.entries(domains).map(([name, codes]) => {
      let reserved = 'reserved';
      while (codes.includes(reserved)) reserved = `${reserved}+`;
      return [name, [...codes, reserved]];
    }),
  );
}

function extended(others: CaseTable, domains: Domains, canary: readonly number[], copies: number): CaseTable {
  const rows = others.rows + copies;
  const columns = others.variables.map((name, at): [string, CodeColumn] => {
    const column = emptyColumn((domains[name] as readonly string[]).length, rows);
    column.set(others.columns[at] as CodeColumn);
    column.fill(canary[at] as number, others.rows);
    return [name, column];
  });
  return caseTable(domains, Object.fromEntries(columns));
}
