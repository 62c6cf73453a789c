import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acyclicOrder } from './acyclic-order.ts';
import { type ColumnSet, cellsOf, projection, sumInto, summedTo } from './factor.ts';
import { fitModel } from './fit-model.ts';
import type { LinearMeasurement } from './linear-measurement.ts';
import type { Model } from './model.ts';
import { publishedRandom } from './published-random.ts';
import { treeModel } from './tree-model.ts';

const sizes = [3, 4, 2, 5, 3];
const everything = [0, 1, 2, 3, 4];
const cells = cellsOf(sizes, everything);
const total = 5000;
const trees: Record<string, readonly ColumnSet[]> = {
  'chain of pairs': [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
  ],
  'star with its columns': [[0], [1], [2], [3], [4], [0, 2], [1, 2], [2, 3], [2, 4]],
  'triples that share a pair': [
    [0, 1, 2],
    [1, 2, 3],
    [1, 2],
    [3, 4],
  ],
  'two parts': [[0, 1], [2], [3, 4]],
};

describe.each(Object.entries(trees))('treeModel: %s', (_, sets) => {
  it('is the joint of greatest entropy where answers are exact', () => {
    const truth = randomJoint('exact', 0.01);
    const exact = sets.map((set) => measured(truth, set, 1));
    const model = closed(exact);
    const joint = proportionalFit(exact);
    for (const set of subsets()) {
      expect(distance(model.marginal(set), summedTo(sizes, everything, joint, set))).toBeLessThan(1e-5 * total);
    }
  });

  it('comes close to the optimum of the general fit where answers are noisy', () => {
    const truth = randomJoint('noisy', 0.01);
    const random = publishedRandom('noise of trees');
    for (const deviation of [4, 25]) {
      const noisy = sets.map((set) => {
        const { values } = measured(truth, set, 1);
        return { set, values: values.map((value) => value + deviation * random.normal()), variance: deviation ** 2 };
      });
      const general = fitModel(sizes, noisy, { tolerance: 1e-6, entropyWeight: 1e-6, steps: 3000 });
      const model = closed(noisy);
      expect(model.total).toBeCloseTo(general.total, 9);
      // Answers per cell stray from the truth by `deviation`; the two models from each other by a small part of that.
      const answers = noisy.reduce((sum, { values }) => sum + values.length, 0);
      expect(lossOf(model, noisy)).toBeLessThan(lossOf(general, noisy) + 0.05 * answers);
    }
  });
});

describe('treeModel', () => {
  it('has no negative cell, agrees with itself and sums to the total, whatever the noise', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(...Object.values(trees)),
        fc.double({ min: 1, max: 3000, noNaN: true }),
        (seed, sets, deviation) => {
          const random = publishedRandom(seed);
          const noisy = sets.map((set) => ({
            set,
            values: Float64Array.from({ length: cellsOf(sizes, set) }, () => 100 + deviation * random.normal()),
            variance: deviation ** 2,
          }));
          const model = closed(noisy);
          const joint = model.marginal(everything);
          expect(Math.min(...joint)).toBeGreaterThanOrEqual(0);
          expect(distance([joint.reduce((sum, cell) => sum + cell, 0)], [model.total])).toBeLessThan(
            1e-9 * model.total,
          );
          for (const set of sets) {
            const fromJoint = summedTo(sizes, everything, joint, set);
            expect(distance(model.marginal(set), fromJoint)).toBeLessThan(1e-9 * model.total);
          }
        },
      ),
      { numRuns: 60, seed: 20 },
    );
  });

  it('averages what overlapping answers say by their precision', () => {
    const model = closed([
      { set: [0], values: Float64Array.of(400, 600, 1000), variance: 1 },
      { set: [0], values: Float64Array.of(460, 540, 1000), variance: 3 },
      { set: [1, 2], values: new Float64Array(8).fill(250), variance: 1 },
      { set: [3, 4], values: new Float64Array(15).fill(2000 / 15), variance: 1 },
    ]);
    expect([...model.marginal([0])].map((x) => Math.round(x * 1000) / 1000)).toEqual([415, 585, 1000]);
  });

  it('reads placed answers and keeps to the cells that they leave impossible', () => {
    // Column 0 is the group and column 1 the place of a code in it; groups of 2, 4 and 1 codes.
    const codes = [0, 1, 4, 5, 6, 7, 8];
    const impossible = [2, 3, 9, 10, 11];
    const values = Float64Array.of(100, 0, 50, -3, 20, 10, 70);
    const rest: LinearMeasurement[] = [
      { set: [0, 2], values: Float64Array.of(90, 10, 50, 30, 0, 70), variance: 4 },
      { set: [3], values: new Float64Array(5).fill(44), variance: 4 },
      { set: [4], values: new Float64Array(3).fill(73), variance: 4 },
    ];
    const split: LinearMeasurement = {
      set: [0, 1],
      values,
      variance: 4,
      placed: { axes: [7], cells: Int32Array.from(codes) },
    };
    const zeros = [{ set: [0, 1], cells: impossible }];
    const model = treeModel(sizes, [split, ...rest], { zeros }) as Model;
    const pair = model.marginal([0, 1]);
    for (const cell of impossible) expect(pair[cell]).toBe(0);
    expect(pair[5]).toBe(0);
    expect(distance(summedTo(sizes, [0, 1], pair, [0]), model.marginal([0]))).toBeLessThan(1e-9);
    const general = fitModel(sizes, [split, ...rest], { zeros, tolerance: 1e-6, entropyWeight: 1e-6, steps: 3000 });
    expect(distance(pair, general.marginal([0, 1]))).toBeLessThan(8);
    expect(treeModel(sizes, [split, ...rest])).toBeNull();
  });

  it('leaves to the general fit what is no tree of plain tables', () => {
    const flat = (set: ColumnSet): LinearMeasurement => ({
      set,
      values: new Float64Array(cellsOf(sizes, set)).fill(10),
      variance: 1,
    });
    const rest = [flat([3]), flat([4])];
    expect(treeModel(sizes, [flat([0, 1]), flat([1, 2]), flat([0, 2]), ...rest])).toBeNull();
    expect(treeModel(sizes, [flat([0, 1]), flat([2]), flat([3])])).toBeNull();
    expect(treeModel(sizes, [{ ...flat([0, 1]), centred: [true, true] }, flat([2]), ...rest])).toBeNull();
    const across = [{ set: [0, 2], cells: [0] }];
    expect(treeModel(sizes, [flat([0, 1]), flat([1, 2]), ...rest], { zeros: across })).toBeNull();
    const inside = [{ set: [1, 2], cells: [0] }];
    expect(treeModel(sizes, [flat([0, 1]), flat([1, 2]), ...rest], { zeros: inside })?.marginal([1, 2])[0]).toBe(0);
    // Column 1 cannot be 0 by one set and is seldom anything else by the other: no table has both margins.
    const contrary = [
      { set: [0, 1], cells: [0, 4, 8] },
      { set: [1, 2], cells: [2, 3, 4, 5, 6, 7] },
    ];
    expect(treeModel(sizes, [flat([0, 1]), flat([1, 2]), ...rest], { zeros: contrary })).toBeNull();
  });

  it('stops when told to', () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    const exact = (trees['two parts'] as readonly ColumnSet[]).map((set) => measured(randomJoint('x', 1), set, 1));
    expect(() => treeModel(sizes, exact, { signal: stop.signal })).toThrow('enough');
  });
});

