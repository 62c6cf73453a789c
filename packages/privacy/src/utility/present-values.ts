import { Refusal } from '@casebridge/refusal';
import type { CaseTable, CodeColumn } from '../columns/case-table.ts';
import type { Domains } from '../results/types.ts';

/**
 * Which values make up combinations. Synthetic Data Showcase takes `0` and the empty text for "absent" and never counts
 * them, unless a column is listed under its "sensitive zeros". Here the absent texts are named, none is assumed.
 */
export interface AbsentValues {
  /** Texts that mean absent; the empty text alone when left out. */
  readonly absent?: readonly string[];
  /** Columns whose absent texts are values all the same, the empty text excepted. */
  readonly sensitiveZeros?: readonly string[];
}

/** Present values numbered over all columns: an item is a column at one value. */
export interface PresentValues {
  readonly variables: readonly string[];
  /** Per column and code the item, −1 for an absent value. */
  readonly itemOf: readonly Int32Array[];
  /** Column and value of each item. */
  readonly items: readonly { readonly variable: string; readonly value: string }[];
}

/** Most items that can be numbered. */
const mostItems = 65_535;

/** Numbers the present values of a domain. Refusal: an unknown column under `sensitiveZeros`, or too many values. */
export function presentValues(
  domains: Domains,
  { absent = [''], sensitiveZeros = [] }: AbsentValues = {},
): PresentValues {
  const variables = Object.keys(domains);
  for (const name of sensitiveZeros) {
    if (!variables.includes(name)) {
      throw new Refusal(
        'sensitive-zeros',
        `There is no column '${name}' to keep zeros of; name columns of the domain.`,
      );
    }
  }
  const items: { variable: string; value: string }[] = [];
  const itemOf = variables.map((variable) => {
    const codes = domains[variable] as readonly string[];
    const kept = sensitiveZeros.includes(variable) ? [''] : absent;
    return Int32Array.from(codes, (value) => (kept.includes(value) ? -1 : items.push({ variable, value }) - 1));
  });
  if (items.length > mostItems) {
    throw new Refusal('combinations-values', `The domain has more than ${mostItems} values to combine; group some.`);
  }
  return { variables, itemOf, items };
}

/** The items of one row in ascending order, written to `into`; returns how many. */
export function itemsOfRow(
  { itemOf }: PresentValues,
  columns: readonly CodeColumn[],
  row: number,
  into: Uint16Array,
): number {
  let count = 0;
  for (let at = 0; at < columns.length; at++) {
    const item = (itemOf[at] as Int32Array)[(columns[at] as CodeColumn)[row] as number] as number;
    if (item >= 0) into[count++] = item;
  }
  return count;
}

/** Refusal unless a table is over the columns that were numbered. */
export function checkTable({ variables, itemOf }: PresentValues, table: CaseTable): void {
  const fits = table.variables.every(
    (name, at) => name === variables[at] && table.domains[name]?.length === itemOf[at]?.length,
  );
  if (!fits || table.variables.length !== variables.length) {
    throw new RangeError('a table has other domains than the values that were numbered');
  }
}
