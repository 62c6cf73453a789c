import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMeasurements, serialiseMeasurements } from './measurements-file.ts';
import { cellCount, downwardClosure, sizesOf } from './sets.ts';
import type { Measurements } from './types.ts';

const names = fc.uniqueArray(
  fc.string({ minLength: 1 }).filter((name) => name !== '__proto__' && !/^\d+$/.test(name)),
  { minLength: 1, maxLength: 3 },
);

const files: fc.Arbitrary<Measurements> = names.chain((variables) =>
  fc.tuple(...variables.map(() => fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 3 }))).chain((codes) => {
    const domains = Object.fromEntries(variables.map((name, at) => [name, codes[at] ?? []]));
    const tables = [variables];
    return fc.array(fc.maxSafeInteger(), { minLength: 64, maxLength: 64 }).map((integers) => ({
      format: 'casebridge-measurements-1' as const,
      domains,
      tables,
      structuralZeros: {},
      cohorts: [{ id: '2015.1', period: '2015', batch: 1, late: false }],
      measurements: downwardClosure(domains, tables).map((set, at) => ({
        cohort: '2015.1',
        set,
        kind: 'residual' as const,
        values: Float64Array.from({ length: cellCount(sizesOf(domains, set)) }, (_, cell) => {
          return (integers[(at + cell) % 64] ?? 0) + 0;
        }),
        variance: `${BigInt(at + 1) * 10n ** 25n}`,
      })),
    }));
  }),
);

describe('parseMeasurements', () => {
  it('reads back what serialiseMeasurements wrote, and writing that again gives the same bytes', () => {
    fc.assert(
      fc.property(files, (measurements) => {
        const text = serialiseMeasurements(measurements);
        const read = parseMeasurements(text, 'measurements.json');
        expect(read).toEqual(measurements);
        expect(serialiseMeasurements(read)).toBe(text);
      }),
    );
  });

  const good = serialiseMeasurements({
    format: 'casebridge-measurements-1',
    domains: { a: ['0', '1'], b: ['x', 'y', 'z'] },
    tables: [['a', 'b']],
    structuralZeros: { 'a;b': [5] },
    cohorts: [{ id: '2015.1', period: '2015', batch: 1, late: false }],
    measurements: [{ cohort: '2015.1', set: ['a'], kind: 'residual', values: Float64Array.of(-7, 12), variance: '40' }],
  });

  it('is one line per measurement', () => {
    expect(good.split('\n')).toContain(
      '{"cohort":"2015.1","set":["a"],"kind":"residual","variance":"40","values":[-7,12]}',
    );
  });

  it.each([
    ['no JSON', '{', '{ not', 'not JSON'],
    ['another format', 'measurements-1', 'measurements-2', 'format'],
    ['a code twice', '["x","y","z"]', '["x","y","x"]', "domain of 'b'"],
    ['a table of unknown variables', '[["a","b"]]', '[["a","c"]]', 'unknown variable'],
    ['a table out of order', '[["a","b"]]', '[["b","a"]]', 'order of the domains'],
    ['a zero outside its table', '[5]', '[6]', 'structural zeros'],
    ['a cohort without batch', '"batch":1', '"batch":"1"', 'batch number'],
    ['a set that no table covers', '[["a","b"]]', '[["b"]]', 'belongs to no published table'],
    ['an unlisted cohort', '{"cohort":"2015.1"', '{"cohort":"2014.1"', 'not listed'],
    ['a missing value', '[-7,12]', '[-7]', 'one value per cell'],
    ['a broken value', '[-7,12]', '[-7,12.5]', 'not an integer'],
    ['a value beyond exact integers', '[-7,12]', '[-7,9007199254740993]', 'not an integer'],
    ['no noise', '"variance":"40"', '"variance":"0"', 'positive variance'],
    ['a variance that is not a whole number', '"variance":"40"', '"variance":"4e1"', 'positive variance'],
  ])('refuses %s', (_, from, to, message) => {
    expect(good).toContain(from);
    expect(() => parseMeasurements(good.replace(from, to), 'measurements.json')).toThrow(message);
  });

  it('refuses a measurement that is there twice', () => {
    const line = '{"cohort":"2015.1","set":["a"],"kind":"residual","variance":"40","values":[-7,12]}';
    expect(() => parseMeasurements(good.replace(line, `${line},${line}`), 'm')).toThrow('twice');
  });
});
