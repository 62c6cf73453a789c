import { columnNumbers } from './published.ts';
import type { SynthesisModel } from './synthetic-table.ts';

/** Whether synthetic records are fitted to a set of columns, or had to fill it in. */
export interface SetSupport {
  readonly set: readonly string[];
  /** The set was measured, or is part of a measured one. */
  readonly supported: boolean;
}

/**
 * The support of every set of one to `ways` of some columns, smaller sets first.
 *
 * @param variables all columns of the model, in its order
 * @param columns those asked about
 */
export function supportOfSets(
  model: SynthesisModel,
  variables: readonly string[],
  columns: readonly string[],
  ways: number,
): SetSupport[] {
  const numbers = columnNumbers(variables, columns);
  const found: SetSupport[] = [];
  let sets: number[][] = [[]];
  for (let size = 1; size <= Math.min(ways, columns.length); size++) {
    sets = sets.flatMap((set) => columns.flatMap((_, at) => (at > (set.at(-1) ?? -1) ? [[...set, at]] : [])));
    for (const set of sets) {
      const positions = set.map((at) => numbers[at] as number).sort((a, b) => a - b);
      found.push({ set: set.map((at) => columns[at] as string), supported: model.supports(positions) });
    }
  }
  return found;
}
