import { sumDown } from '../results/axes.ts';
import type { CountingContext } from './context.ts';
import { countByBits } from './count-by-bits.ts';
import { countByRadix } from './count-by-radix.ts';
import type { CountTask } from './plan.ts';

/** Does one task: every set of it is counted, or derived, into `out(set)`, which must be all zeros. */
export function runCountTask(
  context: CountingContext,
  { work, derivations }: CountTask,
  sets: readonly (readonly number[])[],
  out: (set: number) => Uint32Array,
): void {
  if (work.kind === 'bits') countByBits(context, work, sets, out);
  else countByRadix(context, work, sets, out);
  for (const { set, from } of derivations) {
    const source = sets[from] as readonly number[];
    const wanted = sets[set] as readonly number[];
    const sizes = source.map((column) => context.sizes[column] as number);
    out(set).set(
      sumDown(
        out(from),
        sizes,
        source.map((column) => wanted.includes(column)),
      ),
    );
  }
}
