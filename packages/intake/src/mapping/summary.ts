import type { Finding, IntakeSummary, Severity } from '@casebridge/standard';
import { variable } from '@casebridge/standard';
import type { WorkColumn } from './text-pool.ts';

/** Counts what one file gives: rows, findings per rule, and the cells of its coded columns. */
export interface Tally {
  readonly read: (rows: number) => void;
  readonly found: (findings: readonly Finding[]) => void;
  /** Adds the kept rows of a block; columns are parallel to the tally's. */
  readonly kept: (columns: readonly WorkColumn[], rows: number) => void;
  readonly summary: (notChecked: readonly string[]) => IntakeSummary;
  /** True once a finding stops the file. */
  readonly isStopped: () => boolean;
}

export function tally(columns: readonly string[]): Tally {
  const counted = columns.map(isCounted);
  const counts: Float64Array[] = columns.map(() => new Float64Array(8));
  const texts: (readonly string[])[] = columns.map(() => []);
  const findings = new Map<string, { severity: Severity; count: number }>();
  let rowsRead = 0;
  let rowsKept = 0;
  return {
    read: (rows) => {
      rowsRead += rows;
    },
    found(list) {
      for (const { code, severity } of list) {
        const entry = findings.get(code) ?? { severity, count: 0 };
        entry.count++;
        if (severities.indexOf(severity) < severities.indexOf(entry.severity)) entry.severity = severity;
        findings.set(code, entry);
      }
    },
    kept(block, rows) {
      rowsKept += rows;
      for (const [n, column] of block.entries()) {
        if (!counted[n]) continue;
        let count = counts[n] as Float64Array;
        if (count.length < column.texts.length) {
          const longer = new Float64Array(column.texts.length * 2);
          longer.set(count);
          counts[n] = longer;
          count = longer;
        }
        texts[n] = column.texts;
        if (column.isConstant) count[0] = (count[0] as number) + rows;
        else addCodes(count, column.codes, rows);
      }
    },
    summary: (notChecked) => ({
      rowsRead,
      rowsKept,
      findings: Object.fromEntries([...findings].sort(([a], [b]) => (a < b ? -1 : 1))),
      notChecked,
      counts: Object.fromEntries(
        columns.flatMap((column, n) =>
          counted[n] ? [[column, countsOf(texts[n] ?? [], counts[n] as Float64Array)] as const] : [],
        ),
      ),
    }),
    isStopped: () => [...findings.values()].some(({ severity }) => severity === 'stop'),
  };
}

const severities: readonly Severity[] = ['stop', 'error', 'warn', 'note'];

function addCodes(count: Float64Array, codes: Uint32Array, rows: number): void {
  for (let row = 0; row < rows; row++) {
    const code = codes[row] as number;
    count[code] = (count[code] as number) + 1;
  }
}

function countsOf(texts: readonly string[], count: Float64Array): Readonly<Record<string, number>> {
  return Object.fromEntries(
    texts.flatMap((text, code) => ((count[code] ?? 0) > 0 ? [[text, count[code] as number] as const] : [])),
  );
}

/** Keys, versions, dates, free numbers and protection data are not counted. */
function isCounted(column: string): boolean {
  const { type, sensitivity } = variable(column.split('.')[0] as string);
  if (sensitivity === 'pseudonym' || sensitivity === 'meta') return false;
  return type === 'code' || type === 'country' || type === 'year' || type === 'quarter' || type === 'boolean';
}
