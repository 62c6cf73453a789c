import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subsetsOf } from '../../results/sets.ts';
import { attackInput } from './attack-input.ts';
import { correctAttribution } from './correct-attribution.ts';
import { exactCopies } from './exact-copies.ts';
import { matchesOf, postingsOf } from './postings.ts';
import { rareEcho } from './rare-echo.ts';
import { isolationChance, singleOutMultivariate, singleOutUnivariate } from './singling-out.ts';
import { specialUniques } from './special-uniques.ts';
import { independentRows, inventedRows, tableOf } from './testing-tables.ts';

const sizes = [3, 2, 4, 3];
const someRows = (most: number, least = 1) =>
  fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.nat(3), fc.nat(2)), { minLength: least, maxLength: most }) as fc.Arbitrary<
    number[][]
  >;
const fulfils = (row: readonly number[], predicate: readonly { column: number; code: number }[]) =>
  predicate.every(({ column, code }) => row[column] === code);

describe('matchesOf', () => {
  it('counts up to the limit and names the first row', () => {
    fc.assert(
      fc.property(someRows(30), fc.subarray([0, 1, 2, 3], { minLength: 1 }), fc.nat(2), (rows, columns, code) => {
        const predicate = columns.map((column) => ({ column, code: Math.min(code, (sizes[column] as number) - 1) }));
        const matching = rows.flatMap((row, at) => (fulfils(row, predicate) ? [at] : []));
        expect(matchesOf(postingsOf(tableOf(sizes, rows)), predicate, 2)).toEqual({
          count: Math.min(2, matching.length),
          first: matching[0] ?? -1,
        });
      }),
    );
  });
});

describe('singling out', () => {
  it('takes the values of one synthetic record, and counts those that one real record has', () => {
    fc.assert(
      fc.property(someRows(12), someRows(12), someRows(12), (train, control, synthetic) => {
        const input = attackInput({
          train: tableOf(sizes, train),
          control: tableOf(sizes, control),
          synthetic: tableOf(sizes, synthetic),
          missing: ['0'],
        });
        const found = singleOutUnivariate(input, { seed: 'a' });
        const count = (rows: readonly number[][], column: number, code: number) =>
          rows.filter((row) => row[column] === code).length;
        const candidates = sizes.flatMap((size, column) =>
          Array.from({ length: size }, (_, code) => ({ column, code })).filter(
            ({ code }) => code !== 0 && count(synthetic, column, code) === 1,
          ),
        );
        expect(found.found).toBe(candidates.length);
        expect(found.asked).toBe(2000);
        const tally = (test: (t: number, c: number) => boolean) =>
          candidates.filter(({ column, code }) => test(count(train, column, code), count(control, column, code)))
            .length;
        expect(found.attack.successes).toBe(tally((t, c) => t === 1 && c === 0));
        expect(found.control?.successes).toBe(tally((t, c) => t === 0 && c === 1));
        expect(found.isolatedInTraining.successes).toBe(tally((t) => t === 1));
        expect(found.attack.trials).toBe(candidates.length);
      }),
      { numRuns: 60 },
    );
  });
  it('takes columns in turn, so that one with many rare values does not stand for all', () => {
    const rows = Array.from({ length: 400 }, (_, at) => [at, Math.min(at, 5), Math.min(at, 3)]);
    const table = tableOf([400, 6, 4], rows);
    const found = singleOutUnivariate(attackInput({ train: table, synthetic: table, missing: [] }), {
      predicates: 20,
      seed: 'a',
    });
    expect(found.perColumn).toEqual({ v0: 12, v1: 5, v2: 3 });
  });
  it('keeps the right denominator when fewer predicates are found than asked for', () => {
    const table = tableOf(
      [3, 2],
      [
        [0, 0],
        [0, 0],
        [1, 1],
        [1, 1],
        [2, 0],
        [2, 0],
      ],
    );
    const input = attackInput({ train: table, control: table, synthetic: table, missing: [] });
    for (const found of [singleOutUnivariate(input, { seed: 'a' }), singleOutMultivariate(input, { seed: 'a' })]) {
      expect(found).toMatchObject({
        asked: 2000,
        found: 0,
        attack: { rate: 0.5, error: 0.5, trials: 0 },
        chanceLevel: 0,
      });
    }
  });
  it('finds predicates that isolate a synthetic record, with the columns it needs and no more', () => {
    const rows = inventedRows([5, 4, 6, 3, 8], 200, 'isolate');
    const table = tableOf([5, 4, 6, 3, 8], rows);
    const found = singleOutMultivariate(attackInput({ train: table, synthetic: table, missing: [] }), {
      predicates: 100,
      seed: 'a',
    });
    // The synthetic file is the training file: what isolates one isolates the other.
    expect(found.isolatedInTraining.successes).toBe(found.found);
    expect(found.found).toBe(100);
  });
  it('sets the chance of a predicate of weight w', () => {
    expect(isolationChance(1000, 1 / 1000)).toBeCloseTo(Math.exp(-1), 3);
    expect(isolationChance(10, 0)).toBe(0);
    expect(isolationChance(1, 1)).toBe(1);
  });
  it('sees nothing in records drawn without looking, in files of unequal size (false alarm below 1 in 10,000)', () => {
    const wide = [12, 9, 7, 8, 10, 6];
    const population = inventedRows(wide, 5000, 'population', 0.8);
    const input = attackInput({
      train: tableOf(wide, population.slice(0, 4000)),
      control: tableOf(wide, population.slice(4000)),
      synthetic: tableOf(wide, inventedRows(wide, 4000, 'elsewhere', 0.8)),
      missing: [],
    });
    const { residual, attack, control, isolatedInTraining } = singleOutMultivariate(input, {
      predicates: 5000,
      seed: 'a',
    });
    expect(attack.rate).toBeGreaterThan(0.05);
    expect(Math.abs(residual?.value ?? 1)).toBeLessThan(2 * (residual?.error ?? 0));
    // Counting each file by itself would have called this a leak: a larger file isolates more by chance.
    expect(isolatedInTraining.rate - (control?.rate ?? 1)).toBeGreaterThan(0);
  });
});

