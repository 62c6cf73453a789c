// What changed since the contributor's last parcels: rules F05, Q01 and Q02 of the standard, over summaries alone.
import { type Finding, type IntakeSummary, isMissing, no, type Variable } from '@casebridge/standard';
import { variableOfColumn } from './pool-columns.ts';

const largestMove = 0.2;
const largestNewShare = 0.1;
const uploadsForGone = 3;

/** Rules that need an earlier parcel. */
export const comparisonRules = ['F05', 'Q01', 'Q02'] as const;

/**
 * Compares a parcel's summary with those of the contributor's earlier parcels.
 *
 * F05 (stop): the number of rows differs by more than half from the last parcel's, and no reason is given.
 * Q01 (warn): a variable's missing share moved by more than 20 points. Q02 (warn): a code seen in the last three parcels
 * is gone, or one never seen is more than a tenth of the records.
 *
 * @param previous summaries of accepted parcels, newest first; at least one
 */
export function compareWithPrevious(
  current: IntakeSummary,
  previous: readonly IntakeSummary[],
  options: { readonly sizeChangeReason?: string | null } = {},
): readonly Finding[] {
  const [last] = previous;
  if (!last) return [];
  const size = sizeFinding(current, last, options.sizeChangeReason ?? null);
  const columns = Object.keys(current.counts).sort();
  return [...size, ...columns.flatMap((column) => columnFindings(column, current, previous))];
}

function sizeFinding(current: IntakeSummary, last: IntakeSummary, reason: string | null): readonly Finding[] {
  const moved = 2 * Math.abs(current.rowsRead - last.rowsRead) > last.rowsRead;
  if (!moved || reason !== null) return [];
  return [
    { code: 'F05', severity: 'stop', row: null, variable: null, args: { rows: current.rowsRead, last: last.rowsRead } },
  ];
}

function columnFindings(
  column: string,
  current: IntakeSummary,
  previous: readonly IntakeSummary[],
): readonly Finding[] {
  const entry = variableOfColumn(column);
  const counts = current.counts[column];
  const earlier = previous.map((summary) => summary.counts[column]).filter((cells) => cells !== undefined);
  const [last] = earlier;
  if (!entry || !counts || !last) return [];
  const findings: Finding[] = [];
  const isFlag = column.includes('.') && !column.endsWith('.known');
  const [was, is] = [missingShare(last), missingShare(counts)];
  if (!isFlag && Math.abs(is - was) > largestMove)
    findings.push(warn('Q01', column, { from: Math.round(100 * was), to: Math.round(100 * is) }));
  if (!isCoded(entry)) return findings;
  const known = (cells: Readonly<Record<string, number>>) =>
    Object.keys(cells).filter((cell) => !isMissing(cell) && cell !== no && (cells[cell] ?? 0) > 0);
  const seen = new Set(earlier.flatMap(known));
  const fresh = known(counts).filter(
    (cell) => !seen.has(cell) && (counts[cell] ?? 0) > largestNewShare * total(counts),
  );
  const steady = earlier.slice(0, uploadsForGone);
  const gone =
    steady.length < uploadsForGone
      ? []
      : known(last).filter((cell) => !counts[cell] && steady.every((cells) => (cells[cell] ?? 0) > 0));
  if (gone.length + fresh.length > 0) findings.push(warn('Q02', column, { gone: gone.length, new: fresh.length }));
  return findings;
}

/** Codes of lists and countries; years and numbers change by themselves. */
function isCoded(entry: Variable): boolean {
  return entry.type === 'code' || entry.type === 'country' || entry.type === 'boolean';
}

function missingShare(counts: Readonly<Record<string, number>>): number {
  const all = total(counts);
  const missing = Object.entries(counts).reduce((sum, [cell, count]) => sum + (isMissing(cell) ? count : 0), 0);
  return all === 0 ? 0 : missing / all;
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function warn(code: string, variable: string, args: Readonly<Record<string, number>>): Finding {
  return { code, severity: 'warn', row: null, variable, args };
}
