import { Refusal } from '@casebridge/refusal';
import { rhoOf } from '../accounting/zcdp.ts';
import { type StructuralZero, zeroCellsOf } from '../columns/declared-domain.ts';
import { mostTableCells, planTables, type TablePlan } from '../residual/plan.ts';
import { cellCount, joinNames, setKey, sizesOf } from '../results/sets.ts';
import type { Cohort, Domains } from '../results/types.ts';

/** What `casebridge tables` is asked for: all tables of up to `ways` columns under one budget. */
export interface TablesJob {
  readonly domains: Domains;
  /** Combinations that cannot occur: their cells are published as 0 and cost nothing. */
  readonly structuralZeros?: readonly StructuralZero[];
  readonly epsilon: number;
  /** 1e-6 when absent. */
  readonly delta?: number;
  /** Most columns of a table: 2 when absent. */
  readonly ways?: number;
}

/** A planned job. */
export interface PlannedJob {
  readonly plan: TablePlan;
  readonly epsilon: number;
  readonly delta: number;
  /** Tables with too many cells to be measured, each a list of columns; to be told to the user. */
  readonly leftOut: readonly (readonly string[])[];
}

/** The one cohort of a table that is measured once and for all. */
export const oneShotCohort: Cohort = { id: 'undated.1', period: 'undated', batch: 1, late: false };

/** Most tables of one job. */
const mostTables = 100_000;

/**
 * Plans all tables of one to `ways` columns, every cell of every table of equal weight. Looks at the domain alone.
 * Refusal: ε, δ or ways out of range, or too many tables.
 */
export function planTablesJob(job: TablesJob): PlannedJob {
  const { domains, structuralZeros = [], epsilon, delta = 1e-6, ways = 2 } = job;
  if (!(epsilon > 0 && epsilon <= 100)) refuse('epsilon', 'the privacy budget ε is above 0 and at most 100');
  if (!(delta > 0 && delta < 1)) refuse('delta', 'δ lies strictly between 0 and 1');
  if (!Number.isInteger(ways) || ways < 1) refuse('ways', 'the number of columns in a table is 1 or more');
  const names = Object.keys(domains);
  if (tableCount(names.length, ways) > mostTables) {
    refuse('ways', `${names.length} columns make more than ${mostTables} tables of up to ${ways}; ask for fewer`);
  }
  const all = tablesUpTo(names, ways);
  const fits = (set: readonly string[]) => cellCount(sizesOf(domains, set)) <= mostTableCells;
  const tables = all.filter(fits).map((set) => ({ set }));
  const zeros = Object.fromEntries(
    tables
      .map(({ set }) => [setKey(set), zeroCellsOf(domains, structuralZeros, set)] as const)
      .filter(([, cells]) => cells.length > 0),
  );
  return {
    plan: planTables({ domains, tables, rho: rhoOf(epsilon, delta), structuralZeros: zeros }),
    epsilon,
    delta,
    leftOut: all.filter((set) => !fits(set)),
  };
}

/** The tables left out as one line, for the user; null where there are none. */
export function leftOutNotice({ leftOut }: PlannedJob): string | null {
  if (leftOut.length === 0) return null;
  const first = leftOut.slice(0, 3).map(joinNames).join(', ');
  const more = leftOut.length > 3 ? ` and ${leftOut.length - 3} more` : '';
  return `Left out, with more than ${mostTableCells} cells each: ${first}${more}.`;
}

function tablesUpTo(names: readonly string[], ways: number): string[][] {
  let previous: number[][] = names.map((_, at) => [at]);
  const tables = [...previous];
  for (let size = 2; size <= Math.min(ways, names.length); size++) {
    previous = previous.flatMap((set) => names.flatMap((_, at) => (at > (set.at(-1) as number) ? [[...set, at]] : [])));
    tables.push(...previous);
  }
  return tables.map((set) => set.map((at) => names[at] as string));
}

function tableCount(columns: number, ways: number): number {
  let count = 0;
  let choose = 1;
  for (let size = 1; size <= Math.min(ways, columns); size++) {
    choose = (choose * (columns - size + 1)) / size;
    count += choose;
  }
  return count;
}

function refuse(what: string, rule: string): never {
  throw new Refusal(`tables-${what}`, `Tables: ${rule}.`);
}
