import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnersOf, readState, settle, tableKey, writeState } from './state.ts';
import type { ExploreIndex, ExploreState } from './types.ts';

const codes = ['a', 'b', '?unknown'].map((code) => ({ code, label: code, missing: code.startsWith('?') }));
const index: ExploreIndex = {
  locale: 'en',
  direction: 'ltr',
  source: '',
  example: null,
  release: 'r',
  sequence: 1,
  periods: ['2014', '2015'],
  variables: ['x', 'y', 'z'].map((id) => ({ id, label: id, group: null, codes })),
  tables: ['x', 'y', 'z', 'x~y'],
  words: {},
};

describe('tableKey', () => {
  it('is the same in either order', () => {
    expect(tableKey(index, 'y', 'x')).toBe('x~y');
    expect(tableKey(index, 'x', 'y')).toBe('x~y');
  });
});

describe('partnersOf', () => {
  it('offers only what is published together', () => {
    expect(partnersOf(index, 'x').map(({ id }) => id)).toEqual(['y']);
    expect(partnersOf(index, 'z')).toEqual([]);
  });
});

describe('readState', () => {
  it('reads what was written', () => {
    const known = fc.record({
      variable: fc.constantFrom('x', 'y', 'z'),
      by: fc.constantFrom('x', 'y', 'z', null),
      period: fc.constantFrom('2014', '2015'),
      view: fc.constantFrom('bar', 'heat', 'line') as fc.Arbitrary<ExploreState['view']>,
      measure: fc.constantFrom('count', 'share') as fc.Arbitrary<ExploreState['measure']>,
      within: fc.constantFrom('a', 'b', null),
    });
    fc.assert(
      fc.property(known, (state) => {
        const settled = settle(index, state);
        const read = readState(index, new URLSearchParams(writeState(settled)));
        expect(read).toEqual(settled.view === 'line' ? settled : { ...settled, within: read.within });
      }),
    );
  });

  it('never leads to a table that is not there', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('v', 'by', 'year', 'view', 'show', 'in'), fc.string()), (query) => {
        const state = readState(index, new URLSearchParams(query));
        expect(index.tables).toContain(tableKey(index, state.variable, state.by));
        expect(index.periods).toContain(state.period);
      }),
    );
  });
});
