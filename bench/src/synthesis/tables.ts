import { cpus, loadavg } from 'node:os';
import type { Run } from './runs.ts';

/** The middle of several numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** A table for a terminal: the first column to the left, the others to the right. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((name, at) => Math.max(name.length, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  console.log(line(header));
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const row of rows) console.log(line(row));
}

export function heading(text: string): void {
  console.log(`\n${text}\n${'='.repeat(text.length)}`);
}

/** Node, processor and load at this moment. */
export function machineLine(): string {
  const load = loadavg().map((value) => value.toFixed(2));
  return `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, load average ${load.join(' ')}`;
}

export interface Cost {
  /** Medians over runs: clock and processor seconds, peak megabytes of the process. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

export function costOf(runs: readonly Run[]): Cost {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMb: median(runs.map(({ peakMb }) => peakMb)),
  };
}

export function costCells({ seconds, cpuSeconds, peakMb }: Cost): string[] {
  return [number(seconds, 3), number(cpuSeconds, 3), number(peakMb, 3)];
}

/** A number of so many significant digits, without an exponent; a dash where there is none. */
export function number(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (value === 0) return '0';
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(decimals, 6));
}

export function percent(share: number | null | undefined): string {
  return share === null || share === undefined || Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`;
}

export function verdict(holds: boolean | null): string {
  return holds === null ? 'not known' : holds ? 'yes' : 'NO';
}

/** When and under which load runs of an earlier bench were made; null where all are of this one. */
export function earlierNote(runs: readonly Run[]): string | null {
  const earlier = runs.filter((run) => run.earlier);
  if (earlier.length === 0) return null;
  const dates = earlier.map(({ startedAt }) => startedAt.slice(0, 16)).sort();
  const loads = earlier.map(({ load }) => load).sort((a, b) => a - b);
  return (
    `${earlier.length} of ${runs.length} runs are of ${dates[0]} to ${dates.at(-1)} UTC, ` +
    `at load averages of ${loads[0]?.toFixed(1)} to ${loads.at(-1)?.toFixed(1)}`
  );
}
