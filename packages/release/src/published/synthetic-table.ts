import { type Bundle, parseCsv, paths } from '@casebridge/bundle';
import { type CaseTable, type CodeColumn, caseTable, emptyColumn } from '@casebridge/privacy';
import type { Domains } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';

/**
 * The synthetic records of a verified bundle as a case table over the published domains; null where it has none.
 *
 * @param batch number of the release whose records they stand for; those of all when absent
 * @throws Refusal when a value is not one of its column's published codes
 */
export async function syntheticTableOf(bundle: Bundle, batch?: number): Promise<CaseTable | null> {
  if (!bundle.manifest.files.some(({ path }) => path === paths.syntheticCsv)) return null;
  const bytes = await bundle.file(paths.syntheticCsv);
  const [header = [], ...rows] = parseCsv(new TextDecoder().decode(bytes));
  const at = header.indexOf('batch');
  const kept = batch === undefined ? rows : rows.filter((row) => row[at] === String(batch));
  const domains: Domains = Object.fromEntries(
    header.flatMap((name) =>
      Object.hasOwn(bundle.measurements.domains, name) ? [[name, bundle.measurements.domains[name] ?? []]] : [],
    ),
  );
  const columns = Object.keys(domains).map((name): [string, CodeColumn] => {
    const codes = domains[name] as readonly string[];
    const codeOf = new Map(codes.map((code, index) => [code, index]));
    const from = header.indexOf(name);
    const column = emptyColumn(codes.length, kept.length);
    for (const [row, cells] of kept.entries()) {
      const code = codeOf.get(cells[from] ?? '');
      if (code === undefined) {
        throw new Refusal(
          'synthetic-code',
          `${paths.syntheticCsv}, column '${name}': a value is no published code; do not use this bundle`,
          { exit: 3 },
        );
      }
      column[row] = code;
    }
    return [name, column];
  });
  return caseTable(domains, Object.fromEntries(columns));
}
