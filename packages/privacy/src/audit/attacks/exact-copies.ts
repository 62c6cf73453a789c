import { type AttackInput, joinTables } from './attack-input.ts';
import { classesOver, classSizes } from './classes.ts';
import { type Comparison, compareRates, wilsonRate } from './rates.ts';

/** Whole records that one person alone has, found word for word among the synthetic ones. */
export interface ExactCopies extends Comparison {
  /** Records that are unlike every other of training and control file: the trials. */
  readonly uniqueInTraining: number;
  readonly uniqueInControl: number | null;
  /** Synthetic records equal to any training record, unique or not. */
  readonly syntheticAlsoInTraining: number;
}

/**
 * Counts copies of records that are alone in training and control file together. Only such records can be compared: each
 * of them could as well have been in the other file.
 */
export function exactCopies(input: AttackInput): ExactCopies {
  const { train, control, synthetic } = input;
  const real = control === null ? train : joinTables([train, control]);
  const classes = classesOver(
    [real, synthetic],
    train.columns.map((_, at) => at),
  );
  const inReal = classSizes(classes, 0);
  const inSynthetic = classSizes(classes, 1);
  const inTraining = new Uint8Array(classes.count);
  const of = classes.of[0] as Uint32Array;
  const tallies = { train: { unique: 0, copied: 0 }, control: { unique: 0, copied: 0 } };
  for (let row = 0; row < of.length; row++) {
    const at = of[row] as number;
    const tally = row < train.rows ? tallies.train : tallies.control;
    if (row < train.rows) inTraining[at] = 1;
    if (inReal[at] !== 1) continue;
    tally.unique++;
    if ((inSynthetic[at] as number) > 0) tally.copied++;
  }
  const alsoInTraining = (classes.of[1] as Uint32Array).reduce((sum, at) => sum + (inTraining[at] as number), 0);
  return {
    ...compareRates(
      wilsonRate(tallies.train.copied, tallies.train.unique),
      control === null ? null : wilsonRate(tallies.control.copied, tallies.control.unique),
    ),
    uniqueInTraining: tallies.train.unique,
    uniqueInControl: control === null ? null : tallies.control.unique,
    syntheticAlsoInTraining: alsoInTraining,
  };
}
