/** More years than these do not stand beside each other below the narrowest picture. */
const mostNamed = 7;

/** The years that are written below a picture: all of a few; of many, every second, third … back from the newest. */
export function namedYears(periods: readonly string[]): readonly string[] {
  const every = Math.ceil(periods.length / mostNamed);
  return periods.filter((_, at) => (periods.length - 1 - at) % every === 0);
}
