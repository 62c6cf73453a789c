import { describe, expect, it } from 'vitest';
import { caseTable } from '../columns/case-table.ts';
import { memoryMarginals } from '../count/memory.ts';
import { groupedMarginals } from './grouped-marginals.ts';

const domains = { a: ['0', '1', '2'], b: ['x', 'y'], c: ['p', 'q', 'r', 's'] };
const table = caseTable(domains, {
  a: Uint8Array.of(0, 1, 2, 2, 1, 0, 2),
  b: Uint8Array.of(0, 1, 0, 1, 1, 0, 0),
  c: Uint8Array.of(3, 2, 1, 0, 3, 3, 2),
});
const bands = { column: 'c', parent: 'c groups', groups: ['low', 'high'], groupOf: [0, 0, 1, 1] };

describe('groupedMarginals', () => {
  it('counts groups beside codes of other columns and of the same one, in the order asked for', async () => {
    const marginals = groupedMarginals(memoryMarginals(table));
    marginals.group(bands);
    const sets = [['c groups'], ['a', 'c groups'], ['c'], ['b', 'c', 'c groups'], ['a', 'c groups'], []];
    const found: { set: readonly string[]; cells: number[] }[] = [];
    for await (const { set, cells } of marginals.counts(sets)) found.push({ set, cells: [...cells] });
    expect(found.map(({ set }) => set)).toEqual(sets);
    expect(found[0]?.cells).toEqual([2, 5]);
    expect(found[1]?.cells).toEqual([0, 2, 0, 2, 2, 1]);
    expect(found[2]?.cells).toEqual([1, 1, 2, 3]);
    expect(found[3]?.cells).toEqual([0, 0, 1, 0, 0, 1, 0, 2, 1, 0, 0, 0, 0, 1, 0, 1]);
    expect(found[4]?.cells).toEqual(found[1]?.cells);
    expect(found[5]?.cells).toEqual([7]);
    expect(Object.keys(marginals.domains)).toEqual(['a', 'b', 'c', 'c groups']);
    expect(marginals.groups()).toEqual([bands]);
  });

  it('refuses groups that do not fit', () => {
    const marginals = groupedMarginals(memoryMarginals(table));
    marginals.group(bands);
    for (const wrong of [
      bands,
      { ...bands, column: 'd', parent: 'd groups' },
      { ...bands, column: 'c groups', parent: 'again' },
      { ...bands, parent: 'b' },
      { ...bands, parent: 'short', groupOf: [0, 0, 1] },
      { ...bands, parent: 'far', groupOf: [0, 0, 1, 2] },
      { ...bands, parent: 'none', groups: [] },
    ])
      expect(() => marginals.group(wrong)).toThrow(RangeError);
  });
});
