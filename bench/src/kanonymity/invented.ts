import { columnHierarchy, type QuasiTable, type WideTable } from '@casebridge/privacy';

/** A fixed generator: there is nothing to hide, and every run is to time the same work. */
function generator(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Rows × 12 skewed, independent columns of 2 to 190 values, each under a hierarchy that joins six labels a level. */
export function inventedQuasi(rows: number): QuasiTable {
  const next = generator();
  const sizes = [190, 190, 190, 80, 40, 16, 8, 8, 3, 3, 3, 2];
  return {
    hierarchies: sizes.map((size, at) =>
      columnHierarchy(
        `c${at}`,
        Array.from({ length: size }, (_, value) => {
          const line = [`v${value}`];
          for (let width = 6; width < size; width *= 6) line.push(`g${width}_${Math.floor(value / width)}`);
          return [...line, '*'];
        }),
      ),
    ),
    columns: sizes.map((size) => Uint16Array.from({ length: rows }, () => Math.floor(next() ** 3 * size))),
    sensitive: [],
    rows,
  };
}

/** Rows × 30 skewed, independent columns: 3 of 190 values, 5 of 8, 22 of 3, with a share of the cells missing. */
export function inventedWide(rows: number, missing: number): WideTable {
  const next = generator();
  const sizes = [...Array<number>(3).fill(190), ...Array<number>(5).fill(8), ...Array<number>(22).fill(3)];
  return {
    columns: sizes.map((_, at) => `c${at}`),
    codes: sizes.map((size) =>
      Uint16Array.from({ length: rows }, () => (next() < missing ? 0 : 1 + Math.floor(next() ** 3 * size))),
    ),
    sizes,
    rows,
  };
}
