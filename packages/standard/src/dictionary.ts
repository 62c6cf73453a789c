import { codeTable } from './generated/code-lists.ts';
import { countryTable } from './generated/countries.ts';
import { derivedVariableTable, variableTable } from './generated/variables.ts';
import type { Code, Country, Variable } from './types.ts';

/** Version of the dictionary: a minor version adds variables or codes, a major one changes a meaning. */
export const standardVersion = '1.0';

/** The variables a record may carry: the columns of a canonical file. */
export const variables: readonly Variable[] = deepFreeze(variableTable);
/** Variables worked out when tables are made, never stored: years of duration, the contributor's neighbouring years, the group set apart. */
export const derivedVariables: readonly Variable[] = deepFreeze(derivedVariableTable);
export const codeLists: Readonly<Record<string, readonly Code[]>> = deepFreeze(codeTable);
export const countries: readonly Country[] = deepFreeze(countryTable);

const variableById = new Map([...variables, ...derivedVariables].map((entry) => [entry.id, entry]));
const countryByIso3 = new Map(countries.map((entry) => [entry.iso3, entry]));

/** The dictionary entry of a stored or derived variable. Throws a RangeError for an id the dictionary does not have. */
export function variable(id: string): Variable {
  const found = variableById.get(id);
  if (!found) throw new RangeError(`the standard has no variable '${id}'`);
  return found;
}

/** True for an id of `variables` or `derivedVariables`. */
export function hasVariable(id: string): boolean {
  return variableById.has(id);
}

/** The entries of a code list. Throws a RangeError for a list the dictionary does not have. */
export function codesOf(list: string): readonly Code[] {
  const found = codeLists[list];
  if (!found) throw new RangeError(`the standard has no code list '${list}'`);
  return found;
}

/** The country or territory with an ISO 3166-1 alpha-3 code. */
export function country(iso3: string): Country | undefined {
  return countryByIso3.get(iso3);
}

/** Freezes a table to its leaves. Labels inherit from an object of their own, where languages can be added (languages.ts). */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    if ('labels' in value) Object.setPrototypeOf(value.labels, {});
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
