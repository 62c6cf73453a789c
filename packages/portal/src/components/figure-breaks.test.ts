import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { viewRelease } from '../model/release-view.ts';
import { figureBreaks } from './figure-breaks.ts';

const [, { bundle }] = fixtureReleases();
const view = viewRelease(bundle, answersFrom(bundle.measurements));
const yearsOf = (id: string) => {
  const figure = view.figure(id);
  if (!figure) throw new Error(`the fixture lacks ${id}`);
  return figureBreaks(view, figure).map(({ period }) => period);
};

describe('figureBreaks', () => {
  it('follows all contributors for everybody, and the one set apart for its own records', () => {
    expect(yearsOf('purpose.labour.2015')).toEqual(['2011', '2012', '2014']);
    expect(yearsOf('purpose.labour.2015@agency')).toEqual([]);
  });

  it('follows those at work in a region where people are identified there, and all for where they come from', () => {
    expect(yearsOf('identified.OCE.2015')).toEqual([]);
    expect(yearsOf('origin.OCE.2015')).toEqual(['2011', '2012', '2014']);
  });

  it('has none for a figure of change, which is split by who was there', () => {
    expect(yearsOf('change.2015')).toEqual([]);
  });
});
