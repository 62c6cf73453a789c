import type { IntakeSummary } from '@casebridge/standard';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithPrevious } from './comparison.ts';

type Counts = IntakeSummary['counts'];

function summary(rows: number, counts: Counts = {}): IntakeSummary {
  return { rowsRead: rows, rowsKept: rows, findings: {}, notChecked: [], counts };
}
const codes = (current: IntakeSummary, ...previous: IntakeSummary[]) =>
  compareWithPrevious(current, previous).map(({ code, variable }) => (variable ? `${code} ${variable}` : code));

describe('compareWithPrevious', () => {
  it('says nothing where there is nothing to compare with, or nothing changed', () => {
    expect(compareWithPrevious(summary(5), [])).toEqual([]);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('female', 'male', '?unknown'), fc.nat(1000)),
        fc.nat(1000),
        (sex, rows) => {
          expect(compareWithPrevious(summary(rows, { sex }), [summary(rows, { sex })])).toEqual([]);
        },
      ),
    );
  });

  it.each([
    [100, 150, []],
    [100, 151, ['F05']],
    [100, 50, []],
    [100, 49, ['F05']],
    [0, 1, ['F05']],
  ])('goes from %i to %i rows with %j', (from, to, found) => {
    expect(codes(summary(to), summary(from))).toEqual(found);
  });

  it('lets a stated reason excuse the size', () => {
    expect(compareWithPrevious(summary(9), [summary(100)], { sizeChangeReason: 'one office closed' })).toEqual([]);
  });

  it('reports a missing share that moved by more than 20 points, either way', () => {
    const share = (missing: number): Counts => ({ sex: { female: 100 - missing, '?unknown': missing } });
    expect(codes(summary(100, share(30)), summary(100, share(10)))).toEqual([]);
    expect(codes(summary(100, share(31)), summary(100, share(10)))).toEqual(['Q01 sex']);
    expect(codes(summary(100, share(10)), summary(100, share(31)))).toEqual(['Q01 sex']);
  });

  it('looks at whether a set was answered, not at each code of it', () => {
    const set = (answered: number): Counts => ({
      'labour_sector.known': { yes: answered, '?unknown': 100 - answered },
      'labour_sector.fishing': { yes: answered, '?unknown': 100 - answered },
    });
    expect(codes(summary(100, set(20)), summary(100, set(80)))).toEqual(['Q01 labour_sector.known']);
  });

  it('reports a code that was in the last three parcels and is gone', () => {
    const withCode = summary(100, { sex: { female: 90, male: 10 } });
    const without = summary(100, { sex: { female: 100 } });
    expect(codes(without, withCode, withCode, withCode)).toEqual(['Q02 sex']);
    expect(codes(without, withCode, withCode)).toEqual([]);
    expect(codes(without, withCode, without, withCode)).toEqual([]);
  });

  it('reports a code never seen that is more than a tenth', () => {
    const before = summary(100, { sex: { female: 100 } });
    expect(codes(summary(100, { sex: { female: 90, male: 10 } }), before)).toEqual([]);
    expect(codes(summary(100, { sex: { female: 89, male: 11 } }), before)).toEqual(['Q02 sex']);
  });

  it('expects new years', () => {
    const years = (text: string): Counts => ({ registration_year: { [text]: 100 } });
    expect(codes(summary(100, years('2015')), summary(100, years('2014')))).toEqual([]);
  });

  it('names columns and counts, never a cell', () => {
    const found = compareWithPrevious(summary(9, { sex: { male: 9 } }), [summary(100, { sex: { '?unknown': 100 } })]);
    expect(found.map(({ args }) => args)).toEqual([
      { rows: 9, last: 100 },
      { from: 100, to: 0 },
      { gone: 0, new: 1 },
    ]);
  });
});
