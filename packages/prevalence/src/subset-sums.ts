/** Sums over all subsets or supersets of every bit mask at once, in lists · 2^lists steps, in place. */

/** values[m] becomes Σ over parts p ⊆ m of values[p]. */
export function sumOverSubsets(values: Float64Array, lists: number): void {
  for (let list = 0; list < lists; list++) {
    const bit = 1 << list;
    for (let mask = 0; mask < values.length; mask++) {
      if (mask & bit) values[mask] = (values[mask] as number) + (values[mask ^ bit] as number);
    }
  }
}

/** values[m] becomes Σ over wholes w ⊇ m of values[w]. */
export function sumOverSupersets(values: Float64Array, lists: number): void {
  for (let list = 0; list < lists; list++) {
    const bit = 1 << list;
    for (let mask = 0; mask < values.length; mask++) {
      if (!(mask & bit)) values[mask] = (values[mask] as number) + (values[mask | bit] as number);
    }
  }
}
