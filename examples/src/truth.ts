import type { YearPlan } from './plan.ts';

/** What a figure of the large agency is before protection: whole numbers. */
export interface TrueFigure {
  readonly id: string;
  /** Records counted, or the sum of twice the band middles for a mean, so that it is whole. */
  readonly count: number;
  /** Records the count is a share or mean of; null for a count. */
  readonly base: number | null;
}

/** The exact answers behind every figure of a plan's year, `@agency`. */
export function truthOf(plan: YearPlan): readonly TrueFigure[] {
  const sum = (counts: Readonly<Record<string, number>>): number =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const { purpose, children, sex, scope, sectors, identified, origin, durationYears } = plan;
  const id = (family: string): string => `${family}.${plan.year}@agency`;
  const share = (family: string, count: number, base: number): TrueFigure => ({ id: id(family), count, base });
  const labour = purpose.labour + purpose.both;
  const sexual = purpose.sexual + purpose.both;
  return [
    { id: id('victims'), count: plan.records, base: null },
    share('purpose.labour', purpose.labour, sum(purpose)),
    share('purpose.sexual', purpose.sexual, sum(purpose)),
    share('purpose.both', purpose.both, sum(purpose)),
    share('purpose.other', purpose.other, sum(purpose)),
    ...Object.entries(sectors).map(([code, count]) => share(`sector.${code}`, count, plan.sectorKnown)),
    share('sex.male', sex.male, sum(sex)),
    share('sex.female', sex.female, sum(sex)),
    share('children', sum(children), plan.records - plan.ageUnknown),
    share('children.labour', children.labour + children.both, labour),
    share('children.sexual', children.sexual + children.both, sexual),
    share(
      'duration.mean',
      durationYears.reduce((total, count, year) => total + count * (2 * year + 1), 0),
      sum(durationYears as unknown as Record<string, number>),
    ),
    share('scope.cross_border', scope.crossBorder, scope.crossBorder + scope.internal),
    ...Object.entries(identified).map(([region, count]) => share(`identified.${region}`, count, sum(identified))),
    ...Object.entries(origin).map(([region, count]) => share(`origin.${region}`, count, sum(origin))),
  ];
}
