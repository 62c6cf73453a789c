// The portal against its goals: baking the example in four languages and an invented bundle of 250 places, 60 figures and 10
// years, serving beside nginx, painting on a slow phone, and the explorer's counting over 258,000 records.
//
//   npm run bench portal -- --data DIR [--only bake,wide,serve,paint,explore] [--seconds 10]
//
// DIR is where `casebridge demo --data DIR --no-serve` made the example.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ctdcColumnFile, exploreTimes } from './portal/explore.ts';
import { paintsOf } from './portal/paint.ts';
import { compareServers } from './portal/serve.ts';
import { machine } from './timing.ts';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'casebridge-demo' },
    only: { type: 'string', default: 'bake,wide,serve,paint,explore' },
    seconds: { type: 'string', default: '10' },
  },
});
const parts = values.only.split(',');
const bundleFolder = join(resolve(values.data), 'bundles');
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Baked {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  readonly figures: number;
  readonly seconds: number;
  readonly processor: number;
  readonly peakMegabytes: number;
}

function bake(out: string, bundles: readonly string[], ...flags: readonly string[]): Baked {
  const text = execFileSync(process.execPath, [join(here, 'portal/bake.js'), out, ...bundles, ...flags], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(text) as Baked;
}

function describeBake(name: string, goal: string, baked: Baked): string {
  const { pages, files, bytes, seconds, processor, peakMegabytes, figures } = baked;
  return `${name}: ${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor time), peak ${Math.round(peakMegabytes)} MB; ${pages} pages, ${files} files, ${(bytes / 1e6).toFixed(0)} MB${figures ? `, ${figures} figures` : ''}; goal ${goal}`;
}

say(machine());
if (parts.some((part) => part !== 'explore') && !existsSync(bundleFolder)) {
  say(`${bundleFolder} is not there: make it with casebridge demo --data ${values.data} --no-serve`);
  process.exit(2);
}
const bundles = existsSync(bundleFolder)
  ? readdirSync(bundleFolder)
      .sort()
      .map((name) => join(bundleFolder, name))
  : [];
const work = await mkdtemp(join(tmpdir(), 'casebridge-bench-portal-'));
try {
  const site = join(work, 'site');
  if (parts.includes('bake') || parts.includes('paint')) {
    say(describeBake('example, four languages', '60 s', bake(site, bundles)));
  }
  if (parts.includes('wide')) {
    const wide = bake(join(work, 'wide'), bundles, '--wide');
    say(describeBake('250 places × 60 figures × 10 years', '300 s, 1024 MB', wide));
  }
  if (parts.includes('serve')) {
    const loads = await compareServers(join(here, '../../packages/cli/bin/casebridge.js'), Number(values.seconds));
    if (loads.length === 0) say('serving: left out, wrk is not installed (apt-get install wrk nginx-light)');
    for (const { server, requests, p50, p99, failed } of loads) {
      say(
        `${server}: ${Math.round(requests)} requests/s, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ${failed} failed; goal 10,000/s, p99 20 ms`,
      );
    }
  }
  if (parts.includes('paint')) {
    const paths = [
      '',
      'figures/purpose.labour.2015/',
      'map/',
      'explore/',
      'contribute/',
      `report/${readdirSync(join(site, 'en/report'))
        .filter((name) => /^\d+$/.test(name))
        .sort()
        .at(-1)}/`,
    ].flatMap((path) => [`en/${path}`, `ar/${path}`]);
    if (!chromium) say('painting: left out, Chromium is not installed');
    else {
      for (const { path, largestPaint, blocking } of await paintsOf(site, paths, chromium)) {
        say(
          `/${path}: largest paint ${(largestPaint / 1000).toFixed(2)} s, blocked ${Math.round(blocking)} ms; goal 2 s, 150 ms`,
        );
      }
    }
  }
  if (parts.includes('explore')) {
    const packed = await ctdcColumnFile();
    say(
      packed === null
        ? 'column file of the CTDC file: left out, ../shared/data is absent'
        : `column file of the CTDC file, ${packed.rows} records × ${packed.columns} columns: ${(packed.bytes / 1000).toFixed(0)} KB, ${(packed.brotli / 1000).toFixed(0)} KB in brotli; goal 500 KB`,
    );
    if (!chromium) say('exploring: left out, Chromium is not installed');
    else {
      const browserFolder = join(here, '../../packages/portal/dist/browser');
      const times = await exploreTimes(browserFolder, join(work, 'explore'), chromium);
      const { rows, facets, bytes, brotli, open, table, facetCounts } = times;
      const text = (name: string, { least, median, p95 }: typeof table, goal: number) =>
        `${name}: ${median.toFixed(1)} ms median, ${p95.toFixed(1)} ms 95th percentile, ${least.toFixed(1)} ms least; goal ${goal} ms`;
      say(
        `column file of ${rows} records × ${facets} columns: ${(bytes / 1000).toFixed(0)} KB, ${(brotli / 1000).toFixed(0)} KB in brotli; fetched and unpacked in ${open.toFixed(0)} ms`,
      );
      say(text('a cross-tab under two filters', table, 5));
      say(text(`${facets} facet counts under two filters`, facetCounts, 50));
    }
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
