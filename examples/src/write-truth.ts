import { plan2014, plan2015 } from './plan.ts';
import { truthOf } from './truth.ts';

/** The text of `examples/truth.json`. */
export function truthFile(): string {
  const about =
    'Exact counts of the invented large agency. Means hold the sum of twice the band middles over the base.';
  return `${JSON.stringify({ about, example: true, figures: [...truthOf(plan2014), ...truthOf(plan2015)] }, null, 2)}\n`;
}
