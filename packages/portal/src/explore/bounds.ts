// What published tables leave open about a table that is not published: bounds for its cells from the tables inside it
// (Fréchet 1940; for contingency tables Dobra and Fienberg, PNAS 97(22), 2000). For sets of variables A and B,
//
//   n(A ∪ B) ≤ min(n(A), n(B)),   n(A ∪ B) ≥ n(A) + n(B) − n(A ∩ B),
//
// the latter since records in A ∩ B that are neither in A nor in B cannot be fewer than none. Each published count is read as its
// interval, widened so that all that a cell rests on hold together in 95 of 100 releases (Bonferroni). The model that
// synthetic records come from has no part in it: the bounds hold whatever it left out, which replicates of it cannot show.
import { bonferroniZ, z95 } from '@casebridge/privacy/results';
import { isKnown, positionsOf, sumsAtBases } from './bases.ts';
import { endsInMillionths } from './share-units.ts';
import { tableKey } from './sources.ts';
import type { ExploreIndex, ExploreState, ExploreTable, ExploreYear } from './types.ts';

/** Keys of the published tables inside a set of variables. */
export function tablesInside(index: Pick<ExploreIndex, 'variables' | 'tables'>, set: readonly string[]): string[] {
  const keys = partsOf(set).map((part) => tableKey(index, part));
  return index.tables.filter((key) => keys.includes(key));
}

/** The same, and that of the whole set where it is published. */
export function tablesWithin(index: Pick<ExploreIndex, 'variables' | 'tables'>, set: readonly string[]): string[] {
  const whole = tableKey(index, set);
  return [...tablesInside(index, set), ...(index.tables.includes(whole) ? [whole] : [])];
}

/**
 * A synthetic table with bounds in place of intervals. A count outside its bounds widens them: it is nobody's, and bounds
 * that do not hold it would look like a mistake.
 *
 * @param filters answers that every record counted has
 * @param published the tables of `tablesInside` for all variables of the table and its filters
 */
export function withBounds(
  index: Pick<ExploreIndex, 'variables'>,
  synthetic: ExploreTable,
  filters: ExploreState['filters'],
  published: readonly ExploreTable[],
): ExploreTable {
  const codesOf = (id: string) => index.variables.find((entry) => entry.id === id)?.codes ?? [];
  const set = [...synthetic.variables, ...filters.map(({ variable }) => variable)];
  const inside = published.map((table) => ({
    table,
    part: table.variables.reduce((mask, id) => mask | (1 << set.indexOf(id)), 0),
    size: table.variables.map((id) => codesOf(id).length),
  }));
  const fixed = filters.map(({ variable, code }) => codesOf(variable).findIndex((each) => each.code === code));
  const sizes = synthetic.variables.map((id) => codesOf(id).length);
  const yearOf = (period: string, year: ExploreYear): ExploreYear => {
    const known = inside.flatMap(({ table, ...rest }) => {
      const own = table.periods[period];
      return own ? [{ ...rest, own, at: table.variables.map((id) => set.indexOf(id)) }] : [];
    });
    const widened = bonferroniZ(Math.max(1, known.length)) / z95;
    const whole = totalOf(known.filter(({ size }) => size.length === 1).map(({ own }) => endsOf(own, widened)));
    const bounds = year.count.map((count, cell): Ends => {
      const codes = [...positionsOf(cell, sizes), ...fixed];
      const ends = new Map<number, Ends>([[0, whole]]);
      for (const { part, own, at, size } of known) {
        const place = at.reduce((sum, variable, axis) => sum * (size[axis] ?? 1) + (codes[variable] ?? 0), 0);
        ends.set(part, endsAt(own, place, widened));
      }
      const { low, high } = boundsOf(ends, set.length);
      return { low: Math.min(low, count), high: Math.max(high, count) };
    });
    const shares = sharesOf(synthetic.variables.map(codesOf), bounds);
    const end = (which: 'low' | 'high') =>
      year.share.map((share, at) => {
        if (share === null) return null;
        const found = endsInMillionths(shares[at] ?? { low: 0, high: 0 });
        return which === 'low' ? Math.min(share, found.low) : Math.max(share, found.high);
      });
    const codes = synthetic.variables.map((id) => codesOf(id).map(({ code }) => code));
    const base = (which: 'low' | 'high') =>
      sumsAtBases(
        codes,
        bounds.map((ends) => ends[which]),
        isKnown,
      );
    return {
      ...year,
      low: bounds.map(({ low }) => low),
      high: bounds.map(({ high }) => high),
      shareLow: end('low'),
      shareHigh: end('high'),
      baseLow: base('low'),
      baseHigh: base('high'),
    };
  };
  return {
    ...synthetic,
    periods: Object.fromEntries(
      Object.entries(synthetic.periods).map(([period, year]) => [period, yearOf(period, year)]),
    ),
  };
}

