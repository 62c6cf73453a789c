import { codesOf, country, deepFreeze } from './dictionary.ts';
import { groupingTable } from './generated/countries.ts';
import type { GroupingEntry, Labels } from './types.ts';

/** A named, versioned way to put countries into regions. A table names its grouping; records never do. */
export interface Grouping extends GroupingEntry {
  readonly regions: readonly { readonly code: string; readonly labels: Labels }[];
}

deepFreeze(groupingTable);

export const groupingIds: readonly string[] = groupingTable.map(({ id }) => id);

/** The regions of a grouping such as `iom_region_2015`. Throws a RangeError for an unknown grouping. */
export function grouping(id: string): Grouping {
  const entry = groupingTable.find((candidate) => candidate.id === id);
  if (!entry) throw new RangeError(`there is no regional grouping '${id}'; there are ${groupingIds.join(', ')}`);
  return { ...entry, regions: codesOf(id).map(({ code, labels }) => ({ code, labels })) };
}

/** The region code of a country (ISO alpha-3) in a grouping; undefined where it has none (Antarctica in some). */
export function regionOf(iso3: string, groupingId: string): string | undefined {
  return country(iso3)?.groups[groupingId] ?? undefined;
}
