import { beforeAfter } from '../charts/before-after.ts';
import { coverageRibbon } from '../charts/coverage-ribbon.ts';
import type { Drawn, Frame } from '../charts/frame.ts';
import { heatTable } from '../charts/heat-table.ts';
import { history } from '../charts/history.ts';
import { intervalBars } from '../charts/interval-bars.ts';
import { intervalPicture, noisePicture } from '../charts/protection-pictures.ts';
import { seriesColours } from '../charts/series.ts';
import { Chart } from '../components/chart.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Scroll } from '../components/scroll.tsx';
import { Specimen } from '../components/specimen.tsx';
import { Opening } from '../components/wide.tsx';

/** Charts in all states, drawn from shapes that are nobody's data. */
export function galleryCharts(page: Page): Room {
  return {
    title: page.words.text('gallery.charts.title'),
    description: page.words.text('gallery.charts.lede'),
    styles: ['gallery'],
    body: <GalleryCharts />,
  };
}

const years = ['2011', '2012', '2013', '2014', '2015'];
const letters = seriesColours.map((_, index) => String.fromCharCode(65 + index));

function GalleryCharts() {
  const { words, format } = usePage();
  const shapes: readonly (readonly [string, readonly (readonly [string, (frame: Frame) => SVGSVGElement])[]])[] = [
    [
      'history',
      [
        ['one series', (frame) => lines(frame, 1, format.share)],
        ['a year withheld, a year lit', (frame) => lines(frame, 1, format.share, '2013')],
        ...[2, 3, 4, 5, 6, 7, 8].map(
          (count) => [`${count} series`, (frame: Frame) => lines(frame, count, format.share)] as const,
        ),
      ],
    ],
    [
      'intervalBars',
      [
        ['every tone', (frame) => intervalBars(bars(format.share), frame, { maximum: 1 })],
        [
          'long labels',
          (frame) =>
            intervalBars(
              bars(format.share).map((row) => ({ ...row, label: words.text('mark.interval_too_wide') })),
              frame,
              { maximum: 1 },
            ),
        ],
      ],
    ],
    [
      'heatTable',
      [
        ['four by five', (frame) => heat(frame, 5, format.share)],
        ['wide', (frame) => heat(frame, 8, format.share)],
      ],
    ],
    [
      'coverageRibbon',
      [
        [
          'whole, late, broken, none',
          (frame) =>
            coverageRibbon(
              [years, years.slice(3), years.filter((year) => year !== '2013'), []].map((active, index) => ({
                key: String(index),
                label: letters[index] ?? '',
                years: active.map((period) => ({ period, countries: index * 11 + 1 })),
              })),
              frame,
              { periods: years, write: format.count },
            ),
        ],
      ],
    ],
    [
      'beforeAfter',
      [
        [
          'up, down, hardly',
          (frame) =>
            beforeAfter(
              [0.2, -0.15, 0.01].map((by, index) => ({
                key: String(index),
                label: letters[index] ?? '',
                text: `${format.share(0.4)} · ${format.share(0.4 + by)}`,
                before: 0.4,
                beforeLow: 0.37,
                beforeHigh: 0.43,
                after: 0.4 + by,
                afterLow: 0.38 + by,
                afterHigh: 0.42 + by,
              })),
              frame,
              { maximum: 0.7 },
            ),
        ],
      ],
    ],
    [
      'protection pictures',
      [
        ['noisePicture', (frame) => noisePicture(frame, { truth: 100, sd: 8, write: format.count })],
        ['intervalPicture', (frame) => intervalPicture(frame, { truth: 100, sd: 8 })],
      ],
    ],
  ];
  return (
    <>
      <Opening title={words.text('gallery.charts.title')}>
        <p class="lede">{words.text('gallery.charts.lede')}</p>
      </Opening>
      {shapes.map(([name, states], group) => (
        <Specimen key={name} name={name}>
          {states.map(([state, draw], index) => {
            const title = `${name}: ${state}`;
            const id = `shape-${group}-${index}`;
            const chart = (
              <Chart key={id} id={id} title={title} description={words.text('gallery.shape')} draw={draw} />
            );
            if (name !== 'heatTable') return chart;
            return (
              <Scroll key={id} label={title}>
                {chart}
              </Scroll>
            );
          })}
        </Specimen>
      ))}
    </>
  );
}

function lines(frame: Frame, count: number, write: (value: number) => string, highlight?: string): SVGSVGElement {
  const series = letters.slice(0, count).map((label) => ({ key: label, label }));
  const moments = series.flatMap(({ key }, index) =>
    years.map((period, year) => {
      const value = 0.12 + ((index * 5 + year * (index % 3)) % 11) * 0.07;
      const withheld = highlight !== undefined && period === '2014';
      return { period, series: key, value: withheld ? null : value, low: value - 0.03, high: value + 0.03 };
    }),
  );
  return history(moments, frame, {
    periods: years,
    series,
    write,
    unit: 'share',
    gap: '··',
    legend: count > 1,
    ...(highlight !== undefined && { highlight }),
  });
}

function bars(write: (value: number) => string): Drawn[] {
  const row = (key: string, value: number | null, tone: Drawn['tone']): Drawn => ({
    key,
    label: key,
    value,
    low: Math.max(0, (value ?? 0) - 0.06),
    high: Math.min(1, (value ?? 0) + 0.06),
    text: value === null ? '··' : write(value),
    tone,
  });
  return [
    row('A', 0.74, 'here'),
    row('B', 0.21, 'plain'),
    row('C', 0.01, 'plain'),
    row('D', null, 'plain'),
    row('E', 0.99, 'plain'),
    row('F', 0.35, 'unknown'),
  ];
}

function heat(frame: Frame, columns: number, write: (value: number) => string): SVGSVGElement {
  const names = letters.slice(0, columns);
  const rows = letters.slice(0, 4);
  const cells = rows.flatMap((row, y) =>
    names.map((column, x) => {
      const value = ((x * 3 + y * 5) % 10) / 10;
      return { row, column, value, text: write(value) };
    }),
  );
  const named = (keys: readonly string[]) => keys.map((key) => ({ key, label: key }));
  return heatTable(cells, frame, { rows: named(rows), columns: named(names), maximum: 0.9 });
}
