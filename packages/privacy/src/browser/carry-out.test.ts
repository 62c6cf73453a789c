import { describe, expect, it } from 'vitest';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { parseOneShot } from '../synthesis/one-shot-file.ts';
import { carryOut, pageNote, type World } from './carry-out.ts';
import type { SynthesisSettings } from './messages.ts';

const domain = JSON.stringify({ a: ['x', 'y', 'z'], b: 4, c: ['0', '1'] });
const settings: SynthesisSettings = { domain, epsilon: 2, delta: 1e-6, method: 'mst', modelSize: 1 };
const csv = `a,b,c,d\n${Array.from({ length: 3000 }, (_, row) => `${'xyz'[(row * row) % 3]},${row % 4},${row % 4 > 1 ? 1 : 0},q`).join('\n')}\n`;
const file = new Blob([csv]);
const world = (seed: string): World => ({
  random: unsafeTestRandom(seed),
  now: () => '2016-05-20T09:30:00Z',
  tell: () => undefined,
});

describe('carryOut', () => {
  it('lists the columns and values of a file, and counts its rows', async () => {
    const answer = await carryOut({ kind: 'columns', file, name: 'a.csv' }, world('columns'));
    expect(answer).toMatchObject({ kind: 'columns', rows: 3000 });
    if (answer.kind !== 'columns') return;
    expect(answer.columns.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
    expect(answer.columns[1]).toEqual({ name: 'b', values: ['0', '1', '2', '3'], more: false });
  });

  it('synthesises, says in the first line that no ledger lasts, and makes the same bytes again', async () => {
    const first = await carryOut({ kind: 'synthesise', settings, file, name: 'a.csv' }, world('synthesise'));
    if (first.kind !== 'synthesised') throw new Error('no result');
    const { result } = first;
    expect(result.ignored).toEqual(['d']);
    expect(Math.abs(result.records - 3000)).toBeLessThan(300);
    expect(result.measurements.startsWith(`{"note":${JSON.stringify(pageNote)}`)).toBe(true);
    expect(parseOneShot(result.measurements, 'm.json').columns).toEqual(['a', 'b', 'c']);
    const known = result.codes.find(({ column, code }) => column === 'b' && code === '0');
    // A count of 750, within seven of its standard deviations.
    expect(Math.abs((known?.estimate ?? 0) - 750)).toBeLessThan(7 * (known?.sd ?? 0));
    const again = await carryOut({ kind: 'again', measurements: result.measurements, name: 'm.json' }, world('other'));
    if (again.kind !== 'synthesised') throw new Error('no result');
    expect(Buffer.from(again.result.csv).equals(Buffer.from(result.csv))).toBe(true);
  });

  it('tells the error to expect from invented records, the same every time, smaller for a larger ε', async () => {
    const rehearse = async (epsilon: number) => {
      const task = { kind: 'rehearse', settings: { ...settings, epsilon }, records: 2000 } as const;
      const answer = await carryOut(task, world(`rehearse ${epsilon}`));
      return answer.kind === 'rehearsed' ? answer.errors : [];
    };
    const [small, large] = [await rehearse(0.2), await rehearse(10)];
    expect(small.map(({ ways, tables }) => [ways, tables])).toEqual([
      [1, 3],
      [2, 3],
      [3, 1],
    ]);
    expect(await rehearse(0.2)).toEqual(small);
    expect(large[0]?.mean ?? 1).toBeLessThan(small[0]?.mean ?? 0);
  });

  it('refuses as the command line does, with nothing spent', async () => {
    const wrong = new Blob(['a,b,c\nx,9,0\n']);
    await expect(carryOut({ kind: 'synthesise', settings, file: wrong, name: 'w.csv' }, world('w'))).rejects.toThrow(
      "Row 2, column 'b'",
    );
    const none = { ...settings, epsilon: 0 };
    await expect(carryOut({ kind: 'rehearse', settings: none, records: 10 }, world('n'))).rejects.toThrow('ε');
  });
});
