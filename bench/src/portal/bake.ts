// One bake in a process of its own, so that the peak of memory is its own: node bench/dist/portal/bake.js OUT BUNDLE… [--wide]
import { type Bundle, readBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { bakeBundles, bakeSite, readSiteFile } from '@casebridge/portal';
import { wideBundle } from './wide-bundle.ts';

const [out = '', ...rest] = process.argv.slice(2);
const folders = rest.filter((word) => !word.startsWith('--'));
const start = performance.now();
let figures = 0;
const baked = rest.includes('--wide') ? await bakeWide() : await bakeSite({ bundles: folders, out });

async function bakeWide() {
  const source = directorySource(folders.at(-1) ?? '');
  const bundle: Bundle = wideBundle(await readBundle(source), { places: 250, figures: 60, years: 10 });
  figures = bundle.figures.length;
  return bakeBundles([{ bundle, source }], readSiteFile(), { out });
}

process.stdout.write(
  JSON.stringify({
    ...baked,
    figures,
    seconds: (performance.now() - start) / 1000,
    processor: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
