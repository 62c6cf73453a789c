// `npm test`: installs, builds, checks and tests everything; the last line counts what ran.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, checkNode, install, root, run } from './prepare.mjs';
import { startValidators } from './validators.mjs';

const browsers = ['chromium', 'chromium-browser', 'google-chrome'];

/** Finds a Chromium for the browser tests; as root on Debian, installs one. */
function provideBrowser() {
  const find = () => browsers.find((name) => spawnSync('which', [name]).status === 0);
  if (find()) return;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], { env: environment });
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
      env: environment,
    });
    if (find()) return;
  }
  console.error('The browser tests need Chromium. Install it with: sudo apt-get install -y chromium');
  process.exit(2);
}

checkNode();
const validators = startValidators();
install();
provideBrowser();
build();
run('npx', ['biome', 'check', '.', '--diagnostic-level=warn']);

await validators.ready();
const folder = mkdtempSync(join(tmpdir(), 'casebridge-test-'));
let totals = { passed: 0, failed: 0, skipped: 0 };
let status = 0;
for (const project of ['architecture', 'unit', 'end-to-end']) {
  const report = join(folder, `${project}.json`);
  const args = [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const done = spawnSync('npx', args, { cwd: root, stdio: 'inherit' });
  status ||= done.status ?? 1;
  if (!existsSync(report)) continue;
  const counted = JSON.parse(readFileSync(report, 'utf8'));
  totals = {
    passed: totals.passed + counted.numPassedTests,
    failed: totals.failed + counted.numFailedTests,
    skipped: totals.skipped + counted.numPendingTests + counted.numTodoTests,
  };
}
rmSync(folder, { recursive: true, force: true });
validators.remove();
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(status || (totals.failed > 0 || totals.passed === 0 ? 1 : 0));
