// Public files of case-like data, unpacked for the command line, with a domain declared for each. A real domain comes from a
// codebook; where a file has none, the values found in it are listed here, which only a test may do.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { repository } from './command-line.ts';

const dataFolder = join(repository, '../shared/data');

/** A CSV and its domain file, on disk. */
export interface DeclaredFile {
  readonly csv: string;
  readonly domain: string;
}

const files = {
  adult: { csv: 'dp-adult/adult.csv.gz', domain: 'dp-adult/adult-domain.json' },
  titanic: { csv: 'dp-titanic/titanic.csv.gz', domain: 'dp-titanic/titanic-domain.json' },
  ctdc: { csv: 'ctdc-global-synthetic-2021/ctdc_global_synthetic_2021.csv.gz', domain: null },
  notebook: { csv: 'sds-examples/notebook_mock_6000.csv.gz', domain: null },
  complaints: { csv: 'sds-examples/customer_complaints_prepared.csv.gz', domain: null },
} as const;

/** Names of the files known here. */
export type SharedFile = keyof typeof files;

/** Whether a file is there; says so in one line when it is not. */
export function hasSharedFile(name: SharedFile): boolean {
  const isThere = existsSync(join(dataFolder, files[name].csv));
  if (!isThere) process.stderr.write(`${name}: skipped, ${files[name].csv} is not beside the repository\n`);
  return isThere;
}

/** Unpacks a file and writes its domain into a folder. */
export async function unpackDeclared(name: SharedFile, folder: string): Promise<DeclaredFile> {
  const { csv, domain } = files[name];
  const text = gunzipSync(await readFile(join(dataFolder, csv))).toString('utf8');
  const declared =
    domain === null ? JSON.stringify(listedDomain(text)) : await readFile(join(dataFolder, domain), 'utf8');
  const paths = { csv: join(folder, `${name}.csv`), domain: join(folder, `${name}-domain.json`) };
  await writeFile(paths.csv, text);
  await writeFile(paths.domain, declared);
  return paths;
}

/** The values of each column of a CSV without quotes, in order of code units. */
export function listedDomain(text: string): Record<string, string[]> {
  const [header = '', ...rows] = text.trimEnd().split(/\r?\n/);
  const names = header.split(',');
  const values = names.map(() => new Set<string>());
  for (const row of rows) for (const [at, value] of row.split(',').entries()) values[at]?.add(value);
  return Object.fromEntries(names.map((name, at) => [name, [...(values[at] ?? [])].sort()]));
}
