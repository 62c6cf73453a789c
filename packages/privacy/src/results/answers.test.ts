import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { residualTransform } from '../residual/transform.ts';
import { answersFrom, plannedAnswers } from './answers.ts';
import { sumDown } from './axes.ts';
import { exactAnswers } from './exact.ts';
import { cellCount, downwardClosure, setKey, sizesOf, subsetsOf } from './sets.ts';
import type { Cohort, Domains, Measurements, PublishedMeasurement, Query, Selection } from './types.ts';

const cohorts: Cohort[] = [1, 2].map((batch) => ({ id: `2015.${batch}`, period: '2015', batch, late: false }));

/** Domains, the counts of each cohort over all variables, and one residual variance per set. */
const situations = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }).chain((sizes) =>
  fc.record({
    sizes: fc.constant(sizes),
    counts: fc.tuple(...[0, 1].map(() => fc.array(fc.nat(500), cellsOf(sizes)))),
    variances: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 16, maxLength: 16 }),
  }),
);

function cellsOf(sizes: readonly number[]) {
  const cells = cellCount(sizes);
  return { minLength: cells, maxLength: cells };
}

describe('answersFrom', () => {
  it('gives the exact tables when the noise is zero, whatever is asked', () => {
    fc.assert(
      fc.property(situations, fc.nat(), ({ sizes, counts, variances }, pick) => {
        const domains = domainsOf(sizes);
        const all = Object.keys(domains);
        const tables = [all];
        const answers = answersFrom(noiseless(domains, tables, counts, variances));
        const exact = exactAnswers({
          domains,
          tables,
          cohorts,
          marginals: counts.map((cells, at) => ({ cohort: cohorts[at]?.id ?? '', set: all, cells })),
        });
        for (const set of subsetsOf(all)) {
          const [ours, truth] = [answers, exact].map((one) => one.table(set, ['2015.1', '2015.2']).estimate);
          for (const [cell, value] of (truth ?? []).entries()) expect(ours?.[cell]).toBeCloseTo(value, 6);
        }
        const query: Query = { cohorts: ['2015.2'], selections: selectionsOf(domains, all, pick) };
        expect(answers.combine(query).value).toBeCloseTo(exact.combine(query).value, 5);
        expect(exact.combine(query).variance).toBe(0);
      }),
    );
  });

  it('gives every cell the variance of the closed form and every pair the covariance of C3', () => {
    fc.assert(
      fc.property(situations, fc.nat(), fc.nat(), ({ sizes, counts, variances }, i, j) => {
        const domains = domainsOf(sizes);
        const all = Object.keys(domains);
        const measurements = noiseless(domains, [all], counts, variances);
        const answers = answersFrom(measurements);
        const sets = subsetsOf(all);
        const [first, second] = [sets[i % sets.length] ?? [], sets[j % sets.length] ?? []];
        const [a, b] = [cellOf(domains, first, i), cellOf(domains, second, j)];
        const formula = covarianceOfCells(measurements, first, a.at, second, b.at);
        const query = (selection: Selection): Query => ({ cohorts: ['2015.1'], selections: [selection] });
        expect(answers.covariance(query(a.selection), query(b.selection))).toBeCloseTo(formula, 6);
        const own = answers.combine(query(a.selection)).variance;
        expect(own).toBeCloseTo(covarianceOfCells(measurements, first, a.at, first, a.at), 6);
        expect(answers.table(first, ['2015.1']).sd[0]).toBeCloseTo(Math.sqrt(own), 6);
      }),
    );
  });

  it('is linear: a weighted sum of selections is the sum of what each gives, and its variance the quadratic form', () => {
    const domains = domainsOf([2, 3]);
    const answers = answersFrom(
      noiseless(
        domains,
        [['v0', 'v1']],
        [
          [1, 2, 3, 4, 5, 6],
          [0, 0, 0, 0, 0, 9],
        ],
        [40, 30, 20, 10],
      ),
    );
    const one: Query = { cohorts: ['2015.1'], selections: [{ table: ['v0', 'v1'], where: { v0: 'c1' }, weight: 2 }] };
    const two: Query = {
      cohorts: ['2015.1'],
      selections: [{ table: ['v1'], where: { v1: ['c0', 'c2'] }, weight: -1 }],
    };
    const both: Query = { cohorts: ['2015.1'], selections: [...one.selections, ...two.selections] };
    const [x, y, sum] = [one, two, both].map((query) => answers.combine(query));
    expect(sum?.value).toBeCloseTo((x?.value ?? 0) + (y?.value ?? 0), 9);
    expect(x?.value).toBeCloseTo(30, 9);
    expect(sum?.variance).toBeCloseTo((x?.variance ?? 0) + (y?.variance ?? 0) + 2 * answers.covariance(one, two), 9);
  });

  it('adds variances over cohorts and finds no covariance between different ones', () => {
    const domains = domainsOf([2]);
    const answers = answersFrom(
      noiseless(
        domains,
        [['v0']],
        [
          [5, 6],
          [7, 8],
        ],
        [40, 30],
      ),
    );
    const of = (...ids: string[]): Query => ({ cohorts: ids, selections: [{ table: ['v0'], where: { v0: 'c0' } }] });
    expect(answers.combine(of('2015.1', '2015.2')).value).toBeCloseTo(12, 9);
    expect(answers.combine(of('2015.1', '2015.2')).variance).toBeCloseTo(2 * answers.combine(of('2015.1')).variance, 9);
    expect(answers.covariance(of('2015.1'), of('2015.2'))).toBe(0);
    expect(answers.covariance(of('2015.1', '2015.2'), of('2015.2'))).toBeCloseTo(
      answers.combine(of('2015.2')).variance,
      9,
    );
  });

  it('reads marginal measurements too, and averages them with residuals by inverse variance', () => {
    const domains = domainsOf([2, 2]);
    const marginal: PublishedMeasurement = {
      cohort: '2015.1',
      set: ['v0', 'v1'],
      kind: 'marginal',
      values: Float64Array.of(10, 20, 30, 40),
      variance: '9',
    };
    const base = { ...noiseless(domains, [['v0', 'v1']], [[0, 0, 0, 0]], [1, 1, 1, 1]), cohorts: cohorts.slice(0, 1) };
    const alone = answersFrom({ ...base, measurements: [marginal] });
    expect([...alone.table(['v0', 'v1'], ['2015.1']).estimate]).toEqual([10, 20, 30, 40]);
    expect(alone.table(['v0', 'v1'], ['2015.1']).sd[3]).toBeCloseTo(3, 12);
    expect([...alone.table(['v1'], ['2015.1']).estimate]).toEqual([40, 60]);
    expect(alone.table(['v1'], ['2015.1']).sd[0]).toBeCloseTo(Math.sqrt(18), 12);
    const total: PublishedMeasurement = {
      cohort: '2015.1',
      set: [],
      kind: 'residual',
      values: Float64Array.of(104),
      variance: '12',
    };
    const mixed = answersFrom({ ...base, measurements: [marginal, total] }).table([], ['2015.1']);
    expect(mixed.estimate[0]).toBeCloseTo((100 / 36 + 104 / 12) / (1 / 36 + 1 / 12), 9);
    expect(mixed.sd[0]).toBeCloseTo(Math.sqrt(1 / (1 / 36 + 1 / 12)), 9);
  });

  it('refuses tables, variables, codes and cohorts that are not there', () => {
    const domains = domainsOf([2, 2, 2]);
    const answers = answersFrom(
      noiseless(domains, [['v0', 'v1'], ['v2']], [[0, 0, 0, 0, 0, 0, 0, 0]], [1, 1, 1, 1, 1]),
    );
    const ask =
      (cohort: string, ...selections: Selection[]) =>
      () =>
        answers.combine({ cohorts: [cohort], selections });
    expect(ask('2015.1', { table: ['v0', 'v2'], where: {} })).toThrow(RangeError);
    expect(ask('2015.1', { table: ['v9'], where: {} })).toThrow(RangeError);
    expect(ask('2015.1', { table: ['v0'], where: { v1: 'c0' } })).toThrow(RangeError);
    expect(ask('2015.1', { table: ['v0'], where: { v0: 'c2' } })).toThrow(RangeError);
    expect(ask('2015.1', { table: ['v0'], where: { v0: [] } })).toThrow(RangeError);
    expect(ask('2014.1', { table: ['v0'], where: {} })).toThrow(RangeError);
    expect(ask('2015.2', { table: ['v0'], where: {} })).toThrow('no measurement');
    expect(() => answers.combine({ cohorts: [], selections: [] })).toThrow(RangeError);
  });

  it('leaves structural zeros out of every sum, with their noise', () => {
    const domains = domainsOf([2, 3]);
    const plain = noiseless(domains, [['v0', 'v1']], [[3, 0, 4, 5, 6, 7]], [1, 400, 100, 3600]);
    const answers = answersFrom({ ...plain, structuralZeros: { 'v0;v1': [1] } });
    const without = answersFrom(plain);
    const first: Query = { cohorts: ['2015.1'], selections: [{ table: ['v0', 'v1'], where: { v0: 'c0' } }] };
    expect(answers.combine(first).value).toBeCloseTo(7, 9);
    const ends: Query = {
      cohorts: ['2015.1'],
      selections: [{ table: ['v0', 'v1'], where: { v0: 'c0', v1: ['c0', 'c2'] } }],
    };
    expect(answers.combine(first).variance).toBeCloseTo(without.combine(ends).variance, 9);
    const zero: Query = { cohorts: ['2015.1'], selections: [{ table: ['v0', 'v1'], where: { v0: 'c0', v1: 'c1' } }] };
    expect(answers.combine(zero)).toEqual({ value: 0, variance: 0 });
  });
});

