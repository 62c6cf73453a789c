import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyCombinations } from './verify-combinations.ts';
import { verifyGroups } from './verify-groups.ts';
import { readPublished } from './verify-reader.ts';

const root = dirname(fileURLToPath(new URL('../../../../package.json', import.meta.url)));
const shared = process.env.CASEBRIDGE_SHARED ?? join(root, '..', 'shared');
const ctdc = join(shared, 'data', 'ctdc-kanon-2020-7cols', 'ctdc_kanon_2020_7cols.csv.gz');
if (!existsSync(ctdc)) process.stdout.write('verifying the CTDC extract skipped: ../shared/data is absent\n');

const file = (text: string) => readPublished([text], 'file');

describe('readPublished', () => {
  it('reads what csv allows, in any pieces', async () => {
    const cell = fc.constantFrom('', 'a', 'b c', 'x,y', 'say "no"', 'two\nlines', '*', 'é');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, step, end) => {
          const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
          const bytes = new TextEncoder().encode(
            [['k', 'l'], ...rows].map((row) => row.map(quote).join(',') + end).join(''),
          );
          const pieces = [];
          for (let at = 0; at < bytes.length; at += step) pieces.push(bytes.slice(at, at + step));
          const read = await readPublished(pieces, 'file');
          const seen = Array.from({ length: read.rows }, (_, row) =>
            read.columns.map((_name, at) => read.texts[at]?.[read.cells[at]?.[row] as number]),
          );
          expect(seen).toEqual(rows);
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });

  it('refuses rows of another width, an open quote and nothing', async () => {
    await expect(file('a,b\n1\n')).rejects.toThrow('file, row 2: 1 fields');
    await expect(file('a\n"1\n')).rejects.toThrow('quote');
    await expect(file('')).rejects.toThrow('no header');
  });
});

describe('verifyGroups', () => {
  it('finds the smallest group; missing is a value and * equals only *', async () => {
    const published = await file('a,b,s\nx,,1\nx,,2\nx,*,1\nx,*,1\n,,1\n*,*,*\n');
    expect(verifyGroups(published, ['a', 'b'], ['s'], 2)).toMatchObject({
      rows: 6,
      blankRows: 1,
      groups: 3,
      smallest: 1,
      groupsBelowK: 1,
      holds: false,
    });
  });

  it('counts as plain maps do', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', '*', ''), fc.constantFrom('p', 'q'), fc.constantFrom('1', '2', '3'))),
        fc.integer({ min: 1, max: 4 }),
        async (rows, k) => {
          const groups = new Map<string, string[]>();
          for (const [a, b, s] of rows) groups.set(`${a}|${b}`, [...(groups.get(`${a}|${b}`) ?? []), s]);
          const sizes = [...groups.values()].map(({ length }) => length);
          const diverse = [...groups.values()].filter((values) => new Set(values).size < 2).length;
          const report = verifyGroups(
            await file(['a,b,s', ...rows.map((row) => row.join())].join('\n')),
            ['a', 'b'],
            ['s'],
            k,
            [{ kind: 'distinct', column: 's', l: 2 }],
          );
          expect(report.groups).toBe(sizes.length);
          expect(report.smallest).toBe(sizes.length === 0 ? 0 : Math.min(...sizes));
          expect(report.groupsBelowK).toBe(sizes.filter((size) => size < k).length);
          expect(report.broken).toEqual([diverse]);
          expect(report.holds).toBe(report.groupsBelowK === 0 && diverse === 0);
        },
      ),
      { numRuns: 200, seed: 2 },
    );
  });

  it('holds every kind of constraint against the groups', async () => {
    const published = await file('a,s\nx,1\nx,1\nx,2\ny,1\ny,2\ny,3\n');
    const distribution = [
      ['1', 3],
      ['2', 2],
      ['3', 1],
    ] as const;
    const broken = (claim: Parameters<typeof verifyGroups>[4]) =>
      verifyGroups(published, ['a'], ['s'], 3, claim).broken[0];
    expect(broken([{ kind: 'distinct', column: 's', l: 3 }])).toBe(1);
    expect(broken([{ kind: 'entropy', column: 's', l: 2 }])).toBe(1);
    expect(broken([{ kind: 'recursive', column: 's', c: 2, l: 2 }])).toBe(1);
    expect(broken([{ kind: 'recursive', column: 's', c: 2.1, l: 2 }])).toBe(0);
    // Shares 1/2, 1/3, 1/6 against 2/3, 1/3, 0 and a third each: one sixth to be moved, in order past two steps and past two.
    expect(broken([{ kind: 'equal-closeness', column: 's', t: 0.17, distribution }])).toBe(0);
    expect(broken([{ kind: 'equal-closeness', column: 's', t: 0.16, distribution }])).toBe(2);
    expect(broken([{ kind: 'ordered-closeness', column: 's', t: 0.17, distribution }])).toBe(0);
    expect(broken([{ kind: 'ordered-closeness', column: 's', t: 0.16, distribution }])).toBe(2);
  });

  it.skipIf(!existsSync(ctdc))('finds the CTDC extract of 2020 11-anonymous over its seven columns', async () => {
    const published = await readPublished(createReadStream(ctdc).pipe(createGunzip()), 'ctdc');
    const report = verifyGroups(published, published.columns, [], 11);
    expect(published.columns).toHaveLength(7);
    expect(report).toMatchObject({ rows: 48_773, groups: 936, smallest: 11, holds: true });
    expect(verifyGroups(published, published.columns, [], 12).holds).toBe(false);
    expect(verifyCombinations(published, published.columns, 11, 3, ['', '*']).holds).toBe(true);
  });
});

describe('verifyCombinations', () => {
  it('counts combinations of published values only', async () => {
    const published = await file('a,b,c\n1,1,\n1,1,*\n1,2,3\n1,2,3\n*,*,*\n');
    expect(verifyCombinations(published, ['a', 'b', 'c'], 2, 3, ['', '*'])).toEqual({
      rows: 5,
      combinations: 9,
      smallest: 2,
      combinationsBelowK: 0,
      holds: true,
    });
    expect(verifyCombinations(published, ['a', 'b', 'c'], 3, 2, ['', '*'])).toMatchObject({
      smallest: 2,
      holds: false,
    });
    expect(verifyCombinations(published, ['a'], 4, 1, ['', '*'])).toMatchObject({ combinations: 1, smallest: 4 });
  });
});
