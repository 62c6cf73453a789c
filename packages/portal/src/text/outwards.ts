/**
 * An end of a range rounded away from the other, to `1 / perUnit`. A value that is a whole number of steps but for floating point
 * stays where it is.
 */
export function outwards(value: number, perUnit: number, side: 1 | -1): number {
  const steps = value * perUnit;
  return (side < 0 ? Math.floor(steps + 1e-6) : Math.ceil(steps - 1e-6)) / perUnit;
}
