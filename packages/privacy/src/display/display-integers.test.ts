import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayIntegers } from './display-integers.ts';
import { roundToTotal } from './largest-remainder.ts';
import { agreeWithTree } from './least-squares.ts';
import { projectOntoSimplex } from './simplex.ts';
import { childrenOf, type EstimateTree } from './tree.ts';

const trees: fc.Arbitrary<EstimateTree> = fc.integer({ min: 1, max: 25 }).chain((nodes) =>
  fc.record({
    parents: fc
      .tuple(...Array.from({ length: nodes }, (_, node) => (node === 0 ? fc.constant(-1) : fc.nat(node - 1))))
      .map((parents) => parents as number[]),
    estimates: fc.array(fc.double({ min: -200, max: 2000, noNaN: true }), { minLength: nodes, maxLength: nodes }),
    variances: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })), {
      minLength: nodes,
      maxLength: nodes,
    }),
    names: fc.constant(Array.from({ length: nodes }, (_, node) => `node ${node}`)),
  }),
);

describe('displayIntegers', () => {
  it('gives non-negative integers, every parent the sum of its children, the same each time', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const shown = displayIntegers(tree);
        expect(shown.every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true);
        for (const [node, below] of childrenOf(tree).entries()) {
          if (below.length > 0) expect(below.reduce((sum, child) => sum + (shown[child] ?? 0), 0)).toBe(shown[node]);
        }
        expect(displayIntegers(tree)).toEqual(shown);
      }),
    );
  });

  it('leaves counts that already agree as they are', () => {
    const counts = [10, 4, 6, 0, 4, 6];
    const tree = { parents: [-1, 0, 0, 1, 1, 2], estimates: counts, variances: Array(6).fill(9), names: [...'abcdef'] };
    expect(displayIntegers(tree)).toEqual(counts);
  });

  it('refuses children before their parents', () => {
    const tree = { parents: [-1, 2, 0], estimates: [1, 1, 1], variances: [1, 1, 1], names: ['a', 'b', 'c'] };
    expect(() => displayIntegers(tree)).toThrow(RangeError);
  });
});

describe('agreeWithTree', () => {
  it('is the weighted least squares solution: no change that keeps the tree consistent improves it', () => {
    fc.assert(
      fc.property(trees, fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 25 }), (tree, steps) => {
        fc.pre(Array.from(tree.variances).every((variance) => variance > 0));
        const { values } = agreeWithTree(tree);
        const children = childrenOf(tree);
        for (const [node, below] of children.entries()) {
          if (below.length > 0)
            expect(below.reduce((sum, one) => sum + (values[one] ?? 0), 0)).toBeCloseTo(values[node] ?? 0, 6);
        }
        // Leaves moved by any steps, inner nodes by the sums: the loss has no slope in that direction.
        const moved = new Float64Array(values.length);
        for (let node = values.length - 1; node >= 0; node--) {
          const below = children[node] ?? [];
          moved[node] =
            below.length === 0 ? (steps[node] ?? 0) : below.reduce((sum, one) => sum + (moved[one] ?? 0), 0);
        }
        const slope = values.reduce(
          (sum, value, node) =>
            sum + ((value - (tree.estimates[node] ?? 0)) * (moved[node] ?? 0)) / (tree.variances[node] ?? 1),
          0,
        );
        expect(Math.abs(slope)).toBeLessThan(1e-6 * (1 + values.length ** 2 * 2000));
      }),
    );
  });
});

describe('projectOntoSimplex', () => {
  it('is non-negative with the given sum, and no shift between two cells comes closer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: -50, max: 100, noNaN: true }), fc.integer({ min: 1, max: 50 })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.double({ min: 0.001, max: 500, noNaN: true }),
        (cells, total) => {
          const values = cells.map(([value]) => value);
          const variances = cells.map(([, variance]) => variance);
          const projected = projectOntoSimplex(values, variances, total);
          expect(projected.every((value) => value >= 0)).toBe(true);
          expect(projected.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 6);
          const gradient = values.map((value, at) => ((projected[at] ?? 0) - value) / (variances[at] ?? 1));
          for (const [from, amount] of projected.entries()) {
            for (const to of projected.keys()) {
              // Moving mass from a positive cell must not reduce the loss.
              if (amount > 1e-9) expect((gradient[to] ?? 0) - (gradient[from] ?? 0)).toBeGreaterThan(-1e-6);
            }
          }
        },
      ),
    );
  });

  it('keeps known zeros at zero', () => {
    expect([...projectOntoSimplex([5, 0, -4], [1, 0, 1], 9)]).toEqual([9, 0, 0]);
  });
});

describe('roundToTotal', () => {
  it('keeps within one of the values and hits the total', () => {
    expect(roundToTotal([1.5, 2.5, 3], 7, ['a', 'b', 'c']).reduce((sum, one) => sum + one, 0)).toBe(7);
    expect(roundToTotal([0.2, 0.3, 0.5], 1, ['a', 'b', 'c'])).toEqual([0, 0, 1]);
  });

  it('breaks ties by name, not by place', () => {
    const [x, y] = roundToTotal([0.5, 0.5], 1, ['north', 'south']);
    const [v, w] = roundToTotal([0.5, 0.5], 1, ['south', 'north']);
    expect([x, y]).toEqual([w, v]);
  });
});
