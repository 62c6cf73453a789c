// The samples of a mapping as a file that the mapping reads: what tests map, here and on the command line.
import { type Mapping, parseMapping } from '@casebridge/intake';

/** A mapping's text and a file of its own samples. */
export interface SampleFile {
  readonly name: string;
  readonly mapping: string;
  readonly text: string;
}

/** The samples of a mapping as CSV, and the mapping changed to read CSV from its first row. */
export function sampleFile(id: string, text: string): SampleFile {
  const mapping = text
    .replace(/^ {2}format: (xlsx|jsonl)$/m, '  format: csv')
    .replace(/^ {2}(sheet|header_row|lists): .*\n/gm, '');
  return { name: `${id}.csv`, mapping, text: csvOf(parseMapping(mapping, `${id}.yaml`)) };
}

function csvOf({ fields, samples }: Mapping): string {
  const columns = [
    ...new Set([...fields.flatMap(({ rule }) => rule.from), ...samples.flatMap((sample) => Object.keys(sample.in))]),
  ];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const rows = samples.map((sample) => columns.map((column) => sample.in[column] ?? ''));
  return [columns, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n');
}
