// One-off runs on public files of all kinds: coded benchmarks, invented records of a few thousand rows, and a wide release
// of a hundred thousand. What comes out must be about what went in.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from './command-line.ts';
import { hasSharedFile, type SharedFile, unpackDeclared } from './shared-data.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-any-csv-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const files: readonly (readonly [file: SharedFile, rows: number, ways: number, tables: number])[] = [
  ['titanic', 1304, 2, 45],
  ['adult', 48_842, 2, 105],
  ['notebook', 6000, 3, 175],
  ['complaints', 3000, 3, 129],
  ['ctdc', 193_025, 1, 37],
];

describe.each(files)('%s', (file, rows, ways, tables) => {
  it.skipIf(!hasSharedFile(file))('is protected by tables whose totals are its size', async () => {
    const { csv, domain } = await unpackDeclared(file, folder);
    const out = join(folder, `${file}-tables`);
    const args = ['tables', csv, '--domain', domain, '--epsilon', '1', '--ways', String(ways), '--out', out];
    expect(await done(args)).toMatchObject({ tables, leftOut: null, ignoredColumns: [] });
    const [header = '', ...lines] = (await readFile(join(out, 'tables.csv'), 'utf8')).trimEnd().split(/\r?\n/);
    const display = header.split(',').indexOf('display') - header.split(',').length;
    const totals = new Map<string, number>();
    for (const line of lines) {
      const cells = line.split(',');
      const variables = cells[0] as string;
      totals.set(variables, (totals.get(variables) ?? 0) + Number(cells.at(display)));
    }
    expect(totals.size).toBe(tables);
    // Each table shows one and the same total. Its noise is below 100 records at this ε; 2 % would be ten times that.
    for (const total of totals.values()) expect(Math.abs(total - rows)).toBeLessThan(Math.max(100, rows / 50));
  });
});