describe('plannedAnswers', () => {
  it('has the variances of the measurements to come and values of zero', () => {
    const domains = domainsOf([2, 3]);
    const measurements = noiseless(domains, [['v0', 'v1']], [[1, 2, 3, 4, 5, 6]], [40, 30, 20, 10]);
    const planned = plannedAnswers({ domains, tables: [['v0', 'v1']], cohorts, sets: measurements.measurements });
    const query: Query = { cohorts: ['2015.1'], selections: [{ table: ['v0', 'v1'], where: { v1: 'c2' } }] };
    expect(planned.combine(query)).toEqual({ value: 0, variance: answersFrom(measurements).combine(query).variance });
  });
});

function domainsOf(sizes: readonly number[]): Domains {
  return Object.fromEntries(sizes.map((size, at) => [`v${at}`, Array.from({ length: size }, (_, code) => `c${code}`)]));
}

/** What measuring would give if the noise happened to be zero: `z_B = Ξ_B M_B`. */
function noiseless(
  domains: Domains,
  tables: readonly (readonly string[])[],
  counts: readonly (readonly number[])[],
  variances: readonly number[],
): Measurements {
  const all = Object.keys(domains);
  const measurements = counts.flatMap((cells, at) =>
    downwardClosure(domains, tables).map((set, index): PublishedMeasurement => {
      const values = sumDown(
        cells,
        sizesOf(domains, all),
        all.map((name) => set.includes(name)),
      );
      residualTransform(values, sizesOf(domains, set));
      const variance = String(variances[index % variances.length] ?? 1);
      return { cohort: cohorts[at]?.id ?? '', set, kind: 'residual', values, variance };
    }),
  );
  return { format: 'casebridge-measurements-1', domains, tables, structuralZeros: {}, cohorts, measurements };
}

