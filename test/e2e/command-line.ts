// The real command line in its own process, and what a folder holds before and after.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
const program = join(repository, 'packages/cli/bin/casebridge.js');

/** How a command ended. */
export interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that is running. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ended>;
}

export interface StartOptions {
  /** File for the most memory the process ever held, in kilobytes. */
  readonly peakMemory?: string;
  /** File that is there once an interrupt would be heard. */
  readonly listening?: string;
  /** Folder that paths start from. */
  readonly cwd?: string;
}

/** Starts `casebridge` with some words. It runs what was built, not the sources. */
export function start(args: readonly string[], { peakMemory, listening, cwd }: StartOptions = {}): Running {
  const imported = (name: string) => ['--import', new URL(name, import.meta.url).href];
  const before = [
    ...(peakMemory === undefined ? [] : imported('./peak-memory.mjs')),
    ...(listening === undefined ? [] : imported('./says-when-listening.mjs')),
  ];
  const child = spawn(process.execPath, [...before, program, ...args], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NO_COLOR: '1',
      CASEBRIDGE_PEAK_MEMORY: peakMemory ?? '',
      CASEBRIDGE_LISTENING: listening ?? '',
    },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => resolve({ exit, stdout, stderr }));
  });
  if (child.pid === undefined) throw new Error(`${program} did not start`);
  return { pid: child.pid, ended };
}

/** Starts `casebridge`, interrupts it half a second after it began to listen, and waits for its end. */
export async function interrupted(args: readonly string[]): Promise<Ended> {
  const folder = await mkdtemp(join(tmpdir(), 'casebridge-listening-'));
  try {
    const listening = join(folder, 'now');
    const running = start(args, { listening });
    while (!existsSync(listening)) await pause(20);
    await pause(500);
    process.kill(running.pid, 'SIGINT');
    return await running.ended;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `casebridge` to its end. */
export function casebridge(args: readonly string[], options?: StartOptions): Promise<Ended> {
  return start(args, options).ended;
}

/** Runs `casebridge` where nothing may go wrong, and gives what it prints with `--json`. */
export async function done(args: readonly string[], options?: StartOptions): Promise<unknown> {
  const { exit, stdout, stderr } = await casebridge([...args, '--json'], options);
  expect(stderr, args.join(' ')).toBe('');
  expect(exit, args.join(' ')).toBe(0);
  return JSON.parse(stdout);
}

/** One line on the standard error output that names what, where and what to do, and nothing a person did not ask for. */
export function expectOneLine({ stdout, stderr }: Ended, says: readonly RegExp[]): void {
  expect(stderr.trimEnd().split('\n'), stderr).toHaveLength(1);
  expect(stderr).toMatch(/^casebridge: \S/);
  for (const part of says) expect(stderr).toMatch(part);
  expect(stderr).not.toMatch(/fault in casebridge|\bError\b|undefined|\[object|node_modules|\.js:\d+|^\s+at /m);
  expect(stderr.length).toBeLessThan(400);
  expect(stdout).not.toMatch(/^\s+at /m);
}

/** Every file and folder below `folder`: SHA-256 and mode of a file, mode of a folder. */
export async function contentsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const described = await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const mode = ((await stat(path)).mode & 0o777).toString(8);
      const sum = entry.isFile()
        ? ` ${createHash('sha256')
            .update(await readFile(path))
            .digest('hex')}`
        : '';
      return [relative(folder, path), `${mode}${sum}`] as const;
    }),
  );
  return Object.fromEntries(described.sort(([a], [b]) => (a < b ? -1 : 1)));
}
