import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import type { CaseTable } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildRelease } from '../build/build-release.ts';
import { type ExampleWorld, exampleDay, exampleRecords, exampleWorld, ledgerText } from '../fixture.ts';

// The program under the gates, broken here and nowhere else: every record is counted twice.
const program = vi.hoisted(() => ({ broken: false }));
vi.mock('@casebridge/privacy', async (original) => {
  const real = await original<typeof import('@casebridge/privacy')>();
  const twice = (world: CaseTable): CaseTable => ({
    ...world,
    rows: 2 * world.rows,
    columns: world.columns.map((column) => Uint16Array.of(...column, ...column)),
  });
  return {
    ...real,
    practiceMeasurement: (random: Parameters<typeof real.practiceMeasurement>[0]) => {
      const measure = real.practiceMeasurement(random);
      return program.broken
        ? (plan: Parameters<typeof measure>[0], world: CaseTable) => measure(plan, twice(world))
        : measure;
    },
  };
});

let dir: string;
let world: ExampleWorld;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-gates-'));
  world = await exampleWorld(dir, [{ id: 'agency' }]);
  await world.submit('agency', exampleRecords('agency', 2014, 400));
});
afterEach(async () => {
  program.broken = false;
  await rm(dir, { recursive: true, force: true });
});

const build = async () =>
  buildRelease({ recipePath: await world.recipe('one'), out: world.path('bundles/one'), day: exampleDay });

describe('the gates of a release', () => {
  it('block with exit code 3 and one line, before anything is debited, marked or written', async () => {
    program.broken = true;
    const refusal = await build().then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code: 'gate-failed', exit: 3 });
    expect((refusal as Refusal).message).toMatch(/canary-gaussian .* > 0\.4548/);
    expect((refusal as Refusal).message).not.toContain('\n');
    expect(await ledgerText(world)).toBe('');
    expect(await readdir(world.path('steward'))).toEqual([]);
    expect(await readdir(world.path('.'))).not.toContain('bundles');
  });

  it('leave their verdicts in the bundle: names, limits and numbers from invented records alone', async () => {
    const { bundleDir, phases } = await build();
    const order = phases.map(({ phase }) => phase);
    expect(order.indexOf('gates')).toBeLessThan(order.indexOf('records'));
    const { audit, privacy } = await readBundle(directorySource(bundleDir));
    expect(audit?.gates.map(({ name }) => name)).toEqual([
      'plan-cost',
      'plan-noise',
      'plan-noise-reused',
      'plan-shape',
      'canary-gaussian',
      'canary-epsilon',
      'canary-power',
      'canary-one-run',
    ]);
    expect(audit?.gates.every(({ passed, value, limit }) => passed && value <= limit)).toBe(true);
    expect(new Set(audit?.gates.flatMap(({ read }) => read.map(({ kind }) => kind)))).toEqual(new Set(['invented']));
    expect(privacy.conditionalOnInternalCheck).toBe(false);
    expect(await readFile(join(bundleDir, 'docs/audit.json'), 'utf8')).toContain('Example data, not real');
  });
});
