import { describe, expect, it } from 'vitest';
import { publishedFacet, syntheticFacet } from './facet-numbers.ts';
import type { ExploreIndex, ExploreState, ExploreTable, ExploreYear } from './types.ts';

const codes = (...own: readonly string[]) => own.map((code) => ({ code, label: code, missing: code.startsWith('?') }));
const index = {
  release: 'r',
  example: null,
  periods: ['2015'],
  variables: [
    { id: 'a', label: 'a', group: null, codes: codes('a0', 'a1', '?unknown') },
    { id: 'b', label: 'b', group: null, codes: codes('b0', 'b1') },
    { id: 'c', label: 'c', group: null, codes: codes('c0', 'c1') },
  ],
  tables: ['a', 'b', 'c', 'a~b'],
} as unknown as ExploreIndex;

function year(count: readonly number[], half: number): ExploreYear {
  const none = {
    share: [],
    shareLow: [],
    shareHigh: [],
    shareWhy: '',
    base: [],
    baseLow: [],
    baseHigh: [],
    unknown: [],
  };
  const why = '.'.repeat(count.length);
  return { count, low: count.map((value) => value - half), high: count.map((value) => value + half), why, ...none };
}

const tables: Readonly<Record<string, ExploreTable>> = {
  a: { release: 'r', variables: ['a'], periods: { 2015: year([500, 400, 100], 20) } },
  b: { release: 'r', variables: ['b'], periods: { 2015: year([700, 300], 20) } },
  c: { release: 'r', variables: ['c'], periods: { 2015: year([900, 100], 20) } },
  'a~b': { release: 'r', variables: ['a', 'b'], periods: { 2015: year([400, 100, 250, 150, 50, 50], 20) } },
};

function countingOf(filters: ExploreState['filters']) {
  const asked: string[] = [];
  const state = { variable: 'c', by: null, filters, measure: 'share' } as unknown as ExploreState;
  const years = { mode: 'freeze', from: '2015', to: '2015' } as const;
  const fetchTable = async (key: string) => {
    asked.push(key);
    return tables[key] as ExploreTable;
  };
  return { asked, counting: { index, state: { ...state, years }, period: '2015', fetchTable } };
}

describe('publishedFacet', () => {
  it('has the published count of every answer under the filters on others, with its interval', async () => {
    const { counting } = countingOf([
      { variable: 'b', code: 'b0' },
      { variable: 'a', code: 'a1' },
    ]);
    const found = await publishedFacet(counting, 'a');
    expect(Object.entries(found ?? {}).map(([code, { value, low, high }]) => [code, value, low, high])).toEqual([
      ['a0', 400, 380, 420],
      ['a1', 250, 230, 270],
      ['?unknown', 50, 30, 70],
    ]);
  });

  it('is null where no table is published for the question and the filters', async () => {
    const { counting } = countingOf([{ variable: 'b', code: 'b0' }]);
    expect(await publishedFacet(counting, 'c')).toBeNull();
  });
});

describe('syntheticFacet', () => {
  it('gives each count the range that published tables leave, which holds it', async () => {
    const { asked, counting } = countingOf([{ variable: 'b', code: 'b0' }]);
    const found = await syntheticFacet(counting, 'c', { c0: 650, c1: 50 });
    expect(asked.sort()).toEqual(['b', 'c']);
    // 700 with b0 and 100 with c1, give or take: at most 100 with both, and at least 600 with b0 and c0.
    expect(found.c0?.value).toBe(650);
    expect(found.c0?.low).toBeGreaterThan(450);
    expect(found.c0?.low).toBeLessThan(600);
    expect(found.c1?.low).toBe(0);
    expect(found.c1?.high).toBeGreaterThan(100);
    expect(found.c1?.high).toBeLessThan(150);
  });

  it('is held to the table of the question itself where that is published', async () => {
    const { asked, counting } = countingOf([{ variable: 'b', code: 'b1' }]);
    const { a0 } = await syntheticFacet(counting, 'a', { a0: 110, a1: 140, '?unknown': 50 });
    expect(asked).toContain('a~b');
    expect(a0?.low).toBeGreaterThan(60);
    expect(a0?.high).toBeLessThan(140);
    // A count outside widens its range, so that the two never contradict each other.
    const { a1 } = await syntheticFacet(counting, 'a', { a0: 110, a1: 400, '?unknown': 50 });
    expect(a1?.high).toBe(400);
  });
});
