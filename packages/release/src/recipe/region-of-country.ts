import type { Domains } from '@casebridge/privacy/results';
import { isMissing, missing, regionCellOf } from '@casebridge/standard';

/** A country column and the region every one of its codes falls into: public facts of the standard. */
export interface RegionOfCountry {
  readonly country: string;
  /** The column of the region: a published one (`region_of_origin`), or one made for the model alone. */
  readonly region: string;
  /** Whether `region` is a column of the records as well. */
  readonly isPublished: boolean;
  /** Codes of the region column. */
  readonly regions: readonly string[];
  /** Index into `regions` per code of the country. A missing country has its own reason as region. */
  readonly regionOf: readonly number[];
}

const publishedRegions: Readonly<Record<string, string>> = {
  country_of_origin: 'region_of_origin',
  country_of_identification: 'region_of_identification',
};

/** The country columns among some columns, each with its regions in a grouping of the standard. */
export function regionsOfCountries(domains: Domains, grouping: string): readonly RegionOfCountry[] {
  return Object.keys(domains)
    .filter((column) => /^country_of_[a-z]+$/.test(column))
    .map((country) => {
      const codes = domains[country] as readonly string[];
      const cells = codes.map((code) => regionCellOf(code, grouping));
      const published = publishedRegions[country];
      const own = published === undefined ? undefined : domains[published];
      const regions = own ?? [...new Set(cells)];
      // As records are coded: a reason that the region column does not tell apart counts as unknown.
      const unknown = Math.max(0, regions.indexOf(missing('unknown')));
      return {
        country,
        region: own ? (published as string) : `${country}.region`,
        isPublished: own !== undefined,
        regions,
        regionOf: cells.map((cell) => (regions.includes(cell) ? regions.indexOf(cell) : unknown)),
      };
    });
}

/**
 * Cells of a pair of region and country that no record is in: a stated country in another region than its own. What a
 * contributor holds back may be missing on either side, so those cells stay open. Row-major over `set`.
 */
export function impossiblePairs(
  { country, region, regions, regionOf }: RegionOfCountry,
  domains: Domains,
): { readonly set: readonly [string, string]; readonly cells: readonly number[] } {
  const countries = domains[country] as readonly string[];
  const columns = Object.keys(domains);
  const isRegionFirst = columns.indexOf(region) < columns.indexOf(country);
  const cells: number[] = [];
  countries.forEach((code, at) => {
    if (isMissing(code)) return;
    regions.forEach((name, group) => {
      if (group === regionOf[at] || isMissing(name)) return;
      cells.push(isRegionFirst ? group * countries.length + at : at * regions.length + group);
    });
  });
  return {
    set: isRegionFirst ? [region, country] : [country, region],
    cells: cells.sort((a, b) => a - b),
  };
}
