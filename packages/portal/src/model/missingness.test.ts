import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { missingnessCsv } from '../rooms/missingness.tsx';
import { missableGroups, missingShare, partOfKind } from './missingness.ts';
import { viewRelease } from './release-view.ts';
import { askedVariables, howAsked, variableGroups, variableName } from './variable-groups.ts';

const [, view] = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
if (!view) throw new Error('the fixture has two releases');

describe('missingShare', () => {
  it('agrees with the unknown share of the figures of the same question', () => {
    for (const [id, column] of [
      ['purpose.labour.2015', 'purpose_summary'],
      ['sex.male.2015', 'sex_or_gender'],
      ['children.2015', 'majority_at_registration'],
    ] as const) {
      const cell = missingShare(view, column, '2015', null);
      if (typeof cell === 'string') throw new Error(cell);
      expect(cell.share).toBeCloseTo(view.figure(id)?.unknown ?? -1, 2);
      expect(cell.interval[0]).toBeLessThanOrEqual(cell.share);
      expect(cell.interval[1]).toBeGreaterThanOrEqual(cell.share);
    }
  });

  it('leaves those out to whom the question does not apply', () => {
    const cell = missingShare(view, 'labour_sector.known', '2015', null);
    const all = missingShare(view, 'purpose_summary', '2015', null);
    if (typeof cell === 'string' || typeof all === 'string') throw new Error('both are published');
    expect(cell.base).toBeLessThan(all.base * 0.8);
  });

  it('tells no contributor, and a table that is not published, from a number', () => {
    expect(missingShare(view, 'sex_or_gender', '2010', partOfKind('government'))).toBe('no_contributor');
    expect(missingShare(view, 'sex_or_gender', '2015', partOfKind('hotline'))).toBe('not_collected');
    expect(missingShare(view, 'sex_or_gender', '1999', null)).toBe('not_collected');
  });

  it('is written as a file with every cell and a flag, and says that data are an example', () => {
    const [head = '', ...lines] = missingnessCsv(view).trimEnd().split('\r\n');
    const kinds = 1 + 3;
    expect(lines).toHaveLength(missableGroups(view).length * kinds * view.bundle.manifest.periods.length);
    expect(head.split(',')).toContain('share_missing');
    expect(lines.every((line) => /not real/.test(line))).toBe(true);
    expect(lines.some((line) => line.includes(',no_contributor,'))).toBe(true);
  });
});

describe('variableGroups', () => {
  it('puts the columns of one variable together and names them in every language', () => {
    const groups = variableGroups(view.bundle.codebook);
    const sector = groups.find(({ id }) => id === 'labour_sector');
    expect(sector?.answered).toBe('labour_sector.known');
    expect(sector?.columns.length).toBeGreaterThan(10);
    expect(groups.map(({ id }) => id)).not.toContain('labour_sector.known');
    for (const language of ['en', 'fr', 'es', 'ar']) {
      for (const group of groups) expect(variableName(group, language)).not.toBe(group.id);
    }
  });
});

describe('howAsked', () => {
  it('looks behind a variable that is worked out, and is silent where the statement is', () => {
    expect(askedVariables('sex_or_gender')).toEqual(expect.arrayContaining(['gender', 'sex']));
    expect(howAsked({ asks: { sex: 'always', gender: 'never' } }, 'sex_or_gender')).toBe('always');
    expect(howAsked({ asks: { duration_months: 'never' } }, 'duration_years')).toBe('never');
    expect(howAsked({ asks: {} }, 'duration_years')).toBeNull();
  });
});
