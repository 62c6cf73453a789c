import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { knownBreaks } from './known-breaks.ts';
import { viewRelease } from './release-view.ts';

describe('knownBreaks', () => {
  it('names who joined and who left in each year, by the coverage statements', () => {
    const [, { bundle }] = fixtureReleases();
    const [river, ...others] = bundle.coverage.contributors;
    if (!river) throw new Error('the fixture has contributors');
    const until2013 = { ...river, activeYears: river.activeYears.filter((year) => year <= 2013) };
    const view = viewRelease(
      { ...bundle, coverage: { contributors: [until2013, ...others] } },
      answersFrom(bundle.measurements),
    );
    const told = knownBreaks(view).map(({ period, joined, left }) => [
      period,
      joined.map(({ id }) => id),
      left.map(({ id }) => id),
    ]);
    expect(told).toEqual([
      ['2011', ['refuge'], []],
      ['2012', ['harbour'], []],
      ['2014', ['contributor-5'], ['river']],
    ]);
  });
});
