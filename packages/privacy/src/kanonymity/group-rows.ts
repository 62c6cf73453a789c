// Numbers rows by the combination of their codes. A row's codes become one mixed-radix number below 2^53, which an
// open-addressing table turns into a group number. Slots carry the number of the run that filled them, so that nothing is
// cleared between runs; where all combinations fit into the table, the number itself is the slot. Combinations of more than
// 2^53 are taken in stages, the groups so far being the first column of the next stage.

/** Groups of equal rows among up to `capacity` rows; one grouper serves any number of runs. */
export interface RowGrouper {
  /** Group of each row after the last run; groups are numbered by first appearance. */
  readonly groupOf: Uint32Array;
  /**
   * Groups the first `rows` rows by the columns.
   *
   * @param sizes codes of each column, in the columns' order
   * @returns the number of groups
   */
  run(columns: readonly ArrayLike<number>[], sizes: readonly number[], rows: number): number;
}

const mostKeys = 2 ** 53;

export function rowGrouper(capacity: number): RowGrouper {
  const slots = 2 ** Math.max(10, Math.ceil(Math.log2(Math.max(1, capacity) * 2)));
  const keys = new Float64Array(capacity);
  const groupOf = new Uint32Array(capacity);
  const stamps = new Uint32Array(slots);
  const slotKeys = new Float64Array(slots);
  const slotGroups = new Uint32Array(slots);
  let stamp = 0;

  const nextStamp = () => {
    stamp++;
    if (stamp === 2 ** 32) {
      stamps.fill(0);
      stamp = 1;
    }
  };

  /** Turns `keys`, all below `range`, into `groupOf`. */
  const number = (rows: number, range: number): number => {
    nextStamp();
    const mask = slots - 1;
    let groups = 0;
    if (range <= slots) {
      for (let row = 0; row < rows; row++) {
        const slot = keys[row] as number;
        if (stamps[slot] !== stamp) {
          stamps[slot] = stamp;
          slotGroups[slot] = groups++;
        }
        groupOf[row] = slotGroups[slot] as number;
      }
      return groups;
    }
    for (let row = 0; row < rows; row++) {
      const key = keys[row] as number;
      const high = Math.floor(key / 4_294_967_296);
      let hash = Math.imul((key - high * 4_294_967_296) ^ Math.imul(high + 0x7f4a7c15, 0x85ebca6b), 0x9e3779b1);
      hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
      let slot = (hash ^ (hash >>> 13)) & mask;
      while (stamps[slot] === stamp && slotKeys[slot] !== key) slot = (slot + 1) & mask;
      if (stamps[slot] !== stamp) {
        stamps[slot] = stamp;
        slotKeys[slot] = key;
        slotGroups[slot] = groups++;
      }
      groupOf[row] = slotGroups[slot] as number;
    }
    return groups;
  };

  return {
    groupOf,
    run(columns, sizes, rows) {
      if (rows > capacity) throw new RangeError(`this grouper is for ${capacity} rows`);
      keys.fill(0, 0, rows);
      let range = 1;
      let groups = rows === 0 ? 0 : 1;
      for (const [at, column] of columns.entries()) {
        const size = sizes[at] as number;
        if (range * size > mostKeys) {
          groups = number(rows, range);
          for (let row = 0; row < rows; row++) keys[row] = groupOf[row] as number;
          range = groups;
        }
        addColumn(keys, column, size, rows);
        range *= size;
      }
      return number(rows, range);
    },
  };
}

function addColumn(keys: Float64Array, column: ArrayLike<number>, size: number, rows: number): void {
  for (let row = 0; row < rows; row++) keys[row] = (keys[row] as number) * size + (column[row] as number);
}
