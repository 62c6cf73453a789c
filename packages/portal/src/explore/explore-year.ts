// One year of a table: every count with its interval, every share with why it may be missing, and what the shares are of.
import {
  type Answers,
  countInterval,
  type Estimate,
  hasEnoughBase,
  joinNames,
  shareInterval,
  withheldBecause,
} from '@casebridge/privacy/results';
import { regionOf } from '@casebridge/standard';
import type { ReleaseView } from '../model/release-view.ts';
import { howAsked } from '../model/variable-groups.ts';
import { basePlace, basesIn, isKnown, isUnknown, positionsOf, sumsAtBases } from './bases.ts';
import { toMillionths } from './share-units.ts';
import type { ExploreYear } from './types.ts';

/** A table's counts, shares and bases in one year, from the cohorts that make it up. */
export function exploreYear(
  view: ReleaseView,
  set: readonly string[],
  period: string,
  cohorts: readonly string[],
): ExploreYear {
  const { answers } = view;
  const cells = cellsOf(answers, set);
  const query = (where: Readonly<Record<string, string | readonly string[]>>) => ({
    cohorts,
    selections: [{ table: set, where }],
  });
  const queries = cells.map((codes) => query(Object.fromEntries(set.map((id, axis) => [id, codes[axis] ?? '']))));
  const { estimates, zeros } = estimatesOf(view, set, cells, cohorts);
  const intervals = estimates.map((estimate) => countInterval(estimate));
  const asked = set.map((id) => isAsked(view, id, period));
  const empty = regionsWithoutContributor(view, period);
  const places = set.indexOf('region_of_identification');
  const hasNobody = (codes: readonly string[]) => places >= 0 && empty.has(codes[places] ?? '');

  const sizes = set.map((id) => answers.domains[id]?.length ?? 0);
  const bases = new Map<number, { query: ReturnType<typeof query>; estimate: Estimate }>();
  // Shares of each variable's known answers, within each combination of the other variables.
  const sharesOf = (axis: number): Share[] => {
    const of = set[axis] ?? '';
    const known = (answers.domains[of] ?? []).filter(isKnown);
    return cells.map((codes, at) => {
      if (codes[axis]?.startsWith('?')) return noShare('-');
      if (asked.includes(false)) return noShare('n');
      if (hasNobody(codes)) return noShare('c');
      if (zeros.has(at)) return { value: 0, low: 0, high: 0, why: 'z' };
      const place = basePlace(sizes, axis, positionsOf(at, sizes));
      let base = bases.get(place);
      if (!base) {
        const whole = query(
          Object.fromEntries(set.map((id, other) => [id, other === axis ? known : (codes[other] ?? '')])),
        );
        base = { query: whole, estimate: answers.combine(whole) };
        bases.set(place, base);
      }
      const x = estimates[at] as Estimate;
      const covariance = answers.covariance(queries[at] as typeof base.query, base.query);
      const interval = shareInterval(x, base.estimate, covariance);
      const why = withheldBecause(base.estimate, interval);
      if (interval === null || why !== null) return noShare(why === 'base_too_small' ? 'b' : 'w');
      const value = Math.min(1, Math.max(0, x.value / base.estimate.value));
      const low = toMillionths(Math.min(interval.low, value));
      return { value: toMillionths(value), low, high: toMillionths(Math.max(interval.high, value)), why: '.' };
    });
  };
  const shares = set.flatMap((_, axis) => sharesOf(axis));
  const { known, unknown } = basesOf(answers, set, estimates, cohorts);
  const ends = known.map((_, place) => {
    const base = bases.get(place);
    return base ? countInterval(base.estimate) : null;
  });
  return {
    count: estimates.map(({ value }) => Math.max(0, Math.round(value))),
    low: intervals.map(([low]) => Math.round(low)),
    high: intervals.map(([, high]) => Math.round(high)),
    why: estimates
      .map(({ value, variance }, at) => {
        if (zeros.has(at)) return 'z';
        if (value >= 2 * Math.sqrt(variance)) return '.';
        return asked.includes(false) ? 'n' : hasNobody(cells[at] ?? []) ? 'c' : 'l';
      })
      .join(''),
    share: shares.map(({ value }) => value),
    shareLow: shares.map(({ low }) => low),
    shareHigh: shares.map(({ high }) => high),
    shareWhy: shares.map(({ why }) => why).join(''),
    base: known.map((value) => Math.max(0, Math.round(value))),
    baseLow: ends.map((own) => (own === null ? null : Math.round(own[0]))),
    baseHigh: ends.map((own) => (own === null ? null : Math.round(own[1]))),
    unknown,
  };
}

