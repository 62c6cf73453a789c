import type { GroupConstraint } from './constraint.ts';
import type { DistinctRows } from './distinct-rows.ts';

/** Groups of distinct rows being made: an order of the rows in which each group is a stretch. */
export interface LocalGroup {
  readonly start: number;
  readonly end: number;
  /** Rows of the table in it. */
  readonly size: number;
  /** Level of each column that all its rows share a label at. */
  readonly levels: Uint8Array;
  /** 1 for a column that is not to be split again at this level. */
  readonly frozen: Uint8Array;
}

/** Decides whether a set of rows may be a group. */
export interface GroupTest {
  readonly k: number;
  readonly constraints: readonly GroupConstraint[];
  /** Values of each constraint's sensitive column. */
  readonly values: readonly number[];
  /** Code of each distinct row in each constraint's sensitive column. */
  readonly codes: readonly Uint32Array[];
}

export function groupTest(rows: DistinctRows, k: number, constraints: readonly GroupConstraint[]): GroupTest {
  const codes = constraints.map(({ sensitive }) => rows.sensitive[sensitive] as Uint32Array);
  return {
    k,
    constraints,
    codes,
    values: codes.map((column) => column.reduce((most, code) => Math.max(most, code + 1), 0)),
  };
}

/** Whether the rows `order[start…end)` satisfy every constraint; sizes are tested by the caller. */
export function acceptsStretch(
  test: GroupTest,
  weights: Uint32Array,
  order: Uint32Array,
  start: number,
  end: number,
  size: number,
): boolean {
  return test.constraints.every((constraint, at) => {
    const counts = new Uint32Array(test.values[at] as number);
    const codes = test.codes[at] as Uint32Array;
    for (let place = start; place < end; place++) {
      const row = order[place] as number;
      counts[codes[row] as number] = (counts[codes[row] as number] as number) + (weights[row] as number);
    }
    return constraint.accepts(counts, size);
  });
}
