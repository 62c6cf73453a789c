import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser } from './print-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebridge-path-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('findBrowser', () => {
  it('names the one command that installs a browser where there is none', async () => {
    await expect(findBrowser(folder)).rejects.toThrow(/apt-get install -y chromium/);
    await expect(findBrowser('')).rejects.toThrow(/none is installed/);
  });

  it('takes the first on the path that can be run', async () => {
    const file = join(folder, 'google-chrome');
    writeFileSync(file, '');
    await expect(findBrowser(folder)).rejects.toThrow(/Chromium/);
    chmodSync(file, 0o755);
    expect(await findBrowser(['/nowhere', folder].join(delimiter))).toBe(file);
  });
});
