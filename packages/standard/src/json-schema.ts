import { missing, no, yes } from './cell.ts';
import { columnLabels } from './codebook.ts';
import { columnsOf, defaultGrouping, domainOf, isFlagged } from './columns.ts';
import { codesOf, countries, standardVersion, variables } from './dictionary.ts';
import { grouping } from './grouping.ts';
import type { Variable } from './types.ts';

/** A JSON Schema node; plain data. */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * One standard record as JSON Schema 2020-12: an object with one text per canonical column, the columns a record may
 * carry outside the contributor's machine and no others. Labels travel as `x-labels`, so that a form can be built from
 * the schema alone.
 *
 * @param regions the grouping whose regions a region column takes
 */
export function toJsonSchema(regions = defaultGrouping): JsonSchema {
  const carried = variables.filter(({ held }) => held !== 'edge');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:casebridge:standard-record:${standardVersion}`,
    title: 'Casebridge standard record',
    description:
      'One person as one contributor knows them. Every cell is a text: a code or number, yes or no, or ?reason where there is no value. Blank is not a value.',
    type: 'object',
    additionalProperties: false,
    required: carried.filter(({ obligation }) => obligation === 'required').flatMap(({ id }) => columnsOf(id)),
    properties: Object.fromEntries(
      carried.flatMap((entry) => columnsOf(entry.id).map((column) => [column, columnSchema(entry, column, regions)])),
    ),
    $defs: {
      country: { enum: countries.map(({ iso3 }) => iso3) },
      specialCitizenship: { oneOf: codesOf('special_citizenship').map(labelledCode) },
      flag: { enum: [yes, no] },
      region: { oneOf: grouping(regions).regions.map(labelledCode) },
    },
  };
}

function columnSchema(entry: Variable, column: string, regions: string): JsonSchema {
  return {
    title: columnLabels(column).en,
    'x-labels': columnLabels(column),
    'x-group': entry.group,
    'x-obligation': entry.obligation,
    'x-sensitivity': entry.sensitivity,
    ...(entry.note ? { description: entry.note } : {}),
    ...valuesOf(entry, column, regions),
  };
}

function valuesOf(entry: Variable, column: string, regions: string): JsonSchema {
  const reasons = entry.missingReasons.map(missing);
  if (isFlagged(entry)) return { enum: domainOf(column, regions) };
  const value = valueSchema(entry);
  return reasons.length === 0 ? value : { anyOf: [value, { enum: reasons }] };
}

function valueSchema(entry: Variable): JsonSchema {
  if (entry.codeList?.startsWith('country')) return countrySchema(entry);
  if (entry.codeList === 'region') {
    return entry.cardinality === 'one' ? { $ref: '#/$defs/region' } : spaced(codePattern);
  }
  if (entry.codeList === 'contributor') return pattern(codePattern);
  if (entry.codeList) return { oneOf: codesOf(entry.codeList).map(labelledCode) };
  const text = patterns[entry.type];
  if (text === undefined) throw new RangeError(`no JSON form for the type of '${entry.id}'`);
  if (entry.type === 'boolean') return { $ref: '#/$defs/flag' };
  return entry.cardinality === 'many' ? spaced(text) : pattern(text);
}

function countrySchema(entry: Variable): JsonSchema {
  if (entry.cardinality === 'many') return spaced('[A-Z]{3}');
  const country = { $ref: '#/$defs/country' };
  return entry.codeList === 'country' ? country : { anyOf: [country, { $ref: '#/$defs/specialCitizenship' }] };
}

const codePattern = '[a-zA-Z0-9_-]+';

const patterns: Readonly<Record<Variable['type'], string | undefined>> = {
  id: '[0-9a-zA-Z_-]+',
  code: codePattern,
  country: '[A-Z]{3}',
  year: '(?:19|20)[0-9]{2}',
  quarter: '(?:19|20)[0-9]{2}-Q[1-4]',
  date: '[0-9]{4}-[0-9]{2}-[0-9]{2}',
  partial_date: '[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?',
  integer: '0|[1-9][0-9]{0,2}',
  decimal: '(?:0|[1-9][0-9]{0,2})(?:\\.[0-9])?',
  boolean: `${yes}|${no}`,
  text: '.*',
  version: '[0-9]+\\.[0-9]+(?:\\.[0-9]+)?',
};

function pattern(text: string): JsonSchema {
  return { type: 'string', pattern: `^(?:${text})$` };
}

function spaced(text: string): JsonSchema {
  return { type: 'string', pattern: `^(?:${text})(?: (?:${text}))*$` };
}

function labelledCode(entry: { readonly code: string; readonly labels: Readonly<Record<string, string>> }): JsonSchema {
  return { const: entry.code, title: entry.labels.en, 'x-labels': entry.labels };
}
