// Programs of those who own the formats a release is published in, for test/e2e/validators.test.ts and exports.test.ts.
// Continuous integration installs them, beside everything else that goes on; a developer may: pip install and the names below.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const packages = ['mlcroissant==1.1.1', 'libhxl==5.2.2', 'jsonstat-validator==0.4.6'];
const patience = 120_000;

/**
 * Begins to install the validators into a folder of their own. `ready` waits for them and has Python find them, or says in a line
 * that they could not be had: the tests then say what they did not run. `remove` takes the folder away.
 */
export function startValidators() {
  if (!process.env.CI) return { ready: async () => {}, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'casebridge-validators-'));
  const options = ['--quiet', '--no-compile', '--disable-pip-version-check', '--target', folder];
  const pip = spawn('python3', ['-m', 'pip', 'install', ...options, ...packages], { stdio: 'ignore' });
  const ended = new Promise((resolve) => {
    pip.on('error', () => resolve(false));
    pip.on('exit', (status) => resolve(status === 0));
  });
  return {
    async ready() {
      let timer;
      const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve(false), patience);
      });
      const installed = await Promise.race([ended, late]);
      clearTimeout(timer);
      if (installed) {
        process.env.PYTHONPATH = [folder, process.env.PYTHONPATH].filter(Boolean).join(delimiter);
        return;
      }
      pip.kill();
      console.log(`${packages.join(', ')} could not be installed: formats are checked by our own tests alone`);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