// Known answers and the share unknown at each base. Counts add up exactly; how noisy the sum of a whole axis is does not depend
// on the codes of the others, only on which of them stand for any, so that one query tells it for all alike.
function basesOf(
  answers: Answers,
  set: readonly string[],
  estimates: readonly Estimate[],
  cohorts: readonly string[],
): { readonly known: readonly number[]; readonly unknown: readonly (number | null)[] } {
  const domains = set.map((id) => answers.domains[id] ?? []);
  const sizes = domains.map((codes) => codes.length);
  const values = estimates.map(({ value }) => value);
  const known = sumsAtBases(domains, values, isKnown);
  const notKnown = sumsAtBases(domains, values, isUnknown);
  const variances = new Map<string, number>();
  const varianceOf = (axis: number, positions: readonly number[]) => {
    const fixed = set.flatMap((id, at) => {
      const code = domains[at]?.[positions[at] ?? 0];
      return at === axis || code === undefined ? [] : [[id, code] as const];
    });
    const key = [axis, ...fixed.map(([id]) => id)].join('~');
    const asked = domains[axis]?.filter((code) => isKnown(code) || isUnknown(code)) ?? [];
    const own =
      variances.get(key) ??
      answers.combine({
        cohorts,
        selections: [{ table: set, where: { ...Object.fromEntries(fixed), [set[axis] ?? '']: asked } }],
      }).variance;
    variances.set(key, own);
    return own;
  };
  const unknown = basesIn(sizes).map(({ axis, positions }, place) => {
    const value = (known[place] ?? 0) + (notKnown[place] ?? 0);
    if (!hasEnoughBase({ value, variance: varianceOf(axis, positions) })) return null;
    return toMillionths(Math.min(1, Math.max(0, (notKnown[place] ?? 0) / value)));
  });
  return { known, unknown };
}

/** The codes of every cell, row-major. */
function cellsOf(answers: Answers, set: readonly string[]): readonly (readonly string[])[] {
  return set.reduce<readonly (readonly string[])[]>(
    (cells, id) => cells.flatMap((head) => (answers.domains[id] ?? []).map((code) => [...head, code])),
    [[]],
  );
}

// A table view lists its variables in the order of the domains, which need not be that of `set`.
function estimatesOf(
  { answers, bundle }: ReleaseView,
  set: readonly string[],
  cells: readonly (readonly string[])[],
  cohorts: readonly string[],
): { readonly estimates: readonly Estimate[]; readonly zeros: ReadonlySet<number> } {
  const view = answers.table(set, cohorts);
  const declared = new Set(bundle.measurements.structuralZeros[joinNames(view.set)] ?? []);
  const places = cells.map((codes) =>
    view.set.reduce((place, id) => {
      const domain = answers.domains[id] ?? [];
      return place * domain.length + domain.indexOf(codes[set.indexOf(id)] ?? '');
    }, 0),
  );
  return {
    estimates: places.map((place) =>
      declared.has(place)
        ? { value: 0, variance: 0 }
        : { value: view.estimate[place] ?? 0, variance: (view.sd[place] ?? 0) ** 2 },
    ),
    zeros: new Set(places.flatMap((place, at) => (declared.has(place) ? [at] : []))),
  };
}

// False where every contributor of the year declares that its forms never ask the question.
function isAsked({ bundle }: ReleaseView, id: string, period: string): boolean {
  const active = bundle.coverage.contributors.filter(({ activeYears }) => activeYears.includes(Number(period)));
  return active.length === 0 || active.some((statement) => howAsked(statement, id.split('.')[0] ?? id) !== 'never');
}

// Regions in which no contributor declares to have worked in a year; none where nobody declares any country.
function regionsWithoutContributor({ answers, bundle }: ReleaseView, period: string): ReadonlySet<string> {
  const countries = bundle.coverage.contributors.flatMap((statement) => statement.countries[period] ?? []);
  if (countries.length === 0) return new Set();
  const worked = new Set(countries.map((iso3) => regionOf(iso3, bundle.manifest.grouping)?.toLowerCase()));
  const regions = answers.domains.region_of_identification ?? [];
  return new Set(regions.filter((code) => !code.startsWith('?') && !worked.has(code.toLowerCase())));
}

interface Share {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly why: string;
}

function noShare(why: string): Share {
  return { value: null, low: null, high: null, why };
}
