// What shares are of: for each variable of a table, and each combination of the others, the records whose answer is known and the
// share of those asked whose answer is not. In a combination another variable may stand for any of its answers: its position is
// then one beyond its last code.

/** Where the bases of one variable lie in a year's list: from `start` on, `strides` apart along each other variable. */
interface Places {
  readonly start: number;
  readonly strides: readonly number[];
  readonly length: number;
}

/** The places of bases of each variable in a table of some sizes. */
function placesOf(sizes: readonly number[]): readonly Places[] {
  let start = 0;
  return sizes.map((_, axis) => {
    let length = 1;
    const strides = sizes.map(() => 0);
    for (let at = sizes.length - 1; at >= 0; at--) {
      if (at === axis) continue;
      strides[at] = length;
      length *= (sizes[at] ?? 0) + 1;
    }
    const own = { start, strides, length };
    start += length;
    return own;
  });
}

/** Where the base of a variable under a combination lies; its own position does not count. */
export function basePlace(sizes: readonly number[], axis: number, positions: readonly number[]): number {
  const places = placesOf(sizes)[axis];
  return places
    ? positions.reduce((place, position, at) => place + position * (places.strides[at] ?? 0), places.start)
    : -1;
}

/** Every base of a table in the order of a year's list: its variable, and the positions of the others (its own is 0). */
export function basesIn(
  sizes: readonly number[],
): readonly { readonly axis: number; readonly positions: readonly number[] }[] {
  return sizes.flatMap((_, axis) =>
    sizes
      .reduce<readonly (readonly number[])[]>(
        (heads, size, at) =>
          at === axis
            ? heads.map((head) => [...head, 0])
            : heads.flatMap((head) => Array.from({ length: size + 1 }, (_, position) => [...head, position])),
        [[]],
      )
      .map((positions) => ({ axis, positions })),
  );
}

/** Whether a code says that the answer is not known, though the question arises. */
export function isUnknown(code: string): boolean {
  return code.startsWith('?') && code !== '?not_applicable';
}

/** Whether a code is an answer. */
export function isKnown(code: string): boolean {
  return !code.startsWith('?');
}

/** The positions of a cell, row-major, in a table of some sizes. */
export function positionsOf(cell: number, sizes: readonly number[]): number[] {
  const positions = sizes.map(() => 0);
  let rest = cell;
  for (let at = sizes.length - 1; at >= 0; at--) {
    const size = sizes[at] ?? 1;
    positions[at] = rest % size;
    rest = Math.floor(rest / size);
  }
  return positions;
}

/**
 * Adds up the cells of a table at the place of every base they belong to.
 *
 * @param codes of each variable of the table
 * @param counts which codes of a variable its bases hold
 */
export function sumsAtBases(
  codes: readonly (readonly string[])[],
  values: ArrayLike<number>,
  counts: (code: string) => boolean,
): readonly number[] {
  const sizes = codes.map((own) => own.length);
  const places = placesOf(sizes);
  const counted = codes.map((own) => own.map(counts));
  const sums = Array.from({ length: places.reduce((sum, { length }) => sum + length, 0) }, () => 0);
  for (let cell = 0; cell < values.length; cell++) {
    const positions = positionsOf(cell, sizes);
    const value = values[cell] ?? 0;
    places.forEach(({ start, strides }, axis) => {
      if (!counted[axis]?.[positions[axis] ?? 0]) return;
      for (let any = 0; any < 2 ** sizes.length; any++) {
        // The variable itself never stands for all of its answers.
        if ((any >> axis) % 2 === 1) continue;
        let place = start;
        for (let at = 0; at < sizes.length; at++) {
          place += (strides[at] ?? 0) * ((any >> at) % 2 === 1 ? (sizes[at] ?? 0) : (positions[at] ?? 0));
        }
        sums[place] = (sums[place] ?? 0) + value;
      }
    });
  }
  return sums;
}
