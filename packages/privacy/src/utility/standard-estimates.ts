/**
 * Standard estimates that people make of records: shares of a value, shares of a value among those with another, and odds
 * ratios between two values. Each rests on the four counts of "has a, has b". Which ones are looked at is drawn from the
 * domain by a fixed sequence, among those with enough real records.
 */
import type { Marginals } from '../count/marginals.ts';
import type { FourCounts, StandardEstimate } from '../results/estimates.ts';
import { canonicalSet, domainSize, setKey } from '../results/sets.ts';
import { axisOf } from './column-sets.ts';

export interface DrawOptions {
  /** How many, 200 when absent. */
  readonly count?: number;
  /** Least real records in each of the counts an estimate rests on, 20 when absent. */
  readonly leastRecords?: number;
  readonly seed?: number;
}

/** Draws estimates, a quarter of them shares, three eighths conditional shares, three eighths odds ratios. */
export async function drawEstimates(real: Marginals, options: DrawOptions = {}): Promise<StandardEstimate[]> {
  const { count = 200, leastRecords = 20, seed = 2016 } = options;
  const names = Object.keys(real.domains).filter((name) => domainSize(real.domains, name) > 1);
  if (names.length < 2) throw new RangeError('standard estimates need two columns with two codes');
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const level = (name: string) => ({ variable: name, code: below(domainSize(real.domains, name)) });
  const drawn = new Map<string, StandardEstimate>();
  const kinds = ['share', 'conditional', 'conditional', 'odds', 'conditional', 'odds', 'share', 'odds'] as const;
  for (let round = 0; round < 40 && drawn.size < count; round++) {
    const wanted = Array.from({ length: 4 * count }, (_, at): StandardEstimate => {
      const a = below(names.length);
      const b = (a + 1 + below(names.length - 1)) % names.length;
      const kind = kinds[at % kinds.length] as (typeof kinds)[number];
      const [first, second] = [level(names[a] as string), level(names[b] as string)];
      return kind === 'share'
        ? { kind: 'share', a: first, b: null }
        : { kind: kind === 'odds' ? 'odds-ratio' : 'share', a: first, b: second };
    });
    const counts = await fourCountsOf(real, wanted);
    for (const [at, estimate] of wanted.entries()) {
      if (drawn.size < count && isLargeEnough(estimate, counts[at] as FourCounts, leastRecords)) {
        drawn.set(JSON.stringify(estimate), estimate);
      }
    }
  }
  return [...drawn.values()];
}

function isLargeEnough(
  { kind, b }: StandardEstimate,
  { both, onlyA, onlyB, neither }: FourCounts,
  least: number,
): boolean {
  if (kind === 'odds-ratio') return Math.min(both, onlyA, onlyB, neither) >= least;
  return b === null ? Math.min(both + onlyA, onlyB + neither) >= least : Math.min(both, onlyB) >= least;
}

/** The four counts of each estimate, in order. */
export async function fourCountsOf(source: Marginals, estimates: readonly StandardEstimate[]): Promise<FourCounts[]> {
  const { domains } = source;
  const sets = new Map<string, readonly string[]>();
  const setOf = ({ a, b }: StandardEstimate) =>
    canonicalSet(domains, b === null ? [a.variable] : [a.variable, b.variable]);
  for (const estimate of estimates) sets.set(setKey(setOf(estimate)), setOf(estimate));
  const tables = new Map<string, ArrayLike<number>>();
  for await (const { set, cells } of source.counts([...sets.values()])) tables.set(setKey(set), cells);
  return estimates.map((estimate) => {
    const set = setOf(estimate);
    return fourCounts(domains, set, tables.get(setKey(set)) ?? [], estimate);
  });
}

function fourCounts(
  domains: Marginals['domains'],
  set: readonly string[],
  cells: ArrayLike<number>,
  { a, b }: StandardEstimate,
): FourCounts {
  const first = axisOf(domains, set, a.variable);
  const second = b === null ? null : axisOf(domains, set, b.variable);
  const sums = [0, 0, 0, 0];
  for (let at = 0; at < cells.length; at++) {
    const hasA = Math.floor(at / first.inner) % first.size === a.code;
    const hasB = second !== null && Math.floor(at / second.inner) % second.size === b?.code;
    const cell = (hasA ? 0 : 2) + (hasB ? 0 : 1);
    sums[cell] = (sums[cell] as number) + (cells[at] as number);
  }
  const [both = 0, onlyA = 0, onlyB = 0, neither = 0] = sums;
  return { both, onlyA, onlyB, neither };
}
