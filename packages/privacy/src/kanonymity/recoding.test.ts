import { Refusal } from '@casebridge/refusal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctDiversity } from './diversity.ts';
import { fullDomainOptimum, lossOfLevels } from './full-domain.ts';
import { columnHierarchy } from './hierarchy.ts';
import {
  averageClassSize,
  compareLoss,
  discernibility,
  entropyLoss,
  precisionLoss,
  shareLoss,
} from './information-loss.ts';
import { localRecoding } from './local-recoding.ts';
import type { QuasiTable } from './quasi-table.ts';
import { columnLosses, meanLoss, publishedLabel, type Recoding, suppressedCell } from './recoding.ts';
import { verifyGroups } from './verify-groups.ts';
import { verifyPopulation } from './verify-population.ts';
import { readPublished } from './verify-reader.ts';

/** Random small tables: up to four columns with hierarchies of two or three levels, and one sensitive column. */
const tables = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
    rows: fc.integer({ min: 4, max: 60 }),
    seed: fc.nat(),
  })
  .map(({ sizes, rows, seed }): QuasiTable => {
    let state = seed;
    const next = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) ** 2 * below);
    };
    return {
      hierarchies: sizes.map((size, at) =>
        columnHierarchy(
          `c${at}`,
          Array.from({ length: size }, (_, value) =>
            size > 3 ? [`v${value}`, `g${value >> 1}`, '*'] : [`v${value}`, '*'],
          ),
        ),
      ),
      columns: sizes.map((size) => Uint8Array.from({ length: rows }, () => next(size))),
      sensitive: [{ name: 's', values: ['x', 'y', 'z'], codes: Uint8Array.from({ length: rows }, () => next(3)) }],
      rows,
    };
  });

const quasiOf = (table: QuasiTable) => table.hierarchies.map(({ column }) => column);

async function written(table: QuasiTable, recoding: Recoding) {
  const lines = [[...quasiOf(table), 's'].join()];
  for (let row = 0; row < table.rows; row++) {
    const labels = table.hierarchies.map((_, column) => publishedLabel(table, recoding, column, row));
    lines.push([...labels, ['x', 'y', 'z'][table.sensitive[0]?.codes[row] as number]].join());
  }
  return readPublished([lines.join('\n')], 'written');
}

/** The optimum by trying every combination of levels with plain maps. */
function bruteForce(table: QuasiTable, k: number, limit: number): { loss: number; levels: Set<string> } {
  let best = { loss: Number.POSITIVE_INFINITY, levels: new Set<string>() };
  const combinations = table.hierarchies.reduce<number[][]>(
    (all, { levels }) => all.flatMap((some) => Array.from({ length: levels }, (_, level) => [...some, level])),
    [[]],
  );
  for (const levels of combinations) {
    const labels = Array.from({ length: table.rows }, (_, row) =>
      publishedKey(table, { levels: levels.map((level) => new Uint8Array(table.rows).fill(level)) }, row),
    );
    const sizes = new Map<string, number>();
    for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
    const isHidden = labels.map((label) => (sizes.get(label) as number) < k);
    if (isHidden.filter(Boolean).length > limit * table.rows) continue;
    const recoding = {
      levels: levels.map((level) => Uint8Array.from(isHidden, (hidden) => (hidden ? suppressedCell : level))),
    };
    const loss = meanLoss(table, recoding);
    if (loss < best.loss - 1e-9) best = { loss, levels: new Set([levels.join()]) };
    else if (loss < best.loss + 1e-9) best.levels.add(levels.join());
  }
  return best;
}

function publishedKey(table: QuasiTable, recoding: Recoding, row: number): string {
  return table.hierarchies.map((_, column) => publishedLabel(table, recoding, column, row)).join();
}

describe('fullDomainOptimum', () => {
  it('finds what trying everything finds, at any limit', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(2, 3, 4), fc.constantFrom(0, 0.1, 0.4, 1), (table, k, suppressionLimit) => {
        const expected = bruteForce(table, k, suppressionLimit);
        const found = fullDomainOptimum(table, { k, suppressionLimit });
        expect(found.loss[0]).toBeCloseTo(expected.loss, 9);
        expect([...expected.levels]).toContain(found.levels.join());
        const recoding = {
          levels: found.levels.map((level) =>
            Uint8Array.from(found.suppressed, (hidden) => (hidden === 1 ? suppressedCell : level)),
          ),
        };
        expect(meanLoss(table, recoding)).toBeCloseTo(found.loss[0] as number, 9);
      }),
      { numRuns: 150, seed: 2 },
    );
  });

  it('finds the least of every measure, with a constraint too', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(0, 0.3, 1), fc.nat({ max: 6 }), (table, suppressionLimit, which) => {
        const constraints = which % 2 === 0 ? [distinctDiversity(table.sensitive, 0, 2)] : [];
        const measure = (rows: Parameters<typeof shareLoss>[0], hierarchies: Parameters<typeof shareLoss>[1]) =>
          [
            shareLoss(rows, hierarchies, { aggregate: 'rank' }),
            shareLoss(rows, hierarchies, { balance: 0.2 }),
            shareLoss(rows, hierarchies, { aggregate: 'maximum', balance: 0.8 }),
            entropyLoss(rows, hierarchies, { monotone: false }),
            entropyLoss(rows, hierarchies, { monotone: true }),
            [discernibility(rows, { monotone: false }), averageClassSize(rows)][rows.rows % 2] as ReturnType<
              typeof discernibility
            >,
            precisionLoss(rows, hierarchies),
          ][which] as ReturnType<typeof shareLoss>;
        const options = { k: 2, constraints, measure };
        const all = table.hierarchies
          .reduce<number[][]>(
            (some, { levels }) => some.flatMap((one) => Array.from({ length: levels }, (_, level) => [...one, level])),
            [[]],
          )
          .map((levels) => lossOfLevels(table, levels, options))
          .filter(({ suppressedRows }) => suppressedRows <= suppressionLimit * table.rows)
          .map(({ loss }) => loss)
          .sort(compareLoss);
        const [least] = all;
        if (!least) expect(() => fullDomainOptimum(table, { ...options, suppressionLimit })).toThrow(Refusal);
        else expect(compareLoss(fullDomainOptimum(table, { ...options, suppressionLimit }).loss, least)).toBe(0);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('refuses more combinations of levels than can be searched', () => {
    const hierarchies = Array.from({ length: 23 }, (_, at) => columnHierarchy(`c${at}`, [['a'], ['b']]));
    const columns = hierarchies.map(() => new Uint8Array(4));
    expect(() =>
      fullDomainOptimum({ hierarchies, columns, sensitive: [], rows: 4 }, { k: 2, suppressionLimit: 0 }),
    ).toThrow(/use --method local/);
  });
});

