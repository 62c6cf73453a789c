import { describe, expect, it } from 'vitest';
import { coverage } from '../../test/invented-year.ts';
import {
  contributorGroups,
  contributorsOf,
  declaredTotal,
  readAssistedSince,
  readCountries,
  statementsFor,
} from './declared.ts';

const year = { period: '2015', group: null };
const all = statementsFor(coverage, '2015', null);
const without = all.map((statement, at) => (at === 4 ? { ...statement, assisted: {} } : statement));

describe('declaredTotal', () => {
  it('adds declared totals, and gives none where one contributor declares none', () => {
    expect(declaredTotal(all, '2015')).toBe(8000);
    expect(declaredTotal(without, '2015')).toBeNull();
    expect(declaredTotal([], '2015')).toBeNull();
  });
});

describe('contributorsOf', () => {
  it('sees dominance in declared totals alone, and not where one is missing', () => {
    expect(contributorsOf(all, year)).toEqual({ count: 5, overHalf: true });
    expect(contributorsOf(all.slice(1), year)).toEqual({ count: 4, overHalf: false });
    expect(contributorsOf(without, year)).toEqual({ count: 5, overHalf: null });
    expect(contributorsOf([], { period: '2015', group: 'agency' })).toEqual({ count: 1, overHalf: true });
  });
});

describe('contributorGroups', () => {
  it('counts contributors of both years, joined and left', () => {
    expect(contributorGroups(coverage, '2015')).toEqual({ same: 3, joined: 2, left: 0 });
    expect(contributorGroups(coverage, '2016')).toEqual({ same: 0, joined: 0, left: 5 });
  });
});

describe('readCountries', () => {
  it('counts a country once however many contributors name it', () => {
    expect(readCountries(all, '2015').reading.value).toBe(115);
    expect(readCountries([], '2015').reading.withheld).toBe('not_collected');
  });
});

describe('readAssistedSince', () => {
  it('adds running totals from the earliest year on, and keeps an “over”', () => {
    const { reading, declared } = readAssistedSince(all);
    expect(reading.interval).toEqual([73_900, 73_900]);
    expect(declared).toEqual({ relation: 'over', since: 1994, by: 2 });
    expect(readAssistedSince(all.slice(1)).declared?.relation).toBe('exactly');
  });
});
