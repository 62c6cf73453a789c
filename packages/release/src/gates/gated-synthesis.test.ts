import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventedWorld, publicRecords, systemRandom } from '@casebridge/privacy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleWorld } from '../fixture.ts';
import { type PlannedRecipe, parseRecipe } from '../recipe/parse-recipe.ts';
import { gatedSynthesis } from './gated-synthesis.ts';
import type { GatedSynthesis } from './synthesis-gates.ts';

const random = systemRandom((bytes) => crypto.getRandomValues(bytes));
let dir: string;
const planned = new Map<string, PlannedRecipe>();
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-gated-'));
  const world = await exampleWorld(dir, [{ id: 'agency' }]);
  for (const method of ['mst', 'aim', 'none']) {
    const path = await world.recipe(method, method === 'none' ? {} : { synthetic: { epsilon: 2, method } });
    planned.set(method, parseRecipe(await readFile(path, 'utf8'), path));
  }
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

describe('gatedSynthesis', () => {
  it.each(['mst', 'aim'])(
    'makes records of public ones by %s, in the published columns and no impossible combination',
    async (method) => {
      const gated = gatedSynthesis(planned.get(method) as PlannedRecipe, null, random) as GatedSynthesis;
      const { domains, structuralZeros, synthesise } = gated;
      const made = await synthesise(
        publicRecords(inventedWorld({ domains, rows: 1000, seed: 'gated', structuralZeros })),
      );
      expect(made.domains).toEqual(domains);
      // The noisy total: five standard deviations of what single columns tell of it, generously.
      expect(Math.abs(made.rows - 1000)).toBeLessThan(150);
      for (const { set, cells } of structuralZeros) {
        const columns = set.map((name) => made.columns[made.variables.indexOf(name)] as ArrayLike<number>);
        const sizes = set.map((name) => domains[name]?.length ?? 0);
        const impossible = new Set(cells);
        const seen = Array.from({ length: made.rows }, (_, row) =>
          columns.reduce((cell, column, axis) => cell * (sizes[axis] as number) + (column[row] as number), 0),
        );
        expect(seen.some((cell) => impossible.has(cell))).toBe(false);
      }
    },
  );
  it('is none where the recipe asks for none', () => {
    expect(gatedSynthesis(planned.get('none') as PlannedRecipe, null, random)).toBe(null);
  });
});
