// Checks k-map of a published file: every published tuple fits at least k persons of a population. Labels are looked up in the
// hierarchies' own lines, as anybody could; shares no code with what recodes.
import type { PublishedFile } from './verify-reader.ts';

export interface PopulationReport {
  readonly tuples: number;
  /** Persons that the tuple with fewest fits. */
  readonly smallest: number;
  readonly tuplesBelowK: number;
  readonly holds: boolean;
}

/**
 * @param quasi columns of the tuple
 * @param hierarchies lines of each column's hierarchy: a value, then its labels
 * @param population the same columns for the persons, values as they stand
 */
export function verifyPopulation(
  file: PublishedFile,
  quasi: readonly string[],
  hierarchies: readonly (readonly (readonly string[])[])[],
  population: readonly (readonly string[])[],
  k: number,
): PopulationReport {
  const persons = population[0]?.length ?? 0;
  const words = Math.ceil(persons / 32);
  const fits = hierarchies.map((lines, at) => personsByLabel(lines, population[at] as readonly string[], words));
  const cells = quasi.map((name) => file.cells[file.columns.indexOf(name)] as Uint32Array);
  const texts = quasi.map((name) => file.texts[file.columns.indexOf(name)] as readonly string[]);
  const tuples = new Set<string>();
  for (let row = 0; row < file.rows; row++) tuples.add(cells.map((column) => column[row]).join());
  let smallest = 0;
  let tuplesBelowK = 0;
  let seen = 0;
  for (const tuple of tuples) {
    const maps = tuple
      .split(',')
      .map((code, at) => ({ label: texts[at]?.[Number(code)] as string, at }))
      .filter(({ label }) => label !== '*')
      .map(({ label, at }) => fits[at]?.get(label) ?? new Uint32Array(words));
    let count = 0;
    for (let word = 0; word < words; word++) {
      let bits = word === words - 1 && persons % 32 !== 0 ? 2 ** (persons % 32) - 1 : 0xffffffff;
      for (const map of maps) bits &= map[word] as number;
      for (; bits !== 0; bits &= bits - 1) count++;
    }
    smallest = seen++ === 0 ? count : Math.min(smallest, count);
    if (count < k) tuplesBelowK++;
  }
  return { tuples: tuples.size, smallest, tuplesBelowK, holds: tuplesBelowK === 0 };
}

/** For every label the persons whose value lies under it, one bit each. */
function personsByLabel(lines: readonly (readonly string[])[], values: readonly string[], words: number) {
  const labelsOf = new Map(lines.map((line) => [line[0] as string, new Set(line)]));
  const maps = new Map<string, Uint32Array>();
  for (const [person, value] of values.entries()) {
    for (const label of labelsOf.get(value) ?? []) {
      let map = maps.get(label);
      if (!map) {
        map = new Uint32Array(words);
        maps.set(label, map);
      }
      map[person >> 5] = (map[person >> 5] as number) | (1 << (person & 31));
    }
  }
  return maps;
}
