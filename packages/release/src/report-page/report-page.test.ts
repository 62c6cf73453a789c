import { describe, expect, it } from 'vitest';
import { linearAxis } from './axis.ts';
import { barRows } from './bar-rows.ts';
import { dataTable } from './data-table.ts';
import { dotStrips } from './dot-strips.ts';
import { markup } from './markup.ts';
import { countText, numberText, percentText } from './numbers.ts';
import { reportPage } from './report-page.ts';

describe('markup', () => {
  it('escapes texts and leaves markup as it is', () => {
    const inner = markup`<b>${'<i> & "quoted"'}</b>`;
    expect(markup`<p title="${'"x"'}">${inner}${[inner]}${3}</p>`.html).toBe(
      '<p title="&#34;x&#34;"><b>&#60;i&#62; &#38; &#34;quoted&#34;</b><b>&#60;i&#62; &#38; &#34;quoted&#34;</b>3</p>',
    );
  });
});

describe('reportPage', () => {
  const page = reportPage({
    title: 'A <report>',
    subject: 'of nothing',
    warning: 'internal',
    keyNumbers: [{ value: '1.2', label: 'things' }],
    sections: [
      {
        heading: 'Part & parcel',
        lead: 'What it means.',
        content: [
          dataTable('Numbers', [{ heading: 'value', isText: true }, { heading: 'n' }], [['<x>', '1']]),
          dotStrips([{ label: '1 column', values: [0.1, 0.1, 0.4], mark: 0.2 }], {
            title: 'Dots',
            axis: 'distance',
            text: String,
          }),
          barRows([{ label: 'row', bars: [{ value: 2, low: 1, high: 3 }, { value: null }] }], {
            title: 'Bars',
            series: ['a', 'b'],
            axis: 'records',
            text: String,
          }),
        ],
      },
    ],
    footer: 'made by a test',
  });

  it('carries everything within, fetches nothing and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|https?:|url\(|@import|style="/);
    expect(page).toContain('default-src &#39;none&#39;');
  });

  it('lets none of its texts be markup, and says in words what its pictures show', () => {
    expect(page).toContain('<title>A &#60;report&#62;</title>');
    expect(page).toContain('&#60;x&#62;');
    expect(page.match(/<svg[^>]*role="img" aria-label="/g)).toHaveLength(2);
  });

  it('draws a dot for each value and a bar for each number', () => {
    expect(page.match(/class="dot"/g)).toHaveLength(3);
    expect(page.match(/<rect class="series0"/g)).toHaveLength(2);
    expect(page.match(/class="whisker"/g)).toHaveLength(1);
  });
});

describe('linearAxis', () => {
  it.each([
    [
      [0, 0.93],
      [0, 0.25, 0.5, 0.75, 1],
    ],
    [
      [0, 7],
      [0, 2, 4, 6, 8],
    ],
    [
      [-3, 5],
      [-4, -2, 0, 2, 4, 6],
    ],
    [[], [0, 0.25, 0.5, 0.75, 1]],
  ])('cuts %j at round numbers', (values, ticks) => {
    const axis = linearAxis(values, 0, 100);
    expect(axis.ticks.map((tick) => Math.round(tick * 100) / 100)).toEqual(ticks);
    expect([axis.place(ticks[0] ?? 0), axis.place(ticks.at(-1) ?? 0)]).toEqual([0, 100]);
  });
});

describe('numbers in words', () => {
  it('are short and plain', () => {
    expect([numberText(0.01234), numberText(-2.5), numberText(1234.5), numberText(null), numberText(0)]).toEqual([
      '0.0123',
      '−2.50',
      '1\u202f235',
      '–',
      '0',
    ]);
    expect([percentText(0.0012), percentText(0.874), percentText(0), countText(1234567)]).toEqual([
      '0.12 %',
      '87.4 %',
      '0.0 %',
      '1\u202f234\u202f567',
    ]);
  });
});
