import { type ExampleContributor, exampleContributors } from './contributors.ts';
import { dealYear } from './deal.ts';
import { examplePopulation } from './histories.ts';
import type { InventedCase } from './person.ts';
import { earlierYears, plan2014, plan2015, scaledPlan } from './plan.ts';
import { type Random, seeded } from './random.ts';
import { type PersonedCases, personsBehind } from './shared-persons.ts';
import { drawYear } from './smaller-contributors.ts';

const lateCases = 34;

/** A contributor's cases for one release, with the person behind each. */
export interface Round {
  readonly round: 1 | 2;
  readonly cases: PersonedCases['cases'];
  /** Goes on where the cases left it. */
  readonly random: Random;
}

/** Every contributor's cases of both rounds, with the person behind each. */
export function exampleCases(): readonly {
  readonly contributor: ExampleContributor;
  readonly rounds: readonly Round[];
}[] {
  const drawn = exampleContributors.map((contributor, at) => ({
    contributor,
    rounds: ([1, 2] as const).map((round) => {
      const random = seeded(1994 + round * 101 + at);
      return { round, random, cases: casesOf(contributor, round, random) };
    }),
  }));
  const persons = personsBehind(
    drawn.map(({ contributor, rounds }) => ({ contributor, cases: rounds.flatMap(({ cases }) => cases) })),
  );
  return drawn.map(({ contributor, rounds }, at) => {
    const all = persons[at]?.cases ?? [];
    const first = rounds[0]?.cases.length ?? 0;
    return {
      contributor,
      rounds: rounds.map(({ round, random }) => ({
        round,
        random,
        cases: round === 1 ? all.slice(0, first) : all.slice(first),
      })),
    };
  });
}

/** How many people of the population of the estimate were seen in truth, by the lists they are on: `agency+hotline`. */
export function trueHistories(): Readonly<Record<string, number>> {
  const { lists, people } = examplePopulation;
  const seen = new Map<number, Set<string>>();
  for (const { contributor, rounds } of exampleCases()) {
    const list = lists.find(({ contributors }) => contributors.includes(contributor.id));
    if (!list) continue;
    for (const { person } of rounds.flatMap(({ cases }) => cases)) {
      if (person < people) seen.set(person, (seen.get(person) ?? new Set()).add(list.id));
    }
  }
  const counts = new Map<string, number>();
  for (const on of seen.values()) {
    const history = lists.flatMap(({ id }) => (on.has(id) ? [id] : [])).join('+');
    counts.set(history, (counts.get(history) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many people are behind the cases of the contributors that have names to encode, in truth. */
export function truePeople(): number {
  const people = exampleCases()
    .filter(({ rounds }) => rounds.some(({ round, cases }) => round === 2 && cases.length > 0))
    .flatMap(({ rounds }) => rounds.flatMap(({ cases }) => cases.map(({ person }) => person)));
  return new Set(people).size;
}

/** The invented cases of one contributor for one release. */
export function casesOf(contributor: ExampleContributor, round: 1 | 2, random: Random): readonly InventedCase[] {
  if (contributor.profile === null) {
    const plans =
      round === 2
        ? [plan2015]
        : [...earlierYears.map(({ year, records }) => scaledPlan(plan2014, year, records)), plan2014];
    return plans.flatMap((plan) => dealYear(plan, random, 'A'));
  }
  const { profile } = contributor;
  const years = Object.entries(profile.cases).filter(([year]) => (round === 2) === (year === '2015'));
  const cases = years.flatMap(([year, count]) => drawYear(profile, Number(year), count, random));
  const late = round === 2 && contributor.id === 'hotline' ? drawYear(profile, 2014, lateCases, random, 5001) : [];
  return [...cases, ...late];
}
