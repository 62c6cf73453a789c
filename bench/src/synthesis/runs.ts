/**
 * One process per run, so that time and peak memory are those of the run alone. Every program run here prints one line of
 * JSON last: what it measured about itself. Lines are kept in bench/peers/out/results.jsonl and read again by later benches.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { outPath } from './places.ts';

/** What tells one run from another. `settings` holds all that changes its result but is not named before it. */
export interface RunKey {
  readonly dataset: string;
  readonly method: string;
  readonly epsilon: number;
  readonly seed: number;
  readonly settings: string;
}

export interface RunRequest extends RunKey {
  readonly command: string;
  readonly args: readonly string[];
  /** The synthetic table that it writes. */
  readonly out: string;
}

export interface Run extends RunKey {
  readonly out: string;
  readonly startedAt: string;
  /** Load average of one minute at the start, and the machine. */
  readonly load: number;
  readonly machine: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  /** All that the program printed of itself. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** True when read from an earlier bench. */
  readonly earlier: boolean;
}

export interface RunOptions {
  /** Run what no earlier bench has run; otherwise such a run is left out. */
  readonly start: boolean;
  /** Run again what an earlier bench has run. */
  readonly fresh: boolean;
  readonly timeoutSeconds: number;
}

/** The run of a request: an earlier one, or a new one; a line saying why when there is neither. */
export function runOf(request: RunRequest, { start, fresh, timeoutSeconds }: RunOptions): Run | string {
  const { dataset, method, epsilon, seed, settings, command, args, out } = request;
  const key = { dataset, method, epsilon, seed, settings };
  const before = fresh ? undefined : earlierRuns().get(JSON.stringify(key));
  if (before && existsSync(before.out)) return before;
  if (!start) return 'not run';
  const startedAt = new Date().toISOString();
  const [load = 0] = loadavg();
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...environment } = process.env;
  const { stdout, stderr, status, error } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: timeoutSeconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: 2 ** 28,
    env: { ...environment, PYTHONWARNINGS: 'ignore' },
  });
  if (status !== 0) {
    const why = error && 'code' in error && error.code === 'ETIMEDOUT' ? `over ${timeoutSeconds} s` : lastLine(stderr);
    return `failed: ${why}`;
  }
  const facts = JSON.parse(lastLine(stdout)) as Record<string, unknown>;
  const run: Run = {
    ...key,
    out,
    startedAt,
    load,
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    seconds: Number(facts.seconds),
    cpuSeconds: Number(facts.cpuSeconds),
    peakMb: Number(facts.peakMb),
    facts,
    earlier: false,
  };
  appendFileSync(resultsPath(), `${JSON.stringify(run)}\n`);
  return run;
}

function earlierRuns(): Map<string, Run> {
  const path = resultsPath();
  if (!existsSync(path)) return new Map();
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const run = JSON.parse(line) as Run;
      const { dataset, method, epsilon, seed, settings } = run;
      return [JSON.stringify({ dataset, method, epsilon, seed, settings }), { ...run, earlier: true }];
    }),
  );
}

function resultsPath(): string {
  return outPath('.', 'results.jsonl');
}

function lastLine(text: string | null): string {
  return (text ?? '').trimEnd().split('\n').at(-1) ?? '';
}
