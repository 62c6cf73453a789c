import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assessFiles } from './assess-files.ts';
import { internalNote, sdsTraps } from './internal-note.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-assess-'));
  const lines = (shift: number) =>
    Array.from({ length: 120 }, (_, row) => `${row % 2 ? 'f' : 'm'},${(row + shift) % 3},${Math.floor(row / 7) % 4}`);
  await writeFile(join(folder, 'real.csv'), `sex,kind,area\n${lines(0).join('\n')}\n`);
  await writeFile(join(folder, 'other.csv'), `sex,kind,area\n${lines(1).slice(0, 110).join('\n')}\n`);
  await writeFile(join(folder, 'empty.csv'), 'sex,kind,area\n');
  await writeFile(join(folder, 'domain.json'), '{"sex": ["f", "m"], "kind": 3, "area": 4}');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});
const given = (more: object = {}) => ({
  real: join(folder, 'real.csv'),
  synthetic: join(folder, 'other.csv'),
  domain: join(folder, 'domain.json'),
  ...more,
});

describe('assessFiles', () => {
  it('writes the numbers and a page of its own, both marked internal', async () => {
    const out = join(folder, 'out');
    const { numbers, tables, files, internal } = await assessFiles(given({ out, groups: ['sex'] }));
    expect([internal, files]).toEqual([internalNote, [join(out, 'assess.json'), join(out, 'assess.html')]]);
    const written = JSON.parse(await readFile(join(out, 'assess.json'), 'utf8')) as Record<string, unknown>;
    expect([written['format'], written['internal'], written['numbers']]).toEqual([
      'casebridge-assessment-1',
      internalNote,
      numbers,
    ]);
    const page = await readFile(join(out, 'assess.html'), 'utf8');
    expect(page).toContain('Internal: reads real data; exact figures are a disclosure');
    for (const trap of sdsTraps) expect(page).toContain(trap.slice(0, 40));
    expect(page).not.toMatch(/<script|https?:|url\(/);
    expect(tables.map(({ rows }) => rows.length > 0)).not.toContain(false);
    expect(written['traps']).toEqual(sdsTraps);
  });

  it('names its numbers', async () => {
    const { numbers } = await assessFiles(given({ groups: ['sex'], length: 2 }));
    expect([numbers['realRows'], numbers['syntheticRows'], numbers['columns']]).toEqual([120, 110, 3]);
    for (const name of [
      'meanError',
      'meanError2Way',
      'countErrorAbove200',
      'worstGroupError.sex',
      'kMarginal',
      'pMSERatio',
    ]) {
      expect(numbers, name).toHaveProperty([name]);
    }
    for (const name of ['sds.fabricatedNotebookAll', 'sds.fabricatedWebAppLength2', 'sds.fabricatedByCountLength1']) {
      expect(numbers, name).toHaveProperty([name]);
    }
    expect(numbers['meanError1Way']).toBeGreaterThan(0);
    expect(numbers['expansion']).toBeCloseTo(110 / 120 - 1, 12);
  });

  it('weighs a declared workload', async () => {
    await writeFile(
      join(folder, 'workload.json'),
      '[{"set": ["kind"], "weight": 2}, {"set": ["kind", "sex"], "weight": 1}]',
    );
    const { numbers } = await assessFiles(given({ workload: join(folder, 'workload.json'), metrics: ['tables'] }));
    expect(numbers['weightedError']).toBeGreaterThan(0);
  });

  it.each([
    ['an unknown group column', { groups: ['region'] }, "no column 'region'"],
    ['an unknown area', { area: 'puma' }, "no column 'puma'"],
    ['an unknown target', { targets: ['x'] }, "no column 'x'"],
    ['a file without records', { synthetic: 'empty.csv' }, 'no records'],
    ['an unknown sensitive column', { sensitiveZeros: ['x'] }, "no column 'x'"],
  ])('refuses %s in one line', async (_, wrong, message) => {
    const options = given(wrong);
    const synthetic = options.synthetic.endsWith('empty.csv') ? join(folder, 'empty.csv') : options.synthetic;
    await expect(assessFiles({ ...options, synthetic })).rejects.toMatchObject({
      name: 'Refusal',
      exit: 2,
      message: expect.stringContaining(message),
    });
  });

  it.each([
    ['no JSON', 'x', 'not a readable JSON file'],
    ['no list', '{}', 'not a list of tables'],
    ['a weight of zero', '[{"set": ["sex"], "weight": 0}]', 'not a list of tables'],
    ['an unknown column', '[{"set": ["x"], "weight": 1}]', "no column 'x'"],
    ['a column twice', '[{"set": ["sex", "sex"], "weight": 1}]', 'names a column twice'],
  ])('refuses a workload that is %s', async (_, text, message) => {
    await writeFile(join(folder, 'workload.json'), text);
    await expect(assessFiles(given({ workload: join(folder, 'workload.json') }))).rejects.toThrow(message);
  });

  it('refuses to write over an earlier assessment, before it reads anything', async () => {
    const out = join(folder, 'out');
    await assessFiles(given({ out, metrics: ['tables'] }));
    await expect(assessFiles(given({ out, real: 'nowhere.csv' }))).rejects.toThrow('already there');
  });
});
