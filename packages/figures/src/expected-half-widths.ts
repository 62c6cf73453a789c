import {
  type Answers,
  countInterval,
  type Estimate,
  hasEnoughBase,
  type Interval,
  ratioInterval,
} from '@casebridge/privacy/results';
import type { FigureInput } from './build-figures.ts';
import { firstReleases } from './reading/change.ts';
import { type Combination, covarianceOf, evaluate } from './reading/combination.ts';
import { declaredTotal, statementsFor } from './reading/declared.ts';
import { heldQuery } from './reading/held.ts';
import { withPrevious } from './reading/joined-answers.ts';
import { halfBand, meanQueries } from './reading/mean.ts';
import type { Scope } from './reading/scope.ts';
import { shareQueries } from './reading/share.ts';
import { families } from './registry/families.ts';
import type { Family } from './registry/family.ts';
import { figureId, unitOf } from './registry/figure-id.ts';
import { scopesOf } from './registry/scopes.ts';
import type { Figure, FigureUnit } from './types.ts';
import type { Counted } from './wording/counted.ts';

/**
 * What is known before a count is seen: a plan's variances, declared totals, and figures already published, whose shares
 * and bases are the best guess at the new ones.
 */
export interface ExpectationInput
  extends Pick<
    FigureInput,
    'coverage' | 'periods' | 'cohortsOf' | 'setApart' | 'grouping' | 'sectors' | 'places' | 'previous'
  > {
  /** Answers of value zero with the variances a plan will give. */
  readonly answers: Answers;
  /** What the release counts; records where absent. */
  readonly counted?: Counted;
  /** Figures already published; those of the newest release before. */
  readonly previousFigures?: readonly Figure[];
}

/** How sure a figure will be, in the unit of the figure: 0.006 of a share is 0.6 points. */
export interface ExpectedHalfWidth {
  readonly id: string;
  /** Null where the noise would leave the ratio unbounded. */
  readonly halfWidth: number | null;
  readonly unit: FigureUnit;
  /** Records the figure is expected to rest on; null where it has no base. */
  readonly base: number | null;
  /** Where base and value were guessed from: published figures, or declared totals and the least certain value. */
  readonly guessedFrom: 'previous' | 'declared';
}

/**
 * The expected 95 % half-width of every figure that the planned tables give, from noise variances, declared totals and
 * published figures alone. Without an earlier figure a share is taken at one half, where noise in its base and its count
 * weigh most, over half of the declared total where the figure is about one purpose, and over an equal part of it in each
 * region.
 */
export function expectedHalfWidths(input: ExpectationInput): readonly ExpectedHalfWidth[] {
  const answers = withPrevious(input);
  return input.periods.flatMap((period) =>
    families(input).flatMap((family) =>
      scopesOf(input, answers, family, period).flatMap((scope) => {
        const expected = family.kind === 'declared' ? null : expectedOf(input, answers, family, scope);
        return expected
          ? [{ id: figureId(family, scope), unit: unitOf(family, input.counted ?? 'record'), ...expected }]
          : [];
      }),
    ),
  );
}

type Expected = Pick<ExpectedHalfWidth, 'halfWidth' | 'base' | 'guessedFrom'>;

function expectedOf(input: ExpectationInput, answers: Answers, family: Family, scope: Scope): Expected | null {
  if (scope.cohorts.length === 0) return null;
  if (family.kind === 'held') {
    const query = heldQuery(answers, scope);
    return query && { halfWidth: countHalf(evaluate(answers, query.count)), base: null, guessedFrom: 'declared' };
  }
  if (family.kind === 'change') return expectChange(input, answers, scope);
  const guess = guessFor(input, family, scope);
  if (family.kind === 'share') {
    const queries = shareQueries(answers, family, scope);
    return queries && expectRatio(answers, queries.x, queries.n, guess, 0);
  }
  if (family.kind !== 'mean') return null;
  const queries = meanQueries(answers, family, scope);
  return queries && expectRatio(answers, queries.x, queries.n, guess, halfBand);
}

