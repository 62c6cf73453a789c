/** What stands on everything that `casebridge assess` prints and writes. */
export const internalNote = 'internal: reads real data; exact figures are a disclosure';

/** What to mind when figures of Synthetic Data Showcase and its kin are compared. */
export const sdsTraps = [
  'The error over shared combinations leaves out the lost and the invented ones: losing the hard cases improves it. The count printed beside it averages all real combinations, the lost ones too.',
  'Fabricated shares have three definitions: over the combinations of the output (notebook), over those of the real file (web app), or weighted by count (Intelligence Toolkit), which looks far better.',
  'Suppressed shares by count are small where many small combinations are lost: the rare groups are in the share by number.',
  'The mean proportional error weighs a bucket with a handful of combinations like one with thousands, and counts every invented combination as an error of 1.',
  'Preservation takes counts that are too high for perfect.',
  'Leakage is zero by design under k-anonymity; under differential privacy a small count on both sides is no leak.',
] as const;
