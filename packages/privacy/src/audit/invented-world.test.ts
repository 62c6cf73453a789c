import { describe, expect, it } from 'vitest';
import type { CaseTable } from '../columns/case-table.ts';
import type { Domains } from '../results/types.ts';
import { inventedWorld } from './invented-world.ts';
import { publicRecords } from './public-table.ts';

const domains: Domains = {
  country: Array.from({ length: 40 }, (_, at) => `c${at}`),
  sex: ['female', 'male', '?unknown'],
  age: ['0', '1', '2', '3', '?unknown'],
  labour: ['yes', 'no', '?unknown'],
  force: ['yes', 'no', '?unknown'],
  year: ['2014', '2015', '2016'],
};
const plan = { domains, rows: 8000, seed: 'world' };
const world = publicRecords(inventedWorld(plan));

describe('inventedWorld', () => {
  it('is the same for the same seed and another for another', () => {
    expect(publicRecords(inventedWorld(plan))).toEqual(world);
    expect(publicRecords(inventedWorld({ ...plan, seed: 'other' }))).not.toEqual(world);
  });
  it('says that it is invented', () => {
    expect(inventedWorld(plan).source).toEqual({ kind: 'invented', seed: 'world' });
  });
  it('is skewed: the commonest code of a variable is far commoner than the rarest', () => {
    const counts = countsOf(world, 'country').filter((count) => count > 0);
    expect(Math.max(...counts) / Math.min(...counts)).toBeGreaterThan(5);
  });
  it('has variables that go together', () => {
    // Independent variables would show (r − 1)(c − 1) / 2n of mutual information by chance.
    const pairs = world.variables.flatMap((a, at) => world.variables.slice(at + 1).map((b) => [a, b] as const));
    const freedom = (name: string) => (domains[name] ?? []).length - 1;
    const chance = pairs.reduce((sum, [a, b]) => sum + (freedom(a) * freedom(b)) / (2 * world.rows), 0);
    const found = pairs.reduce((sum, [a, b]) => sum + mutualInformation(world, a, b), 0);
    expect(found).toBeGreaterThan(5 * chance);
  });
  it('misses answers in blocks: a variable that a source never asked has no other code there', () => {
    const pairs = ['sex', 'age', 'labour', 'force'].map((name) => missingShare(world, name));
    expect(Math.max(...pairs)).toBeGreaterThan(0.05);
    expect(pairs.every((share) => share < 1)).toBe(true);
  });
  it('has combinations that hardly anybody has', () => {
    const seen = new Map<string, number>();
    for (let row = 0; row < world.rows; row++) {
      const key = world.columns.map((column) => column[row]).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect([...seen.values()].filter((count) => count === 1).length).toBeGreaterThan(world.rows / 100);
  });
  it('has no combination that cannot be', () => {
    const bounded = publicRecords(
      inventedWorld({ ...plan, structuralZeros: [{ set: ['sex', 'labour'], cells: [0, 4] }] }),
    );
    const [sex, labour] = [columnOf(bounded, 'sex'), columnOf(bounded, 'labour')];
    const cells = new Set(Array.from(sex, (code, row) => code * 3 + (labour[row] as number)));
    expect(cells.has(0) || cells.has(4)).toBe(false);
    expect(cells.size).toBeGreaterThan(4);
  });
  it('keeps a region to its country, where hardly any pair drawn by chance can be', () => {
    const own: Domains = {
      country: Array.from({ length: 60 }, (_, at) => `${at}`),
      region: Array.from({ length: 20 }, (_, at) => `${at}`),
      other: Array.from({ length: 60 }, (_, at) => `${at}`),
      otherRegion: Array.from({ length: 20 }, (_, at) => `${at}`),
    };
    const cells = Array.from({ length: 1200 }, (_, cell) => cell).filter(
      (cell) => cell % 20 !== Math.floor(cell / 20) % 20,
    );
    const structuralZeros = [
      { set: ['country', 'region'], cells },
      { set: ['other', 'otherRegion'], cells },
    ];
    const kept = publicRecords(inventedWorld({ domains: own, rows: 500, seed: 'regions', structuralZeros }));
    const [country, region] = [columnOf(kept, 'country'), columnOf(kept, 'region')];
    expect(Array.from(country, (code, row) => code % 20 === region[row]).every(Boolean)).toBe(true);
  });
  it('refuses what no record can be, and no rows', () => {
    const none = [{ set: ['sex'], cells: [0, 1, 2] }];
    expect(() => inventedWorld({ ...plan, structuralZeros: none })).toThrow(RangeError);
    expect(() => inventedWorld({ ...plan, rows: 0 })).toThrow(RangeError);
  });
});

function columnOf(table: CaseTable, name: string): ArrayLike<number> {
  return table.columns[table.variables.indexOf(name)] ?? [];
}

function countsOf(table: CaseTable, name: string): number[] {
  const counts = new Array<number>((table.domains[name] ?? []).length).fill(0);
  const column = columnOf(table, name);
  for (let row = 0; row < table.rows; row++) counts[column[row] as number] = (counts[column[row] as number] ?? 0) + 1;
  return counts;
}

function missingShare(table: CaseTable, name: string): number {
  return (countsOf(table, name).at(-1) ?? 0) / table.rows;
}

function mutualInformation(table: CaseTable, a: string, b: string): number {
  const [as, bs] = [columnOf(table, a), columnOf(table, b)];
  const joint = new Map<string, number>();
  for (let row = 0; row < table.rows; row++) {
    const key = `${as[row]},${bs[row]}`;
    joint.set(key, (joint.get(key) ?? 0) + 1);
  }
  const [countsA, countsB] = [countsOf(table, a), countsOf(table, b)];
  let sum = 0;
  for (const [key, count] of joint) {
    const [codeA, codeB] = key.split(',').map(Number) as [number, number];
    const share = count / table.rows;
    sum += share * Math.log((count * table.rows) / ((countsA[codeA] as number) * (countsB[codeB] as number)));
  }
  return sum;
}
