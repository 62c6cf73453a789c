import type { Figure } from '@casebridge/figures/types';
import { history } from '../charts/history.ts';
import { Chart } from './chart.tsx';
import { figureName, groupName, placeName, spokenFigure, spokenYears } from './figure-text.ts';
import { type Page, usePage } from './page.ts';

/** A figure over the years, with the interval of each. */
export function HistoryChart({
  figure,
  id,
  breaks = [],
  brief = false,
}: {
  readonly figure: Figure;
  readonly id: string;
  /** Years before which the series breaks. */
  readonly breaks?: readonly string[];
  /** Says the years only, where the figure's own page, one link away, says the whole sentence. */
  readonly brief?: boolean;
}) {
  const page = usePage();
  const series = page.view.series(figure);
  const { periods } = page.view.bundle.manifest;
  const moments = series.map(({ period, value, interval }) => ({
    period,
    value,
    low: interval?.[0] ?? 0,
    high: interval?.[1] ?? 0,
    series: 'own',
  }));
  const name = [figureName(page, figure), placeName(page, figure)].filter((text) => text !== '').join(' · ');
  return (
    <Chart
      id={id}
      figures={series.map((each) => each.id)}
      memo={`history ${breaks.join(' ')} ${figure.family} ${figure.group} ${figure.place?.kind}.${figure.place?.region} ${id}`}
      title={page.words.text('figure.history.chart', { name, group: groupName(page, figure.group) })}
      // A figure of one region has no page, files or press kit of its own: its sentences stand beside the picture.
      {...(figure.place === null && !brief
        ? { description: () => spokenFigure(page, figure), spoken: 'whole' }
        : { description: () => spokenYears(page, figure) })}
      draw={(frame) =>
        history(moments, frame, {
          periods,
          series: [{ key: 'own', label: name }],
          write: writeOf(page, figure, Math.max(0, ...moments.map(({ high }) => high))),
          unit: figure.unit === 'share' ? 'share' : figure.unit === 'change' ? 'change' : 'other',
          gap: page.words.text('chart.withheld'),
          breaks,
        })
      }
    />
  );
}

// Where the highest share is a few per cent, whole per cents would write several ticks alike.
function writeOf(page: Page, figure: Figure, top: number): (value: number) => string {
  // No year has a number: there is no scale to write.
  if (top === 0 && page.view.series(figure).every(({ value }) => value === null)) return () => '';
  if (figure.unit === 'share' && top < 0.04) return page.format.fineShare;
  return (value) => (figure.unit === 'years' ? page.format.count(value) : page.format.value(value, figure.unit));
}
