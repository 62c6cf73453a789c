import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { viewRelease } from '../model/release-view.ts';
import { checkNumbers } from './check-numbers.ts';

const views = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));

describe('numbers of a page', () => {
  it('resolve to figures of any of the releases', () => {
    checkNumbers('<p data-figure="purpose.labour.2015 purpose.labour.2014">74%</p>', views, 'x/');
    checkNumbers('<p>no figure here</p>', views, 'x/');
  });

  it('fail the bake where a figure is not there', () => {
    const page = '<tr data-figure="purpose.labour.1875"><td>74%</td></tr>';
    expect(() => checkNumbers(page, views, 'figures/')).toThrow(
      /figures\/: prints a number of figure 'purpose.labour.1875'/,
    );
    expect(() => checkNumbers('<p data-figure="">1</p>', views, '')).toThrow(/Page \//);
  });

  it('fail the bake where a table is not published, and pass for one that is', () => {
    checkNumbers('<td data-table="purpose_summary majority_at_registration">9</td>', views, 'x/');
    expect(() => checkNumbers('<td data-table="sex_or_gender shoe_size">9</td>', views, 'topics/')).toThrow(
      /topics\/: prints cells of a table of 'sex_or_gender shoe_size'/,
    );
  });
});