function selectionsOf(domains: Domains, table: readonly string[], pick: number): Selection[] {
  const where = Object.fromEntries(
    table.flatMap((name, at) => {
      const codes = domains[name] ?? [];
      const chosen = codes.filter((_, code) => ((pick >> ((at + code) % 20)) & 1) === 1);
      return chosen.length === 0 ? [] : [[name, chosen]];
    }),
  );
  return [{ table: [...table].reverse(), where, weight: (pick % 7) - 3 }];
}

function cellOf(domains: Domains, set: readonly string[], pick: number): { at: number[]; selection: Selection } {
  const at = set.map((name, axis) => (pick >> axis) % (domains[name]?.length ?? 1));
  const where = Object.fromEntries(set.map((name, axis) => [name, domains[name]?.[at[axis] ?? 0] ?? '']));
  return { at, selection: { table: set, where } };
}

/** Correction C3 written out: `Σ_{B ⊆ A∩A'} s_B Π_{i∈B}(1[a_i = a'_i] − 1/c_i) / (Π_{A∖B} c · Π_{A'∖B} c)`. */
function covarianceOfCells(
  { domains, measurements }: Measurements,
  first: readonly string[],
  a: readonly number[],
  second: readonly string[],
  b: readonly number[],
): number {
  const size = (name: string) => domains[name]?.length ?? 0;
  const shared = first.filter((name) => second.includes(name));
  return subsetsOf(shared).reduce((sum, set) => {
    const measurement = measurements.find((one) => one.cohort === '2015.1' && setKey(one.set) === setKey(set));
    const scale = Number(measurement?.variance) / cellCount(set.map(size)) ** 2;
    const overlap = set.reduce((product, name) => {
      const equal = a[first.indexOf(name)] === b[second.indexOf(name)] ? 1 : 0;
      return product * (equal - 1 / size(name));
    }, 1);
    const outside = [first, second].map((table) => cellCount(table.filter((name) => !set.includes(name)).map(size)));
    return sum + (scale * overlap) / ((outside[0] ?? 1) * (outside[1] ?? 1));
  }, 0);
}
