import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { caseTable } from '../columns/case-table.ts';
import { memoryMarginals } from '../count/memory.ts';
import { kMarginal } from './k-marginal.ts';
import { nistBins, nistFeatureSets, nistTable, type TextColumns } from './nist-excerpts.ts';

const root = dirname(fileURLToPath(new URL('../../../../package.json', import.meta.url)));
const shared = process.env.CASEBRIDGE_SHARED ?? join(root, '..', 'shared');
const file = join(shared, 'data', 'sds-examples', 'nist_ma2019.csv.gz');
const present = existsSync(file);
if (!present) process.stdout.write('k-marginal of samples skipped: ../shared/data/sds-examples is absent\n');

function massachusetts(): TextColumns {
  const [header = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  const rows = lines.map((line) => line.split(','));
  return Object.fromEntries(header.split(',').map((name, at) => [name, rows.map((row) => row[at] ?? '')]));
}

/** Every row with a given chance, from a fixed sequence. */
function sample(columns: TextColumns, share: number, seed: number): TextColumns {
  const rows = Object.values(columns)[0]?.length ?? 0;
  let state = seed;
  const kept = Array.from({ length: rows }, (_, row) => row).filter(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 2 ** 24 < share;
  });
  return Object.fromEntries(Object.entries(columns).map(([name, all]) => [name, kept.map((row) => all[row] ?? '')]));
}

// Scores that SDNist's reports on the archive's files print for plain samples of this excerpt (its ε = 10 reports).
const printed = {
  demographic: { 0.01: 815, 0.1: 936 },
  industry: { 0.01: 606, 0.1: 868 },
  family: { 0.01: 582, 0.1: 860 },
} as const;

describe.skipIf(!present)('kMarginal on samples of the Massachusetts excerpt', () => {
  // One sample of 1 % scatters by about 30, one of 10 % by 5, and a hundred drawn pairs add some 5: 4 sd of both.
  it.each(['demographic', 'industry', 'family'] as const)(
    'scores the %s features as the archive does',
    async (name) => {
      const { features, group } = nistFeatureSets[name];
      const target = massachusetts();
      const real = memoryMarginals(nistTable(features, target));
      for (const [share, tolerance] of [
        [0.01, 120],
        [0.1, 28],
      ] as const) {
        const scores: number[] = [];
        for (let seed = 1; seed <= 10; seed++) {
          const table = nistTable(features, target, sample(target, share, seed));
          scores.push((await kMarginal(real, memoryMarginals(table), group)).asDrawn);
        }
        const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
        process.stdout.write(`${name}, sample of ${share}: ${mean.toFixed(0)}, printed ${printed[name][share]}\n`);
        expect(Math.abs(mean - printed[name][share])).toBeLessThan(tolerance);
      }
    },
  );

  it('gives 1000 for the file itself', async () => {
    const { features, group } = nistFeatureSets.family;
    const source = memoryMarginals(nistTable(features, massachusetts()));
    const score = await kMarginal(source, source, group);
    expect([score.score, score.asDrawn]).toEqual([1000, 1000]);
  });
});

describe('kMarginal', () => {
  const domains = { g: ['x', 'y'], a: ['0', '1'], b: ['0', '1'] };
  const table = (g: number[], a: number[], b: number[]) =>
    memoryMarginals(caseTable(domains, { g: Uint8Array.from(g), a: Uint8Array.from(a), b: Uint8Array.from(b) }));

  it('scores groups apart and alike, by hand', async () => {
    const real = table([0, 0, 0, 0, 1], [0, 0, 1, 1, 0], [0, 1, 0, 1, 0]);
    const other = table([0, 0, 1, 1], [0, 1, 0, 0], [0, 0, 0, 0]);
    const { score, asDrawn, groups } = await kMarginal(real, other, 'g');
    // In x the pair is ¼ everywhere against ½ ½ in two cells: L1 = 1; in y both are the one cell.
    expect(groups).toEqual([
      { value: 'x', score: 500 },
      { value: 'y', score: 1000 },
    ]);
    expect(score).toBe(750);
    // Of four ordered draws two are the pair (1 in x), one is a alone (0) and one b alone (1): ¾ in x.
    expect(asDrawn).toBe((500 * (2 - 3 / 4) + 1000) / 2);
  });

  it('counts a group that one side lacks as distance 1', async () => {
    const { groups } = await kMarginal(table([0, 1], [0, 0], [0, 0]), table([0, 0], [0, 0], [0, 0]), 'g');
    expect(groups).toEqual([
      { value: 'x', score: 1000 },
      { value: 'y', score: 500 },
    ]);
  });
});

describe('nistBins', () => {
  it('cuts ranks into twentieths whose tops hold for other files', () => {
    const target = ['N', ...Array.from({ length: 40 }, (_, at) => `${at + 1}`)];
    const { codes, binOf } = nistBins('AGEP', target);
    expect(codes).toHaveLength(21);
    // Ranks 1/40 … 40/40 times 20: 1 → 0, 2 and 3 → 1, …, 38 and 39 → 19 (of 19.0 and 19.5), 40 → 19.
    expect([1, 2, 3, 4, 38, 40, 99].map((value) => codes[binOf(`${value}`)])).toEqual([
      '0',
      '1',
      '1',
      '2',
      '19',
      '19',
      '19',
    ]);
    expect(codes[binOf('N')]).toBe('N');
  });

  it('keeps the poverty ratio above its ceiling apart, and puts density into fourteen bands', () => {
    const { codes, binOf } = nistBins('POVPIP', ['1', '2', '501', 'N']);
    expect(['1', '2', '501', 'N'].map((value) => codes[binOf(value)])).toEqual(['10', '19', '501', 'N']);
    const density = nistBins('DENSITY', []);
    expect(density.codes).toHaveLength(14);
    expect([density.binOf('16.3'), density.binOf('200'), density.binOf('52864.7')]).toEqual([0, 1, 13]);
  });
});
