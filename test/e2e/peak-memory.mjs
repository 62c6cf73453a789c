// Loaded before a command that is being measured: writes the most memory its process ever held, in kilobytes.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const place = process.env.CASEBRIDGE_PEAK_MEMORY;
if (isMainThread && place) {
  process.on('exit', () => {
    writeFileSync(place, String(process.resourceUsage().maxRSS));
  });
}
