import { Refusal } from '@casebridge/refusal';
import { beforeAll, describe, expect, it } from 'vitest';
import { readInspection, runInspection } from '../inspection.ts';
import { attackInput } from './attack-input.ts';
import { attackGates } from './gates.ts';
import { judgeAttacks } from './judge-attacks.ts';
import { type AttackResults, runAttacks } from './run-attacks.ts';
import { singleOutUnivariate } from './singling-out.ts';
import { independentRows, inventedRows, rowsList, tableOf } from './testing-tables.ts';

// A population of 8,000 invented records, three quarters of them used.
const sizes = [30, 12, 8, 16, 6, 10, 4, 3];
const population = inventedRows(sizes, 8000, 'suite', 0.5);
const train = tableOf(sizes, population.slice(0, 6000));
const control = tableOf(sizes, population.slice(6000));
const options = { keys: ['v0', 'v1', 'v3'], predicates: 15_000, targets: 1000, seed: 'a' };

describe('every attack', () => {
  let copied: AttackResults;
  let independent: AttackResults;
  beforeAll(async () => {
    const shadow = (synthesise: 'copy' | 'independent') => ({
      synthesise: async (records: typeof train, run: number) =>
        synthesise === 'copy' ? records : tableOf(sizes, independentRows(rowsList(control), 400, `shadow ${run}`)),
      epsilon: 1,
      delta: 1e-6,
      runs: 32,
      targets: 4,
      sample: 400,
    });
    copied = await runAttacks(attackInput({ train, control, synthetic: train, missing: [] }), {
      ...options,
      shadow: shadow('copy'),
    });
    const drawn = tableOf(sizes, independentRows(rowsList(train), 6000, 'independent'));
    independent = await runAttacks(attackInput({ train, control, synthetic: drawn, missing: [] }), {
      ...options,
      shadow: shadow('independent'),
    });
  }, 120_000);

  it('lights up when the records are published as they are', () => {
    const { findings, notJudged } = judgeAttacks(copied);
    expect(findings.filter(({ passed }) => passed).map(({ name, value }) => ({ name, value }))).toEqual([]);
    // No value of one column is held by one record alone (see the next test); k-anonymity is judged where it was promised.
    expect(notJudged.map(({ name }) => name)).toEqual(['singling-out-univariate']);
    expect(findings.length + 2).toBe(Object.keys(attackGates).length);
  });

  it('stays dark when only the columns’ frequencies are published', () => {
    // Chance of any false alarm, seed aside: below 10 %, most of it from copies, echo and worst secret at 2.5 to 5 % each.
    const { findings } = judgeAttacks(independent);
    expect(findings.filter(({ passed }) => !passed).map(({ name, value }) => ({ name, value }))).toEqual([]);
    expect(findings.length).toBeGreaterThanOrEqual(9);
  });

  it('by one column alone lights up even on frequencies, where values are rare', () => {
    const rare = [4000, 2];
    const rows = (seed: string, count: number) => inventedRows(rare, count, seed, 0.9);
    const [used, unused] = [rows('used', 3000), rows('unused', 1000)];
    const attacked = (synthetic: number[][]) => {
      const [real, others] = [tableOf(rare, used), tableOf(rare, unused)];
      const input = attackInput({ train: real, control: others, synthetic: tableOf(rare, synthetic), missing: [] });
      return singleOutUnivariate(input, { seed: 'a' }).residual;
    };
    expect(attacked(used)?.lower).toBeGreaterThan(0.05);
    expect(attacked(independentRows(used, 3000, 'frequencies'))?.lower).toBeGreaterThan(0.05);
    expect(attacked(rows('elsewhere', 3000))?.lower).toBeLessThan(0.05);
  });

  it('gives the same numbers for the same seed', async () => {
    const few = { keys: ['v0'], predicates: 50, targets: 40 };
    const input = attackInput({ train, control, synthetic: control, missing: [] });
    const [one, two, other] = [
      await runAttacks(input, { ...few, seed: 'a' }),
      await runAttacks(input, { ...few, seed: 'a' }),
      await runAttacks(input, { ...few, seed: 'b' }),
    ];
    expect(one).toEqual(two);
    expect(one.attributeInference).not.toEqual(other.attributeInference);
  });

  it('has no way to a bundle from an inspection of real records', async () => {
    const inspection = await runInspection(() => judgeAttacks(copied).findings);
    expect(JSON.stringify(inspection)).toBe('{}');
    expect(readInspection(inspection).length).toBeGreaterThan(5);
  });
});

describe('runAttacks', () => {
  it('says what cannot be told without a control group', async () => {
    const input = attackInput({ train: control, synthetic: control, missing: [] });
    const results = await runAttacks(input, { predicates: 50, targets: 40, seed: 'a' });
    expect(results.keys).toEqual(['v0', 'v3', 'v1']);
    const { findings, notJudged } = judgeAttacks(results);
    expect(findings.map(({ name }) => name)).toEqual(['attribution-over-baseline']);
    expect(notJudged.filter(({ reason }) => reason.startsWith('no control group')).length).toBeGreaterThan(7);
  });
  it('judges k-anonymised records by the class each is in', async () => {
    const pairs = tableOf(
      [3, 2],
      [
        [0, 0],
        [0, 0],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    );
    const input = attackInput({ train: pairs, synthetic: pairs, missing: [] });
    const judged = async (kAnonymous: number) =>
      judgeAttacks(await runAttacks(input, { keys: ['v0'], kAnonymous, seed: 'a' })).findings.find(
        ({ name }) => name === 'k-anonymity',
      );
    expect(await judged(2)).toMatchObject({ passed: true, value: 1 / 2, limit: 1 / 2 });
    expect(await judged(3)).toMatchObject({ passed: false, value: 1 / 2, limit: 1 / 3 });
  });
  it('does not fall over on one record, or on records that are all alike', async () => {
    const one = tableOf([2, 2], [[0, 1]]);
    const alike = tableOf(
      [2, 2],
      Array.from({ length: 50 }, () => [1, 1]),
    );
    for (const [real, other] of [
      [one, one],
      [alike, alike],
      [one, alike],
      [alike, one],
    ] as const) {
      const results = await runAttacks(attackInput({ train: real, control: other, synthetic: other, missing: [] }), {
        seed: 'a',
      });
      expect(() => judgeAttacks(results)).not.toThrow();
      const numbers = JSON.stringify(results, (_, value) =>
        typeof value === 'number' && !Number.isFinite(value) ? 'broken' : value,
      );
      expect(numbers).not.toContain('broken');
    }
  });
  it('refuses what cannot be attacked', async () => {
    const input = attackInput({ train: control, synthetic: control });
    await expect(runAttacks(input, { keys: ['v9'], seed: 'a' })).rejects.toThrow(Refusal);
    await expect(runAttacks(input, { keys: ['v0'], secrets: ['v0'], seed: 'a' })).rejects.toThrow(Refusal);
    const narrow = tableOf([2], [[0], [1]]);
    await expect(runAttacks(attackInput({ train: narrow, synthetic: narrow }), { seed: 'a' })).rejects.toThrow(Refusal);
    expect(() => attackInput({ train: narrow, synthetic: tableOf([2], []) })).toThrow(Refusal);
    expect(() => attackInput({ train: narrow, synthetic: tableOf([3], [[0]]) })).toThrow(RangeError);
  });
});
