// Two groups of one protected table compared, of one year or of two. All that is read are published estimates and the covariances of their noise:
// the same function runs while baking and in the browser.
import {
  bonferroniZ,
  countInterval,
  differs,
  type Estimate,
  ratioInterval,
  shareInterval,
  withheldBecause,
  z95,
} from '@casebridge/privacy/results';
import type {
  ComparedAnswer,
  ComparedGroup,
  CompareTable,
  CompareYear,
  Comparison,
  NotShown,
  Ranged,
} from './types.ts';

/** What is compared, as positions of codes in a table. */
export interface GroupsAsked {
  /** Which of the table's variables sets the groups apart; the other is the question. */
  readonly by: 0 | 1;
  readonly a: GroupAsked;
  readonly b: GroupAsked;
  /** Codes of the question in the table's order. */
  readonly answers: readonly { readonly code: string; readonly missing: boolean }[];
}

export interface GroupAsked {
  readonly code: string;
  readonly at: number;
  readonly period: string;
}

/** Some answers of one group, summed. */
interface Part {
  readonly group: number;
  readonly answers: readonly number[];
}

/** A share as an estimate of its own: value and noise variance by linearisation of x/n. */
interface Share {
  readonly x: Part;
  readonly n: Part;
  readonly base: number;
  readonly estimate: Estimate;
  readonly shown: Ranged | NotShown;
}

/**
 * The answers to a question in two groups: shares of the known answers with Fieller intervals, their difference and ratio.
 * With p = x/n, the covariance of two shares is (C(x,x′) − p′C(x,n′) − pC(n,x′) + pp′C(n,n′)) / nn′ (delta method); a share is shown
 * only where its base is at least five standard deviations of noise, where that is close. The difference has the
 * interval d ± 1.96 √(Va + Vb − 2C); the ratio has Fieller's, none where b may be next to zero. An answer is `apart` when zero is outside
 * the interval at the level that Bonferroni gives for all answers compared. Groups of different years share no measurement: other
 * persons, counted under noise of their own, so that C is zero. Null where the table lacks a year.
 */
export function compareGroups(table: CompareTable, asked: GroupsAsked): Comparison | null {
  const years = [table.periods[asked.a.period], table.periods[asked.b.period]];
  if (!years[0] || !years[1]) return null;
  const sumsOfA = sumsOf(table, years[0], asked.by);
  const sameYear = asked.a.period === asked.b.period;
  const sumsOfB = sameYear ? sumsOfA : sumsOf(table, years[1], asked.by);
  const at = asked.answers.map((_, position) => position);
  const known = at.filter((position) => asked.answers[position]?.missing === false);
  const shareOf = (sums: Sums, group: number, answer: number) =>
    shareIn(sums, { group, answers: [answer] }, { group, answers: known });
  const z = bonferroniZ(Math.max(1, known.length));
  return {
    groups: [groupOf(sumsOfA, asked.a, known, at), groupOf(sumsOfB, asked.b, known, at)],
    answers: known.map((answer) => {
      const a = shareOf(sumsOfA, asked.a.at, answer);
      const b = shareOf(sumsOfB, asked.b.at, answer);
      const covariance = sameYear ? covarianceOfShares(sumsOfA, a, b) : 0;
      return compared(asked.answers[answer]?.code ?? '', a, b, covariance, z);
    }),
  };
}

// A share that may be less than a tenth of what is shown makes a ratio without an upper end worth printing.
const nearZero = 10;

