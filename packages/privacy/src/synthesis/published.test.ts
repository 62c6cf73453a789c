import { beforeAll, describe, expect, it } from 'vitest';
import { publishedRandom } from '../pgm/published-random.ts';
import { residualTransform } from '../residual/transform.ts';
import { sumDown } from '../results/axes.ts';
import { downwardClosure, sizesOf } from '../results/sets.ts';
import type { PublishedMeasurement } from '../results/types.ts';
import type { SynthesisMeasurements } from './published.ts';
import { serialiseSynthesis, synthesisFromJson } from './published-file.ts';
import { replicateTable, type SynthesisModel, synthesisModel, syntheticTable } from './synthetic-table.ts';

const domains = { year: ['2014', '2015'], a: ['x', 'y'], b: ['p', 'q', 'r'], c: ['0', '1'] };
const random = publishedRandom('published measurements');
const noisy = (values: Float64Array, deviation: number) =>
  values.map((value) => Math.round(value + deviation * random.normal()));

// Two cohorts of 3,000 and 2,000 records: residuals of a × b as tables are measured, and one marginal of b × c.
const counts = [Float64Array.of(1200, 300, 100, 200, 500, 700), Float64Array.of(500, 300, 400, 300, 300, 200)];
const residuals = counts.flatMap((cells, at): PublishedMeasurement[] =>
  downwardClosure({ a: domains.a, b: domains.b }, [['a', 'b']]).map((set) => {
    const sizes = sizesOf(domains, ['a', 'b']);
    const values = sumDown(
      cells,
      sizes,
      ['a', 'b'].map((name) => set.includes(name)),
    );
    residualTransform(values, sizesOf(domains, set));
    return { cohort: `${2014 + at}.1`, set, kind: 'residual', values: noisy(values, 20), variance: '400' };
  }),
);
const published: SynthesisMeasurements = {
  format: 'casebridge-synthesis-1',
  method: 'aim',
  domains,
  structuralZeros: [{ set: ['a', 'c'], cells: [3] }],
  hierarchies: [{ column: 'b', parent: 'group', groups: ['one', 'two'], groupOf: [0, 0, 1] }],
  bands: [],
  modelSize: 0.5,
  choices: { num: '1', den: '800' },
  inherited: { axis: 'year', cohorts: ['2014.1', '2015.1'], residuals },
  measurements: [
    {
      cohort: 'batch 1',
      set: ['b', 'c'],
      kind: 'marginal',
      values: noisy(Float64Array.of(2000, 200, 1100, 300, 1300, 100), 15),
      variance: '225',
    },
  ],
};
let model: SynthesisModel;
beforeAll(() => {
  model = synthesisModel(published);
});

describe('serialiseSynthesis', () => {
  it('gives back what was written, and the same bytes for the same measurements', () => {
    const text = serialiseSynthesis(published);
    const read = synthesisFromJson(JSON.parse(text), 'synthesis.json');
    expect(read).toEqual(published);
    expect(serialiseSynthesis(read)).toBe(text);
    const alone = { ...published, inherited: null };
    expect(synthesisFromJson(JSON.parse(serialiseSynthesis(alone)), 'f')).toEqual(alone);
  });

  it.each([
    ['another format', { format: 'casebridge-synthesis-2' }, /the format is not/],
    ['an unknown method', { method: 'copula' }, /neither aim nor mst/],
    ['a residual among the marginals', { measurements: [residuals[0]] }, /is no marginal/],
    [
      'a marginal among the residuals',
      { inherited: { ...published.inherited, residuals: published.measurements } },
      /is none/,
    ],
    [
      'a residual twice',
      { inherited: { ...published.inherited, residuals: [residuals[0], residuals[0]] } },
      /there twice/,
    ],
    [
      'cohorts that are not the axis',
      { inherited: { ...published.inherited, cohorts: ['2014.1'] } },
      /not the codes of their axis/,
    ],
    ['a zero outside its table', { structuralZeros: [{ set: ['a'], cells: [2] }] }, /not positions/],
    [
      'a code without a group',
      { hierarchies: [{ column: 'b', parent: 'g', groups: ['1'], groupOf: [0] }] },
      /not every code/,
    ],
    ['a cost that is no fraction', { choices: { num: '2', den: '4' } }, /no fraction/],
    ['a model without size', { modelSize: 0 }, /model size/],
  ] as [string, object, RegExp][])('refuses %s', (_, fields, message) => {
    const written = JSON.parse(serialiseSynthesis(published)) as object;
    const changed = JSON.stringify({ ...written, ...fields }, (_key, value: unknown) =>
      value instanceof Float64Array ? Array.from(value) : value,
    );
    expect(() => synthesisFromJson(JSON.parse(changed), 'synthesis.json')).toThrow(
      expect.objectContaining({ code: 'synthesis-invalid', exit: 2, message: expect.stringMatching(message) }),
    );
  });
});

describe('synthesisModel and syntheticTable', () => {
  it('follow what was inherited per cohort and what was measured over all', () => {
    const table = syntheticTable(model, published, new Uint8Array(32));
    expect(Math.abs(table.rows - 5000)).toBeLessThan(150);
    const count = (where: Readonly<Record<string, number>>) => {
      let found = 0;
      for (let row = 0; row < table.rows; row++) {
        const isIn = Object.entries(where).every(
          ([name, code]) => table.columns[table.variables.indexOf(name)]?.[row] === code,
        );
        if (isIn) found++;
      }
      return found;
    };
    expect(Math.abs(count({ year: 0, a: 0, b: 0 }) - 1200)).toBeLessThan(80);
    expect(Math.abs(count({ year: 1, a: 0, b: 2 }) - 400)).toBeLessThan(80);
    expect(Math.abs(count({ b: 0, c: 0 }) - 2000)).toBeLessThan(80);
    expect(count({ a: 1, c: 1 })).toBe(0);
  });

  it('give the same records again, and others from another seed', () => {
    const [first, again, other] = [0, 0, 1].map((seed) =>
      syntheticTable(synthesisModel(published), published, Uint8Array.of(seed)),
    );
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});

describe('replicateTable', () => {
  it('is repeatable by its number, and varies as the noise does', () => {
    expect(replicateTable(model, published, 'seed', 1)).toEqual(replicateTable(model, published, 'seed', 1));
    const totals = Array.from({ length: 60 }, (_, at) => replicateTable(model, published, 'seed', at + 1).rows);
    const mean = totals.reduce((sum, rows) => sum + rows, 0) / totals.length;
    const variance = totals.reduce((sum, rows) => sum + (rows - mean) ** 2, 0) / (totals.length - 1);
    // The total: 2 cohorts of variance 400 beside a marginal of 6 cells of variance 225, by inverse variance: 502.
    const expected = 1 / (1 / 800 + 1 / 1350);
    // 59 degrees of freedom: a ratio outside 0.5 … 1.8 in fewer than one seed in 3,000.
    expect(variance / expected).toBeGreaterThan(0.5);
    expect(variance / expected).toBeLessThan(1.8);
    expect(Math.abs(mean - model.total)).toBeLessThan(4 * Math.sqrt(expected / totals.length));
  });
});
