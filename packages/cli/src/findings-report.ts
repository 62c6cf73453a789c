import { messageOf } from '@casebridge/intake';
import type { Finding, IntakeSummary, MappedFile } from '@casebridge/standard';

/** Findings of one run as they are shown: the first few of each rule in full, all of them counted. */
export interface FindingsReport {
  readonly summary: IntakeSummary;
  readonly shown: readonly Finding[];
  readonly hasErrors: boolean;
}

const shownPerRule = 5;

/** Reads a mapped file to its end and keeps what there is to say about it; the records are let go. */
export async function readFindings(file: MappedFile, perRule = shownPerRule): Promise<FindingsReport> {
  const shown: Finding[] = [];
  const seen = new Map<string, number>();
  for await (const block of file.blocks) keepFirst(block.findings, seen, shown, perRule);
  const summary = await file.summary;
  return { summary, shown, hasErrors: hasErrors(summary) };
}

export function keepFirst(
  findings: readonly Finding[],
  seen: Map<string, number>,
  shown: Finding[],
  perRule = shownPerRule,
): void {
  for (const finding of findings) {
    const count = (seen.get(finding.code) ?? 0) + 1;
    seen.set(finding.code, count);
    if (count <= perRule) shown.push(finding);
  }
}

export function hasErrors(summary: IntakeSummary): boolean {
  return Object.values(summary.findings).some(
    ({ severity, count }) => count > 0 && (severity === 'error' || severity === 'stop'),
  );
}

/** The report as lines for a terminal. A cell's content appears only with `showValues`, on its owner's screen. */
export function findingLines(report: FindingsReport, language: string, showValues: boolean): string[] {
  const { summary, shown } = report;
  const lines = [
    `${summary.rowsRead} rows read, ${summary.rowsKept} kept, ${summary.rowsRead - summary.rowsKept} held back`,
  ];
  for (const [code, { severity, count }] of Object.entries(summary.findings).sort(([a], [b]) => a.localeCompare(b))) {
    lines.push(`${code}  ${severity}  ${count}`);
    for (const finding of shown.filter((entry) => entry.code === code)) {
      const value = showValues && finding.value !== undefined ? `  [${finding.value}]` : '';
      lines.push(`    ${messageOf(finding, language)}${value}`);
    }
    const more = count - shown.filter((entry) => entry.code === code).length;
    if (more > 0) lines.push(`    … and ${more} more`);
  }
  if (summary.notChecked.length > 0)
    lines.push(`not checked: ${summary.notChecked.join(', ')} (they need the agreement or an earlier submission)`);
  return lines;
}

/** A finding without the cell it is about, for files and logs. */
export function withoutValue({ value: _, ...finding }: Finding): Omit<Finding, 'value'> {
  return finding;
}
