import { describe, expect, it } from 'vitest';
import { openingStates, readState, settle, writeState } from './compare-state.ts';
import type { CompareIndex } from './types.ts';

const variable = (id: string, codes: readonly string[]) => ({
  id,
  label: id,
  group: null,
  codes: [...codes, '?unknown'].map((code) => ({ code, label: code, missing: code.startsWith('?') })),
});

const index: CompareIndex = {
  locale: 'en',
  direction: 'ltr',
  example: null,
  sequence: 1,
  source: 'Release 1',
  spoken: 'Records of people identified and assisted.',
  periods: ['2014', '2015'],
  variables: [
    variable('sex_or_gender', ['female', 'male', 'other']),
    variable('purpose_summary', ['labour', 'sexual']),
    variable(
      'age',
      Array.from({ length: 30 }, (_, year) => String(year)),
    ),
  ],
  tables: ['sex_or_gender~purpose_summary', 'purpose_summary~age'],
  breaks: [],
  words: {},
};

describe('the address of a comparison', () => {
  it('comes back as it was written', () => {
    for (const state of openingStates(index)) {
      expect(readState(index, new URLSearchParams(writeState(state)))).toEqual(state);
    }
  });

  it('falls back to what the page opens with where it asks for the impossible', () => {
    const start = openingStates(index)[0];
    for (const query of [
      '',
      'v=purpose_summary&by=age&a=1&b=2',
      'v=age&by=sex_or_gender&a=female&b=male',
      'v=%00&by=<',
    ]) {
      expect(readState(index, new URLSearchParams(query))).toEqual(start);
    }
  });

  it('never compares a group with itself', () => {
    const state = {
      variable: 'purpose_summary',
      by: 'sex_or_gender',
      a: 'male',
      b: 'male',
      period: '1800',
      periodB: null,
    };
    expect(settle(index, state)).toMatchObject({ a: 'male', b: 'female', period: '2015' });
  });

  it('compares a group with itself in another year, and keeps that year in the address', () => {
    const state = {
      variable: 'purpose_summary',
      by: 'sex_or_gender',
      a: 'male',
      b: 'male',
      period: '2015',
      periodB: '2014',
    };
    expect(settle(index, state)).toEqual(state);
    expect(writeState(state)).toContain('year=2015&year-b=2014');
    expect(readState(index, new URLSearchParams(writeState(state)))).toEqual(state);
    expect(settle(index, { ...state, periodB: '2015' })).toMatchObject({ b: 'female', periodB: null });
    expect(settle(index, { ...state, periodB: '1800' })).toMatchObject({ b: 'female', periodB: null });
  });

  it('has nothing to open with where no two variables are crossed', () => {
    expect(openingStates({ ...index, tables: [] })).toEqual([]);
  });
});
