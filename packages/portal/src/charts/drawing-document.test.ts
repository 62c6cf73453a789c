import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { openDrawingDocument } from './drawing-document.ts';
import type { Drawn } from './frame.ts';
import { history } from './history.ts';
import { intervalBars } from './interval-bars.ts';
import { svgText } from './studio.ts';

const own = () => openDrawingDocument() as unknown as Document;
const known = () => parseHTML('<!doctype html><html><body></body></html>').document as unknown as Document;

it('writes charts as a full document does', () => {
  const rows = [0.5, null, 0.2].map(
    (value, index): Drawn => ({
      key: `k${index}`,
      label: `<${index}> & "so"\u00a0on`,
      value,
      low: 0.1,
      high: 0.6,
      text: '50 %',
      tone: 'plain',
    }),
  );
  const moments = ['2014', '2015'].map((period, at) => ({ period, value: at / 3, low: 0, high: 0.5, series: 'own' }));
  for (const direction of ['ltr', 'rtl'] as const) {
    const drawn = (document: Document) => {
      const frame = { document, direction, id: 'c', title: 'T & "t"', description: 'D <d>', source: 'S' };
      const options = {
        periods: ['2014', '2015'],
        series: [{ key: 'own', label: 'Own' }],
        write: String,
        unit: 'share' as const,
        gap: 'gap',
        breaks: ['2015'],
      };
      return [svgText(intervalBars(rows, frame, { maximum: 1 })), svgText(history(moments, frame, options))];
    };
    expect(drawn(own())).toEqual(drawn(known()));
  }
});

it('finds elements by name, class and attribute, tells their order, and knows no other selector', () => {
  const document = openDrawingDocument();
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  const [first, second] = ['first', 'second'].map((name) => {
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
    line.setAttribute('class', `tick ${name}`);
    return group.appendChild(line);
  });
  if (!first || !second) throw new Error('no lines');
  second.setAttribute('aria-hidden', 'true');
  expect(group.querySelectorAll('line.tick')).toEqual([first, second]);
  expect(group.querySelector('.second, .none')).toBe(second);
  expect(group.querySelectorAll('[aria-label], [aria-hidden]')).toEqual([second]);
  expect([first.compareDocumentPosition(second), second.compareDocumentPosition(first)]).toEqual([4, 2]);
  group.insertBefore(second, first);
  expect(group.children).toEqual([second, first]);
  second.remove();
  expect(group.outerHTML).toBe('<g><line class="tick first" /></g>');
  expect(() => group.querySelector('g > line')).toThrow(RangeError);
});