function compared(code: string, a: Share, b: Share, covariance: number, z: number): ComparedAnswer {
  if (typeof a.shown === 'string' || typeof b.shown === 'string') {
    return { code, a: a.shown, b: b.shown, difference: null, ratio: null, apart: false };
  }
  // As printed, a share never lies outside what is possible; differences start from what is printed.
  const value = a.shown.value - b.shown.value;
  const half = z95 * Math.sqrt(Math.max(0, a.estimate.variance + b.estimate.variance - 2 * covariance));
  const ratio = ratioInterval(a.estimate, b.estimate, covariance, { low: 0, high: Infinity });
  return {
    code,
    a: a.shown,
    b: b.shown,
    difference: around(value, a.estimate.value - b.estimate.value - half, a.estimate.value - b.estimate.value + half),
    ratio:
      ratio === null || b.shown.low <= b.shown.value / nearZero || !Number.isFinite(ratio.high)
        ? null
        : around(a.shown.value / b.shown.value, ratio.low, ratio.high),
    apart: differs(a.estimate, b.estimate, covariance, z),
  };
}

function around(value: number, low: number, high: number): Ranged {
  return { value: Math.min(high, Math.max(low, value)), low, high };
}

function groupOf(
  sums: Sums,
  { code, period, at: group }: GroupAsked,
  known: readonly number[],
  everything: readonly number[],
): ComparedGroup {
  const missing = everything.filter((answer) => !known.includes(answer));
  const unknown = shareIn(sums, { group, answers: missing }, { group, answers: everything }).shown;
  const counted = (answers: readonly number[]) => {
    const estimate = sums.estimate({ group, answers });
    const [low, high] = countInterval(estimate);
    return { value: Math.max(0, estimate.value), low, high };
  };
  return {
    code,
    period,
    known: counted(known),
    all: counted(everything),
    unknown: typeof unknown === 'string' ? null : unknown,
  };
}

function shareIn(sums: Sums, x: Part, n: Part): Share {
  const [top, base] = [sums.estimate(x), sums.estimate(n)];
  const covariance = sums.covariance(x, n);
  const p = top.value / base.value;
  const variance = Math.max(0, top.variance - 2 * p * covariance + p * p * base.variance) / base.value ** 2;
  const interval = shareInterval(top, base, covariance);
  const withheld = withheldBecause(base, interval);
  return {
    x,
    n,
    base: base.value,
    estimate: { value: p, variance },
    shown: withheld ?? (interval === null ? 'interval_too_wide' : around(p, interval.low, interval.high)),
  };
}

function covarianceOfShares(sums: Sums, a: Share, b: Share): number {
  const [p, q] = [a.estimate.value, b.estimate.value];
  const sum =
    sums.covariance(a.x, b.x) -
    q * sums.covariance(a.x, b.n) -
    p * sums.covariance(a.n, b.x) +
    p * q * sums.covariance(a.n, b.n);
  return sum / (a.base * b.base);
}

interface Sums {
  estimate(part: Part): Estimate;
  covariance(one: Part, other: Part): number;
}

// The noise of a protected table treats all cells alike: a covariance depends on the codes that two cells share, and on no more.
function sumsOf({ size, zeros }: CompareTable, year: CompareYear, by: 0 | 1): Sums {
  const [itself, first, second, neither] = year.covariance;
  const [sameGroup, sameAnswer] = by === 0 ? [first, second] : [second, first];
  const cellAt = (group: number, answer: number) => (by === 0 ? group * size[1] + answer : answer * size[1] + group);
  const noisy = ({ group, answers }: Part) => answers.filter((answer) => !zeros.includes(cellAt(group, answer)));
  const covariance = (one: Part, other: Part) => {
    const [mine, theirs] = [noisy(one), noisy(other)];
    const shared = mine.filter((answer) => theirs.includes(answer)).length;
    const pairs = mine.length * theirs.length;
    return one.group === other.group
      ? itself * shared + sameGroup * (pairs - shared)
      : sameAnswer * shared + neither * (pairs - shared);
  };
  return {
    covariance,
    estimate: (part) => ({
      value: part.answers.reduce((sum, answer) => sum + (year.estimate[cellAt(part.group, answer)] ?? 0), 0),
      variance: Math.max(0, covariance(part, part)),
    }),
  };
}
