import type { CaseTable } from '../../columns/case-table.ts';
import type { AttackInput } from './attack-input.ts';
import { chance } from './chance.ts';

/** The records an attack of nearest neighbours goes for: as many of the control group, if there is one, as of the training file. */
export function targetRows(
  input: AttackInput,
  count: number,
  seed: string,
  purpose: string,
): { readonly train: Uint32Array; readonly control: Uint32Array | null } {
  const random = chance(seed, purpose);
  const rows = (table: CaseTable) => random.sample(table.rows, count);
  return { train: rows(input.train), control: input.control === null ? null : rows(input.control) };
}
