/** A condition on the values of one sensitive column within a group of records that look alike. */
export interface GroupConstraint {
  /** Position of the column among the table's sensitive columns. */
  readonly sensitive: number;
  /** For messages and reports: `3 different values of 'occupation'`. */
  readonly name: string;
  /** Whether the union of two groups that are accepted is accepted as well. */
  readonly isMonotone: boolean;
  /** Whether the union of a group that is accepted with any other is accepted: what k-anonymity has. */
  readonly isAbsorbing: boolean;
  /**
   * @param counts records per value of the sensitive column
   * @param size records of the group, the sum of `counts`; at least 1
   */
  accepts(counts: ArrayLike<number>, size: number): boolean;
}

/** Records per value of a sensitive column over the whole table. */
export function valueCounts(codes: ArrayLike<number>, values: number): Float64Array {
  const counts = new Float64Array(values);
  for (let row = 0; row < codes.length; row++) {
    counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1;
  }
  return counts;
}
