import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attackInput } from './attack-input.ts';
import { attributeInference } from './attribute-inference.ts';
import { distinctRows } from './distinct-rows.ts';
import { linkability } from './linkability.ts';
import { nearestRows } from './nearest-rows.ts';
import { distancesFrom, packRows } from './packed-rows.ts';
import { inventedRows, rowsList, tableOf } from './testing-tables.ts';
import { vulnerableRecords } from './vulnerable-records.ts';

const sizes = [2, 3, 9, 20, 400, 2];
const cell = (size: number) => fc.nat(Math.min(size, 4) - 1).map((code) => (code === 3 ? size - 1 : code));
const someRows = (most: number) =>
  fc.array(fc.tuple(...sizes.map(cell)), { minLength: 2, maxLength: most }) as fc.Arbitrary<number[][]>;
const differing = (a: readonly number[], b: readonly number[], columns: readonly number[]) =>
  columns.filter((column) => a[column] !== b[column]).length;
const allColumns = sizes.map((_, at) => at);

describe('distancesFrom', () => {
  it('counts the columns that differ, whatever the number of codes', () => {
    fc.assert(
      fc.property(someRows(30), fc.subarray(allColumns, { minLength: 1 }), (rows, columns) => {
        const packed = packRows(tableOf(sizes, rows), columns);
        const found = new Uint16Array(rows.length);
        for (const target of rows) {
          distancesFrom(packed, (column) => target[column] as number, found);
          expect([...found]).toEqual(rows.map((row) => differing(row, target, columns)));
        }
      }),
      { numRuns: 60 },
    );
  });
  it('holds for forty columns of every width', () => {
    const wide = Array.from({ length: 40 }, (_, at) => [2, 4, 16, 256, 65_536][at % 5] as number);
    const rows = inventedRows(wide, 60, 'wide', 0.6);
    const packed = packRows(
      tableOf(wide, rows),
      wide.map((_, at) => at),
    );
    const found = new Uint16Array(rows.length);
    const [target = []] = rows;
    distancesFrom(packed, (column) => target[column] as number, found);
    expect([...found]).toEqual(
      rows.map((row) =>
        differing(
          row,
          target,
          wide.map((_, at) => at),
        ),
      ),
    );
  });
});

describe('nearestRows', () => {
  it('finds the k nearest and all tied with the last, over many blocks of rows', () => {
    const narrow = [3, 3, 8, 190, 2];
    const rows = inventedRows(narrow, 9000, 'blocks', 0.5);
    const columns = narrow.map((_, at) => at);
    const distinct = distinctRows(tableOf(narrow, rows), columns);
    const codes = [...distinct.first].map((row) => rows[row] as number[]);
    for (const k of [1, 10, 500]) {
      const near = nearestRows(distinct, columns.length, k);
      for (const target of [...rows.slice(0, 20), [2, 2, 7, 189, 1]]) {
        const distances = codes.map((row) => differing(row, target, columns));
        const held = columns.concat(columns.length).map((distance) => {
          return distances.reduce((sum, one, at) => sum + (one === distance ? (distinct.counts[at] as number) : 0), 0);
        });
        const last = held.findIndex((_, at) => held.slice(0, at + 1).reduce((a, b) => a + b) >= k);
        const found = near((column) => target[column] as number);
        expect([...found.rows]).toEqual(held.map((count, at) => (at <= last ? count : 0)));
        expect(found.classes).toEqual([...distances.keys()].filter((at) => (distances[at] as number) <= last));
        expect(found.distances).toEqual(found.classes.map((at) => distances[at]));
      }
    }
  });
});

/** Chance of each row of being among the k nearest, ties at random, by sorting. */
function nearestWeights(rows: readonly number[][], target: readonly number[], columns: readonly number[], k: number) {
  const distances = rows.map((row) => differing(row, target, columns));
  const sorted = [...distances].sort((a, b) => a - b);
  const last = sorted[Math.min(k, sorted.length) - 1] as number;
  const before = sorted.filter((distance) => distance < last).length;
  const tied = sorted.filter((distance) => distance === last).length;
  return distances.map((distance) => (distance < last ? 1 : distance === last ? Math.min(1, (k - before) / tied) : 0));
}

