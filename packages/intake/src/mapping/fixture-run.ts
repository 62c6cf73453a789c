// Runs a mapping of a few lines over rows written in a test.
import { Refusal } from '@casebridge/refusal';
import type { Finding } from '@casebridge/standard';
import { textTable } from '../readers/text-table.ts';
import { type MapOptions, mapTable } from './map-table.ts';
import { parseMapping } from './parse-mapping.ts';

export const head = `
mapping: test
contributor: example-agency
source: { date_order: dmy, locale: fr, missing: { "-99": unknown, NSP: unknown, refus: refused } }
`;
export const basics = `
  - { to: record_key, from: Id, operation: keyed_hash }
  - { to: source_kind, operation: constant, value: case_management }
  - { to: legal_basis, operation: constant, value: public_interest }
  - { to: trafficking_status, operation: constant, value: confirmed }
  - { to: registration_year, operation: constant, value: "2015" }
`;

interface Result {
  readonly records: readonly Readonly<Record<string, string>>[];
  readonly findings: readonly Finding[];
  readonly summary: Awaited<ReturnType<typeof mapTable>['summary']> | Refusal;
  readonly discarded: readonly string[];
}

export async function run(
  fields: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  options: Partial<MapOptions> & { readonly head?: string; readonly tail?: string } = {},
): Promise<Result> {
  const mapping = parseMapping(
    `${options.head ?? head}\nfields:${basics}${fields}\n${options.tail ?? ''}`,
    'test.yaml',
  );
  const table = textTable(
    header,
    async function* () {
      for (const [at, cells] of rows.entries()) yield { row: at + 2, cells };
    },
    { name: 'cases.csv', format: 'csv' },
  );
  const mapped = mapTable(table, mapping, { today: '2026-01-31', onStop: 'report', ...options });
  const records: Record<string, string>[] = [];
  const findings: Finding[] = [];
  try {
    for await (const block of mapped.blocks) {
      for (let row = 0; row < block.rows; row++)
        records.push(
          Object.fromEntries(
            block.columns.map(({ id, dictionary, codes }) => [id, dictionary[codes[row] as number] as string]),
          ),
        );
      findings.push(...block.findings);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  const summary = await mapped.summary.catch((error: unknown) => error as Refusal);
  return { records, findings, summary, discarded: mapped.discarded };
}

/** The cells of one variable, one per source text; null for a row that was held back. */
export async function cells(
  field: string,
  texts: readonly string[],
  column: string,
  options: Parameters<typeof run>[3] = {},
) {
  const { records, findings } = await run(
    field,
    ['Id', 'X'],
    texts.map((text, at) => [`case ${at}`, text]),
    options,
  );
  const held = new Set(findings.filter(({ severity }) => severity === 'error').map(({ row }) => row));
  const kept = [...records];
  return texts.map((_, at) => (held.has(at + 2) ? null : (kept.shift()?.[column] ?? 'lost')));
}
