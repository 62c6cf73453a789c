// Requests a second for one page of 4 KB: `casebridge serve` in one process, and nginx with one worker over the same file, both
// asked by wrk in turn. What wrk reports is read from its text.
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Load {
  readonly server: string;
  readonly requests: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

const page = `<!doctype html><html lang="en"><head><title>Four kilobytes</title></head><body><p>${'A line of text. '.repeat(250)}</p></body></html>`;

/** Loads of both servers; nginx is left out where it is not installed, and nothing is measured without wrk. */
export async function compareServers(command: string, seconds: number): Promise<readonly Load[]> {
  if (spawnSync('which', ['wrk']).status !== 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'casebridge-serve-'));
  const site = join(folder, 'site');
  await mkdir(join(site, 'en'), { recursive: true });
  await writeFile(join(site, 'en', 'index.html'), page.slice(0, 4096));
  await writeFile(join(site, 'index.html'), page);
  await writeFile(join(site, '404.html'), page);
  await writeFile(join(site, 'latest.json'), '{}');
  try {
    const loads = [
      await loadOf('casebridge serve', process.execPath, [command, 'serve', site, '--port', '8741'], 8741, seconds),
    ];
    if (spawnSync('which', ['nginx']).status !== 0) return loads;
    const config = join(folder, 'nginx.conf');
    await writeFile(
      config,
      `daemon off; master_process off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http { access_log off; keepalive_requests 1000000; types { text/html html; } client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p;
fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
server { listen 127.0.0.1:8742; root ${site}; } }\n`,
    );
    return [...loads, await loadOf('nginx', 'nginx', ['-c', config], 8742, seconds)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function loadOf(
  server: string,
  command: string,
  args: readonly string[],
  port: number,
  seconds: number,
): Promise<Load> {
  const child = spawn(command, args, { stdio: 'ignore' });
  try {
    const url = `http://127.0.0.1:${port}/en/`;
    for (let attempt = 0; attempt < 100; attempt++) {
      const up = await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      );
      if (up) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    run(url, 1);
    return { server, ...run(url, seconds) };
  } finally {
    child.kill();
  }
}

function run(url: string, seconds: number): Omit<Load, 'server'> {
  const { stdout } = spawnSync('wrk', ['--latency', '-t1', '-c32', `-d${seconds}s`, url], { encoding: 'utf8' });
  const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0);
  const milliseconds = (pattern: RegExp) => {
    const [, value = '0', unit = 'ms'] = pattern.exec(stdout) ?? [];
    return Number(value) * (unit === 'us' ? 0.001 : unit === 's' ? 1000 : 1);
  };
  return {
    requests: number(/Requests\/sec:\s+([\d.]+)/),
    p50: milliseconds(/50%\s+([\d.]+)(us|ms|s)/),
    p99: milliseconds(/99%\s+([\d.]+)(us|ms|s)/),
    failed: number(/Non-2xx or 3xx responses: (\d+)/),
  };
}
