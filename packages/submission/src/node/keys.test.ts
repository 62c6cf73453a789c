import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recipientOf } from '../index.ts';
import { createKeys, loadAgeIdentity, loadRecordKey, loadSigningKey, temporaryEnding, writeWhole } from './index.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('createKeys', () => {
  it('makes keys that load, with secrets for their owner alone', async () => {
    const keys = await createKeys(folder, 'agency');
    expect(await loadSigningKey(keys.signingKey)).toMatchObject({ organisation: 'agency', publicKey: keys.publicKey });
    expect(await recipientOf(await loadAgeIdentity(keys.ageKey))).toBe(keys.recipient);
    expect(await loadRecordKey(keys.recordKey)).toHaveLength(32);
    for (const path of [keys.signingKey, keys.ageKey, keys.recordKey])
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'signing.pub'), 'utf8')).toContain(keys.publicKey);
    expect(await readFile(join(folder, 'age.pub'), 'utf8')).toBe(`${keys.recipient}\n`);
  });

  it('never writes over a key', async () => {
    const { publicKey } = await createKeys(folder, 'agency');
    await expect(createKeys(folder, 'agency')).rejects.toMatchObject({ code: 'keys-exist' });
    expect((await loadSigningKey(join(folder, 'signing.key'))).publicKey).toBe(publicKey);
  });

  it('refuses an organisation that is no id', async () => {
    await expect(createKeys(folder, '../agency')).rejects.toMatchObject({ code: 'organisation' });
  });
});

describe('loading a key', () => {
  it('refuses a key that others can read', async () => {
    const keys = await createKeys(folder, 'agency');
    for (const mode of [0o640, 0o604, 0o622, 0o666])
      for (const [path, load] of [
        [keys.signingKey, loadSigningKey],
        [keys.ageKey, loadAgeIdentity],
        [keys.recordKey, loadRecordKey],
      ] as const) {
        await chmod(path, mode);
        await expect(load(path)).rejects.toMatchObject({
          code: 'key-open',
          message: expect.stringContaining('chmod 600'),
        });
      }
  });

  it('refuses one kind of key where another is wanted, without repeating it', async () => {
    const keys = await createKeys(folder, 'agency');
    const secret = (await readFile(keys.recordKey, 'utf8')).split(' ')[2] ?? '';
    await expect(loadSigningKey(keys.recordKey)).rejects.toMatchObject({ code: 'key-file' });
    await expect(loadSigningKey(keys.recordKey)).rejects.not.toThrow(secret.trim());
    await expect(loadRecordKey(keys.signingKey)).rejects.toMatchObject({ code: 'key-file' });
    await expect(loadAgeIdentity(keys.signingKey)).rejects.toMatchObject({ code: 'key-file' });
    await expect(loadRecordKey(join(folder, 'missing'))).rejects.toMatchObject({ code: 'key-file' });
  });
});

describe('writeWhole', () => {
  it('replaces a file and leaves nothing else behind', async () => {
    const path = join(folder, 'a.txt');
    await writeFile(path, 'old');
    await writeWhole(path, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('refuses a folder that is not there, and a path that is taken when told so', async () => {
    await expect(writeWhole(join(folder, 'no', 'a.txt'), 'x')).rejects.toMatchObject({ code: 'cannot-write' });
    await writeFile(join(folder, 'a.txt'), 'old');
    await expect(writeWhole(join(folder, 'a.txt'), 'x', { replace: false })).rejects.toMatchObject({
      code: 'already-there',
    });
    expect((await readdir(folder)).filter((name) => name.endsWith(temporaryEnding))).toEqual([]);
  });
});
