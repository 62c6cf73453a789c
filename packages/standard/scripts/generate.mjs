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

function variables() {
  return rows('canonical-variables').map((row) => ({
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

function countries() {
  return rows('regions').map((row) => ({
    iso3: row.iso3,
    iso2: row.iso2,
    numeric: row.iso_num,
    labels: labels(row, 'name'),
    unMember: row.un_member === 'yes',
    note: row.note || null,
    groups: {
      m49_region: row.m49_region || null,
      m49_subregion: row.m49_subregion || null,
      unodc_region: row.unodc_region || null,
      unodc_subregion: row.unodc_subregion || null,
      iom_region_2015: row.iom_region_2015 || null,
      iom_region_2011: row.iom_region_2011 || null,
      ctdc_vp_region: row.ctdc_vp_region || null,
    },
  }));
}

const header = '// Generated from data/*.csv by scripts/generate.mjs. Edit the CSV, then run it again.\n';

/** The generated files as text, by name. */
export function generate() {
  const value = (data) => JSON.stringify(data, null, 1);
  return {
    'variables.ts': `${header}import type { Variable } from '../types.ts';\n\nexport const variableTable: readonly Variable[] = ${value(variables())};\n`,
    'code-lists.ts': `${header}import type { Code } from '../types.ts';\n\nexport const codeTable: Readonly<Record<string, readonly Code[]>> = ${value(codeLists())};\n`,
    'countries.ts': `${header}import type { Country } from '../types.ts';\n\nexport const countryTable: readonly Country[] = ${value(countries())};\n`,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, text] of Object.entries(generate())) writeFileSync(at(`src/generated/${name}`), text);
}
