import { isMissing } from './cell.ts';
import { columnsOf, defaultGrouping, domainOf, isFlagged } from './columns.ts';
import {
  codeLists,
  codesOf,
  countries,
  deepFreeze,
  derivedVariables,
  standardVersion,
  variable,
  variables,
} from './dictionary.ts';
import { grouping } from './grouping.ts';
import type { Labels, Variable } from './types.ts';

/** The dictionary as one document for readers: what each column means, may hold, and where it comes from. */
export interface Codebook {
  readonly standard: string;
  readonly grouping: {
    readonly id: string;
    readonly version: string;
    readonly labels: Labels;
    readonly note: string | null;
  };
  readonly variables: readonly CodebookVariable[];
  readonly columns: readonly CodebookColumn[];
  readonly missingReasons: readonly CodebookValue[];
}

/** A variable, without the fields that only programs need. */
export interface CodebookVariable {
  readonly id: string;
  readonly labels: Labels;
  readonly group: string;
  readonly obligation: Variable['obligation'];
  readonly published: Variable['published'];
  readonly derivedFrom: string | null;
  readonly note: string | null;
  readonly columns: readonly string[];
}

/** One column of a table of records. `values` is null where the column has no finite list (keys, numbers, dates). */
export interface CodebookColumn {
  readonly column: string;
  readonly variable: string;
  readonly labels: Labels;
  readonly values: readonly CodebookValue[] | null;
}

/** One cell text and what it means. */
export interface CodebookValue {
  readonly value: string;
  readonly labels: Labels;
  readonly parent?: string;
}

/**
 * Writes the codebook of all stored and derived variables, or of those that `columns` belong to.
 *
 * @param options.columns the columns to describe; all that may leave a contributor unless given
 * @param options.grouping the regional grouping of region columns
 */
export function toCodebook(
  options: { readonly columns?: readonly string[]; readonly grouping?: string } = {},
): Codebook {
  const regions = grouping(options.grouping ?? defaultGrouping);
  const columns =
    options.columns ??
    [...variables.filter(({ held }) => held !== 'edge'), ...derivedVariables].flatMap(({ id }) => columnsOf(id));
  const described = [...new Set(columns.map(variableIdOf))].map(variable);
  return {
    standard: standardVersion,
    grouping: { id: regions.id, version: regions.version, labels: regions.labels, note: regions.note },
    variables: described.map((entry) => ({
      id: entry.id,
      labels: entry.labels,
      group: entry.group,
      obligation: entry.obligation,
      published: entry.published,
      derivedFrom: entry.derivedFrom,
      note: entry.note,
      columns: columnsOf(entry.id).filter((column) => columns.includes(column)),
    })),
    columns: columns.map((column) => ({
      column,
      variable: variableIdOf(column),
      labels: columnLabels(column),
      values: valuesOf(column, regions.id),
    })),
    missingReasons: codesOf('missing_reason').map(({ code, labels }) => ({ value: `?${code}`, labels })),
  };
}

/** The labels of a column: its variable's, with the code's after a colon where the column is one code's flag. */
export function columnLabels(column: string): Labels {
  const entry = variable(variableIdOf(column));
  const part = column.slice(entry.id.length + 1);
  if (part === '') return entry.labels;
  const labels = part === 'known' ? knownLabels : codeOf(entry, part).labels;
  const join = ([language, label]: [string, string]) => [language, `${label}: ${labels[language] ?? labels.en}`];
  const joined = Object.fromEntries(Object.entries(entry.labels).map(join)) as Labels;
  const added = Object.entries(Object.getPrototypeOf(entry.labels) as Record<string, string>);
  return added.length === 0 ? joined : Object.setPrototypeOf(joined, Object.fromEntries(added.map(join)));
}

/** The labels of one cell text of a column: a code, yes or no, a country, a region, or why there is no value. */
export function valueLabels(column: string, value: string, regions = defaultGrouping): Labels {
  const entry = variable(variableIdOf(column));
  return describe(entry, value, regions)?.labels ?? { en: value };
}

/** Labels of the column that says whether a many-valued variable has any answer. */
export const { labels: knownLabels } = deepFreeze({
  labels: { en: 'any answer', fr: 'une réponse', es: 'alguna respuesta', ar: 'أي إجابة' } as Labels,
});
/** Labels of the answers yes and no. */
export const flagLabels: Readonly<Record<string, Labels>> = {
  yes: deepFreeze({ labels: { en: 'Yes', fr: 'Oui', es: 'Sí', ar: 'نعم' } as Labels }).labels,
  no: deepFreeze({ labels: { en: 'No', fr: 'Non', es: 'No', ar: 'لا' } as Labels }).labels,
};

function variableIdOf(column: string): string {
  const dot = column.indexOf('.');
  return dot < 0 ? column : column.slice(0, dot);
}

function codeOf(entry: Variable, code: string) {
  const found = entry.codeList === null ? undefined : codeLists[entry.codeList]?.find((each) => each.code === code);
  if (!found) throw new RangeError(`the standard has no column '${entry.id}.${code}'`);
  return found;
}

function valuesOf(column: string, regions: string): readonly CodebookValue[] | null {
  const entry = variable(variableIdOf(column));
  if (!isFlagged(entry) && !hasFiniteDomain(entry)) return null;
  return domainOf(column, regions).map((value) => describe(entry, value, regions) ?? { value, labels: { en: value } });
}

function hasFiniteDomain(entry: Variable): boolean {
  return (
    entry.cardinality === 'one' &&
    (entry.type === 'boolean' || (entry.codeList !== null && entry.codeList !== 'contributor'))
  );
}

function describe(entry: Variable, value: string, regions: string): CodebookValue | undefined {
  if (isMissing(value))
    return labelled(
      value,
      codesOf('missing_reason').find(({ code }) => `?${code}` === value),
    );
  const flag = isFlagged(entry) || entry.type === 'boolean' ? flagLabels[value] : undefined;
  if (flag) return { value, labels: flag };
  if (entry.codeList?.startsWith('country'))
    return labelled(
      value,
      countries.find(({ iso3 }) => iso3 === value),
    );
  const list = entry.codeList === 'region' ? regions : entry.codeList;
  const code = list === null ? undefined : codeLists[list]?.find((each) => each.code === value);
  return code && { value, labels: code.labels, ...(code.parent === null ? {} : { parent: code.parent }) };
}

function labelled(value: string, entry: { readonly labels: Labels } | undefined): CodebookValue | undefined {
  return entry && { value, labels: entry.labels };
}
