import { both, onesInBoth } from './bits.ts';
import type { CountingContext } from './context.ts';
import { canCountTogether, cooccurrences, freeCountsOf } from './cooccurrences.ts';
import type { PartitionedBits } from './partitioned-bits.ts';

/**
 * Counts sets of low-cardinality columns, alone or beside one ordering column. Only combinations of codes other than the
 * references are counted ("free" cells: by AND and population count of bit vectors, or by going through each row's few
 * such codes); the remaining cells follow from them and from lower orders by inclusion and exclusion, which is exact.
 */
export interface BitsTask {
  readonly kind: 'bits';
  /** The ordering column that every set of the task holds, or null. */
  readonly partition: number | null;
  /** Positions in the list of sets asked for. */
  readonly sets: readonly number[];
}

export function countByBits(
  context: CountingContext,
  task: BitsTask,
  sets: readonly (readonly number[])[],
  out: (set: number) => Uint32Array,
): void {
  const bits = context.bits(task.partition);
  const lows = task.sets.map((at) => (sets[at] as readonly number[]).filter((column) => column !== task.partition));
  countFree(context, task.partition, bits, lows);
  for (const at of task.sets) {
    fillTable(context, task.partition, sets[at] as readonly number[], bits.free, out(at));
  }
}

/** Nanoseconds of one combination of a row's items counted, and of one word of two bit vectors joined and counted. */
const cost = { combination: 4, word: 4 };

/**
 * Counts what is not known yet of the free cells of the given sets and their subsets, into `bits.free`: by going through
 * the combinations of each row's items where there are few, by joining bit vectors otherwise.
 */
function countFree(
  context: CountingContext,
  partition: number | null,
  bits: PartitionedBits,
  lows: readonly (readonly number[])[],
): void {
  const missing = new Map<string, readonly number[]>();
  for (const low of lows) {
    for (const subset of nonEmptySubsets(low)) {
      const key = subset.join();
      if (!bits.free.has(key)) missing.set(key, subset);
    }
  }
  if (missing.size === 0) return;
  const subsets = [...missing.values()];
  const freeSizes = (columns: readonly number[]) => columns.map((column) => (context.sizes[column] as number) - 1);
  const order = subsets.reduce((most, { length }) => Math.max(most, length), 0);
  if (canCountTogether(context.rowItems(), order, bits.sizes.length)) {
    const cells = subsets.reduce((sum, subset) => sum + freeSizes(subset).reduce((n, size) => n * size, 1), 0);
    const known = bits.together !== undefined && bits.together.order >= order;
    if (known || context.rowItems().combinations(order) * cost.combination < cells * bits.words * cost.word) {
      const together = known && bits.together ? bits.together : cooccurrences(context, partition, order);
      bits.together = together;
      for (const [key, subset] of missing) bits.free.set(key, freeCountsOf(together, subset, freeSizes(subset)));
      return;
    }
  }
  joinVectors(bits, subsets);
}

function joinVectors(bits: PartitionedBits, subsets: readonly (readonly number[])[]): void {
  const scratch = [new Int32Array(bits.words), new Int32Array(bits.words)];
  const lastsOf = new Map<string, { prefix: readonly number[]; lasts: Set<number> }>();
  for (const subset of subsets) {
    const prefix = subset.slice(0, -1);
    const entry = lastsOf.get(prefix.join()) ?? { prefix, lasts: new Set() };
    lastsOf.set(prefix.join(), entry);
    entry.lasts.add(subset.at(-1) as number);
  }
  for (const { prefix, lasts } of lastsOf.values()) {
    const prefixes = combinations(prefix.map((column) => bits.vectors(column).length));
    for (const last of lasts) {
      const values = bits.vectors(last).length;
      bits.free.set([...prefix, last].join(), new Uint32Array(bits.sizes.length * prefixes.length * values));
    }
    for (const [combination, values] of prefixes.entries()) {
      const joined = intersection(
        prefix.map((column, axis) => bits.vectors(column)[values[axis] as number] as Int32Array),
        scratch,
      );
      for (const last of lasts) {
        const vectors = bits.vectors(last);
        const found = bits.free.get([...prefix, last].join()) as Uint32Array;
        const perPart = prefixes.length * vectors.length;
        for (const [value, vector] of vectors.entries()) {
          countParts(joined ?? vector, vector, bits.starts, found, combination * vectors.length + value, perPart);
        }
      }
    }
  }
}

