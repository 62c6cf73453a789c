import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBundle, verifyBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ExampleWorld, exampleDay, exampleRecords, exampleWorld, ledgerText } from '../fixture.ts';
import { buildRelease, type ReleaseStep } from './build-release.ts';

const dist = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
const isBuilt = existsSync(dist);
if (!isBuilt) process.stderr.write('kill tests of a release: skipped, packages/release is not built (npm run build)\n');

let dir: string;
let world: ExampleWorld;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-kill-'));
  world = await exampleWorld(dir, [{ id: 'agency' }]);
  await world.submit('agency', exampleRecords('agency', 2014, 800));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

const reserve = { epsilon: 2, delta: 0.000001 };
const cohorts = { years: [2014, 2014], reserve };

/** Runs a release in a process of its own that kills itself at a step, or some milliseconds after it began to plan. */
async function killed(recipePath: string, out: string, at: ReleaseStep | number): Promise<'killed' | 'ended'> {
  const program = `
    import { buildRelease } from ${JSON.stringify(dist)};
    const at = ${JSON.stringify(at)};
    const die = () => process.kill(process.pid, 'SIGKILL');
    let armed = false;
    await buildRelease({
      recipePath: ${JSON.stringify(recipePath)}, out: ${JSON.stringify(out)}, day: ${JSON.stringify(exampleDay)},
      onStep: (step) => { if (step === at) die(); },
      onProgress: ({ phase }) => {
        if (typeof at !== 'number' || phase !== 'plan' || armed) return;
        armed = true;
        setTimeout(die, at);
      },
    });
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve('ended');
      else reject(new Error(`the release ended with ${code ?? signal}`));
    });
  });
}

const entries = async () =>
  (await ledgerText(world))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const bundles = async () =>
  (await readdir(world.path('bundles')).catch(() => [])).filter((name) => !name.startsWith('.'));

describe.skipIf(!isBuilt)('a release that is killed', { timeout: 120_000 }, () => {
  it('before the debit leaves the old state, and the next run goes through', async () => {
    const recipe = await world.recipe('one', { cohorts });
    expect(await killed(recipe, world.path('bundles/one'), 'marks-written')).toBe('killed');
    expect(await entries()).toEqual([]);
    expect(await bundles()).toEqual([]);
    await buildRelease({ recipePath: recipe, out: world.path('bundles/one'), day: exampleDay });
    expect(await bundles()).toEqual(['one']);
  });

  it.each(['debited', 'measured'] as const)(
    'once %s has spent the budget, and only the reserve measures again',
    async (step) => {
      const recipe = await world.recipe('one', { cohorts });
      const out = world.path('bundles/one');
      expect(await killed(recipe, out, step)).toBe('killed');
      expect((await entries()).map(({ kind }) => kind)).toEqual(['debit']);
      expect(await bundles()).toEqual([]);
      await expect(buildRelease({ recipePath: recipe, out, day: exampleDay })).rejects.toMatchObject({
        code: 'release-spent',
        exit: 3,
      });
      const again = await world.recipe('again', { cohorts: { ...cohorts, remeasure: ['2014.1'] } });
      const { bundleDir } = await buildRelease({ recipePath: again, out, day: exampleDay });
      const { figures } = await readBundle(directorySource(bundleDir));
      // 800 records less one in fifty; five standard deviations at the reserve's epsilon.
      expect(Math.abs((figures.find(({ id }) => id === 'victims.2014')?.value ?? 0) - 784)).toBeLessThan(120);
    },
  );

  it('once the bundle is written leaves a bundle that verifies and was debited', async () => {
    const recipe = await world.recipe('one', { cohorts });
    const out = world.path('bundles/one');
    expect(await killed(recipe, out, 'bundle-written')).toBe('killed');
    await expect(verifyBundle(directorySource(out))).resolves.toBeDefined();
    const next = await world.recipe('two', { previous: 'bundles/one', cohorts: { ...cohorts, years: [2015, 2015] } });
    await expect(
      buildRelease({ recipePath: next, out: world.path('bundles/two'), day: exampleDay }),
    ).resolves.toBeDefined();
  });

  it('at any moment leaves the old state or the new, and never a bundle without its debit', async () => {
    for (let round = 0; round < 6; round += 1) {
      const out = world.path(`bundles/${round}`);
      const ledger = world.path(`steward/ledger-${round}.jsonl`);
      const recipe = await world.recipe(`round-${round}`, { cohorts, ledger, marks: `steward/marks-${round}` });
      await killed(recipe, out, round * 25);
      const debits = (await readFile(ledger, 'utf8').catch(() => '')).split('\n').filter(Boolean);
      const hashes = debits.map((line) => JSON.parse(line).hash);
      if ((await bundles()).includes(String(round))) {
        expect(hashes).toContain((await readBundle(directorySource(out))).manifest.ledgerHead);
        await expect(verifyBundle(directorySource(out))).resolves.toBeDefined();
      } else {
        expect(await readdir(out).catch(() => 'none')).toBe('none');
      }
    }
  });
});
