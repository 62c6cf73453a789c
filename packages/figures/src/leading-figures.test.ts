import { describe, expect, it } from 'vitest';
import { coverage, inventedAnswers, setApart } from '../test/invented-year.ts';
import { noisyAnswers, normals, planned, residualsOf } from '../test/noisy-answers.ts';
import { buildFigures } from './build-figures.ts';
import { leadingFigures, leadingSectors } from './leading-figures.ts';
import type { Figure } from './types.ts';

const exact = inventedAnswers();
const figures = buildFigures({
  answers: noisyAnswers(residualsOf(exact, planned()), normals(3)),
  coverage,
  periods: ['2015'],
  setApart,
  grouping: 'iom_region_2015',
  release: { id: 'x', sequence: 2, date: '2016-05-20', status: 'provisional' },
  protection: { epsilon: 4, delta: 1e-6, unit: 'record' },
  languages: [],
  example: true,
});
const share = (id: string, value: number, half: number): Figure => ({
  ...(figures[0] as Figure),
  id,
  family: id,
  period: '2015',
  value,
  interval: [value - half, value + half],
});
const named = (set: readonly Figure[]): readonly string[] => set.map(({ family }) => family);

describe('leadingSectors', () => {
  it('finds construction, domestic work and fishing ahead of the rest under protection', () => {
    const { leaders, z } = leadingSectors(figures, { period: '2015', group: 'agency' });
    expect(named(leaders)).toEqual(['sector.construction', 'sector.domestic_work', 'sector.fishing']);
    expect(z).toBeGreaterThan(3.5);
  });

  it('leads with the clear ones alone where the third cannot be told from the fourth', () => {
    const close = [
      share('sector.a', 0.5, 0.01),
      share('sector.b', 0.4, 0.01),
      share('sector.c', 0.2, 0.01),
      share('sector.d', 0.195, 0.01),
    ];
    expect(named(leadingSectors(close, { period: '2015' }).leaders)).toEqual(['sector.a', 'sector.b']);
    expect(leadingSectors(close, { period: '2015' }).ordered).toBe(true);
  });

  it('gives a set without order where its members cannot be told apart', () => {
    const tied = [share('sector.a', 0.5, 0.02), share('sector.b', 0.49, 0.02), share('sector.c', 0.1, 0.02)];
    const { leaders, ordered } = leadingSectors(tied, { period: '2015' });
    expect(named(leaders)).toEqual(['sector.a', 'sector.b']);
    expect(ordered).toBe(false);
  });

  it('gives nothing where nothing leads, or where a share is withheld for its width', () => {
    const flat = [share('sector.a', 0.2, 0.02), share('sector.b', 0.19, 0.02), share('sector.c', 0.18, 0.02)];
    expect(leadingSectors(flat, { period: '2015' }).leaders).toEqual([]);
    const hidden = { ...share('sector.d', 0, 0), value: null, interval: null, withheld: 'interval_too_wide' as const };
    const clear = [share('sector.a', 0.5, 0.01), share('sector.b', 0.1, 0.01), hidden];
    expect(leadingSectors(clear, { period: '2015' }).leaders).toEqual([]);
  });
});

describe('leadingFigures', () => {
  it('ranks any families, so that the two regions of origin lead together', () => {
    const { leaders, ordered } = leadingFigures(figures, { families: 'origin.', period: '2015', group: 'agency' });
    expect(named(leaders).slice(0, 2).sort()).toEqual(['origin.ESEA', 'origin.SCA']);
    expect(ordered).toBe(false);
  });
});
