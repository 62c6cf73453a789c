import { existsSync, readFileSync } from 'node:fs';
import { codeTexts, readTexts, writeCodedTable } from './coded-table.ts';
import { dataFile, outPath } from './places.ts';

/** A table of codes on disk, as every method reads it, and what its codes stand for. */
export interface Dataset {
  readonly name: string;
  /** CSV of codes and `{"column": size}`. */
  readonly table: string;
  readonly domain: string;
  readonly delta: number;
  /** Per column the texts of its codes; absent where the reference data are codes already. */
  readonly values?: readonly (readonly string[])[];
}

/** Adult as the papers on marginal-based synthesis use it: 48,842 × 14, δ 1e-9. */
export function adult(): Dataset | null {
  const table = dataFile('dp-adult', 'adult.csv.gz');
  const domain = dataFile('dp-adult', 'adult-domain.json');
  return table && domain ? { name: 'adult', table, domain, delta: 1e-9 } : null;
}

/**
 * The two files that Synthetic Data Showcase's examples publish figures for. What it takes for absent is the empty value here,
 * which stays a value of the domain. δ is its own default, 1 / (N ln N).
 */
export function sdsExample(name: SdsExample): (Dataset & { readonly texts: string; readonly absent: string }) | null {
  const { file, absent } = sdsExamples[name];
  const texts = dataFile('sds-examples', file);
  if (texts === null) return null;
  const { names, texts: rows } = readTexts(texts);
  const delta = 1 / (rows.length * Math.log(rows.length));
  const recoded = rows.map((row) => row.map((value) => (value === absent ? '' : value)));
  return { ...coded(name, names, recoded, delta), texts, absent };
}

export type SdsExample = 'complaints' | 'notebook';

const sdsExamples = {
  complaints: { file: 'customer_complaints_prepared.csv.gz', absent: 'False' },
  notebook: { file: 'notebook_mock_6000.csv.gz', absent: '0' },
} as const;

/**
 * Feature sets of the NIST Collaborative Research Cycle's archive, as the label files beside its SmartNoise MST records list
 * them. δ is the default of SmartNoise's MST, with which those records were made.
 */
export const nistFeatureSets = {
  demographic: ['AGEP', 'SEX', 'MSP', 'RAC1P', 'HOUSING_TYPE', 'OWN_RENT', 'EDU', 'PINCP_DECILE', 'DVET'],
  industry: ['PUMA', 'SEX', 'MSP', 'HISP', 'RAC1P', 'OWN_RENT', 'INDP_CAT', 'EDU', 'PINCP_DECILE'],
  family: [
    ...['PUMA', 'AGEP', 'SEX', 'MSP', 'HISP', 'RAC1P'],
    ...['NOC', 'NPF', 'OWN_RENT', 'PINCP_DECILE', 'POVPIP', 'DEYE'],
  ],
} as const;

export type NistFeatureSet = keyof typeof nistFeatureSets;

export function nist(set: NistFeatureSet): Dataset | null {
  const path = dataFile('sds-examples', 'nist_ma2019.csv.gz');
  if (path === null) return null;
  const { names, texts } = readTexts(path);
  const places = nistFeatureSets[set].map((name) => names.indexOf(name));
  const rows = texts.map((row) => places.map((at) => row[at] ?? ''));
  return coded(`nist-${set}`, nistFeatureSets[set], rows, 1e-9);
}

/** The 193,025 × 37 CTDC Global Synthetic Dataset of 2021. */
export function ctdc(): Dataset | null {
  const path = dataFile('ctdc-global-synthetic-2021', 'ctdc_global_synthetic_2021.csv.gz');
  if (path === null) return null;
  const name = 'ctdc-2021';
  const delta = 1e-9;
  const table = outPath('data', `${name}.csv`);
  const domain = outPath('data', `${name}-domain.json`);
  if (existsSync(table) && existsSync(domain)) return { name, table, domain, delta };
  const { names, texts } = readTexts(path);
  return coded(name, names, texts, delta);
}

function coded(name: string, names: readonly string[], rows: readonly (readonly string[])[], delta: number): Dataset {
  const { table, values } = codeTexts(names, rows);
  const path = outPath('data', `${name}.csv`);
  const domain = outPath('data', `${name}-domain.json`);
  writeCodedTable(path, domain, table);
  return { name, table: path, domain, delta, values };
}

/** Columns and cells of a dataset's domain, for a heading. */
export function shapeOf({ domain }: Dataset): string {
  const sizes = Object.values(JSON.parse(readFileSync(domain, 'utf8')) as Record<string, number>);
  return `${sizes.length} columns of ${Math.min(...sizes)} to ${Math.max(...sizes)} values`;
}
