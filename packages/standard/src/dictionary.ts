import { codeTable } from './generated/code-lists.ts';
import { countryTable } from './generated/countries.ts';
import { variableTable } from './generated/variables.ts';
import type { Code, Country, Variable } from './types.ts';

/** Version of the dictionary: a minor version adds variables or codes, a major one changes a meaning. */
export const standardVersion = '1.0';

export const variables: readonly Variable[] = deepFreeze(variableTable);
export const codeLists: Readonly<Record<string, readonly Code[]>> = deepFreeze(codeTable);
export const countries: readonly Country[] = deepFreeze(countryTable);

const variableById = new Map(variables.map((entry) => [entry.id, entry]));
const countryByIso3 = new Map(countries.map((entry) => [entry.iso3, entry]));

/** The dictionary entry of a variable. Throws a RangeError for an id the dictionary does not have. */
export function variable(id: string): Variable {
  const found = variableById.get(id);
  if (!found) throw new RangeError(`the standard has no variable '${id}'`);
  return found;
}

export function hasVariable(id: string): boolean {
  return variableById.has(id);
}

/** The entries of a code list. Throws a RangeError for a list the dictionary does not have. */
export function codesOf(list: string): readonly Code[] {
  const found = codeLists[list];
  if (!found) throw new RangeError(`the standard has no code list '${list}'`);
  return found;
}

export function country(iso3: string): Country | undefined {
  return countryByIso3.get(iso3);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
