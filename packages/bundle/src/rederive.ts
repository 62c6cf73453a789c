// Redoes every protected figure from the published measurements: its value and its 95 % interval, by the rule of its unit.
// Counts: `countInterval`; shares: Fieller; means of years: Fieller on Σ m x / Σ x with half a year's band added; change:
// Fieller on later/earlier, less one. Written apart from the registry that made the figures, on purpose.
import type { Figure } from '@casebridge/figures/types';
import {
  type Answers,
  countInterval,
  type Estimate,
  meanInterval,
  type Query,
  ratioInterval,
  shareInterval,
} from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';

// Figures are rounded to nine decimals when they are written.
const tolerance = 1e-6;

/** What was redone: figures recomputed from measurements, and declared ones, which have nothing to redo. */
export interface Rederived {
  readonly recomputed: number;
  readonly declared: number;
  readonly withheld: number;
}

/** Redoes every figure. Refusal `bundle-figure`, exit 3, naming the first that the measurements do not give. */
export function rederiveFigures(figures: readonly Figure[], answers: Answers): Rederived {
  let recomputed = 0;
  let declared = 0;
  let withheld = 0;
  for (const figure of figures) {
    if (figure.protection === 'declared') {
      if (figure.source !== null) fail(figure, 'is declared and yet names a table');
      declared += 1;
    } else if (figure.value === null) {
      withheld += 1;
    } else {
      compare(figure, recompute(figure, answers));
      recomputed += 1;
    }
  }
  return { recomputed, declared, withheld };
}

interface Redone {
  readonly value: number;
  readonly interval: readonly [number, number] | null;
}

function recompute(figure: Figure, answers: Answers): Redone {
  const { source } = figure;
  if (!source) return fail(figure, 'is protected and names no table');
  const x = query(source.cohorts, source.table, source.numerator);
  const n = query(source.cohorts, source.baseTable ?? source.table, source.base);
  try {
    if (figure.unit === 'records' || figure.unit === 'persons') return redoneCount(answers.combine(x));
    if (figure.unit === 'share') return redoneShare(answers, x, n);
    if (figure.unit === 'years') return redoneMean(figure, answers);
    if (figure.unit === 'change')
      return redoneChange(answers, x, query(source.earlierCohorts ?? [], source.table, source.numerator));
  } catch (cause) {
    if (cause instanceof RangeError) return fail(figure, `names a table that is not there (${cause.message})`);
    throw cause;
  }
  return fail(figure, `has the unit ${figure.unit}, which has no table`);
}

function redoneCount(estimate: Estimate): Redone {
  return { value: Math.max(0, estimate.value), interval: countInterval(estimate) };
}

function redoneShare(answers: Answers, x: Query, n: Query): Redone {
  const [top, base] = [answers.combine(x), answers.combine(n)];
  const interval = shareInterval(top, base, answers.covariance(x, n));
  return { value: top.value / base.value, interval: interval && [interval.low, interval.high] };
}

function redoneMean(figure: Figure, answers: Answers): Redone {
  const source = figure.source as NonNullable<Figure['source']>;
  const [variable, codes] = Object.entries(source.numerator).find(
    ([, allowed]) => Array.isArray(allowed) && allowed.every((code) => /^\d+\+?$/.test(code)),
  ) ?? ['', []];
  const where = Object.fromEntries(Object.entries(source.numerator).filter(([name]) => name !== variable));
  const reading = { table: source.table, cohorts: source.cohorts, variable, codes: codes as readonly string[], where };
  // A band of completed years b holds b to b + 1: its middle is half a year on.
  const middles = reading.codes.map((code) => Number.parseInt(code, 10) + 0.5);
  const mean = meanInterval(answers, reading, middles, 0.5);
  // Noise can carry a ratio past what it can be; it is shown at the end of its range, here and below.
  const value = Math.min(Math.max(mean.value, Math.min(...middles)), Math.max(...middles));
  return { value, interval: mean.interval && [Math.max(0, mean.interval.low), mean.interval.high] };
}

function redoneChange(answers: Answers, later: Query, earlier: Query): Redone {
  const [now, before] = [answers.combine(later), answers.combine(earlier)];
  const interval = ratioInterval(now, before, answers.covariance(later, earlier), { low: 0, high: Number.MAX_VALUE });
  return {
    value: Math.max(0, now.value / before.value) - 1,
    interval: interval && [interval.low - 1, interval.high - 1],
  };
}

function compare(figure: Figure, redone: Redone): void {
  const [low, high] = figure.interval ?? [Number.NaN, Number.NaN];
  // Values are shown within their range, and an interval always holds its value.
  const value = figure.unit === 'share' ? Math.min(1, Math.max(0, redone.value)) : redone.value;
  if (!near(figure.value as number, value)) fail(figure, 'has a value that the measurements do not give');
  if (!redone.interval) return;
  if (!near(low, Math.min(redone.interval[0], value)) || !near(high, Math.max(redone.interval[1], value))) {
    fail(figure, 'has an interval that the measurements do not give');
  }
}

function query(
  cohorts: readonly string[],
  table: readonly string[],
  where: Readonly<Record<string, string | readonly string[]>>,
): Query {
  return { cohorts, selections: [{ table, where }] };
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

function fail(figure: Figure, what: string): never {
  throw new Refusal('bundle-figure', `data/figures.json: ${figure.id} ${what}; do not use this bundle`, { exit: 3 });
}
