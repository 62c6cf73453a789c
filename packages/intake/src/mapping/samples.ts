import type { RecordBlock } from '@casebridge/standard';
import { hasVariable, isFlagged, variable } from '@casebridge/standard';
import { foldedText } from '../readers/header.ts';
import { textTable } from '../readers/text-table.ts';
import { mapTable } from './map-table.ts';
import type { Mapping, Sample } from './mapping.ts';

/** What one sample of a mapping gave. */
export interface SampleResult {
  readonly line: number;
  readonly ok: boolean;
  /** Cells that differ: column, expected and found. Empty where the sample holds. */
  readonly differences: readonly { readonly column: string; readonly expected: string; readonly found: string }[];
  /** Codes of the findings the row made. */
  readonly findings: readonly string[];
}

/**
 * Runs a mapping's own samples. A sample's row may leave columns out; they are empty. Its expected cells are named by
 * column; for a many-valued variable the variable's name stands for its yes codes, joined by spaces in any order.
 *
 * @param options.today day of the run, YYYY-MM-DD
 */
export async function runSamples(
  mapping: Mapping,
  options: { readonly today: string },
): Promise<readonly SampleResult[]> {
  const results: SampleResult[] = [];
  for (const sample of mapping.samples) results.push(await runSample(mapping, sample, options.today));
  return results;
}

async function runSample(mapping: Mapping, sample: Sample, today: string): Promise<SampleResult> {
  const given = new Map(Object.entries(sample.in).map(([column, cell]) => [foldedText(column), cell] as const));
  const columns = [...new Set([...mapping.fields.flatMap(({ rule }) => rule.from), ...given.keys()])];
  const row = { row: 1, cells: columns.map((column) => given.get(column) ?? '') };
  const table = textTable(
    columns,
    async function* () {
      yield row;
    },
    { name: `${mapping.file}, line ${sample.line}`, format: 'csv' },
  );
  const mapped = mapTable(table, mapping, { today, onStop: 'report' });
  const findings: string[] = [];
  let block: RecordBlock | undefined;
  for await (const next of mapped.blocks) {
    if (next.rows > 0) block = next;
    findings.push(...next.findings.map(({ code }) => code));
  }
  const differences = differencesOf(sample, block);
  return { line: sample.line, ok: differences.length === 0, differences, findings: [...new Set(findings)] };
}

function differencesOf(sample: Sample, block: RecordBlock | undefined): SampleResult['differences'] {
  if (sample.out === null) return block ? [{ column: '(row)', expected: 'held back', found: 'kept' }] : [];
  if (!block) return [{ column: '(row)', expected: 'kept', found: 'held back' }];
  return Object.entries(sample.out).flatMap(([column, expected]) => {
    const found = cellOf(block, column);
    const wanted = isManyFlags(column) ? sortedWords(expected) : expected;
    return found === wanted ? [] : [{ column, expected: wanted, found }];
  });
}

function cellOf(block: RecordBlock, column: string): string {
  if (isManyFlags(column)) {
    const prefix = `${column}.`;
    const codes = block.columns
      .filter(
        ({ id, dictionary, codes }) =>
          id.startsWith(prefix) && !id.endsWith('.known') && dictionary[codes[0] ?? 0] === 'yes',
      )
      .map(({ id }) => id.slice(prefix.length));
    return codes.sort().join(' ');
  }
  const found = block.columns.find(({ id }) => id === column);
  return found ? (found.dictionary[found.codes[0] ?? 0] ?? '') : '(no such column)';
}

function isManyFlags(column: string): boolean {
  return hasVariable(column) && isFlagged(variable(column));
}

function sortedWords(text: string): string {
  return text
    .split(/[\s,;]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}
