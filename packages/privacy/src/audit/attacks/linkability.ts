/**
 * Linkability: an attacker who holds two parts of a person's record, columns A here and columns B there, joins them if the
 * synthetic records nearest to A and nearest to B have one in common (Giomi et al., 2023). Distances count differing
 * columns, missing equal to missing. Where several synthetic records are equally near, all of them share the remaining
 * places with weight (places left)/(number tied), and the success of a target is the expected number of common records,
 * at most 1: exact for one neighbour, and never below the chance of a common record for more.
 */
import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import type { AttackInput } from './attack-input.ts';
import { chance } from './chance.ts';
import { type DistinctRows, distinctRows } from './distinct-rows.ts';
import { nearestRows } from './nearest-rows.ts';
import { targetRows } from './neighbour-targets.ts';
import { type Comparison, compareRates, wilsonRate } from './rates.ts';

export interface Linkability {
  readonly columnsA: readonly string[];
  readonly columnsB: readonly string[];
  readonly targets: number;
  readonly byNeighbours: readonly ({ readonly neighbours: number } & Comparison)[];
}

export interface LinkabilityOptions {
  /** Columns of the first part; the others are the second. A random half where absent. */
  readonly columnsA?: readonly number[];
  readonly neighbours?: readonly number[];
  readonly targets?: number;
  readonly seed: string;
  readonly signal?: AbortSignal;
}

/** RangeError: one of the two parts would be empty. */
export function linkability(input: AttackInput, options: LinkabilityOptions): Linkability {
  const { neighbours = [1, 5, 10], targets = 1000, seed, signal } = options;
  const all = input.train.columns.map((_, column) => column);
  const columnsA = [
    ...(options.columnsA ?? chance(seed, 'two parts').sample(all.length, Math.floor(all.length / 2))),
  ].sort((a, b) => a - b);
  const columnsB = all.filter((column) => !columnsA.includes(column));
  if (columnsA.length === 0 || columnsB.length === 0)
    throw new RangeError('linking needs a column in each of two parts');
  const nearness = nearnessTo(input.synthetic, columnsA, columnsB, neighbours);
  const rows = targetRows(input, targets, seed, 'linkability');
  const linked = (table: CaseTable, chosen: Uint32Array) => {
    const sums = new Float64Array(neighbours.length);
    for (const [at, row] of chosen.entries()) {
      if (at % 64 === 0) signal?.throwIfAborted();
      const found = nearness((column) => (table.columns[column] as CodeColumn)[row] as number);
      for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + (found[k] as number);
    }
    return [...sums].map((sum) => wilsonRate(sum, chosen.length));
  };
  const attack = linked(input.train, rows.train);
  const control = input.control && rows.control ? linked(input.control, rows.control) : null;
  const names = (columns: readonly number[]) => columns.map((column) => input.train.variables[column] as string);
  return {
    columnsA: names(columnsA),
    columnsB: names(columnsB),
    targets: rows.train.length,
    byNeighbours: neighbours.map((k, at) => ({
      neighbours: k,
      ...compareRates(attack[at] as Comparison['attack'], control?.[at] ?? null),
    })),
  };
}

/** Expected common neighbours of a record, at most 1, for each number of neighbours. */
function nearnessTo(
  synthetic: CaseTable,
  columnsA: readonly number[],
  columnsB: readonly number[],
  neighbours: readonly number[],
): (record: (column: number) => number) => number[] {
  const a = distinctRows(synthetic, columnsA);
  const b = distinctRows(synthetic, columnsB);
  const pairs = pairsOf(a, b);
  const most = Math.max(...neighbours);
  const nearA = nearestRows(a, columnsA.length, most);
  const nearB = nearestRows(b, columnsB.length, most);
  /** Distance of each class of B plus 1, 0 for those that are not near. */
  const places = new Uint16Array(b.counts.length);
  return (record) => {
    const [ofA, ofB] = [nearA(record), nearB(record)];
    const weights = neighbours.map((k) => ({ a: weightsByDistance(ofA.rows, k), b: weightsByDistance(ofB.rows, k) }));
    const sums = new Float64Array(neighbours.length);
    for (const [at, other] of ofB.classes.entries()) places[other] = (ofB.distances[at] as number) + 1;
    for (const [place, at] of ofA.classes.entries()) {
      const distance = ofA.distances[place] as number;
      const end = pairs.starts[at + 1] as number;
      for (let pair = pairs.starts[at] as number; pair < end; pair++) {
        const other = (places[pairs.others[pair] as number] as number) - 1;
        if (other < 0) continue;
        for (let k = 0; k < sums.length; k++) {
          const near = weights[k] as (typeof weights)[number];
          const both = (near.a[distance] as number) * (near.b[other] as number);
          sums[k] = (sums[k] as number) + both * (pairs.counts[pair] as number);
        }
      }
    }
    for (const other of ofB.classes) places[other] = 0;
    return Array.from(sums, (sum) => Math.min(1, sum));
  };
}

/** For each class of A, the classes of B it occurs with and in how many rows. */
function pairsOf(a: DistinctRows, b: DistinctRows): { starts: Uint32Array; others: Uint32Array; counts: Uint32Array } {
  const starts = new Uint32Array(a.counts.length + 1);
  for (let at = 0; at < a.counts.length; at++) starts[at + 1] = (starts[at] as number) + (a.counts[at] as number);
  const next = starts.slice();
  const members = new Uint32Array(a.of.length);
  for (let row = 0; row < a.of.length; row++) {
    const at = a.of[row] as number;
    members[next[at] as number] = b.of[row] as number;
    next[at] = (next[at] as number) + 1;
  }
  const others: number[] = [];
  const counts: number[] = [];
  const merged = new Uint32Array(a.counts.length + 1);
  for (let at = 0; at < a.counts.length; at++) {
    const sorted = members.subarray(starts[at] as number, starts[at + 1] as number).sort();
    for (let i = 0; i < sorted.length; i++) {
      if (i > 0 && sorted[i] === sorted[i - 1]) counts[counts.length - 1] = (counts.at(-1) as number) + 1;
      else {
        others.push(sorted[i] as number);
        counts.push(1);
      }
    }
    merged[at + 1] = others.length;
  }
  return { starts: merged, others: Uint32Array.from(others), counts: Uint32Array.from(counts) };
}

/** Chance of being among the k nearest, by distance: 1 within, (places left)/(number tied) at the last distance, 0 beyond. */
function weightsByDistance(rows: Float64Array, k: number): Float64Array {
  const weights = new Float64Array(rows.length);
  let left = k;
  for (let distance = 0; distance < rows.length && left > 0; distance++) {
    const here = rows[distance] as number;
    if (here === 0) continue;
    weights[distance] = Math.min(1, left / here);
    left -= here;
  }
  return weights;
}
