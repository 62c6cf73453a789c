import { describe, expect, it } from 'vitest';
import { knownBreaks } from './known-breaks.ts';

const statement = (id: string, activeYears: readonly number[]) => ({
  id,
  name: null,
  sourceKind: 'case_management',
  firstYear: Math.min(...activeYears),
  lastYear: Math.max(...activeYears),
  activeYears,
  countries: {},
  assisted: {},
  assistedSince: null,
  asks: {},
  note: null,
});

describe('knownBreaks', () => {
  it('names who joined and who left in each year, a pause being both', () => {
    const contributors = [
      statement('steady', [2012, 2013, 2014, 2015]),
      statement('paused', [2012, 2014, 2015]),
      statement('new', [2014]),
    ];
    const told = knownBreaks({ contributors }, ['2012', '2013', '2014', '2015']).map(({ period, joined, left }) => [
      period,
      joined.map(({ id }) => id),
      left.map(({ id }) => id),
    ]);
    expect(told).toEqual([
      ['2013', [], ['paused']],
      ['2014', ['paused', 'new'], []],
      ['2015', [], ['new']],
    ]);
  });

  it('finds none where the same contribute throughout, or nobody', () => {
    expect(knownBreaks({ contributors: [statement('steady', [2014, 2015])] }, ['2014', '2015'])).toEqual([]);
    expect(knownBreaks({ contributors: [] }, ['2014', '2015'])).toEqual([]);
  });

  it('looks at work in some countries only, where asked', () => {
    const contributors = [
      { ...statement('moved', [2014, 2015]), countries: { 2014: ['ALB', 'BEL'], 2015: ['BEL'] } },
      { ...statement('elsewhere', [2015]), countries: { 2015: ['EGY'] } },
    ];
    const told = knownBreaks({ contributors }, ['2014', '2015'], ['ALB']);
    expect(told.map(({ period, joined, left }) => [period, joined.length, left.map(({ id }) => id)])).toEqual([
      ['2015', 0, ['moved']],
    ]);
    expect(knownBreaks({ contributors }, ['2014', '2015'], ['BEL'])).toEqual([]);
  });
});
