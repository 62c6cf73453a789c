import { describe, expect, it } from 'vitest';
import { exampleCases, trueHistories, truePeople } from './example-cases.ts';
import { examplePopulation } from './histories.ts';
import { namesOf } from './names.ts';
import { ageOn, bornOn, type InventedCase } from './person.ts';

const contributors = exampleCases();
const all = contributors.flatMap(({ contributor, rounds }) =>
  rounds.flatMap(({ round, cases }) => cases.map((one) => ({ ...one, round, of: contributor.id }))),
);
const sharing = new Map<number, (typeof all)[number][]>();
for (const one of all) sharing.set(one.person, [...(sharing.get(one.person) ?? []), one]);
const several = [...sharing.values()].filter((cases) => cases.length > 1);

describe('the persons behind the cases', () => {
  it('are helped by two or three organisations now and then, and never twice by one list', () => {
    expect(several.length).toBeGreaterThan(300);
    expect(several.some((cases) => cases.length === 3)).toBe(true);
    for (const cases of several) {
      const lists = cases.map(({ of }) => examplePopulation.lists.findIndex((list) => list.contributors.includes(of)));
      expect(new Set(lists).size).toBe(cases.length);
      for (const { case: entry } of cases) {
        expect(entry.year).toBe(examplePopulation.year);
        expect(examplePopulation.countries).toContain(entry.identified);
      }
    }
  });

  it('are the same to everybody: sex, origin and date of birth', () => {
    const told = ({ sex, origin }: InventedCase) => `${sex} ${origin}`;
    for (const cases of several) {
      expect(new Set(cases.map(({ case: entry }) => `${told(entry)} ${bornOn(entry)}`)).size).toBe(1);
    }
  });

  it('have an age that follows from their date of birth, and nobody was exploited before it', () => {
    for (const { case: entry } of all) {
      const born = bornOn(entry);
      expect(born === null ? null : ageOn(born, entry.registered)).toBe(entry.age);
      if (entry.age === null) continue;
      expect((entry.months ?? 0) / 12).toBeLessThanOrEqual(entry.age);
      if (entry.types.includes('child_labour')) expect(entry.age).toBeLessThan(18);
    }
  });

  it('leave the agency’s cases as its plan deals them: the first list says who somebody is', () => {
    for (const cases of several) {
      const own = cases.find(({ of }) => of === 'agency');
      if (own) expect(own.case.born).toBeUndefined();
    }
  });

  it('are as many as the histories say', () => {
    const histories = trueHistories();
    const { people, year, countries } = examplePopulation;
    const seen = new Set(all.filter(({ person }) => person < people).map(({ person }) => person));
    expect(Object.values(histories).reduce((sum, count) => sum + count, 0)).toBe(seen.size);
    const inPopulation = ({ case: entry }: (typeof all)[number]) =>
      entry.year === year && entry.identified !== null && countries.includes(entry.identified);
    for (const one of all) expect(one.person < people).toBe(inPopulation(one));
    expect(truePeople()).toBe(new Set(all.filter(({ of }) => of !== 'register').map(({ person }) => person)).size);
  });

  it('bear names of no language, the same every time', () => {
    const names = Array.from({ length: 3000 }, (_, person) => namesOf(person));
    expect(namesOf(7)).toEqual(names[7]);
    expect(new Set(names.map(({ given, family }) => `${given} ${family}`)).size).toBe(names.length);
    for (const { given, family } of names) expect(`${given}${family}`).toMatch(/^[a-z]{10,18}$/);
  });
});
