import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../pgm/factor.ts';
import {
  declaredColumns,
  type ModelSpace,
  modelSetOf,
  modelSpace,
  placedCells,
  placedMeasurement,
  placedTable,
} from './model-space.ts';

// Column 1 has 5 codes in groups of 2, 2 and 1; column 2 has 3 codes and lies in column 0, which has 2.
const bands = { column: 1, parent: null, groups: 3, groupOf: [0, 0, 1, 1, 2] };
const places = { column: 2, parent: 0, groups: 2, groupOf: [0, 1, 0] };
const space = modelSpace([2, 5, 3], [places, bands]);

describe('modelSpace', () => {
  it('splits a column in its group and its place, and closes places that no code takes', () => {
    expect(space.sizes).toEqual([2, 2, 2, 3]);
    expect(space.axes).toEqual([2, 5, 3, 2, 3]);
    expect(modelSetOf(space, [1])).toEqual([1, 3]);
    expect(modelSetOf(space, [2])).toEqual([0, 2]);
    expect(modelSetOf(space, [4])).toEqual([3]);
    // Of column 2: group 1 has one code, so its second place is none. Of column 1: so has group 2; place runs slower.
    expect(space.zeros).toEqual([
      { set: [0, 2], cells: [3] },
      { set: [1, 3], cells: [5] },
    ]);
  });

  it('takes a column that stays whole as it is', () => {
    const plain = modelSpace([2, 5], []);
    expect(plain.zeros).toEqual([]);
    expect(placedCells(plain, [0, 1])).toBeNull();
  });

  it('refuses a column split twice, and one before its parent', () => {
    expect(() => modelSpace([2, 5], [bands, bands])).toThrow(RangeError);
    const above = { column: 0, parent: null, groups: 2, groupOf: [0, 1] };
    expect(() => modelSpace([2, 5, 3], [places, above])).toThrow('after its parent');
  });
});

describe('placedMeasurement', () => {
  it('leaves out cells that the axes themselves make impossible', () => {
    const values = Float64Array.of(1, 2, 3, 4, 5, 6);
    // Column 0 beside column 2, whose codes lie in 0, 1, 0: three of the six cells can be.
    const { set, values: kept } = placedMeasurement(space, [0, 2], { values, variance: 1 });
    expect(set).toEqual([0, 2]);
    expect([...kept]).toEqual([1, 3, 5]);
  });
});

describe('a space of any splits', () => {
  it('tells every record apart: codes come back from the columns of the model, tables from theirs', () => {
    fc.assert(
      fc.property(anySpace(), fc.infiniteStream(fc.nat()), (any, numbers) => {
        const rows = 40;
        const codes = any.declared.map((size) => Uint8Array.from({ length: rows }, () => numbers.next().value % size));
        const parts = any.sizes.map(() => new Uint8Array(rows));
        for (const [column, own] of codes.entries()) {
          const { columns, codes: byCode } = any.parts[column] as ModelSpace['parts'][number];
          for (let row = 0; row < rows; row++) {
            for (const [at, part] of (byCode[own[row] as number] as readonly number[]).entries())
              (parts[columns[at] as number] as Uint8Array)[row] = part;
          }
        }
        expect(declaredColumns(any, parts).map((column) => [...column])).toEqual(codes.map((column) => [...column]));
        for (const { set, cells } of any.zeros)
          expect(countsOf(any.sizes, set, parts).filter((count, cell) => count > 0 && cells.includes(cell))).toEqual(
            [],
          );
        const axes = [...any.declared.keys()];
        const table = Float64Array.from(countsOf(any.sizes, modelSetOf(any, axes), parts));
        expect([...placedTable(any, axes, table)]).toEqual(countsOf(any.declared, axes, codes));
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});

function anySpace(): fc.Arbitrary<ModelSpace> {
  const column = fc.integer({ min: 2, max: 6 }).chain((size) => {
    const grouped = fc.array(fc.nat(2), { minLength: size, maxLength: size });
    return fc.record({ size: fc.constant(size), groupOf: fc.option(grouped) });
  });
  return fc.array(column, { minLength: 1, maxLength: 4 }).map((columns) =>
    modelSpace(
      columns.map(({ size }) => size),
      columns.flatMap(({ groupOf }, at) => (groupOf ? [{ column: at, parent: null, groups: 3, groupOf }] : [])),
    ),
  );
}

function countsOf(sizes: readonly number[], set: readonly number[], columns: readonly Uint8Array[]): number[] {
  const counts = new Array<number>(cellsOf(sizes, set)).fill(0);
  for (let row = 0; row < (columns[0]?.length ?? 0); row++) {
    const cell = set.reduce((key, column) => key * (sizes[column] as number) + (columns[column]?.[row] as number), 0);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}
