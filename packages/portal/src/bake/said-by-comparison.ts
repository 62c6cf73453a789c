import { type Answers, type Interval, type Query, ratioInterval, z95 } from '@casebridge/privacy/results';
import { type NamedCell, readCellNames } from '../model/cell-name.ts';
import type { ReleaseView } from '../model/release-view.ts';
import { cohortsIn, smallestTable } from '../model/table-share.ts';
import type { Format } from '../text/format.ts';
import { readCell } from './said-by-cell.ts';

/** The difference and the ratio of two shares as the published tables give them, each with its value and the ends of its interval. */
export interface ComparisonReading {
  readonly difference: Numbers;
  /** Null where the second share may be next to zero. */
  readonly ratio: Numbers | null;
  /** How far a page's numbers may be from these: its file has its estimates to a hundredth of a record. */
  readonly slack: { readonly difference: number; readonly ratio: readonly Slack[] };
}

/** How far below and above a number another may be. */
type Slack = readonly [below: number, above: number];

type Numbers = readonly [value: number, low: number, high: number];

/** Readings of the two cells that an element compares, in every release that publishes both; RangeError unless it names two shares. */
export function readComparison(
  releases: readonly Pick<ReleaseView, 'answers'>[],
  names: string,
): readonly ComparisonReading[] {
  const [first, second, ...more] = readCellNames(names);
  if (!first?.base || !second?.base || more.length > 0) throw new RangeError(`'${names}' does not name two shares`);
  return releases.flatMap(({ answers }) => compareCells(answers, first, second) ?? []);
}

/** What a comparison lets a page say: differences in points to a tenth, ratios to a hundredth, ends outwards. */
export function saidByComparison({ difference, ratio, slack }: ComparisonReading, format: Format): readonly string[] {
  const [value, low, high] = difference;
  const points = [value, low, high].flatMap((each, at) =>
    rounded(each, [slack.difference, slack.difference], 1000, at),
  );
  const times = ratio === null ? [] : ratio.flatMap((each, at) => rounded(each, slack.ratio[at] ?? [0, 0], 100, at));
  return [...points.map((each) => format.plain(each * 100)), ...times.map(format.ratio)];
}

// All that a number may be after rounding: to the nearest step, or for ends downwards and upwards.
function rounded(value: number, [below, above]: Slack, perUnit: number, at: number): readonly number[] {
  const round = [Math.round, Math.floor, Math.ceil][at] ?? Math.round;
  const [from, to] = [round((value - below) * perUnit), round((value + above) * perUnit)];
  return Array.from({ length: to - from + 1 }, (_, step) => (from + step) / perUnit);
}

function compareCells(answers: Answers, a: NamedCell, b: NamedCell): ComparisonReading | null {
  const [one, other] = [readCell(answers, a), readCell(answers, b)];
  const [p, q] = [queriesOf(answers, a), queriesOf(answers, b)];
  if (!one?.base || !other?.base || !p || !q) return null;
  // Variances and the covariance of two shares by linearisation: d(x/n) = (dx − p dn) / n.
  const covariance = (s: Part, t: Part) =>
    (answers.covariance(s.x, t.x) -
      t.share * answers.covariance(s.x, t.n) -
      s.share * answers.covariance(s.n, t.x) +
      s.share * t.share * answers.covariance(s.n, t.n)) /
    (s.base * t.base);
  const [s, t] = [
    { ...p, share: one.raw, base: one.base },
    { ...q, share: other.raw, base: other.base },
  ];
  const [estimateA, estimateB] = [s, t].map((each) => ({
    value: each.share,
    variance: Math.max(0, covariance(each, each)),
  }));
  if (!estimateA || !estimateB) return null;
  const shared = covariance(s, t);
  const half = z95 * Math.sqrt(Math.max(0, estimateA.variance + estimateB.variance - 2 * shared));
  const middle = one.raw - other.raw;
  const held = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  const ends = ratioInterval(estimateA, estimateB, shared, { low: 0, high: Infinity });
  const [slackOfOne, slackOfOther] = [(2 * one.rounding) / one.base, (2 * other.rounding) / other.base];
  const slack = slackOfOne + slackOfOther;
  const moved = [-1, 1].map((way) => {
    const [up, down] = [Math.max(0, one.raw + way * slackOfOne), Math.max(0, other.raw - way * slackOfOther)];
    const value = Math.max(0, one.value + way * slackOfOne) / Math.max(0, other.value - way * slackOfOther);
    return ratioOf(
      Number.isFinite(value) ? value : Infinity,
      ratioInterval({ ...estimateA, value: up }, { ...estimateB, value: down }, shared, { low: 0, high: Infinity }),
    );
  });
  const ratio = other.interval[0] <= other.value / nearZero ? null : ratioOf(one.value / other.value, ends);
  return {
    difference: [held(one.value - other.value, middle - half, middle + half), middle - half, middle + half],
    ratio,
    slack: { difference: slack, ratio: slackOfRatio(ratio, moved) },
  };
}

// A ratio with its ends; null where it has no upper end.
function ratioOf(value: number, ends: Interval | null): Numbers | null {
  if (ends === null || !Number.isFinite(ends.high)) return null;
  return [Math.min(ends.high, Math.max(ends.low, value)), ends.low, ends.high];
}

// A share that may be far off leaves its ratio with no end at all: then as much as this times what was worked out.
const unbounded = 1.5;

// No page has a ratio to a share that may be less than a tenth of what is shown (`compare-groups.ts`), nor may one have it well below.
const nearZero = 20;

/** How far a ratio and its ends move when both shares move by what their file's rounding leaves open. */
function slackOfRatio(numbers: Numbers | null, moved: readonly (Numbers | null)[]): readonly Slack[] {
  if (numbers === null) return [];
  return numbers.map((each, at) => {
    const others = moved.map((other) => other?.[at] ?? each * unbounded);
    return [each - Math.min(each, ...others), Math.max(each, ...others) - each];
  });
}

interface Part {
  readonly x: Query;
  readonly n: Query;
  readonly share: number;
  readonly base: number;
}

function queriesOf(answers: Answers, { period, of, base }: NamedCell): Pick<Part, 'x' | 'n'> | null {
  const within = base ?? {};
  const table = smallestTable(answers, [...new Set([...Object.keys(of), ...Object.keys(within)])]);
  if (table === null) return null;
  const cohorts = cohortsIn(answers, period);
  const query = (where: NamedCell['of']): Query => ({ cohorts, selections: [{ table, where }] });
  return {
    x: query({ ...within, ...of }),
    n: query(within),
  };
}
