import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerable, partnersOf, tableKey, trustOf, variablesOf } from './sources.ts';
import { opening, readState, settle, writeState } from './state.ts';
import type { ExploreIndex, ExploreState, Years } from './types.ts';
import { chosenYears, inMode, readYears, writeYears } from './years.ts';

const codes = ['a', 'b&=', '?unknown'].map((code) => ({ code, label: code, missing: code.startsWith('?') }));
const index: ExploreIndex = {
  locale: 'en',
  direction: 'ltr',
  source: '',
  caveat: '',
  example: null,
  counted: 'record',
  release: 'r',
  sequence: 1,
  licence: 'CC-BY-4.0',
  address: 'https://portal.example/',
  periods: ['2013', '2014', '2015'],
  variables: ['x', 'y', 'z', 'u.part'].map((id) => ({ id, label: id, group: null, codes })),
  tables: ['x', 'y', 'z', 'u.part', 'x~y', 'x~z', 'x~y~z'],
  files: ['x~y', 'x~y', 'x~z', 'u.part', 'x~y', 'x~z', 'x~y~z'],
  records: {
    file: 'records.0.bin',
    rows: 9,
    columns: ['x', 'y', 'u.part'],
    measured: [
      [
        ['x', 'y', 'period'],
        ['y', 'u.part'],
      ],
    ],
    errors: { 'x~y': 0.02, 'y~u.part': 0.05 },
    late: [],
  },
  words: {},
};

const ids = ['x', 'y', 'z', 'u.part', 'nonsense'];
const anyYears: fc.Arbitrary<Years> = fc.oneof(
  fc.record({
    mode: fc.constant('freeze' as const),
    from: fc.constantFrom('2013', '2015'),
    to: fc.constantFrom('2014', '2015'),
  }),
  fc.record({ mode: fc.constant('grow' as const), from: fc.constantFrom('2013', '2015', '1066') }),
  fc.record({ mode: fc.constant('roll' as const), count: fc.integer({ min: 1, max: 5 }) }),
);
const anyState: fc.Arbitrary<ExploreState> = fc.record({
  variable: fc.constantFrom('x', 'y', 'z', 'u.part'),
  by: fc.constantFrom(...ids, null),
  filters: fc.array(
    fc.record({ variable: fc.constantFrom('x', 'y', 'z', 'u.part'), code: fc.constantFrom('a', 'b&=', '?unknown') }),
    { maxLength: 3 },
  ),
  years: anyYears,
  view: fc.constantFrom('multiples', 'bar', 'heat', 'line'),
  measure: fc.constantFrom('count', 'share'),
  within: fc.constantFrom('a', 'b&=', '?unknown', null),
});

describe('answerable', () => {
  it('takes a published table wherever one answers, and synthetic records only beyond', () => {
    const ask = (variable: string, by: string | null, ...others: string[]) =>
      answerable(index, { variable, by, filters: others.map((id) => ({ variable: id, code: 'a' })) });
    expect(ask('y', 'x')).toEqual({ kind: 'published', key: 'x~y' });
    expect(ask('x', null, 'y')).toEqual({ kind: 'published', key: 'x~y' });
    expect(ask('z', 'y', 'x')).toEqual({ kind: 'published', key: 'x~y~z' });
    expect(ask('x', 'u.part')).toEqual({ kind: 'synthetic' });
    expect(ask('x', 'y', 'u.part')).toEqual({ kind: 'synthetic' });
    expect(ask('z', 'u.part')).toBeNull();
    expect(tableKey(index, ['y', 'x'])).toBe('x~y');
    expect(partnersOf(index, 'x').published.map(({ id }) => id)).toEqual(['y', 'z']);
    expect(partnersOf(index, 'x').synthetic.map(({ id }) => id)).toEqual(['u.part']);
  });
});

describe('trustOf', () => {
  const { records } = index;
  if (!records) throw new Error('the index has records');

  it('says what was measured, and bounds the error of the rest from below', () => {
    expect(trustOf(index, records, ['y', 'x'])).toEqual({ support: 'years', error: 0.02, atLeast: false });
    expect(trustOf(index, records, ['y', 'u.part'])).toEqual({ support: 'together', error: 0.05, atLeast: false });
    expect(trustOf(index, records, ['x', 'y', 'u.part'])).toEqual({ support: 'none', error: 0.05, atLeast: true });
    expect(trustOf(index, records, ['x', 'u.part'])).toEqual({ support: 'none', error: null, atLeast: true });
  });
});

describe('years', () => {
  it('keep, grow or roll', () => {
    const later = { periods: [...index.periods, '2016'] };
    const after = (text: string) => chosenYears(later, readYears(index, text) ?? { mode: 'roll', count: 99 });
    expect(after('2015')).toEqual(['2015']);
    expect(after('2014-2015')).toEqual(['2014', '2015']);
    expect(after('2014-')).toEqual(['2014', '2015', '2016']);
    expect(after('last')).toEqual(['2016']);
    expect(after('last-2')).toEqual(['2015', '2016']);
  });

  it.each(['', '1066', '2015-2013', '2013-2014-2015', 'last-0', 'last-', '-2015', '2013 '])(
    'are not read from “%s”',
    (text) => {
      expect(readYears(index, text)).toBeNull();
    },
  );

  it('mean the same years in another mode', () => {
    const years: Years = { mode: 'freeze', from: '2014', to: '2015' };
    for (const mode of ['freeze', 'grow', 'roll'] as const) {
      expect(chosenYears(index, inMode(index, years, mode))).toEqual(['2014', '2015']);
    }
    expect(writeYears(inMode(index, years, 'roll'))).toBe('last-2');
  });
});

describe('readState', () => {
  it('reads what was written, and finds nothing wrong with it', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const settled = settle(index, state);
        const { state: read, problems } = readState(index, new URLSearchParams(writeState(settled)));
        expect(writeState(read)).toBe(writeState(settled));
        expect({ ...read, within: null }).toEqual({ ...settled, within: null });
        expect(problems).toEqual([]);
      }),
    );
  });

  it('never leads to a table that is not there, and names what it leaves out', () => {
    const name = fc.constantFrom('v', 'by', 'is.x', 'is.y', 'is.z', 'is.nonsense', 'year', 'view', 'show', 'in');
    const value = fc.oneof(
      fc.constantFrom(...ids, 'a', '?unknown', '2014-', 'last-9', 'heat', '__proto__'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 6 }), (pairs) => {
        const { state, problems } = readState(index, new URLSearchParams(pairs));
        expect(answerable(index, state)).not.toBeNull();
        expect(chosenYears(index, state.years).length).toBeGreaterThan(0);
        expect(new Set(variablesOf(state)).size).toBe(variablesOf(state).length);
        if (pairs.some(([key]) => key === 'is.nonsense'))
          expect(problems.map(({ kind }) => kind)).toContain('variable');
      }),
    );
  });

  it('names every impossible part', () => {
    const kinds = (text: string) => readState(index, new URLSearchParams(text)).problems.map(({ kind }) => kind);
    expect(kinds('')).toEqual([]);
    expect(kinds('v=nonsense')).toEqual(['variable']);
    expect(kinds('v=z&by=u.part')).toEqual(['together']);
    expect(kinds('v=x&is.z=a&is.u.part=a')).toEqual(['together']);
    expect(kinds('v=x&is.y=c')).toEqual(['code']);
    expect(kinds('v=x&by=y&view=bar&in=c')).toEqual(['code']);
    expect(kinds('v=x&year=1066&view=pie')).toEqual(['years', 'view']);
    expect(opening(index).variable).toBe('x');
  });
});