describe('acyclicOrder', () => {
  it('adds no edge: every column with its neighbours lies in a set', () => {
    for (const sets of Object.values(trees)) {
      const found = acyclicOrder(sizes, sets);
      for (const [at, column] of (found?.order ?? []).entries()) {
        const clique = [column, ...(found?.neighbours[at] ?? [])];
        expect(sets.some((set) => clique.every((one) => set.includes(one)))).toBe(true);
      }
      expect([...(found?.order ?? [])].sort()).toEqual(everything);
    }
  });
});

function closed(measurements: readonly LinearMeasurement[]): Model {
  const model = treeModel(sizes, measurements);
  if (model === null) throw new Error('a tree was expected');
  return model;
}

function measured(joint: Float64Array<ArrayBuffer>, set: ColumnSet, variance: number): LinearMeasurement {
  return { set, values: summedTo(sizes, everything, joint, set), variance };
}

function randomJoint(seed: string, floor: number): Float64Array<ArrayBuffer> {
  const random = publishedRandom(seed);
  const joint = Float64Array.from({ length: cells }, () => random.unit() ** 3 + floor);
  const sum = joint.reduce((a, b) => a + b, 0);
  return joint.map((cell) => (cell / sum) * total);
}

/** Iterative proportional fitting on all cells: the even joint moved to the answers, set after set. */
function proportionalFit(exact: readonly LinearMeasurement[]): Float64Array<ArrayBuffer> {
  const joint = new Float64Array(cells).fill(total / cells);
  for (let sweep = 0; sweep < 60; sweep++) {
    for (const { set, values } of exact) {
      const map = projection(sizes, everything, set) as Int32Array;
      const now = new Float64Array(values.length);
      sumInto(now, joint, map);
      for (let cell = 0; cell < cells; cell++) {
        const at = map[cell] as number;
        joint[cell] = ((joint[cell] as number) * (values[at] as number)) / (now[at] as number);
      }
    }
  }
  return joint;
}

function lossOf(model: Model, measurements: readonly LinearMeasurement[]): number {
  return measurements.reduce((sum, { set, values, variance }) => {
    const fitted = model.marginal(set);
    return sum + values.reduce((own, value, cell) => own + (value - (fitted[cell] as number)) ** 2, 0) / variance;
  }, 0);
}

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += Math.abs((a[at] as number) - (b[at] as number));
  return sum;
}

function subsets(): ColumnSet[] {
  return Array.from({ length: 31 }, (_, at) => everything.filter((column) => ((at + 1) >> column) & 1));
}
