import { codesOf, countries } from './dictionary.ts';
import type { Labels } from './types.ts';

/** A named, versioned way to put countries into regions. A table names its grouping; records never do. */
export interface Grouping {
  readonly id: string;
  readonly version: string;
  readonly regions: readonly { readonly code: string; readonly labels: Labels }[];
}

// `regions.csv` names regions in English; a grouping with a code list of its own is shown by its codes.
const codedGroupings = ['iom_region_2015'] as const;

export const groupingIds = Object.keys(countries[0]?.groups ?? {});

/** The regions of a grouping such as `iom_region_2015`. Throws a RangeError for an unknown grouping. */
export function grouping(id: string): Grouping {
  if (!groupingIds.includes(id))
    throw new RangeError(`there is no regional grouping '${id}'; there are ${groupingIds.join(', ')}`);
  if ((codedGroupings as readonly string[]).includes(id)) {
    return { id, version: '1', regions: codesOf(id).map(({ code, labels }) => ({ code, labels })) };
  }
  const names = [
    ...new Set(countries.map((entry) => entry.groups[id]).filter((name) => name !== null && name !== undefined)),
  ].sort();
  return { id, version: '1', regions: names.map((name) => ({ code: regionCode(name), labels: { en: name } })) };
}

const codeOfName = new Map<string, string>(
  codedGroupings.flatMap((id) => codesOf(id).map((entry) => [`${id}/${entry.labels.en}`, entry.code] as const)),
);
const regionByCountry = new Map<string, string>(
  countries.flatMap((entry) =>
    Object.entries(entry.groups).flatMap(([id, name]) =>
      name === null ? [] : [[`${id}/${entry.iso3}`, codeOfName.get(`${id}/${name}`) ?? regionCode(name)] as const],
    ),
  ),
);

/** The region code of a country (ISO alpha-3) in a grouping; undefined where it has none (Antarctica in some). */
export function regionOf(iso3: string, groupingId: string): string | undefined {
  return regionByCountry.get(`${groupingId}/${iso3}`);
}

function regionCode(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '_')
    .replaceAll(/^_|_$/g, '');
}
