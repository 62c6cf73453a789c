import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directorySink } from './directory-sink.ts';
import { directorySource } from './directory-source.ts';
import { type FolderFiles, folderFiles } from './folder-files.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'casebridge-sink-'));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const write = async (dir: string, files?: FolderFiles) => {
  const sink = await directorySink(dir, files);
  try {
    await sink.write('data/a.json', Buffer.from('{}'));
    await sink.write('manifest.json', Buffer.from('[]'));
    await sink.commit();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
};

describe('directorySink', () => {
  it('shows the folder only once all of it is there', async () => {
    const dir = join(root, 'bundle');
    const sink = await directorySink(dir);
    await sink.write('data/a.json', Buffer.from('{}'));
    expect(await readdir(root)).not.toContain('bundle');
    await sink.commit();
    expect(await directorySource(dir).list()).toEqual(['data/a.json']);
    expect(await readdir(root)).toEqual(['bundle']);
  });

  it('never touches a folder that is there', async () => {
    const dir = join(root, 'bundle');
    await write(dir);
    await expect(write(dir)).rejects.toThrow(/never overwritten/);
    expect(await readFile(join(dir, 'manifest.json'), 'utf8')).toBe('[]');
  });

  it.each(['makeFolder', 'makeFolders', 'writeFlushed', 'flushFolder', 'rename'] as const)(
    'leaves nothing behind when the disk is full at %s',
    async (operation) => {
      let calls = 0;
      const times = operation === 'writeFlushed' || operation === 'makeFolders' ? 2 : 1;
      const files: FolderFiles = {
        ...folderFiles,
        [operation]: async (...args: [string, never]) => {
          calls += 1;
          if (calls === times) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
          return (folderFiles[operation] as (...rest: [string, never]) => Promise<void>)(...args);
        },
      };
      await expect(write(join(root, 'bundle'), files)).rejects.toMatchObject({ code: 'disk-full', exit: 2 });
      expect(await readdir(root)).toEqual([]);
    },
  );

  it('removes what a killed process left', async () => {
    await mkdir(join(root, '.bundle.999999999.partial'));
    await write(join(root, 'bundle'));
    expect(await readdir(root)).toEqual(['bundle']);
  });
});

describe('directorySource', () => {
  it('refuses links', async () => {
    await writeFile(join(root, 'a'), '');
    await symlink(join(root, 'a'), join(root, 'b'));
    await expect(directorySource(root).list()).rejects.toThrow(/^b is not a plain file/);
  });
});