/** Least and greatest count that is possible. */
interface Ends {
  readonly low: number;
  readonly high: number;
}

/**
 * The bounds of the largest of all sets of `size` variables. Sets are bits.
 *
 * @param known counts of some sets; of no variable at all, 0, it is that of all records
 */
export function boundsOf(known: ReadonlyMap<number, Ends>, size: number): Ends {
  const all = 2 ** size;
  const bounds: Ends[] = [];
  for (let set = 0; set < all; set++) {
    let { low, high } = known.get(set) ?? { low: 0, high: Number.POSITIVE_INFINITY };
    for (let a = 0; a < set; a++) {
      if ((a & set) !== a) continue;
      high = Math.min(high, bounds[a]?.high ?? high);
      for (let b = a + 1; b < set; b++) {
        if ((a | b) === set)
          low = Math.max(low, (bounds[a]?.low ?? 0) + (bounds[b]?.low ?? 0) - (bounds[a & b]?.high ?? 0));
      }
    }
    bounds.push({ low, high: Math.max(low, high) });
  }
  return bounds[all - 1] as Ends;
}

// A published interval is the estimate and 1.96 standard deviations on both sides, cut at zero, and rounded.
function endsAt({ count, low, high, why }: ExploreYear, place: number, widened: number): Ends {
  const [value, from, to] = [count[place] ?? 0, low[place] ?? 0, high[place] ?? 0];
  if (why.charAt(place) === 'z') return { low: 0, high: 0 };
  const half = (Math.max(to - value, value - from) + 1) * widened;
  return { low: Math.max(0, Math.floor(value - half)), high: Math.ceil(value + half) };
}

function endsOf(year: ExploreYear, widened: number): Ends {
  return year.count
    .map((_, place) => endsAt(year, place, widened))
    .reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });
}

// All records of a year, as each table of one variable adds up.
function totalOf(sums: readonly Ends[]): Ends {
  return {
    low: Math.max(0, ...sums.map(({ low }) => low)),
    high: Math.min(...sums.map(({ high }) => high)),
  };
}

// A share is least where its own count is least and those of the other known answers are greatest.
function sharesOf(
  codes: readonly ExploreIndex['variables'][number]['codes'][],
  bounds: readonly Ends[],
): readonly Ends[] {
  return codes.flatMap((own, axis) => {
    const stride = codes.slice(axis + 1).reduce((product, other) => product * other.length, 1);
    return bounds.map(({ low, high }, cell): Ends => {
      const position = Math.floor(cell / stride) % own.length;
      const others = own.reduce(
        (sum, { missing }, at) => {
          const other = bounds[cell + (at - position) * stride];
          if (missing || at === position || !other) return sum;
          return { low: sum.low + other.low, high: sum.high + other.high };
        },
        { low: 0, high: 0 },
      );
      return {
        low: low === 0 ? 0 : low / (low + others.high),
        high: high === 0 ? 0 : high / (high + others.low),
      };
    });
  });
}

// Every part of a set but the empty one and the whole.
function partsOf(set: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** set.length - 2 }, (_, at) => set.filter((_, bit) => ((at + 1) >> bit) % 2 === 1));
}
