import { describe, expect, it } from 'vitest';
import { cohorts, coverage, inventedAnswers, setApart } from '../test/invented-year.ts';
import { noisyAnswers, normals, planned, residualsOf } from '../test/noisy-answers.ts';
import { buildFigures, type FigureInput } from './build-figures.ts';
import { expectedHalfWidths } from './expected-half-widths.ts';

const exact = inventedAnswers();
const plan = planned();
const setting = { coverage, periods: ['2014', '2015'], setApart, grouping: 'iom_region_2015' };
const input: Omit<FigureInput, 'answers'> = {
  ...setting,
  release: { id: 'b', sequence: 2, date: '2016-05-20', status: 'provisional' },
  protection: { epsilon: 4, delta: 1e-6, unit: 'record' },
  languages: [],
  example: true,
};
const truth = buildFigures({ ...input, answers: exact });
const measured = buildFigures({ ...input, answers: noisyAnswers(residualsOf(exact, plan), normals(5)) });
const answers = plan.expected(cohorts);

describe('expectedHalfWidths', () => {
  it('predicts the half-width of every figure within a tenth when last release’s figures are near', () => {
    const expected = expectedHalfWidths({ ...setting, answers, previousFigures: truth });
    const byId = new Map(expected.map((entry) => [entry.id, entry]));
    let compared = 0;
    for (const { id, interval, value, base, unit } of measured) {
      const entry = byId.get(id);
      if (interval === null || value === null || !entry?.halfWidth || (unit === 'share' && (base ?? 0) < 1000))
        continue;
      if (interval[0] <= 0 || interval[1] >= 1 === (unit === 'share')) continue;
      const half = (interval[1] - interval[0]) / 2;
      expect(half / entry.halfWidth, id).toBeGreaterThan(0.9);
      expect(half / entry.halfWidth, id).toBeLessThan(1.1);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('takes shares at one half over declared totals where nothing was published yet', () => {
    const expected = expectedHalfWidths({ ...setting, answers });
    const labour = expected.find(({ id }) => id === 'purpose.labour.2015@agency');
    expect(labour).toMatchObject({ base: 6990, unit: 'share', guessedFrom: 'declared' });
    const place = expected.find(({ id }) => id === 'purpose.labour.2015#identified.EUR');
    expect(place?.base).toBeCloseTo(8000 / 7, 6);
  });

  it('reads no count: planned answers of value zero are all it is given', () => {
    const table = answers.table(['contributor_active_next_year'], ['2015.2']);
    expect([...table.estimate]).toEqual([0, 0]);
    expect(expectedHalfWidths({ ...setting, answers }).length).toBeGreaterThan(300);
  });
});
