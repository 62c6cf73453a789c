import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { type ReleaseView, viewRelease } from './release-view.ts';
import { reportYear } from './report-year.ts';

const bundle = (fixtureReleases().at(-1) as ReturnType<typeof fixtureReleases>[number]).bundle;
const view = viewRelease(bundle, answersFrom(bundle.measurements));
const site = {};
const madeOn = (created: string): ReleaseView => ({
  ...view,
  bundle: { ...bundle, manifest: { ...bundle.manifest, created } },
});

describe('reportYear', () => {
  it('is the newest year that was over when the release was made', () => {
    expect(view.newest).toBe('2015');
    expect(reportYear({ view: madeOn('2016-05-20'), site })).toBe('2015');
    expect(reportYear({ view: madeOn('2015-11-30'), site })).toBe('2014');
    expect(reportYear({ view: madeOn('2015-12-31'), site })).toBe('2014');
  });

  it('is the newest of all where none was over', () => {
    expect(reportYear({ view: madeOn('2001-01-01'), site })).toBe('2015');
  });

  it('passes over a year in which nobody worked, and one whose headline figures are withheld', () => {
    const contributors = bundle.coverage.contributors.map((each) => ({
      ...each,
      activeYears: each.activeYears.filter((year) => year !== 2015),
    }));
    const unworked = { ...view, bundle: { ...bundle, coverage: { contributors } } };
    expect(reportYear({ view: unworked, site })).toBe('2014');
    const citable = view.citable.map((figure) =>
      figure.id === 'children.2015' ? { ...figure, value: null, withheld: 'interval_too_wide' as const } : figure,
    );
    expect(citable).not.toEqual(view.citable);
    expect(reportYear({ view: { ...view, citable }, site })).toBe('2014');
  });

  it('is what the site file says, where the release has that year', () => {
    expect(reportYear({ view, site: { reportYear: '2014' } })).toBe('2014');
    expect(reportYear({ view, site: { reportYear: '1999' } })).toBe('2015');
  });
});
