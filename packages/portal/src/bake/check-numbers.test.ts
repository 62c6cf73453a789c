import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { cellName } from '../model/cell-name.ts';
import { viewRelease } from '../model/release-view.ts';
import { knownCodes, tableShare } from '../model/table-share.ts';
import { openCatalogue } from '../text/catalogue.ts';
import { formatIn } from '../text/format.ts';
import { type NumberCheck, openNumberCheck, withoutCheckMarks } from './check-numbers.ts';
import { checkedDocument } from './checked-document.ts';
import { numbersOf } from './printed-numbers.ts';
import { openCellReader } from './said-by-cell.ts';
import { readComparison } from './said-by-comparison.ts';

const views = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
const format = formatIn(openCatalogue('en'));
const check = openNumberCheck(views, format);

describe('numbers of a page', () => {
  it('resolve to figures of any of the releases', () => {
    check('<p data-figure="purpose.labour.2015 purpose.labour.2014">74%</p>', 'x/');
    check('<p>no figure here</p>', 'x/');
  });

  it('fail the bake where a figure is not there', () => {
    const page = '<tr data-figure="purpose.labour.1875"><td>74%</td></tr>';
    expect(() => check(page, 'figures/')).toThrow(/figures\/: prints a number of figure 'purpose.labour.1875'/);
    expect(() => check('<p data-figure="">1</p>', '')).toThrow(/Page \//);
  });

  it('fail the bake where a table is not published, and pass for one that is', () => {
    check('<td data-table="purpose_summary majority_at_registration">9</td>', 'x/');
    expect(() => check('<td data-table="sex_or_gender shoe_size">9</td>', 'topics/')).toThrow(
      /topics\/: prints cells of a table of 'sex_or_gender shoe_size'/,
    );
  });

  it('fail the bake where a table repeats a part that no release has', () => {
    check('<table data-part="coverage"><tr><td class="num">9</td></tr></table>', 'x/');
    expect(() => check('<table data-part="hearsay"></table>', 'x/')).toThrow(/x\/: repeats 'hearsay'/);
    const first = views.slice(0, 1);
    expect(() => openNumberCheck(first, format)('<table data-part="prevalence"></table>', 'x/')).toThrow(
      /repeats 'prevalence'/,
    );
  });

  it('fail the bake where a number is not the figure’s, wherever the element prints it', () => {
    const figure = views.at(-1)?.figure('purpose.labour.2015');
    if (!figure) throw new Error('the fixture lacks its figure');
    const printed = `${format.figure(figure)}<small>${format.interval(figure)}</small>`;
    check(`<p data-figure="purpose.labour.2015">${printed}</p><p>12</p>`, 'x/');
    const inner = '<b data-figure="purpose.sexual.2015">20%</b>';
    check(`<tr data-figure="purpose.labour.2015"><td>74%</td>${inner}<th>2015</th></tr>`, 'x/');
    for (const wrong of ['<b>91%</b>', '<b title="91%">74%</b>', '<svg><desc>91%</desc></svg>', '<b>٩١</b>']) {
      expect(() => check(`<p data-figure="purpose.labour.2015">${wrong}</p>`, 'x/'), wrong).toThrow(
        /x\/: prints 91 in '.*(?:91|٩١).*', which 'purpose.labour.2015' does not say/,
      );
    }
    // Ticks of axes, years and the ends of scales are no numbers of figures; a title inside a picture is read out.
    check('<p data-figure="purpose.labour.2015"><svg><text>20%</text><text>2014</text></svg> 100%</p>', 'x/');
    expect(() => check('<p data-figure="purpose.labour.2015"><svg><title>35%</title></svg></p>', 'x/')).toThrow(/35/);
  });

  it('fail the bake where a number is not the named cell’s, and where no release has the cell', () => {
    const { answers } = views.at(-1) as (typeof views)[number];
    const known = knownCodes(answers, 'sex_or_gender');
    const where = { sex_or_gender: ['female'] };
    const share = cellName('2015', where, { sex_or_gender: known });
    const read = tableShare({ answers }, '2015', where, { sex_or_gender: known });
    if (typeof read === 'string') throw new Error('the fixture lacks its share');
    expect(read.cell).toBe(share);
    const ends = format.range(...read.interval, 'share');
    check(`<td class="num" data-cell="${share}">${format.share(read.share)} (${ends})</td>`, 'x/');
    check(`<td class="num" data-cell="${cellName('2015', where)};${share}">${format.share(read.share)}</td>`, 'x/');
    const wrong = format.share(read.share + 0.03);
    expect(() => check(`<td class="num" data-cell="${share}">${wrong}</td>`, 'x/')).toThrow(/x\/: prints \d+ in/);
    for (const none of [cellName('1875', where), cellName('2015', { sex_or_gender: ['tall'] })]) {
      expect(() => check(`<td data-cell="${none}">7</td>`, 'x/')).toThrow(/x\/: prints a number of the cell '/);
    }
    expect(withoutCheckMarks(`<td data-cell="${share}" class="num">7</td>`)).toBe('<td class="num">7</td>');
  });

  it('fail the bake where a difference or a ratio is not that of the two named shares', () => {
    const { answers } = views.at(-1) as (typeof views)[number];
    const known = knownCodes(answers, 'purpose_summary');
    const shareOf = (age: string) =>
      tableShare(
        { answers },
        '2015',
        { purpose_summary: ['labour'] },
        { majority_at_registration: [age], purpose_summary: known },
      );
    const [a, b] = [shareOf('adult'), shareOf('child')];
    if (typeof a === 'string' || typeof b === 'string') throw new Error('the fixture lacks its shares');
    const names = `${a.cell};${b.cell}`;
    const cell = (text: string) => `<td class="num" data-compared="${names}">${text}</td>`;
    const [points, times] = [(a.share - b.share) * 100, a.share / b.share];
    check(cell(`<b>${format.plain(points)}</b>`), 'x/');
    check(cell(format.ratio(times)), 'x/');
    for (const wrong of [format.plain(points + 0.3), format.ratio(times + 0.05), '7']) {
      expect(() => check(cell(wrong), 'x/'), wrong).toThrow(/x\/: prints/);
    }
    // Noise leaves an interval, that only ends of the comparison itself meet.
    const [reading] = readComparison(views, names);
    const [value = 0, low = 0, high = 0] = reading?.difference ?? [];
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    // By hand for independent bases: the variance of a difference is the sum of those of the shares, less twice their covariance.
    const half = (each: { interval: readonly [number, number] }) => (each.interval[1] - each.interval[0]) / 2;
    expect((high - low) / 2).toBeCloseTo(Math.hypot(half(a), half(b)), 3);
    expect(() => check(`<td data-compared="${a.cell}">7</td>`, 'x/')).toThrow(/does not name two shares/);
    const none = `<td data-compared="${names.replaceAll('2015', '1875')}">7</td>`;
    expect(() => check(none, 'x/')).toThrow(/no release publishes/);
    expect(withoutCheckMarks(cell('7'))).toBe('<td class="num">7</td>');
  });

  it('hold documents beside the pages, each part in its own language', async () => {
    const id = 'children.sexual.2015';
    const figure = views.at(-1)?.figure(id);
    if (!figure) throw new Error('the fixture lacks its figure');
    const french = formatIn(openCatalogue('fr'));
    const checks: Readonly<Record<string, NumberCheck>> = { en: check, fr: openNumberCheck(views, french) };
    const bake = (path: string, html: string | Promise<string>) =>
      checkedDocument({ path, content: () => html }, 'en', (language) => checks[language] ?? check).content();
    const page = (own: string, other: string) =>
      `<html lang="en"><p data-figure="${id}">${own}</p><p class="scale">7</p><article id="fr" lang="fr" data-figure="${id}">${other}</article></html>`;
    const right = page(format.interval(figure), french.interval(figure));
    expect(await bake('embed/x/index.html', right)).not.toContain('scale');
    expect(format.interval(figure)).not.toBe(french.interval(figure));
    for (const wrong of [page('91%', french.interval(figure)), page(format.interval(figure), '91 %')]) {
      expect(() => bake('embed/x/index.html', wrong)).toThrow(/embed\/x\/index.html: prints/);
      await expect(bake('pocket/x.html', Promise.resolve(wrong))).rejects.toThrow(/pocket\/x.html: prints/);
      // Data are no documents.
      expect(bake('values.json', wrong)).toBe(wrong);
    }
  });

  it('leave the digits in names of answers out, and read every kind of numerals and of grouping', () => {
    const cell = cellName('2015', { majority_at_registration: ['child'] });
    const [reading] = openCellReader(views)(cell)[0] ?? [];
    if (!reading) throw new Error('the fixture lacks its cell');
    check(`<p data-cell="${cell}">Child (under 18): ${format.about(reading.value)}</p>`, 'x/');
    expect(numbersOf('4\u202F345 ٤٬٣٤٥ in 2015 and ٢٠١٥, १२%')).toEqual(['4\u202F345', '4٬345', '12']);
  });

  it('fail the bake where a cell of numbers names no source, in any numerals', () => {
    const sourced = '<table data-part="manifest"><tr><td class="num">1</td></tr></table>';
    const own =
      '<tr><td class="num strong" data-figure="purpose.labour.2015"><b>74%</b></td><td class="num">–</td></tr>';
    const row = '<tr data-figure="purpose.labour.2015"><td>74%</td><td class="num">74%</td></tr>';
    check(`${sourced}<table>${own}${row}<tr><td>12 words</td></tr></table>`, 'x/');
    for (const cell of ['<td class="num">74%</td>', '<td class="strong num" title="a > b"><b>٧٤</b></td>']) {
      // The name of a table alone does not say which of its cells.
      expect(() => check(`<table data-table="sex_or_gender"><tr>${cell}</tr></table>`, 'x/')).toThrow(/does not say/);
      expect(() => check(`${sourced}<table>${row}<tr>${cell}</tr></table>`, 'x/')).toThrow(
        /x\/: the table cell '(74%|٧٤)' does not say where/,
      );
    }
    expect(() => check('<table><tr><td class="heat-4">4</td></tr></table>', 'x/')).toThrow(/cell '4'/);
  });
});
