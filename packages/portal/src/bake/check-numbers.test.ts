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

  it('fail the bake where a table repeats a part that no release has', () => {
    checkNumbers('<table data-part="coverage"><tr><td class="num">9</td></tr></table>', views, 'x/');
    expect(() => checkNumbers('<table data-part="hearsay"></table>', views, 'x/')).toThrow(/x\/: repeats 'hearsay'/);
    const first = views.slice(0, 1);
    expect(() => checkNumbers('<table data-part="prevalence"></table>', first, 'x/')).toThrow(/repeats 'prevalence'/);
  });

  it('fail the bake where a cell of numbers names no source, in any numerals', () => {
    const sourced = '<table data-part="manifest"><tr><td class="num">1</td></tr></table>';
    const own = '<tr><td class="num strong" data-table="purpose_summary"><b>74%</b></td><td class="num">–</td></tr>';
    const row = '<tr data-figure="purpose.labour.2015"><td>74%</td><td class="num">12</td></tr>';
    checkNumbers(`${sourced}<table>${own}${row}<tr><td>12 words</td></tr></table>`, views, 'x/');
    for (const cell of ['<td class="num">74%</td>', '<td class="strong num" title="a > b"><b>٧٤</b></td>']) {
      expect(() => checkNumbers(`${sourced}<table>${row}<tr>${cell}</tr></table>`, views, 'x/')).toThrow(
        /x\/: the table cell '(74%|٧٤)' does not say where/,
      );
    }
    expect(() => checkNumbers('<table><tr><td class="heat-4">4</td></tr></table>', views, 'x/')).toThrow(/cell '4'/);
  });
});
