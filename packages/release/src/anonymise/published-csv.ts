import { csvLine } from '@casebridge/bundle';
import { publishedLabel, type QuasiTable, suppressedLabel } from '@casebridge/privacy';
import type { Recoded } from './recode.ts';

/** The published header. */
function publishedHeader(table: QuasiTable): string {
  return csvLine([...table.hierarchies.map(({ column }) => column), ...table.sensitive.map(({ name }) => name)]);
}

/** The published line of a row: its labels, then its sensitive values. */
export function publishedLine(table: QuasiTable, { recoding, blank }: Recoded, row: number): string {
  return csvLine([
    ...table.hierarchies.map((_, column) => publishedLabel(table, recoding, column, row)),
    ...table.sensitive.map(({ values, codes }) =>
      blank[row] === 1 ? suppressedLabel : (values[codes[row] as number] as string),
    ),
  ]);
}

/** The published file in pieces of some thousand rows. */
export function* publishedCsv(table: QuasiTable, recoded: Recoded): Generator<string> {
  yield publishedHeader(table);
  for (let start = 0; start < table.rows; start += 4096) {
    const lines: string[] = [];
    for (let row = start; row < Math.min(table.rows, start + 4096); row++) {
      lines.push(publishedLine(table, recoded, row));
    }
    yield lines.join('');
  }
}
