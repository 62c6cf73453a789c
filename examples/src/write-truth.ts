import { trueHistories } from './example-cases.ts';
import { examplePopulation } from './histories.ts';
import { plan2014, plan2015 } from './plan.ts';
import { truthOf } from './truth.ts';

/** The text of `examples/truth.json`. */
export function truthFile(): string {
  const about =
    'Exact counts of the invented large agency. Means hold the sum of twice the band middles over the base.';
  const { year, people } = examplePopulation;
  const truth = {
    about,
    example: true,
    figures: [...truthOf(plan2014), ...truthOf(plan2015)],
    unseen: {
      about:
        'The invented population that persons registered in the countries of hotline and shelters are drawn from, and how many of them were seen, by the lists they are on.',
      year,
      people,
      seen: trueHistories(),
    },
  };
  return `${JSON.stringify(truth, null, 2)}\n`;
}
