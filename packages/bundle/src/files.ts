import { Refusal } from '@casebridge/refusal';
import type { FileSource } from './ports.ts';

/** The paths of a bundle, in one place. */
export const paths = {
  manifest: 'manifest.json',
  signature: 'manifest.minisig',
  approvals: 'approvals.json',
  tablesParquet: 'data/tables.parquet',
  tablesCsv: 'data/tables.csv',
  tablesXlsx: 'data/tables.xlsx',
  tablesJson: 'data/tables.json',
  figures: 'data/figures.json',
  measurements: 'data/measurements.json',
  syntheticParquet: 'data/synthetic.parquet',
  syntheticCsv: 'data/synthetic.csv',
  synthesis: 'data/synthesis.json',
  support: 'data/synthetic-support.json',
  kanonymous: 'data/kanonymous.csv',
  prevalence: 'data/prevalence.json',
  codebook: 'docs/codebook.json',
  privacy: 'docs/privacy.json',
  coverage: 'docs/coverage.json',
  ledger: 'docs/ledger-extract.jsonl',
  utility: 'docs/utility.json',
  audit: 'docs/audit.json',
} as const;

/** Files beside those the manifest names. */
export const unlisted: readonly string[] = [paths.manifest, paths.signature, paths.approvals];

/** Files that a bundle with synthetic records has, besides its replicates. */
export const syntheticPaths: readonly string[] = [
  paths.syntheticParquet,
  paths.syntheticCsv,
  paths.synthesis,
  paths.support,
];

/** Files that a bundle has or has not. */
const optional: readonly string[] = [...syntheticPaths, paths.kanonymous, paths.prevalence, paths.utility, paths.audit];

/** Files that every bundle has. */
export const required: readonly string[] = Object.values(paths).filter(
  (path) => !unlisted.includes(path) && !optional.includes(path),
);

/** Most bytes of one file: what readers can hold in memory. */
export const mostFileBytes = 2 ** 30;

/** The refusal of a file that is larger. */
export function tooLarge(path: string): Refusal {
  return new Refusal(
    'bundle-file-size',
    `${path} is larger than ${mostFileBytes} bytes; publish fewer columns, tables or cohorts in one series`,
  );
}

/** The path of a replicate of the synthetic records, counted from 1. */
export function replicatePath(number: number): string {
  return `data/replicates/${String(number).padStart(2, '0')}.parquet`;
}

/** The comment under which the builder signs the manifest. */
export const manifestComment = 'casebridge-bundle-1 manifest.json';

const mediaTypes: Readonly<Record<string, string>> = {
  parquet: 'application/vnd.apache.parquet',
  csv: 'text/csv;charset=utf-8;header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
};

export function mediaTypeOf(path: string): string {
  return mediaTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** The bytes of a file, or null where there is none. */
export async function readIfThere(
  source: FileSource,
  present: ReadonlySet<string>,
  path: string,
): Promise<Uint8Array | null> {
  return present.has(path) ? source.read(path) : null;
}