describe('localRecoding', () => {
  it('passes the verifier, keeps every row, publishes what covers each value and is the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(2, 3, 4), fc.boolean(), async (table, k, isDeclared) => {
        const options = { k, ...(isDeclared ? { priority: quasiOf(table).reverse() } : {}) };
        const recoding = localRecoding(table, options);
        const report = verifyGroups(await written(table, recoding), quasiOf(table), ['s'], k);
        expect(report).toMatchObject({ rows: table.rows, holds: true });
        for (const [column, levels] of recoding.levels.entries()) {
          const { levels: height } = table.hierarchies[column] as QuasiTable['hierarchies'][number];
          expect(levels.every((level) => level < height)).toBe(true);
        }
        for (let row = 1; row < table.rows; row++) {
          if (recoding.groupOf[row] === recoding.groupOf[0]) {
            expect(publishedKey(table, recoding, row)).toBe(publishedKey(table, recoding, 0));
          }
        }
        expect(localRecoding(table, options).levels).toEqual(recoding.levels);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it('keeps diversity where the table has it, and refuses with exit 3 where it has not', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(2, 3), async (table, l) => {
        const different = new Set(table.sensitive[0]?.codes).size;
        const options = { k: 2, constraints: [distinctDiversity(table.sensitive, 0, l)] };
        if (different < l) {
          expect(() => localRecoding(table, options)).toThrow(
            expect.objectContaining({ code: 'table-refused', exit: 3 }),
          );
          return;
        }
        const claims = [{ kind: 'distinct', column: 's', l }] as const;
        const report = verifyGroups(
          await written(table, localRecoding(table, options)),
          quasiOf(table),
          ['s'],
          2,
          claims,
        );
        expect(report.holds).toBe(true);
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it('leaves a table alone whose rows are k times there', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const repeat = <T>(column: ArrayLike<T>) =>
          Array.from({ length: 3 * column.length }, (_, at) => column[at % column.length] as T);
        const thrice: QuasiTable = {
          ...table,
          columns: table.columns.map((column) => Uint8Array.from(repeat(column))),
          sensitive: [],
          rows: 3 * table.rows,
        };
        expect(columnLosses(thrice, localRecoding(thrice, { k: 3 })).every((loss) => loss < 1e-12)).toBe(true);
      }),
      { numRuns: 50, seed: 6 },
    );
  });

  it('loses less over many tables than the best full-domain recoding without suppression', () => {
    let local = 0;
    let best = 0;
    fc.assert(
      fc.property(tables, (table) => {
        local += meanLoss(table, localRecoding(table, { k: 2 }));
        best += fullDomainOptimum(table, { k: 2, suppressionLimit: 0 }).loss[0] as number;
      }),
      { numRuns: 100, seed: 7 },
    );
    expect(local).toBeLessThan(best * 0.8);
  });

  it('hides records among the persons of a population', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(3, 5), async (table, k) => {
        const sample = Math.max(2, table.rows >> 2);
        const part: QuasiTable = {
          ...table,
          columns: table.columns.map((column) => column.slice(0, sample)),
          sensitive: [{ name: 's', values: ['x', 'y', 'z'], codes: new Uint8Array(sample) }],
          rows: sample,
        };
        if (table.rows < k) return;
        const recoding = localRecoding(part, { k, population: { ...table, sensitive: [] } });
        const lines = table.hierarchies.map(({ labels, codes }) =>
          (labels[0] as readonly string[]).map((_, value) =>
            labels.map((level, at) => level[codes[at]?.[value] as number] as string),
          ),
        );
        const population = table.columns.map((column, at) =>
          Array.from(column, (code) => table.hierarchies[at]?.labels[0]?.[code] as string),
        );
        const report = verifyPopulation(await written(part, recoding), quasiOf(part), lines, population, k);
        expect(report.holds).toBe(true);
      }),
      { numRuns: 100, seed: 8 },
    );
  });

  it('refuses fewer rows than k with exit 3', () => {
    const table = {
      hierarchies: [columnHierarchy('c', [['a', '*']])],
      columns: [new Uint8Array(3)],
      sensitive: [],
      rows: 3,
    };
    expect(() => localRecoding(table, { k: 4 })).toThrow(expect.objectContaining({ code: 'rows-below-k', exit: 3 }));
    expect(() => localRecoding(table, { k: 0 })).toThrow(expect.objectContaining({ code: 'k-size', exit: 2 }));
    expect(() => localRecoding(table, { k: 2, priority: ['d'] })).toThrow(Refusal);
  });
});
