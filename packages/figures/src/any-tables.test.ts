import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedAnswers, tables } from '../test/invented-year.ts';
import { buildFigures } from './build-figures.ts';
import { families } from './registry/families.ts';

const exact = inventedAnswers();

describe('buildFigures on any published tables', () => {
  it('gives every family of the pool once, with a number or a reason', () => {
    fc.assert(
      fc.property(
        fc.subarray([...exact.tables], { minLength: 1 }),
        fc.constantFrom('iom_region_2015', 'm49_region'),
        (kept, grouping) => {
          const figures = buildFigures({
            answers: { ...exact, tables: kept },
            coverage: { contributors: [] },
            periods: ['2014', '2015'],
            setApart: null,
            grouping,
            release: { id: 'x', sequence: 1, date: '2016-05-20', status: 'final' },
            protection: { epsilon: 4, delta: 1e-6, unit: 'person' },
            languages: ['en', 'ar'],
            example: false,
          });
          const pool = figures.filter(({ period, place }) => period === '2015' && place === null);
          expect(pool.map(({ family }) => family)).toEqual(families({ grouping }).map(({ id }) => id));
          expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
          for (const { value, withheld, sentences, source } of figures) {
            expect((value === null) === (withheld !== null)).toBe(true);
            expect(sentences.ar?.short).not.toMatch(/\{|undefined/);
            if (source) expect(kept.some((set) => set.join() === source.table.join())).toBe(true);
          }
        },
      ),
      { numRuns: 30, seed: 42 },
    );
  });

  it('reads the same numbers from larger tables, naming the table it read', () => {
    const large = exact.tables.filter((set) => set.length > 1);
    const options = {
      coverage: { contributors: [] },
      periods: ['2015'],
      setApart: null,
      grouping: 'iom_region_2015',
      release: { id: 'x', sequence: 1, date: '2016-05-20', status: 'final' } as const,
      protection: { epsilon: 4, delta: 1e-6, unit: 'person' } as const,
      languages: [],
      example: false,
      places: false,
    };
    const sex = (from: typeof exact) =>
      buildFigures({ ...options, answers: from }).find(({ id }) => id === 'sex.male.2015');
    const other = sex({ ...exact, tables: large.filter((set) => !set.includes('contributor_group')) });
    expect(other?.value).toBeGreaterThan(0.4);
    expect(other?.source?.table).toContain('sex_or_gender');
    expect(tables.length).toBeGreaterThan(30);
  });
});
