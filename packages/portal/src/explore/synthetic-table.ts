import { isKnown, isUnknown, sumsAtBases } from './bases.ts';
import type { CountedTable } from './records-protocol.ts';
import { toMillionths } from './share-units.ts';
import type { ExploreTable, ExploreYear } from './types.ts';

/** Fewest synthetic records under a share. */
const leastBase = 50;

/**
 * A table counted from synthetic records, in the shape of a published one. It has no intervals: `withBounds` adds what published
 * tables leave open. Shares over fewer than 50 records are left out.
 */
export function syntheticTable(release: string, counted: CountedTable, note: string | null): ExploreTable {
  const { variables, codes, periods, counts } = counted;
  const size = codes.reduce((product, own) => product * own.length, 1);
  return {
    ...(note !== null && { note }),
    release,
    variables,
    periods: Object.fromEntries(
      periods.map((period, at) => [period, yearOf(codes, counts.subarray(at * size, (at + 1) * size))]),
    ),
  };
}

function yearOf(codes: CountedTable['codes'], counts: Int32Array): ExploreYear {
  const blank = Array.from(counts, () => null);
  const share: (number | null)[] = [];
  let shareWhy = '';
  codes.forEach((own, axis) => {
    const stride = codes.slice(axis + 1).reduce((product, other) => product * other.length, 1);
    counts.forEach((count, cell) => {
      const position = Math.floor(cell / stride) % own.length;
      const first = cell - position * stride;
      const base = own.reduce(
        (sum, code, at) => (code.startsWith('?') ? sum : sum + (counts[first + at * stride] ?? 0)),
        0,
      );
      const missing = own[position]?.startsWith('?') ?? false;
      const shown = !missing && base >= leastBase;
      share.push(shown ? toMillionths(count / base) : null);
      shareWhy += missing ? '-' : shown ? '.' : 'b';
    });
  });
  const base = sumsAtBases(codes, counts, isKnown);
  const unknown = sumsAtBases(codes, counts, isUnknown);
  return {
    count: Array.from(counts),
    low: blank,
    high: blank,
    why: '.'.repeat(counts.length),
    share,
    shareLow: share.map(() => null),
    shareHigh: share.map(() => null),
    shareWhy,
    base,
    baseLow: base.map(() => null),
    baseHigh: base.map(() => null),
    unknown: base.map((known, at) => {
      const asked = known + (unknown[at] ?? 0);
      return asked < leastBase ? null : toMillionths((unknown[at] ?? 0) / asked);
    }),
  };
}
