import { cpus, loadavg } from 'node:os';

/** Milliseconds of each of several runs, and the processor time, over all threads, of the one that used least. */
export interface Timing {
  readonly best: number;
  readonly median: number;
  readonly processor: number;
  readonly runs: readonly number[];
}

/** Times `runs` runs; what the last one returned comes with it. */
export async function timed<T>(runs: number, work: () => Promise<T> | T): Promise<{ timing: Timing; result: T }> {
  const times: number[] = [];
  const processor: number[] = [];
  let result: T | undefined;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    const start = performance.now();
    result = await work();
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }
  return { timing: timingOf(times, processor), result: result as T };
}

export function timingOf(runs: readonly number[], processor: readonly number[]): Timing {
  const sorted = [...runs].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { best: sorted[0] ?? 0, median, processor: Math.min(...processor), runs };
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 3 : 2)} s`;
}

export function describeTiming({ best, median, processor, runs }: Timing): string {
  const clock =
    runs.length === 1 ? seconds(best) : `${seconds(median)} median, ${seconds(best)} best of ${runs.length}`;
  return `${clock}; ${seconds(processor)} of processor time`;
}

/** The machine, and how busy it was: a figure without this says little. */
export function machine(): string {
  const [one = 0] = loadavg();
  return `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, load average ${one.toFixed(2)}`;
}
