// l-diversity: Machanavajjhala, Kifer, Gehrke, Venkitasubramaniam (2007), l-diversity: privacy beyond k-anonymity, ACM TKDD 1(1).
// Grassberger's estimator: Grassberger (2003), Entropy estimates from insufficient samplings, arXiv:physics/0307138.
import { Refusal } from '@casebridge/refusal';
import type { GroupConstraint } from './constraint.ts';
import type { SensitiveColumn } from './quasi-table.ts';

/** At least `l` different values in every group. */
export function distinctDiversity(columns: readonly SensitiveColumn[], sensitive: number, l: number): GroupConstraint {
  const name = checkDiversity(columns, sensitive, l);
  return {
    sensitive,
    name: `at least ${l} different values of '${name}'`,
    isMonotone: true,
    isAbsorbing: true,
    accepts: (counts) => differentValues(counts) >= l,
  };
}

/**
 * The entropy of the values in every group is at least ln l, which needs at least `l` different values.
 *
 * @param estimator how entropy is estimated from a group's counts: `shannon` takes the shares as they are; `grassberger`
 *   corrects for small groups, with which a union of accepted groups need not be accepted
 */
export function entropyDiversity(
  columns: readonly SensitiveColumn[],
  sensitive: number,
  l: number,
  estimator: 'shannon' | 'grassberger' = 'shannon',
): GroupConstraint {
  const name = checkDiversity(columns, sensitive, l);
  const least = Math.log(l);
  const entropyOf = estimator === 'shannon' ? shannon : grassberger;
  return {
    sensitive,
    name: `entropy of '${name}' of at least ln ${l}${estimator === 'shannon' ? '' : " by Grassberger's estimator"}`,
    isMonotone: estimator === 'shannon',
    isAbsorbing: false,
    accepts: (counts, size) => differentValues(counts) >= Math.floor(l) && entropyOf(counts, size) >= least - 1e-12,
  };
}

/**
 * Recursive (c, l)-diversity: in every group the commonest value comes less than c times as often as the values from the
 * l-th commonest on together.
 */
export function recursiveDiversity(
  columns: readonly SensitiveColumn[],
  sensitive: number,
  c: number,
  l: number,
): GroupConstraint {
  const name = checkDiversity(columns, sensitive, l);
  if (!(c > 0) || !Number.isInteger(l)) {
    throw new Refusal('diversity-c', 'Recursive diversity needs c above 0 and a whole number l.');
  }
  return {
    sensitive,
    name: `recursive (${c}, ${l})-diversity of '${name}'`,
    isMonotone: true,
    isAbsorbing: false,
    accepts(counts) {
      const sorted = Array.from(counts)
        .filter((count) => count > 0)
        .sort((a, b) => b - a);
      if (sorted.length < l) return false;
      let tail = 0;
      for (let at = l - 1; at < sorted.length; at++) tail += sorted[at] as number;
      return (sorted[0] as number) < c * tail;
    },
  };
}

function checkDiversity(columns: readonly SensitiveColumn[], sensitive: number, l: number): string {
  const column = columns[sensitive];
  if (!column) throw new RangeError(`there is no sensitive column ${sensitive}`);
  if (!(l > 1)) throw new Refusal('diversity-l', 'l must be above 1: how many values a group must have.');
  return column.name;
}

function differentValues(counts: ArrayLike<number>): number {
  let different = 0;
  for (let at = 0; at < counts.length; at++) if ((counts[at] as number) > 0) different++;
  return different;
}

function shannon(counts: ArrayLike<number>, size: number): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] as number;
    if (count > 0) sum += count * Math.log(count);
  }
  return Math.log(size) - sum / size;
}

/** ln n − (1/n) Σ nᵢ G(nᵢ), with G(1) = −γ − ln 2, G(2m) = G(2m − 2) + 2/(2m − 1), G(2m + 1) = G(2m), G(0) read as G(1). */
function grassberger(counts: ArrayLike<number>, size: number): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] as number;
    if (count > 0) sum += count * grassbergerG(count);
  }
  return Math.log(size) - sum / size;
}

const knownG: number[] = [-0.5772156649015329 - Math.LN2];

function grassbergerG(count: number): number {
  const half = Math.floor(count / 2);
  for (let m = knownG.length; m <= half; m++) knownG.push((knownG[m - 1] as number) + 2 / (2 * m - 1));
  return knownG[half] as number;
}
