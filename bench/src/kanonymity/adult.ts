import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type ColumnHierarchy, hierarchyFromCsv, type QuasiTable } from '@casebridge/privacy';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const shared = process.env.CASEBRIDGE_SHARED ?? join(root, '..', 'shared');
const folder = join(shared, 'data', 'arx-adult');

export const nine: readonly string[] = [
  'sex',
  'age',
  'race',
  'marital-status',
  'education',
  'native-country',
  'workclass',
  'occupation',
  'salary-class',
];
export const eight = nine.filter((name) => name !== 'occupation');

/** The Adult table as ARX ships it. */
export interface Adult {
  table(quasi: readonly string[], sensitive?: readonly string[]): QuasiTable;
  hierarchy(column: string): ColumnHierarchy;
  /** ARX's own expectations, by group. */
  readonly cases: Readonly<Record<string, readonly ArxCase[]>>;
}

/** One case of ARX's tests. */
export interface ArxCase {
  readonly configuration: string;
  readonly optimalLevels: readonly number[];
  readonly optimalInformationLoss: number;
}

/** Null where the file is absent. */
export function readAdult(): Adult | null {
  if (!existsSync(folder)) return null;
  const [header = [], ...rows] = gunzipSync(readFileSync(join(folder, 'adult.csv.gz')))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';'));
  const hierarchy = (column: string) => {
    const file = `adult_hierarchy_${column}.csv`;
    return hierarchyFromCsv(column, readFileSync(join(folder, 'hierarchies', file), 'utf8'), file);
  };
  const coded = (name: string, values: readonly string[]) => {
    const at = header.indexOf(name);
    const codeOf = new Map(values.map((value, code) => [value, code]));
    return Uint16Array.from(rows, (row) => codeOf.get(row[at] as string) as number);
  };
  const expected = JSON.parse(readFileSync(join(folder, 'expected-optima.json'), 'utf8')) as {
    cases: Record<string, ArxCase[]>;
  };
  return {
    hierarchy,
    cases: expected.cases,
    table(quasi, sensitive = []) {
      const hierarchies = quasi.map(hierarchy);
      return {
        hierarchies,
        columns: hierarchies.map(({ column, labels }) => coded(column, labels[0] as readonly string[])),
        sensitive: sensitive.map((name) => {
          const values = [...new Set(rows.map((row) => row[header.indexOf(name)] as string))].sort();
          return { name, values, codes: coded(name, values) };
        }),
        rows: rows.length,
      };
    },
  };
}
