import { expect, it } from 'vitest';
import { stretchAround } from './stretch.ts';

const list = (length: number) => Array.from({ length }, (_, index) => index);

it('is the whole of a short list', () => {
  expect(stretchAround(list(30), 7)).toEqual({ items: list(30), from: 1, to: 30, of: 30 });
  expect(stretchAround([], 7)).toEqual({ items: [], from: 1, to: 0, of: 0 });
});

it('is one of equal parts of a long list, the same for all of its items, and leaves none out', () => {
  const all = list(250);
  const met = new Set<number>();
  for (const item of all) {
    const { items, from, to, of } = stretchAround(all, item);
    expect(items).toContain(item);
    expect([items[0], items.at(-1), of]).toEqual([from - 1, to - 1, 250]);
    expect(items.length).toBeGreaterThanOrEqual(26);
    expect(items.length).toBeLessThanOrEqual(28);
    met.add(from);
  }
  expect(met.size).toBe(9);
});