describe('correctAttribution', () => {
  it('follows its definition', () => {
    fc.assert(
      fc.property(someRows(20), someRows(20), (train, synthetic) => {
        const input = attackInput({ train: tableOf(sizes, train), synthetic: tableOf(sizes, synthetic), missing: [] });
        const [found] = correctAttribution(input, [0, 2], [3]);
        const same = (a: readonly number[], b: readonly number[], columns: readonly number[]) =>
          columns.every((column) => a[column] === b[column]);
        const caps = train.flatMap((row) => {
          const all = synthetic.filter((other) => same(row, other, [0, 2]));
          return all.length === 0
            ? []
            : [{ all, cap: all.filter((other) => same(row, other, [3])).length / all.length }];
        });
        const unanimous = caps.filter(({ all }) => all.every((other) => other[3] === all[0]?.[3]));
        expect(found?.training.undefined).toBe(train.length - caps.length);
        expect(found?.training.dcap.successes).toBeCloseTo(
          caps.reduce((sum, { cap }) => sum + cap, 0),
          9,
        );
        expect(found?.training.dcap.trials).toBe(caps.length);
        expect(found?.training.unanimous).toBe(unanimous.length);
        expect(found?.training.tcap.successes).toBeCloseTo(unanimous.filter(({ cap }) => cap === 1).length, 9);
        const baseline = train.reduce(
          (sum, row) => sum + train.filter((other) => other[3] === row[3]).length / train.length,
          0,
        );
        expect(found?.baseline).toBeCloseTo(baseline / train.length, 12);
        expect(found?.control).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
  it('refuses a secret among the keys', () => {
    const table = tableOf(sizes, [[0, 0, 0, 0]]);
    const input = attackInput({ train: table, synthetic: table });
    expect(() => correctAttribution(input, [0, 1], [1])).toThrow(RangeError);
    expect(() => correctAttribution(input, [], [1])).toThrow(RangeError);
  });
});

describe('exactCopies and rareEcho', () => {
  it('count what only one record has, and where it is found again', async () => {
    await fc.assert(
      fc.asyncProperty(someRows(15), someRows(8), someRows(15), async (train, control, synthetic) => {
        const input = attackInput({
          train: tableOf(sizes, train),
          control: tableOf(sizes, control),
          synthetic: tableOf(sizes, synthetic),
          missing: [],
        });
        const both = [...train, ...control];
        const key = (row: readonly number[], set: readonly number[]) => set.map((column) => row[column]).join();
        const count = (rows: readonly number[][], set: readonly number[], row: readonly number[]) =>
          rows.filter((other) => key(other, set) === key(row, set)).length;
        const whole = [0, 1, 2, 3];
        const copies = exactCopies(input);
        const unique = train.filter((row) => count(both, whole, row) === 1);
        expect(copies.uniqueInTraining).toBe(unique.length);
        expect(copies.attack.successes).toBe(unique.filter((row) => count(synthetic, whole, row) > 0).length);
        expect(copies.syntheticAlsoInTraining).toBe(synthetic.filter((row) => count(train, whole, row) > 0).length);
        const echo = await rareEcho(input, { columns: 2, k: 4, seed: 'a' });
        const sets = [[0], [1], [2], [3], [0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]];
        expect(echo.sets).toBe(sets.length);
        for (const { total, combinations, attack } of echo.levels) {
          const rare = train.flatMap((row) =>
            sets.filter((set) => count(both, set, row) === total).map((set) => ({ row, set })),
          );
          expect(combinations).toBe(rare.length);
          if (rare.length === 0) expect(attack.trials).toBe(0);
          else {
            const share = rare.filter(({ row, set }) => count(synthetic, set, row) > 0).length / rare.length;
            if (share > 0 && share < 1) expect(attack.rate).toBeCloseTo(share, 9);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('specialUniques', () => {
  const subsets = (columns: readonly number[]) => subsetsOf(columns).slice(1);

  it('finds every minimal unique set, as listing all sets does', () => {
    fc.assert(
      fc.property(someRows(25), fc.integer({ min: 1, max: 4 }), (rows, most) => {
        const alone = (row: readonly number[], set: readonly number[]) =>
          rows.filter((other) => set.every((column) => other[column] === row[column])).length === 1;
        const minimal = rows.map((row) =>
          subsets([0, 1, 2, 3]).filter(
            (set) =>
              set.length <= most &&
              alone(row, set) &&
              subsets(set).every((subset) => subset.length === set.length || !alone(row, subset)),
          ),
        );
        const score = (set: readonly number[]) => {
          let product = 1;
          for (let i = set.length; i <= most; i++) product *= 4 - i;
          return product;
        };
        const found = specialUniques(tableOf(sizes, rows), { most });
        expect([...found.scores]).toEqual(minimal.map((sets) => sets.reduce((sum, set) => sum + score(set), 0)));
        expect(found.bySize).toEqual(
          Array.from({ length: most }, (_, at) => minimal.flat().filter((set) => set.length === at + 1).length),
        );
      }),
      { numRuns: 80 },
    );
  });
  it('finds none among records that all have an equal', () => {
    const rows = independentRows(inventedRows(sizes, 50, 'twins'), 50, 'twins');
    expect(specialUniques(tableOf(sizes, [...rows, ...rows])).recordsWithAny).toBe(0);
  });
});