interface Guess {
  readonly base: number;
  readonly value: number;
  readonly guessedFrom: ExpectedHalfWidth['guessedFrom'];
}

// Intervals are not cut off at what a ratio can be: a share near zero is no surer for that.
const uncut: Interval = { low: -1e9, high: 1e9 };

function expectRatio(answers: Answers, x: Combination, n: Combination, guess: Guess, widening: number): Expected {
  const base: Estimate = { value: guess.base, variance: evaluate(answers, n).variance };
  const sum: Estimate = { value: guess.base * guess.value, variance: evaluate(answers, x).variance };
  const interval = hasEnoughBase(base) ? ratioInterval(sum, base, covarianceOf(answers, x, n), uncut) : null;
  return {
    halfWidth: interval && (interval.high - interval.low) / 2 + widening,
    base: guess.base,
    guessedFrom: guess.guessedFrom,
  };
}

function expectChange(input: ExpectationInput, answers: Answers, scope: Scope): Expected | null {
  const earlier = String(Number(scope.period) - 1);
  const maturity = firstReleases(answers.cohorts, scope.period, earlier);
  const before = maturity && heldQuery(answers, { ...scope, cohorts: maturity.before });
  const now = maturity && heldQuery(answers, { ...scope, cohorts: maturity.now });
  const [newer, older] = [totalOf(input, scope), totalOf(input, { ...scope, period: earlier })];
  if (!before || !now || newer === 0 || older === 0) return null;
  const guess: Guess = { base: older, value: newer / older, guessedFrom: 'declared' };
  return expectRatio(answers, now.count, before.count, guess, 0);
}

function guessFor(input: ExpectationInput, family: Family, scope: Scope): Guess {
  const total = totalOf(input, scope);
  const past = latest(input, family.id, scope);
  const held = past && latest(input, 'victims', scope, past.period);
  if (past?.value != null && past.base !== null && held?.value) {
    const size = scope.place === null ? total : held.value * growth(input, scope, past.period);
    return { base: (past.base / held.value) * size, value: past.value, guessedFrom: 'previous' };
  }
  const regions = new Set(scopesOf(input, { cohorts: [] }, family, scope.period).map(({ place }) => place?.region));
  const part = scope.place === null ? total : total / Math.max(1, regions.size - 1);
  const base = family.who === 'all' ? part : part / 2;
  return { base, value: family.kind === 'mean' ? 13 : 0.5, guessedFrom: 'declared' };
}

// Declared totals that are there; a contributor that declares none adds nothing to the guess.
function totalOf(input: ExpectationInput, scope: Scope): number {
  const contributor = scope.group === null ? null : (input.setApart?.contributor ?? null);
  const statements = statementsFor(input.coverage, scope.period, contributor);
  return (
    declaredTotal(statements, scope.period) ??
    statements.reduce((sum, { assisted }) => sum + (assisted[scope.period] ?? 0), 0)
  );
}

function growth(input: ExpectationInput, scope: Scope, since: string): number {
  const everybody = { ...scope, place: null };
  const before = totalOf(input, { ...everybody, period: since });
  return before > 0 ? totalOf(input, everybody) / before : 1;
}

function latest(input: ExpectationInput, family: string, scope: Scope, period?: string): Figure | undefined {
  return input.previousFigures
    ?.filter(
      (figure) =>
        figure.family === family &&
        figure.group === scope.group &&
        figure.place?.kind === scope.place?.kind &&
        figure.place?.region === scope.place?.region &&
        (period === undefined ? figure.period <= scope.period && figure.value !== null : figure.period === period),
    )
    .sort((a, b) => (a.period < b.period ? 1 : -1))[0];
}

function countHalf({ variance }: Estimate): number {
  const far = 1e6 + Math.sqrt(variance) * 1e3;
  return countInterval({ value: far, variance })[1] - far;
}
