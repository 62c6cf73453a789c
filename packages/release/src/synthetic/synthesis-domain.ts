import type { CaseTable, CodeColumn, DeclaredDomain } from '@casebridge/privacy';
import { emptyColumn } from '@casebridge/privacy';
import type { Cohort } from '@casebridge/privacy/results';
import { type PlannedSynthesis, periodColumn } from '../recipe/plan-synthesis.ts';
import { impossiblePairs } from '../recipe/region-of-country.ts';

/** The axis that tells the cohorts of a batch apart; null for a single one. A cohort's place is its code. */
export function periodAxis(
  cohorts: readonly Cohort[],
): { readonly name: string; readonly codes: readonly string[] } | null {
  return cohorts.length > 1 ? { name: periodColumn, codes: cohorts.map(({ period }) => period) } : null;
}

/** Columns the model has besides those of the records: regions that are not published themselves. */
export function modelColumns({ domains, regions }: PlannedSynthesis): Readonly<Record<string, readonly string[]>> {
  return {
    ...domains,
    ...Object.fromEntries(
      regions.filter((own) => !own.isPublished).map(({ region, regions: codes }) => [region, codes]),
    ),
  };
}

/**
 * The declared domain of a batch's synthetic records: the registration year where there are several cohorts, the columns,
 * and regions of countries; with the pairs of country and region that no record can have.
 */
export function synthesisDomain(planned: PlannedSynthesis, cohorts: readonly Cohort[]): DeclaredDomain {
  const axis = periodAxis(cohorts);
  const domains = { ...(axis ? { [axis.name]: axis.codes } : {}), ...modelColumns(planned) };
  return {
    domains,
    structuralZeros: planned.regions
      .map((region) => impossiblePairs(region, domains))
      .filter(({ cells }) => cells.length > 0),
    hierarchies: planned.regions
      .filter(({ isPublished }) => !isPublished)
      .map(({ country, region, regions, regionOf }) => ({
        column: country,
        parent: region,
        groups: regions,
        groupOf: regionOf,
      })),
  };
}

/** A cohort's records with the columns of the model, in its order. Columns are shared with the table, regions are new. */
export function synthesisTable(planned: PlannedSynthesis, table: CaseTable): CaseTable {
  const columnOf = (name: string): CodeColumn => {
    const column = table.columns[table.variables.indexOf(name)];
    if (!column) throw new RangeError(`the records have no column '${name}'`);
    return column;
  };
  const domains = modelColumns(planned);
  const variables = Object.keys(domains);
  const columns = variables.map((name) => {
    const made = planned.regions.find(({ region, isPublished }) => region === name && !isPublished);
    if (!made) return columnOf(name);
    const countries = columnOf(made.country);
    const column = emptyColumn(made.regions.length, table.rows, true);
    for (let row = 0; row < table.rows; row += 1) column[row] = made.regionOf[countries[row] as number] as number;
    return column;
  });
  return { variables, domains, columns, rows: table.rows };
}
