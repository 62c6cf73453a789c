import { describe, expect, it, vi } from 'vitest';
import { type ColumnSet, summedTo } from './factor.ts';
import { type FitOptions, fitModel } from './fit-model.ts';
import { generateRows } from './generate-rows.ts';
import type { LinearMeasurement } from './linear-measurement.ts';
import { centreAxes } from './linear-measurement.ts';
import { publishedRandom } from './published-random.ts';

const sizes = [2, 3, 4, 5];
const everything = [0, 1, 2, 3];
const cliqueSets: Record<string, readonly ColumnSet[]> = {
  tree: [
    [0, 1],
    [1, 2],
    [2, 3],
  ],
  cycle: [
    [0, 1],
    [1, 2],
    [2, 3],
    [0, 3],
  ],
  'missing column': [
    [0, 1],
    [1, 2],
  ],
  full: [everything],
  singleton: [[0], [1], [2], [3]],
  'duplicate permuted': [
    [0, 1, 2],
    [1, 2, 3],
    [0, 1, 2],
    [0, 1],
  ],
};

const total = 1000;
const truth = randomJoint('truth');

describe.each(Object.entries(cliqueSets))('%s', (_, sets) => {
  const exact = sets.map(
    (set): LinearMeasurement => ({ set, values: summedTo(sizes, everything, truth, set), variance: 1 }),
  );

  it.each([
    ['dual', { method: 'dual', tolerance: 1e-9, entropyWeight: 1e-10, steps: 2000 }],
    ['mirror', { method: 'mirror', tolerance: 1e-15, stopAtNoise: false, steps: 60_000 }],
  ] as [string, FitOptions][])('matches exact measurements to 1e-6 by the %s method', (_name, options) => {
    const model = fitModel(sizes, exact, options);
    for (const { set, values } of exact) expect(distance(model.marginal(set), values)).toBeLessThan(1e-6 * total);
  });

  it('gives the marginals of the joint it stands for, of every set', () => {
    const model = fitModel(sizes, exact, { entropyWeight: 1e-6 });
    const joint = enumerated(model.cliques, model.beliefs, model.tree.separators);
    for (const set of subsets()) {
      const expected = summedTo(sizes, everything, joint, set).map((p) => p * total);
      expect(distance(model.marginal(set), expected)).toBeLessThan(1e-8);
    }
  });
});

it('finds the most even joint among those that fit: cycle against iterative proportional fitting on all cells', () => {
  const sets = cliqueSets['cycle'] as readonly ColumnSet[];
  const exact = sets.map((set) => ({ set, values: summedTo(sizes, everything, truth, set), variance: 1 }));
  const model = fitModel(sizes, exact, { tolerance: 1e-9, entropyWeight: 1e-10, steps: 2000 });
  let joint = new Float64Array(120).fill(total / 120);
  for (let sweep = 0; sweep < 500; sweep++) {
    for (const { set, values } of exact) {
      const now = summedTo(sizes, everything, joint, set);
      joint = joint.map((cell, at) => (cell * (values[cellOf(at, set)] as number)) / (now[cellOf(at, set)] as number));
    }
  }
  expect(distance(model.marginal(everything), joint)).toBeLessThan(1e-3);
});

it('fits centred measurements and partly centred ones as it fits plain ones', () => {
  const sets: ColumnSet[] = [[], [0], [1], [2], [0, 1], [1, 2]];
  const values = (set: ColumnSet, centred: readonly boolean[]) => {
    const table = summedTo(sizes, everything, truth, set);
    centreAxes(
      table,
      set.map((column) => sizes[column] as number),
      centred,
    );
    return { set, values: table, variance: 1, centred };
  };
  const residuals = sets.map((set) =>
    values(
      set,
      set.map(() => true),
    ),
  );
  const exactly = { tolerance: 1e-10, entropyWeight: 1e-10, steps: 3000 };
  const model = fitModel(sizes, residuals, { ...exactly, total });
  expect(distance(model.marginal([0, 1]), summedTo(sizes, everything, truth, [0, 1]))).toBeLessThan(1e-4);
  expect(distance(model.marginal([1, 2]), summedTo(sizes, everything, truth, [1, 2]))).toBeLessThan(1e-4);
  const sliced = [values([0], [false]), values([0, 1], [false, true]), values([0, 2], [false, true])];
  const slices = fitModel(sizes, sliced, exactly);
  expect(slices.total).toBeCloseTo(total, 6);
  expect(distance(slices.marginal([0, 2]), summedTo(sizes, everything, truth, [0, 2]))).toBeLessThan(1e-4);
});

it('keeps structural zeros at zero and fits around them', () => {
  const zeros = [{ set: [0, 1], cells: [1, 3] }];
  const open = truth.map((cell, at) => (zeros[0]?.cells.includes(cellOf(at, [0, 1])) ? 0 : cell));
  const exact = [
    [0, 1],
    [1, 2],
    [2, 3],
  ].map((set) => ({ set, values: summedTo(sizes, everything, open, set), variance: 1 }));
  const model = fitModel(sizes, exact, { zeros, tolerance: 1e-9, entropyWeight: 1e-10, steps: 2000 });
  const pair = model.marginal([0, 1]);
  expect([pair[1], pair[3]]).toEqual([0, 0]);
  for (const { set, values } of exact) expect(distance(model.marginal(set), values)).toBeLessThan(1e-3);
  expect(
    distance(
      model.marginal([0, 3]),
      model.marginal(everything).length
        ? summedTo(sizes, everything, model.marginal(everything) as Float64Array<ArrayBuffer>, [0, 3])
        : [],
    ),
  ).toBeLessThan(1e-8);
});

