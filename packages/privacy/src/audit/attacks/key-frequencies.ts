import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import { sizesOfTable } from './attack-input.ts';
import { classesOver, classSizes } from './classes.ts';

/** Per row: records with the same key, and the sum of their weights. */
export interface KeyFrequencies {
  /** fk, ≥ 1. */
  readonly sample: Uint32Array;
  /** Fk: sum of weights over those records; equal to `sample` without weights. */
  readonly population: Float64Array;
}

/**
 * How many records share each record's key, and how many of the population they stand for.
 *
 * @param columns the key's columns
 * @param weights sampling weights per row
 * @param wildcard per column, a code that agrees with every other (−1 for none): what is missing could be anything. Without
 *   it missing is a value like any other.
 */
export function keyFrequencies(
  table: CaseTable,
  columns: readonly number[],
  options: { readonly weights?: ArrayLike<number>; readonly wildcard?: readonly number[] } = {},
): KeyFrequencies {
  const classes = classesOver([table], columns);
  const of = classes.of[0] as Uint32Array;
  const counts = classSizes(classes);
  const totals = new Float64Array(classes.count);
  const first = new Uint32Array(classes.count);
  for (let row = table.rows - 1; row >= 0; row--) {
    const at = of[row] as number;
    totals[at] = (totals[at] as number) + (options.weights?.[row] ?? 1);
    first[at] = row;
  }
  const agreeing = options.wildcard
    ? agreeingClasses(table, columns, first, options.wildcard, counts, totals)
    : { counts, totals };
  const sample = new Uint32Array(table.rows);
  const population = new Float64Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    sample[row] = agreeing.counts[of[row] as number] as number;
    population[row] = agreeing.totals[of[row] as number] as number;
  }
  return { sample, population };
}

/** Sums over the classes that agree with each class, by bit vectors over classes: one per column and code, wildcard included. */
function agreeingClasses(
  table: CaseTable,
  columns: readonly number[],
  first: Uint32Array,
  wildcard: readonly number[],
  counts: Uint32Array,
  totals: Float64Array,
): { counts: Uint32Array; totals: Float64Array } {
  const classes = first.length;
  const words = Math.ceil(classes / 32);
  const sizes = sizesOfTable(table);
  const agreeing = columns.map((column) => {
    const codes = table.columns[column] as CodeColumn;
    const any = wildcard[column] ?? -1;
    const vectors = new Map<number, Int32Array>();
    const vectorOf = (code: number) => {
      const known = vectors.get(code);
      if (known) return known;
      const fresh = new Int32Array(words);
      vectors.set(code, fresh);
      return fresh;
    };
    for (let at = 0; at < classes; at++) {
      const vector = vectorOf(codes[first[at] as number] as number);
      vector[at >> 5] = (vector[at >> 5] as number) | (1 << (at & 31));
    }
    const open = any >= 0 && any < (sizes[column] as number) ? vectors.get(any) : undefined;
    if (open) {
      for (const [code, vector] of vectors) {
        if (code !== any)
          for (let word = 0; word < words; word++) vector[word] = (vector[word] as number) | (open[word] as number);
      }
    }
    return { codes, any, vectors };
  });
  const result = { counts: new Uint32Array(classes), totals: new Float64Array(classes) };
  const both = new Int32Array(words);
  for (let at = 0; at < classes; at++) {
    both.fill(-1);
    for (const { codes, any, vectors } of agreeing) {
      const code = codes[first[at] as number] as number;
      if (code === any) continue;
      const vector = vectors.get(code) as Int32Array;
      for (let word = 0; word < words; word++) both[word] = (both[word] as number) & (vector[word] as number);
    }
    for (let word = 0; word < words; word++) {
      for (let bits = both[word] as number; bits !== 0; bits &= bits - 1) {
        const other = word * 32 + (31 - Math.clz32(bits & -bits));
        if (other >= classes) break;
        result.counts[at] = (result.counts[at] as number) + (counts[other] as number);
        result.totals[at] = (result.totals[at] as number) + (totals[other] as number);
      }
    }
  }
  return result;
}
