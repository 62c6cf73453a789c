// t-closeness: Li, Li, Venkatasubramanian (2007), t-closeness: privacy beyond k-anonymity and l-diversity, ICDE.
import { Refusal } from '@casebridge/refusal';
import { type GroupConstraint, valueCounts } from './constraint.ts';
import { type ColumnHierarchy, valueCount } from './hierarchy.ts';
import type { SensitiveColumn } from './quasi-table.ts';

// Distances are sums of many fractions: what is equal to t but for rounding counts as t.
const slack = 1e-12;

/**
 * The values of every group are distributed as in the whole table but for t, by the distance that moves mass between any
 * two values at the same cost: half the sum of the differences.
 */
export function equalCloseness(columns: readonly SensitiveColumn[], sensitive: number, t: number): GroupConstraint {
  const { column, shares } = prepare(columns, sensitive, t);
  return {
    sensitive,
    name: `values of '${column.name}' within ${t} of the table's`,
    isMonotone: true,
    isAbsorbing: false,
    accepts(counts, size) {
      let sum = 0;
      for (let at = 0; at < shares.length; at++)
        sum += Math.abs((counts[at] as number) / size - (shares[at] as number));
      return sum / 2 <= t + slack;
    },
  };
}

/**
 * As `equalCloseness`, by the distance of an ordered column: mass moved past i of m values costs i/(m − 1).
 *
 * @param order values of the column in their order, as codes; the order of its `values` when absent
 */
export function orderedCloseness(
  columns: readonly SensitiveColumn[],
  sensitive: number,
  t: number,
  order?: readonly number[],
): GroupConstraint {
  const { column, shares } = prepare(columns, sensitive, t);
  const ranks = order ?? column.values.map((_, code) => code);
  return {
    sensitive,
    name: `values of '${column.name}', in order, within ${t} of the table's`,
    isMonotone: true,
    isAbsorbing: false,
    accepts(counts, size) {
      let ahead = 0;
      let distance = 0;
      for (const code of ranks) {
        ahead += (counts[code] as number) / size - (shares[code] as number);
        distance += Math.abs(ahead);
      }
      return distance <= t * Math.max(1, ranks.length - 1) + slack;
    },
  };
}

/**
 * As `equalCloseness`, by the distance of a hierarchy: mass moved between two values costs the height of the lowest label
 * over both, divided by the height of the hierarchy.
 */
export function hierarchicalCloseness(
  columns: readonly SensitiveColumn[],
  sensitive: number,
  t: number,
  hierarchy: ColumnHierarchy,
): GroupConstraint {
  const { column, shares } = prepare(columns, sensitive, t);
  const leafOf = column.values.map((value) => (hierarchy.labels[0] as readonly string[]).indexOf(value));
  const missing = leafOf.indexOf(-1);
  if (missing >= 0) {
    throw new Refusal(
      'hierarchy-value',
      `The hierarchy of '${column.name}' lacks a value of the column; add its line.`,
    );
  }
  const height = hierarchy.levels - 1;
  const excess = new Float64Array(valueCount(hierarchy));
  return {
    sensitive,
    name: `values of '${column.name}', by its hierarchy, within ${t} of the table's`,
    isMonotone: true,
    isAbsorbing: false,
    accepts(counts, size) {
      excess.fill(0);
      for (const [code, leaf] of leafOf.entries()) {
        excess[leaf] = (counts[code] as number) / size - (shares[code] as number);
      }
      let cost = 0;
      for (let level = 1; level <= height; level++) cost += (level / height) * movedAt(hierarchy, excess, level);
      return cost <= t + slack;
    },
  };
}

/** Mass that is moved under each label of a level and under none below: the lesser of what its children have over and lack. */
function movedAt(hierarchy: ColumnHierarchy, excess: Float64Array, level: number): number {
  const here = hierarchy.codes[level] as Uint16Array;
  const below = hierarchy.codes[level - 1] as Uint16Array;
  const childExcess = new Float64Array((hierarchy.labels[level - 1] as readonly string[]).length);
  const parent = new Uint16Array(childExcess.length);
  for (let leaf = 0; leaf < excess.length; leaf++) {
    const child = below[leaf] as number;
    childExcess[child] = (childExcess[child] as number) + (excess[leaf] as number);
    parent[child] = here[leaf] as number;
  }
  const over = new Float64Array((hierarchy.labels[level] as readonly string[]).length);
  const lack = new Float64Array(over.length);
  for (let child = 0; child < childExcess.length; child++) {
    const more = childExcess[child] as number;
    const to = more > 0 ? over : lack;
    to[parent[child] as number] = (to[parent[child] as number] as number) + Math.abs(more);
  }
  let moved = 0;
  for (let label = 0; label < over.length; label++) moved += Math.min(over[label] as number, lack[label] as number);
  return moved;
}

function prepare(columns: readonly SensitiveColumn[], sensitive: number, t: number) {
  const column = columns[sensitive];
  if (!column) throw new RangeError(`there is no sensitive column ${sensitive}`);
  if (!(t > 0 && t < 1)) {
    throw new Refusal('closeness-t', 't must be between 0 and 1: how far a group may be from the table.');
  }
  const shares = valueCounts(column.codes, column.values.length);
  for (let at = 0; at < shares.length; at++) shares[at] = (shares[at] as number) / column.codes.length;
  return { column, shares };
}
