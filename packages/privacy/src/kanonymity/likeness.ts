// β-likeness: Cao, Karras (2012), Publishing microdata with a robust privacy guarantee, VLDB.
import { Refusal } from '@casebridge/refusal';
import { type GroupConstraint, valueCounts } from './constraint.ts';
import type { SensitiveColumn } from './quasi-table.ts';

/**
 * No value's share p in the whole table grows in a group to more than (1 + β) p; with `enhanced` to no more than
 * (1 + min(β, −ln p)) p, which keeps common values from becoming certain.
 */
export function betaLikeness(
  columns: readonly SensitiveColumn[],
  sensitive: number,
  beta: number,
  enhanced = false,
): GroupConstraint {
  const column = columns[sensitive];
  if (!column) throw new RangeError(`there is no sensitive column ${sensitive}`);
  if (!(beta > 0)) throw new Refusal('likeness-beta', 'β must be above 0: how much a share may grow in a group.');
  const shares = valueCounts(column.codes, column.values.length);
  for (let at = 0; at < shares.length; at++) shares[at] = (shares[at] as number) / column.codes.length;
  const mostGrowth = shares.map((share) => (enhanced ? Math.min(beta, -Math.log(share)) : beta));
  return {
    sensitive,
    name: `no share of '${column.name}' more than ${enhanced ? 'min(β, −ln p), β' : 'β'} = ${beta} above the table's`,
    isMonotone: true,
    isAbsorbing: false,
    accepts(counts, size) {
      for (let at = 0; at < shares.length; at++) {
        if (counts[at] === 0) continue;
        const share = shares[at] as number;
        if (((counts[at] as number) / size - share) / share > (mostGrowth[at] as number) + 1e-12) return false;
      }
      return true;
    },
  };
}
