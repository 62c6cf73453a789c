import type { ExampleContributor } from './contributors.ts';
import { examplePopulation } from './histories.ts';
import { ageOn, bornOn, type InventedCase } from './person.ts';
import { seeded } from './random.ts';

/** A contributor's cases of both rounds, and the person behind each. */
export interface PersonedCases {
  readonly contributor: ExampleContributor;
  readonly cases: readonly { readonly case: InventedCase; readonly person: number }[];
}

/**
 * Says who the persons behind the contributors' cases are, so that some are helped by two or three of them. Everybody registered
 * in the population's year and countries is drawn from `examplePopulation`: the agency and the hotline know nothing of one another,
 * the hotline sends some of its callers to shelters. A case of somebody whom an earlier list holds takes that person's sex, origin
 * and date of birth; its other answers stay as its contributor drew them. All other cases are of a person each.
 */
export function personsBehind(
  contributors: readonly { readonly contributor: ExampleContributor; readonly cases: readonly InventedCase[] }[],
): readonly PersonedCases[] {
  const { people, lists, year, countries, referral } = examplePopulation;
  const random = seeded(year);
  const isShared = (entry: InventedCase) =>
    entry.year === year && entry.identified !== null && countries.includes(entry.identified);
  const personOf = new Map<InventedCase, number>();
  const known = new Map<number, InventedCase>();
  const callers = new Set<number>();
  for (const list of lists) {
    const own = contributors
      .filter(({ contributor }) => list.contributors.includes(contributor.id))
      .flatMap(({ cases }) => cases.filter(isShared));
    const weight = (person: number) => (list.id === 'shelters' && callers.has(person) ? referral : 1);
    // The smallest of exponential waiting times: a sample without replacement, by weight.
    const drawn = Array.from({ length: people }, (_, person) => ({
      person,
      wait: -Math.log(1 - random.next()) / weight(person),
    }))
      .sort((a, b) => a.wait - b.wait)
      .slice(0, own.length);
    for (const [at, entry] of own.entries()) {
      const person = drawn[at]?.person;
      if (person === undefined) throw new RangeError('more cases than people');
      personOf.set(entry, person);
      if (list.id === 'hotline') callers.add(person);
      if (!known.has(person)) known.set(person, entry);
    }
  }
  let next = people;
  return contributors.map(({ contributor, cases }) => ({
    contributor,
    cases: cases.map((entry) => {
      const person = personOf.get(entry) ?? next++;
      const first = known.get(person) ?? entry;
      return { case: first === entry ? entry : ofPerson(entry, first), person };
    }),
  }));
}

function ofPerson(entry: InventedCase, first: InventedCase): InventedCase {
  const born = bornOn(first);
  const age = born === null ? null : ageOn(born, entry.registered);
  const isChild = age !== null && age < 18;
  return {
    ...entry,
    sex: first.sex,
    origin: first.origin,
    age,
    born,
    types: isChild ? entry.types : entry.types.map((type) => (type === 'child_labour' ? 'forced_labour' : type)),
    // Nobody was exploited before they were born.
    months: entry.months === null ? null : Math.min(entry.months, 12 * Math.max(1, (age ?? 18) - 5)),
  };
}
