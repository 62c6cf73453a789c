// The scripts for readers redo figures from the public files alone, in languages other than ours.
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleDay, exampleRecords, exampleWorld } from '../fixture.ts';
import { buildRelease } from './build-release.ts';

const scripts = fileURLToPath(new URL('../../../../docs/reproduce/', import.meta.url));
const languages = [
  { command: 'python3', script: 'interval.py' },
  { command: 'Rscript', script: 'interval.R' },
] as const;

let dir: string;
let bundle: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-reproduce-'));
  const world = await exampleWorld(dir, [{ id: 'agency' }]);
  await world.submit('agency', [...exampleRecords('agency', 2014, 2000), ...exampleRecords('agency', 2015, 2500)]);
  const recipePath = await world.recipe('one', {
    cohorts: { years: [2014, 2015] },
    variables: ['sex_or_gender', 'majority_at_registration', 'purpose_summary'],
    tables: { figures: 'pool', all: 2 },
  });
  ({ bundleDir: bundle } = await buildRelease({ recipePath, out: join(dir, 'bundle'), day: exampleDay }));
}, 180_000);
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

for (const { command, script } of languages) {
  const isInstalled = spawnSync(command, ['--version']).status === 0;
  if (!isInstalled) process.stderr.write(`docs/reproduce/${script}: skipped, ${command} is not installed\n`);
  const redo = (folder: string, figure: string) =>
    spawnSync(command, [join(scripts, script), folder, figure], { encoding: 'utf8' });

  describe.skipIf(!isInstalled)(`docs/reproduce/${script}`, () => {
    it.each(['victims.2015', 'sex.male.2015', 'purpose.sexual.2014', 'children.labour.2015'])(
      'redoes %s and its interval',
      (figure) => {
        const { status, stdout, stderr } = redo(bundle, figure);
        expect(status, stderr).toBe(0);
        expect(stdout).toContain(`${figure}: `);
      },
    );

    it('fails where the release states something else', async () => {
      const forged = join(dir, `forged-${command}`);
      await cp(bundle, forged, { recursive: true });
      const path = join(forged, 'data/figures.json');
      const lines = (await readFile(path, 'utf8')).split('\n');
      const changed = lines.map((line) => {
        if (!line.includes('"id":"sex.male.2015"')) return line;
        const figure = JSON.parse(line.replace(/,$/, ''));
        return `${JSON.stringify({ ...figure, interval: [figure.interval[0], figure.interval[1] - 0.001] })},`;
      });
      await writeFile(path, changed.join('\n'));
      expect(redo(forged, 'sex.male.2015').status).not.toBe(0);
    });
  });
}
