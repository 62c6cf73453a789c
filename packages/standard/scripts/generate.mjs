// Writes src/generated/*.ts from data/*.csv. The CSV files are the dictionary's source; the generated files are committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';

const at = (path) => new URL(`../${path}`, import.meta.url);
const rows = (name) => parse(readFileSync(at(`data/${name}.csv`)), { columns: true });
const labels = (row, stem) =>
  Object.fromEntries(
    ['en', 'fr', 'es', 'ar'].map((language) => [language, row[`${stem}_${language}`] || row[`${stem}_en`]]),
  );
const list = (text, separator) =>
  text
    ? text
        .split(separator)
        .map((part) => part.trim())
        .filter(Boolean)
    : [];

function variables(name) {
  return rows(name).map((row) => ({
    id: row.id,
    labels: labels(row, 'label'),
    group: row.group,
    type: row.type,
    cardinality: row.cardinality,
    codeList: row.code_list || null,
    unit: row.unit || null,
    obligation: row.obligation,
    sensitivity: row.sensitivity,
    held: row.held,
    published: row.published,
    derivedFrom: row.derived_from || null,
    appliesWhen: row.applies_when || null,
    missingReasons: list(row.missing_reasons, '|'),
    statistic: row.statistic || null,
    note: row.note || null,
  }));
}

function codeLists() {
  const lists = {};
  for (const row of rows('canonical-codelists')) {
    lists[row.code_list] ??= [];
    lists[row.code_list].push({
      code: row.code,
      labels: labels(row, 'label'),
      parent: row.parent || null,
      equivalents: list(row.equivalents, ';'),
      note: row.note || null,
    });
  }
  return lists;
}

function groupings() {
  return rows('groupings').map((row) => ({
    id: row.id,
    version: row.version,
    labels: labels(row, 'label'),
    note: row.note || null,
  }));
}

function countries() {
  const regions = codeLists();
  return rows('regions').map((row) => ({
    iso3: row.iso3,
    iso2: row.iso2,
    numeric: row.iso_num,
    labels: labels(row, 'name'),
    unMember: row.un_member === 'yes',
    permanentPopulation: row.permanent_population === 'yes',
    note: row.note || null,
    groups: Object.fromEntries(groupings().map(({ id }) => [id, regionCode(id, row[id], regions[id])])),
  }));
}

function countryNames() {
  return rows('country-names').map((row) => ({
    name: row.name,
    language: row.language || null,
    iso3: row.iso3 || null,
    kind: row.kind,
  }));
}

// `regions.csv` names regions in English, or by code; the code lists give each name its code.
function regionCode(grouping, name, regions) {
  if (!name) return null;
  const found = regions.find((region) => region.labels.en === name || region.code === name);
  if (!found) throw new Error(`code list ${grouping} has no region '${name}'`);
  return found.code;
}

const header = '// Generated from data/*.csv by scripts/generate.mjs. Edit the CSV, then run it again.\n';

/** The generated files as text, by name. */
export function generate() {
  const value = (data) => JSON.stringify(data, null, 1);
  return {
    'variables.ts': `${header}import type { Variable } from '../types.ts';\n\nexport const variableTable: readonly Variable[] = ${value(variables('canonical-variables'))};\n\nexport const derivedVariableTable: readonly Variable[] = ${value(variables('derived-variables'))};\n`,
    'code-lists.ts': `${header}import type { Code } from '../types.ts';\n\nexport const codeTable: Readonly<Record<string, readonly Code[]>> = ${value(codeLists())};\n`,
    'countries.ts': `${header}import type { Country, GroupingEntry } from '../types.ts';\n\nexport const groupingTable: readonly GroupingEntry[] = ${value(groupings())};\n\nexport const countryTable: readonly Country[] = ${value(countries())};\n`,
    'country-names.ts': `${header}import type { CountryName } from '../types.ts';\n\nexport const countryNameTable: readonly CountryName[] = ${value(countryNames())};\n`,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, text] of Object.entries(generate())) writeFileSync(at(`src/generated/${name}`), text);
}