describe('linkability', () => {
  it('shares the neighbours among all that are tied, as sorting does', () => {
    fc.assert(
      fc.property(
        someRows(12),
        someRows(25),
        fc.subarray(allColumns, { minLength: 1, maxLength: 5 }),
        (train, synthetic, columnsA) => {
          const columnsB = allColumns.filter((column) => !columnsA.includes(column));
          const input = attackInput({ train: tableOf(sizes, train), synthetic: tableOf(sizes, synthetic) });
          const { byNeighbours } = linkability(input, { columnsA, neighbours: [1, 2, 5], seed: 'a' });
          for (const { neighbours, attack } of byNeighbours) {
            const expected = train.map((target) => {
              const a = nearestWeights(synthetic, target, columnsA, neighbours);
              const b = nearestWeights(synthetic, target, columnsB, neighbours);
              return Math.min(
                1,
                a.reduce((sum, weight, at) => sum + weight * (b[at] as number), 0),
              );
            });
            expect(attack.successes).toBeCloseTo(
              expected.reduce((sum, one) => sum + one, 0),
              9,
            );
            expect(attack.trials).toBe(train.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
  it('is the chance that two neighbours drawn at random are one record, for one neighbour', () => {
    const synthetic = [
      [0, 0, 1],
      [0, 0, 2],
      [0, 1, 1],
    ];
    const input = attackInput({ train: tableOf([2, 2, 3], [[0, 0, 1]]), synthetic: tableOf([2, 2, 3], synthetic) });
    const { byNeighbours } = linkability(input, { columnsA: [0, 1], neighbours: [1], seed: 'a' });
    // Two are nearest by the first two columns, two by the third; one of the four pairs is one record.
    expect(byNeighbours[0]?.attack.successes).toBeCloseTo(1 / 4, 12);
  });
  it('refuses an empty part', () => {
    const table = tableOf([2], [[0], [1]]);
    expect(() => linkability(attackInput({ train: table, synthetic: table }), { seed: 'a' })).toThrow(RangeError);
  });
});

/** The chance of the right guess for one secret, by going through all synthetic rows. */
function inferByHand(
  synthetic: readonly number[][],
  target: readonly number[],
  secret: number,
  missing: number,
): number {
  const known = allColumns.filter((column) => column !== secret);
  const distances = synthetic.map((row) => differing(row, target, known));
  const least = Math.min(...distances);
  const votes = new Map<number, number>();
  for (const [at, row] of synthetic.entries()) {
    const code = row[secret] as number;
    if (distances[at] === least && code !== missing) votes.set(code, (votes.get(code) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  const winners = [...votes].filter(([, count]) => count === most).map(([code]) => code);
  return most > 0 && winners.includes(target[secret] as number) ? 1 / winners.length : 0;
}

describe('attributeInference', () => {
  it('guesses every secret as a search for that secret alone does', () => {
    fc.assert(
      fc.property(someRows(10), someRows(25), (train, synthetic) => {
        const input = attackInput({
          train: tableOf(sizes, train),
          control: tableOf(sizes, synthetic),
          synthetic: tableOf(sizes, synthetic),
          missing: ['0'],
        });
        const { secrets, closest } = attributeInference(input, { seed: 'a' });
        for (const [secret, found] of secrets.entries()) {
          const attacked = train.filter((row) => row[secret] !== 0);
          const right = attacked.reduce((sum, row) => sum + inferByHand(synthetic, row, secret, 0), 0);
          expect(found.attack.successes).toBeCloseTo(right, 9);
          expect(found.attack.trials).toBe(attacked.length);
          expect(found.withoutSecret).toBe(train.length - attacked.length);
        }
        const least = train.map((row) => Math.min(...synthetic.map((other) => differing(row, other, allColumns))));
        expect(closest.meanFromTraining).toBeCloseTo(least.reduce((a, b) => a + b, 0) / train.length, 12);
        expect(closest.meanFromControl).toBe(0);
        expect(closest.equalInControl).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('missing values', () => {
  it('count as equal, where counting them as different hides the attack', () => {
    // Sparse records, most values missing, copied into the synthetic file. The attacker knows all but the secret. Where two
    // missing values differ, as in anonymeter's distance, a record is far from its own copy and near to fuller records.
    const width = 16;
    const domains = [4, ...new Array<number>(width - 1).fill(5)];
    const train = inventedRows(domains, 300, 'sparse', 0.15).map((row, at) => {
      const secret = 1 + ((at * 7) % 3);
      return [secret, ...row.slice(1).map((code, c) => ((at * 31 + c * 17 + at * c) % 20 < 16 ? 0 : code))];
    });
    const synthetic = [...train, ...inventedRows(domains, 300, 'others', 0.15).map(([, ...rest]) => [1, ...rest])];
    const input = attackInput({
      train: tableOf(domains, train),
      synthetic: tableOf(domains, synthetic),
      missing: ['0'],
    });
    const [ours] = attributeInference(input, { secrets: [0], targets: 300, seed: 'a' }).secrets;
    const known = Array.from({ length: width - 1 }, (_, at) => at + 1);
    const rightWhereMissingDiffers = train.reduce((sum, target) => {
      const distances = synthetic.map((row) => known.filter((c) => row[c] !== target[c] || row[c] === 0).length);
      const least = Math.min(...distances);
      const nearest = synthetic.filter((_, at) => distances[at] === least);
      return sum + nearest.filter(([secret]) => secret === target[0]).length / nearest.length;
    }, 0);
    expect(ours?.attack.successes).toBeGreaterThan(200);
    expect(rightWhereMissingDiffers).toBeLessThan(0.8 * (ours?.attack.successes ?? 0));
  });
  it('are one value, whichever reason is given', () => {
    const train = tableOf([4, 2], [[0, 1]]);
    const synthetic = tableOf(
      [4, 2],
      [
        [3, 1],
        [2, 0],
      ],
    );
    const apart = attributeInference(attackInput({ train, synthetic, missing: [] }), { seed: 'a' });
    const merged = attributeInference(attackInput({ train, synthetic, missing: ['0', '3'] }), { seed: 'a' });
    expect(apart.closest.meanFromTraining).toBe(1);
    expect(merged.closest.meanFromTraining).toBe(0);
  });
});

describe('vulnerableRecords', () => {
  it('finds the records furthest from their five nearest, as comparing all pairs does', () => {
    const rows = inventedRows([3, 4, 5, 3, 2, 6, 3], 150, 'vulnerable', 0.3);
    const columns = rows[0]?.map((_, at) => at) ?? [];
    const means = rows.map((row, at) => {
      const distances = rows.flatMap((other, o) => (o === at ? [] : [differing(row, other, columns)]));
      return (
        distances
          .sort((a, b) => a - b)
          .slice(0, 5)
          .reduce((sum, d) => sum + d, 0) / 5
      );
    });
    const unique = rows.map((row) => rows.filter((other) => differing(row, other, columns) === 0).length === 1);
    const expected = means
      .filter((_, at) => unique[at])
      .sort((a, b) => b - a)
      .slice(0, 10);
    const table = tableOf([3, 4, 5, 3, 2, 6, 3], rows);
    const found = vulnerableRecords(table, { count: 10 });
    expect(found.map(({ meanDistance }) => meanDistance)).toEqual(expected);
    for (const { row, meanDistance } of found) expect(means[row]).toBeCloseTo(meanDistance, 12);
    expect(rowsList(table).length).toBe(150);
  });
});
