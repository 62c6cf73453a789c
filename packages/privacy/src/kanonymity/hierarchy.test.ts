import { Refusal } from '@casebridge/refusal';
import { describe, expect, it } from 'vitest';
import { columnHierarchy, labelAt, suppressionHierarchy, valueCount } from './hierarchy.ts';
import { columnOfHierarchyFile, hierarchyFromCsv } from './hierarchy-csv.ts';

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.exit}`;
    throw error;
  }
  return 'nothing refused';
};

describe('hierarchyFromCsv', () => {
  it('reads values, labels and shares', () => {
    const hierarchy = hierarchyFromCsv(
      'food',
      'apple;fruit;*\r\npear;fruit;*\r\n"le;ek";"green ""veg""";*\r\n',
      'food.csv',
    );
    expect(hierarchy.levels).toBe(3);
    expect(hierarchy.labels).toEqual([['apple', 'pear', 'le;ek'], ['fruit', 'green "veg"'], ['*']]);
    expect(Array.from(hierarchy.shares[1] as Float64Array)).toEqual([2 / 3, 1 / 3]);
    expect(labelAt(hierarchy, 1, 1)).toBe('fruit');
    expect(valueCount(hierarchy)).toBe(3);
  });

  it('puts several labels at the top under *', () => {
    expect(hierarchyFromCsv('c', 'a;x\nb;y', 'c.csv').labels).toEqual([['a', 'b'], ['x', 'y'], ['*']]);
  });

  it('takes an empty value, which is a missing one, as a value', () => {
    expect(hierarchyFromCsv('c', ';none;*\na;some;*', 'c.csv').labels[0]).toEqual(['', 'a']);
  });

  it.each([
    ['', 'hierarchy-empty 2'],
    ['a;x;*\nb;*', 'hierarchy-ragged 2'],
    ['a;x;*\na;x;*', 'hierarchy-twice 2'],
    ['*;x;*', 'hierarchy-star 2'],
    ['a;x;p;*\nb;x;q;*', 'hierarchy-not-nested 2'],
    ['"a;x;*', 'hierarchy-quote 2'],
  ])('refuses %j', (text, code) => {
    expect(codeOf(() => hierarchyFromCsv('c', text, 'c.csv'))).toBe(code);
  });

  it('names file and line, not the value', () => {
    expect(() => hierarchyFromCsv('c', 'secret;x;p;*\nother;x;q;*', 'c.csv')).toThrow(/^c\.csv, line 2: (?!.*secret)/);
  });

  it('finds the column in a file name', () => {
    expect(columnOfHierarchyFile('adult_hierarchy_marital-status.csv')).toBe('marital-status');
    expect(columnOfHierarchyFile('hierarchy_age.csv')).toBe('age');
    expect(columnOfHierarchyFile('adult.csv')).toBeNull();
  });
});

describe('suppressionHierarchy', () => {
  it('has two levels', () => {
    expect(suppressionHierarchy('c', ['a', '']).labels).toEqual([['a', ''], ['*']]);
  });
  it('refuses what columnHierarchy refuses', () => {
    expect(
      codeOf(() =>
        columnHierarchy(
          'c',
          Array.from({ length: 65_537 }, (_, at) => [`${at}`]),
        ),
      ),
    ).toBe('hierarchy-large 2');
  });
});
