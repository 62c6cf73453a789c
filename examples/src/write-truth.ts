import { examplePopulation } from './histories.ts';
import { plan2014, plan2015 } from './plan.ts';
import { truthOf } from './truth.ts';

/** The text of `examples/truth.json`. */
export function truthFile(): string {
  const about =
    'Exact counts of the invented large agency. Means hold the sum of twice the band middles over the base.';
  const { year, people, lists } = examplePopulation;
  const truth = {
    about,
    example: true,
    figures: [...truthOf(plan2014), ...truthOf(plan2015)],
    unseen: {
      about: 'The invented population that the lists of histories are drawn from, and how many are on each list.',
      year,
      people,
      lists: Object.fromEntries(lists.map((list) => [list.id, list.people])),
    },
  };
  return `${JSON.stringify(truth, null, 2)}\n`;
}
