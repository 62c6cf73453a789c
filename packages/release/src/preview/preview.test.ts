import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildRelease } from '../build/build-release.ts';
import { type ExampleWorld, exampleDay, exampleRecords, exampleWorld, ledgerText } from '../fixture.ts';
import { preview } from './preview.ts';

let dir: string;
let world: ExampleWorld;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-preview-'));
  world = await exampleWorld(dir, [{ id: 'agency' }, { id: 'shelter' }]);
  await world.submit('agency', exampleRecords('agency', 2014, 1200));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

describe('preview', () => {
  it('shows a contributor its own answers, rounded, without spending anything or opening another’s records', async () => {
    // The other contributor never submitted: its records cannot have been opened.
    const shown = await preview({ recipePath: await world.recipe('one'), contributor: 'agency', day: exampleDay });
    const line = (id: string) => shown.lines.find((one) => one.id === id);
    // 1,200 less one in fifty is 1,176; 648 of 1,128 with known sex are male.
    expect(line('victims.2014')).toMatchObject({ share: 'about 1175', published: '–' });
    expect(line('sex.male.2014')?.share).toBe('57 %');
    expect(line('sex.male.2014')?.expectedHalfWidth).toBeGreaterThan(0);
    expect(await ledgerText(world)).toBe('');
  });

  it('puts what is published beside it', async () => {
    await world.submit('shelter', exampleRecords('shelter', 2014, 300));
    await buildRelease({ recipePath: await world.recipe('one'), out: world.path('bundles/one'), day: exampleDay });
    const recipePath = await world.recipe('two', { previous: 'bundles/one' });
    const shown = await preview({ recipePath, contributor: 'shelter', day: exampleDay });
    const line = shown.lines.find(({ id }) => id === 'victims.2014');
    expect(line?.share).toBe('about 295');
    expect(line?.published).toMatch(/^about 14\d\d \(about 1[34]\d\d to about 1[45]\d\d\)$/);
  });

  it('refuses a contributor that the recipe does not name', async () => {
    const recipePath = await world.recipe('one');
    await expect(preview({ recipePath, contributor: 'stranger', day: exampleDay })).rejects.toMatchObject({ exit: 2 });
  });
});
