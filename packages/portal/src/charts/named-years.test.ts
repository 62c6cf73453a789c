import { describe, expect, it } from 'vitest';
import { namedYears } from './named-years.ts';

const years = (count: number) => Array.from({ length: count }, (_, at) => String(2002 + at));

describe('the years below a picture', () => {
  it('are all of a few', () => {
    expect(namedYears(years(7))).toEqual(years(7));
    expect(namedYears([])).toEqual([]);
  });

  it.each([8, 10, 20, 40])('of %i are at most seven, evenly apart, the newest among them', (count) => {
    const named = namedYears(years(count)).map(Number);
    expect(named.length).toBeLessThanOrEqual(7);
    expect(named.at(-1)).toBe(2002 + count - 1);
    expect(new Set(named.slice(1).map((year, at) => year - (named[at] ?? 0))).size).toBe(1);
  });
});
