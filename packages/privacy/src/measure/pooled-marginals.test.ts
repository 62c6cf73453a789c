import { describe, expect, it } from 'vitest';
import { caseTable } from '../columns/case-table.ts';
import { partitionTable } from '../columns/partition.ts';
import type { Marginals } from '../count/marginals.ts';
import { memoryMarginals } from '../count/memory.ts';
import { pooledMarginals } from './pooled-marginals.ts';

const domains = { a: ['x', 'y'], b: ['p', 'q', 'r'], c: ['0', '1'] };
const rows = 500;
const column = (salt: number, size: number) =>
  Uint8Array.from({ length: rows }, (_, row) => ((row * 2654435761 + salt * 40503) >>> 7) % size);
const year = column(9, 3);
const table = caseTable(domains, { a: column(1, 2), b: column(2, 3), c: column(3, 2) });
const whole = caseTable(
  { year: ['2013', '2014', '2015'], a: domains.a, c: domains.c },
  { year, a: table.columns[0] as Uint8Array, c: table.columns[2] as Uint8Array },
);
const parts = partitionTable(table, year, 3).map((part, code) => ({ code, marginals: memoryMarginals(part) }));
const pooled = pooledMarginals(parts, { name: 'year', codes: ['2013', '2014', '2015'] }, ['a', 'c']);

const gathered = async (marginals: Marginals, sets: readonly (readonly string[])[]) => {
  const found: [string, number[]][] = [];
  for await (const { set, cells } of marginals.counts(sets)) found.push([set.join(), Array.from(cells)]);
  return found;
};

describe('pooledMarginals', () => {
  it('counts what one table with the axis as a column gives, in the order asked for', async () => {
    const sets = [['year', 'a', 'c'], [], ['a'], ['year'], ['a', 'c'], ['year', 'c']];
    expect(await gathered(pooled, sets)).toEqual(await gathered(memoryMarginals(whole), sets));
  });

  it('has the axis first and the chosen columns after it', () => {
    expect(Object.keys(pooled.domains)).toEqual(['year', 'a', 'c']);
  });

  it('adds up without an axis', async () => {
    const sum = pooledMarginals(parts, null, ['a', 'c']);
    expect(sum.domains).toEqual({ a: domains.a, c: domains.c });
    expect(await gathered(sum, [['a', 'c'], []])).toEqual(await gathered(memoryMarginals(whole), [['a', 'c'], []]));
  });

  it.each([
    [
      'two parts with one code',
      () => pooledMarginals([parts[0], parts[0]] as never, { name: 'y', codes: ['1'] }, ['a']),
    ],
    ['a code outside the axis', () => pooledMarginals(parts, { name: 'y', codes: ['1', '2'] }, ['a'])],
    ['a column that is not there', () => pooledMarginals(parts, { name: 'y', codes: ['1', '2', '3'] }, ['z'])],
    ['an axis named like a column', () => pooledMarginals(parts, { name: 'a', codes: ['1', '2', '3'] }, ['a'])],
  ])('refuses %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });
});
