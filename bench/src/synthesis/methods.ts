/** How each method of the bench is started on a table of codes. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from './datasets.ts';
import { outPath, peersFolder, root } from './places.ts';
import type { RunRequest } from './runs.ts';

export type Method = 'casebridge-mst' | 'casebridge-aim' | 'mbi-mst' | 'mbi-aim' | 'smartnoise-mst' | 'smartnoise-aim';

export interface MethodOptions {
  /** Megabytes that the junction tree of AIM may hold, 8 bytes a cell. */
  readonly maxSizeMb?: number;
  /** Steps of mirror descent in each round of the peer's AIM. */
  readonly steps?: number;
  /** Columns of the largest sets of AIM's workload. */
  readonly degree?: number;
  /** 64-bit floats in mbi, which it advises above 100,000 rows. */
  readonly double?: boolean;
}

/** A request to run a method; a line saying why where it cannot be run here. */
export function requestOf(
  method: Method,
  { name, table, domain, delta }: Dataset,
  epsilon: number,
  seed: number,
  { maxSizeMb = 1, steps = 250, degree = 2, double = false }: MethodOptions = {},
): RunRequest | string {
  const [family = '', kind = ''] = method.split('-');
  const adaptive = kind === 'aim';
  const settings = [
    `delta ${delta}`,
    ...(adaptive ? [`max size ${maxSizeMb} MB`, `degree ${degree}`] : []),
    ...(adaptive && family === 'mbi' ? [`${steps} steps`] : []),
    ...(double && family === 'mbi' ? ['double'] : []),
  ].join(', ');
  const out = outPath(
    'synthetic',
    `${name}-${method}-${epsilon}-${seed}${maxSizeMb === 1 ? '' : `-${maxSizeMb}mb`}.csv`,
  );
  const common = [kind, table, domain, String(epsilon), String(delta), String(seed), '--out', out];
  const size = adaptive ? ['--max-size', String(maxSizeMb)] : [];
  const request = { dataset: name, method, epsilon, seed, settings, out };
  if (family === 'casebridge') {
    const script = join(root, 'bench', 'dist', 'synthesis', 'ours.js');
    if (!existsSync(script)) return 'not built';
    const degrees = adaptive ? ['--degree', String(degree)] : [];
    return { ...request, command: process.execPath, args: [script, ...common, ...size, ...degrees] };
  }
  if (adaptive && degree !== 2) return 'run with pairs only';
  const python = pythonOf(family === 'mbi' ? '.venv' : '.venv-smartnoise');
  if (python === null) return 'not installed: bench/peers/install.sh';
  const script = join(peersFolder, family === 'mbi' ? 'run_mbi.py' : 'run_smartnoise.py');
  const extra = [
    ...(adaptive && family === 'mbi' ? ['--steps', String(steps)] : []),
    ...(double && family === 'mbi' ? ['--double'] : []),
  ];
  return { ...request, command: python, args: [script, ...common, ...size, ...extra] };
}

/** Python of an environment that install.sh made; null where it was not run. */
export function pythonOf(environment: string): string | null {
  const python = join(peersFolder, environment, 'bin', 'python');
  return existsSync(python) ? python : null;
}
