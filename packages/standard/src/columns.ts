import { missing, no, yes } from './cell.ts';
import { codesOf, countries, variable } from './dictionary.ts';
import { grouping } from './grouping.ts';
import type { Variable } from './types.ts';

/** The grouping used for region variables unless a recipe names another. */
export const defaultGrouping = 'iom_region_2015';

/**
 * The columns a variable has in a table of standard records. A many-valued variable with a code list is one column per
 * code, `means_of_control.threats`, over {yes, no, missing reasons}, after `means_of_control.known` over {yes, missing
 * reasons} (yes: at least one code is yes or was answered); a many-valued
 * country or year is one column of codes joined by spaces in ascending order; anything else is one column.
 */
export function columnsOf(id: string): readonly string[] {
  let columns = columnsById.get(id);
  if (!columns) {
    const entry = variable(id);
    columns = Object.freeze(
      isFlagged(entry)
        ? [`${id}.known`, ...codesOf(entry.codeList as string).map(({ code }) => `${id}.${code}`)]
        : [id],
    );
    columnsById.set(id, columns);
  }
  return columns;
}

const columnsById = new Map<string, readonly string[]>();

/** True for many-valued variables that become one yes/no column per code. */
export function isFlagged(entry: Variable): boolean {
  return entry.cardinality === 'many' && entry.type === 'code' && entry.codeList !== 'region';
}

/**
 * The declared domain of a column: its codes, then its missing reasons as `?reason`. Declared, never inferred from data.
 * Throws a RangeError where the column has no finite domain (keys, dates, free numbers) or is unknown.
 *
 * @param regions the grouping whose regions a region variable takes
 */
export function domainOf(column: string, regions = defaultGrouping): readonly string[] {
  const dot = column.indexOf('.');
  const entry = variable(dot < 0 ? column : column.slice(0, dot));
  if (dot >= 0) {
    if (!columnsOf(entry.id).includes(column)) throw new RangeError(`the standard has no column '${column}'`);
    return column.endsWith('.known') ? [yes, ...reasonsOf(entry)] : [yes, no, ...reasonsOf(entry)];
  }
  const codes = codesFor(entry, regions);
  if (!codes) throw new RangeError(`'${column}' has no finite domain`);
  return [...codes, ...reasonsOf(entry)];
}

function codesFor(entry: Variable, regions: string): readonly string[] | undefined {
  if (entry.cardinality === 'many') return undefined;
  if (entry.type === 'boolean') return [yes, no];
  if (entry.codeList === 'region') return grouping(regions).regions.map(({ code }) => code);
  if (entry.codeList?.startsWith('country')) return countries.map(({ iso3 }) => iso3);
  if (entry.codeList === null || entry.codeList === 'contributor') return undefined;
  return codesOf(entry.codeList).map(({ code }) => code);
}

function reasonsOf(entry: Variable): readonly string[] {
  return entry.missingReasons.map(missing);
}
