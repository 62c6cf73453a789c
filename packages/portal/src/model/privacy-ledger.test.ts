import { describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { ledgerPages } from './privacy-ledger.ts';

const bundles = fixtureReleases().map(({ bundle }) => bundle);

describe('ledgerPages', () => {
  const [newest, oldest] = ledgerPages(bundles);
  if (!newest || !oldest) throw new Error('the fixture has two releases');

  it('tells what a release itself spent on a group from what the group had spent before', () => {
    expect(oldest.cohorts.every(({ added, spent }) => added === spent && spent === 0.175)).toBe(true);
    const added = new Map(newest.cohorts.map((line) => [line.cohort, line.added]));
    expect(added.get('2013.1')).toBe(0);
    expect(added.get('2015.2')).toBe(0.175);
    expect(added.get('2014.2')).toBe(0.175);
    expect(newest.cohorts.map(({ period }) => period)).toContain('2015');
  });

  it('lists the lines a release added, and none twice', () => {
    expect(oldest.entries).toHaveLength(bundles[0]?.ledger.length ?? 0);
    expect(newest.entries.map(({ cohort }) => cohort)).toEqual(['2014.2', '2015.2']);
  });
});
