import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseTable } from '@casebridge/privacy';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableParquet } from '../synthesise/table-parquet.ts';
import { writeTogether } from './write-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-write-files-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('writeTogether', () => {
  it('writes all files, folders made as needed', async () => {
    const written: number[] = [];
    await writeTogether(
      [
        { path: join(folder, 'a.csv'), pieces: () => ['x', new TextEncoder().encode('é'), 'z'] },
        { path: join(folder, 'more/b.csv'), pieces: () => [] },
      ],
      { onWritten: (files) => written.push(files) },
    );
    expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('xéz');
    expect(await readFile(join(folder, 'more/b.csv'), 'utf8')).toBe('');
    expect(written).toEqual([1, 2]);
  });

  it.each<[string, () => Iterable<string>, AbortSignal | undefined]>([
    [
      'a piece cannot be worked out',
      function* () {
        yield 'begun';
        throw new Error('no second piece');
      },
      undefined,
    ],
    ['the signal comes', () => ['x'], AbortSignal.abort(new Error('cancelled'))],
  ])('leaves nothing when %s', async (what, pieces, signal) => {
    const own = join(folder, what);
    const files = [
      { path: join(own, 'first.csv'), pieces: () => (signal ? pieces() : ['whole']) },
      { path: join(own, 'second.csv'), pieces },
    ];
    await expect(writeTogether(files, signal ? { signal } : {})).rejects.toThrow(/no second piece|cancelled/);
    expect(await readdir(own)).toEqual([]);
  });

  it('overwrites nothing', async () => {
    const own = await mkdtemp(join(folder, 'kept-'));
    await writeFile(join(own, 'second.csv'), 'kept');
    const files = ['first.csv', 'second.csv'].map((name) => ({ path: join(own, name), pieces: () => ['new'] }));
    await expect(writeTogether(files)).rejects.toMatchObject({ code: 'already-there' });
    expect(await readdir(own)).toEqual(['second.csv']);
    expect(await readFile(join(own, 'second.csv'), 'utf8')).toBe('kept');
  });
});

describe('tableParquet', () => {
  it('gives back every record, and the same bytes again', async () => {
    const rows = 70_000;
    const domains = { a: ['x', ''], 'b;c': Array.from({ length: 300 }, (_, code) => `code ${code}`) };
    const a = Uint8Array.from({ length: rows }, (_, row) => row % 2);
    const b = Uint16Array.from({ length: rows }, (_, row) => row % 300);
    const table = caseTable(domains, { a, 'b;c': b });
    const bytes = tableParquet(table);
    const buffer = bytes.slice().buffer;
    const records = (await parquetReadObjects({
      file: { byteLength: buffer.byteLength, slice: (start, end) => buffer.slice(start, end) },
    })) as Record<string, string>[];
    expect(records).toHaveLength(rows);
    const wrong = records.findIndex(
      (record, row) => record.a !== domains.a[row % 2] || record['b;c'] !== `code ${row % 300}`,
    );
    expect(wrong).toBe(-1);
    expect(Buffer.compare(tableParquet(table), bytes)).toBe(0);
  });

  it('writes no record at all', async () => {
    const table = caseTable({ a: ['x'] }, { a: new Uint8Array(0) });
    const buffer = tableParquet(table).slice().buffer;
    const file = { byteLength: buffer.byteLength, slice: (start: number, end?: number) => buffer.slice(start, end) };
    expect(await parquetReadObjects({ file })).toEqual([]);
  });
});
