import type { CaseTable } from '../columns/case-table.ts';
import { cellCount, domainSize } from '../results/sets.ts';
import { countingContext } from './context.ts';
import type { Marginals } from './marginals.ts';
import { planCounting } from './plan.ts';
import { positionsOf, stretches } from './request.ts';
import { runCountTask } from './run-task.ts';

/** Counts over a table in memory, in this thread. What the kernels prepare is kept for the next request. */
export function memoryMarginals(table: CaseTable): Marginals {
  const sizes = table.variables.map((name) => domainSize(table.domains, name));
  const context = countingContext({ columns: table.columns, sizes, rows: table.rows });
  return {
    domains: table.domains,
    async *counts(sets, { signal } = {}) {
      const positions = sets.map((set) => positionsOf(table.domains, table.variables, set));
      const cells = positions.map((set) => cellCount(set.map((column) => sizes[column] as number)));
      for (const [from, to] of stretches(cells)) {
        const wanted = positions.slice(from, to);
        const counted = wanted.map((_, at) => new Uint32Array(cells[from + at] as number));
        for (const task of planCounting(wanted, sizes, table.rows)) {
          signal?.throwIfAborted();
          runCountTask(context, task, wanted, (at) => counted[at] as Uint32Array);
        }
        for (const [at, result] of counted.entries())
          yield { set: sets[from + at] as readonly string[], cells: result };
      }
    },
  };
}