function countParts(
  a: Int32Array,
  b: Int32Array,
  starts: Uint32Array,
  found: Uint32Array,
  first: number,
  step: number,
): void {
  for (let part = 0, at = first; part + 1 < starts.length; part++, at += step) {
    found[at] = onesInBoth(a, b, starts[part] as number, starts[part + 1] as number);
  }
}

/** The AND of the vectors: null for none, the vector itself for one, otherwise a scratch vector. */
function intersection(vectors: readonly Int32Array[], scratch: readonly Int32Array[]): Int32Array | null {
  let joined: Int32Array | null = null;
  for (const [at, vector] of vectors.entries()) {
    if (joined === null) joined = vector;
    else {
      const into = scratch[at % 2] as Int32Array;
      both(into, joined, vector);
      joined = into;
    }
  }
  return joined;
}

/**
 * Writes the free counts into the table, where the reference code of a low column stands for "any code"; then takes the
 * other codes off it, axis by axis.
 */
function fillTable(
  context: CountingContext,
  partition: number | null,
  set: readonly number[],
  free: ReadonlyMap<string, Uint32Array>,
  out: Uint32Array,
): void {
  const steps = stepsOf(set.map((column) => context.sizes[column] as number));
  const lows = set.flatMap((column, axis) =>
    column === partition
      ? []
      : [
          {
            column,
            size: context.sizes[column] as number,
            step: steps[axis] as number,
            reference: context.offReference(column).reference,
          },
        ],
  );
  const partStep = partition === null ? 0 : (steps[set.indexOf(partition)] as number);
  const parts = partition === null ? 1 : (context.sizes[partition] as number);
  for (const codes of combinations(lows.map(({ size }) => size))) {
    let key = '';
    let cell = 0;
    let at = 0;
    let perPart = 1;
    for (const [axis, { column, size, step, reference }] of lows.entries()) {
      const code = codes[axis] as number;
      cell += code * step;
      if (code === reference) continue;
      key = key === '' ? `${column}` : `${key},${column}`;
      at = at * (size - 1) + (code < reference ? code : code - 1);
      perPart *= size - 1;
    }
    const counts = free.get(key) as Uint32Array;
    for (let part = 0; part < parts; part++, at += perPart) out[cell + part * partStep] = counts[at] as number;
  }
  for (const { size, step, reference } of lows) takeOthersOff(out, size, step, reference);
}

/** Along one axis: the reference cell, holding the sum of the line, becomes the sum less the other cells. */
function takeOthersOff(out: Uint32Array, size: number, step: number, reference: number): void {
  const block = size * step;
  for (let start = 0; start < out.length; start += block) {
    for (let inner = start; inner < start + step; inner++) {
      let others = 0;
      for (let code = 0; code < size; code++) if (code !== reference) others += out[inner + code * step] as number;
      out[inner + reference * step] = (out[inner + reference * step] as number) - others;
    }
  }
}

/** Cells that one step along each axis moves, row-major. */
function stepsOf(sizes: readonly number[]): number[] {
  const steps = new Array<number>(sizes.length).fill(1);
  for (let axis = sizes.length - 2; axis >= 0; axis--) {
    steps[axis] = (steps[axis + 1] as number) * (sizes[axis + 1] as number);
  }
  return steps;
}

/** All index tuples below the given sizes, row-major. One empty tuple for no axes. */
function combinations(sizes: readonly number[]): readonly (readonly number[])[] {
  const known = knownCombinations.get(sizes.join());
  if (known) return known;
  let tuples: number[][] = [[]];
  for (const size of sizes) {
    tuples = tuples.flatMap((tuple) => Array.from({ length: size }, (_, index) => [...tuple, index]));
  }
  knownCombinations.set(sizes.join(), tuples);
  return tuples;
}

/** Few and short: low columns have up to four codes, and free cells are limited. */
const knownCombinations = new Map<string, readonly (readonly number[])[]>();

function nonEmptySubsets(columns: readonly number[]): number[][] {
  let subsets: number[][] = [[]];
  for (const column of columns) subsets = [...subsets, ...subsets.map((subset) => [...subset, column])];
  return subsets.slice(1);
}
