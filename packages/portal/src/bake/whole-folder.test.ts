import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWholeFolder } from './whole-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'casebridge-whole-folder-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('a whole folder', () => {
  it('appears in one step, in place of the one before, and leaves nothing beside it', async () => {
    for (const text of ['one', 'two']) {
      const folder = await openWholeFolder(join(root, 'site'));
      await folder.write('en/page.html', text);
      await folder.commit();
    }
    expect(await readdir(root)).toEqual(['site']);
    expect(await readFile(join(root, 'site/en/page.html'), 'utf8')).toBe('two');
  });

  it('is as open to other accounts as the folders in it: a web server reads it', async () => {
    const folder = await openWholeFolder(join(root, 'site'));
    await folder.write('en/page.html', 'text');
    await folder.commit();
    const mode = async (path: string) => (await stat(join(root, path))).mode & 0o777;
    expect(await mode('site')).toBe(await mode('site/en'));
  });

  it('is nowhere once abandoned', async () => {
    const folder = await openWholeFolder(join(root, 'site'));
    await folder.write('page.html', 'text');
    await folder.abandon();
    expect(await readdir(root)).toEqual([]);
  });
});
