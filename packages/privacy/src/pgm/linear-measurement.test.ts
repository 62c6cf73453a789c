import { describe, expect, it } from 'vitest';
import { centreAxes, centredDiagonal } from './linear-measurement.ts';
import { publishedRandom } from './published-random.ts';

describe('centredDiagonal', () => {
  it.each([
    ['one axis', [5], [true]],
    ['two axes', [3, 4], [true, true]],
    ['an axis that is not centred', [2, 3, 4], [false, true, true]],
    ['a column of two codes', [2, 2], [true, true]],
  ])('is the diagonal of P diag(v) P for %s', (_, axes, centred) => {
    const random = publishedRandom('diagonal');
    const cells = axes.reduce((product, size) => product * size, 1);
    const v = Float64Array.from({ length: cells }, () => random.unit());
    const expected = Array.from({ length: cells }, (_unused, at) => {
      const unit = new Float64Array(cells);
      unit[at] = 1;
      centreAxes(unit, axes, centred);
      return unit.reduce((sum, weight, cell) => sum + weight * weight * (v[cell] as number), 0);
    });
    const found = v.slice();
    centredDiagonal(found, axes, centred);
    for (let cell = 0; cell < cells; cell++) expect(found[cell]).toBeCloseTo(expected[cell] as number, 12);
  });
});