it('refuses zeros that leave nothing', () => {
  const zeros = [{ set: [0], cells: [0, 1] }];
  const values = Float64Array.of(1, 1);
  expect(() => fitModel(sizes, [{ set: [0], values, variance: 1 }], { zeros })).toThrow('no record is possible');
});

it('averages overlapping noisy answers by their precision', () => {
  const measured = [
    { set: [0], values: Float64Array.of(400, 600), variance: 1 },
    { set: [0], values: Float64Array.of(460, 540), variance: 3 },
  ];
  const model = fitModel(sizes, measured, { tolerance: 1e-9, entropyWeight: 1e-9, steps: 500 });
  expect([...model.marginal([0])].map((x) => Math.round(x * 1000) / 1000)).toEqual([415, 585]);
  const equal = fitModel(sizes, measured, {
    tolerance: 1e-9,
    entropyWeight: 1e-9,
    steps: 500,
    weighting: 'inverse-deviation',
  });
  expect(equal.marginal([0])[0]).toBeCloseTo((400 + 460 / Math.sqrt(3)) / (1 + 1 / Math.sqrt(3)), 2);
});

it.each(['dual', 'mirror'] as const)('asks before every step of the %s method whether to stop', (method) => {
  const exact = (cliqueSets['cycle'] as readonly ColumnSet[]).map((set) => ({
    set,
    values: summedTo(sizes, everything, truth, set),
    variance: 1,
  }));
  const options = { method, tolerance: 1e-12, stopAtNoise: false, steps: 40 };
  const { signal } = new AbortController();
  const asked = vi.spyOn(signal, 'throwIfAborted');
  const { fit } = fitModel(sizes, exact, { ...options, signal });
  // Mirror descent works out where it starts from without asking.
  expect(asked.mock.calls.length).toBeGreaterThanOrEqual(fit.evaluations - 1);
  asked.mockReset().mockImplementation(() => {
    if (asked.mock.calls.length === 7) throw new Error('enough');
  });
  expect(() => fitModel(sizes, exact, { ...options, signal })).toThrow('enough');
  expect(asked.mock.calls.length).toBe(7);
});

it('starts from an earlier fit and comes to the same', () => {
  const exact = (cliqueSets['cycle'] as readonly ColumnSet[]).map((set) => ({
    set,
    values: summedTo(sizes, everything, truth, set),
    variance: 4,
  }));
  const options = { tolerance: 1e-8, steps: 2000 };
  const first = fitModel(sizes, exact.slice(0, 3), options);
  const warm = fitModel(sizes, exact, { ...options, start: first });
  const cold = fitModel(sizes, exact, options);
  expect(distance(warm.marginal([0, 3]), cold.marginal([0, 3]))).toBeLessThan(1e-4);
});

it('gives the same rows again, and others from another seed', () => {
  const exact = (cliqueSets['tree'] as readonly ColumnSet[]).map((set) => ({
    set,
    values: summedTo(sizes, everything, truth, set),
    variance: 1,
  }));
  const model = fitModel(sizes, exact, { tolerance: 1e-6 });
  const columns = generateRows(model, 777, Uint8Array.of(1, 2, 3));
  expect(generateRows(model, 777, Uint8Array.of(1, 2, 3))).toEqual(columns);
  expect(generateRows(model, 777, Uint8Array.of(1, 2, 4))).not.toEqual(columns);
});

function randomJoint(seed: string): Float64Array<ArrayBuffer> {
  const random = publishedRandom(seed);
  const cells = Float64Array.from({ length: 120 }, () => random.unit() ** 2 + 0.01);
  const sum = cells.reduce((a, b) => a + b, 0);
  return cells.map((cell) => (cell / sum) * total);
}

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += Math.abs((a[at] as number) - (b[at] as number));
  return sum;
}

function subsets(): ColumnSet[] {
  return Array.from({ length: 16 }, (_, mask) => everything.filter((column) => (mask >> column) & 1));
}

/** The cell of a subset's table that a cell of the full joint belongs to. */
function cellOf(cell: number, set: ColumnSet): number {
  return groupOf(cell, everything, set);
}

function groupOf(cell: number, outer: ColumnSet, inner: ColumnSet): number {
  const codes = new Map<number, number>();
  let rest = cell;
  for (const column of [...outer].reverse()) {
    codes.set(column, rest % (sizes[column] as number));
    rest = Math.floor(rest / (sizes[column] as number));
  }
  return inner.reduce((key, column) => key * (sizes[column] as number) + (codes.get(column) as number), 0);
}

/** The joint by enumeration: the product of clique beliefs over the product of separators. */
function enumerated(
  cliques: readonly ColumnSet[],
  beliefs: readonly Float64Array[],
  separators: readonly ColumnSet[],
): Float64Array<ArrayBuffer> {
  const shared = cliques.map((clique, at) =>
    summedTo(sizes, clique, beliefs[at] as Float64Array<ArrayBuffer>, separators[at] as ColumnSet),
  );
  return Float64Array.from({ length: 120 }, (_, cell) =>
    cliques.reduce((product, clique, at) => {
      const below = at === 0 ? 1 : (shared[at]?.[cellOf(cell, separators[at] as ColumnSet)] as number);
      return below === 0 ? 0 : (product * (beliefs[at]?.[cellOf(cell, clique)] as number)) / below;
    }, 1),
  );
}
