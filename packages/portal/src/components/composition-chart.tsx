import type { Figure } from '@casebridge/figures/types';
import type { Drawn } from '../charts/frame.ts';
import { intervalBars } from '../charts/interval-bars.ts';
import { compositionOf } from '../model/figure-names.ts';
import { Chart, describeRows } from './chart.tsx';
import { drawnFigure, groupName, placeName } from './figure-text.ts';
import { type Page, usePage } from './page.ts';

/** The answers to one question side by side, with intervals; the unknown share apart, as what it is. Nothing where no answer has a number. */
export function CompositionChart({
  figures,
  whole = figures,
  here,
  id,
}: {
  readonly figures: readonly Figure[];
  /** All answers, where `figures` are some of them: pictures of any of them have one scale. */
  readonly whole?: readonly Figure[];
  readonly here: string | null;
  readonly id: string;
}) {
  const page = usePage();
  const [first] = figures;
  if (!first || figures.every(({ value }) => value === null)) return null;
  const topic = compositionOf(first.family) ?? '';
  const unknown = topic === 'children' ? null : (figures.find((figure) => figure.unknown !== null)?.unknown ?? null);
  const title = page.words.text('figure.composition', {
    question: page.words.text(`topic.${topic}`),
    period: first.period,
    group: [groupName(page, first.group), placeName(page, first)].filter((text) => text !== '').join(' · '),
  });
  const place = `${first.place?.kind}.${first.place?.region}`;
  const isPart = whole.length > figures.length;
  return (
    <Chart
      id={id}
      figures={figures.map((figure) => figure.id)}
      memo={`composition ${topic} ${first.period} ${first.group} ${place} ${isPart ? first.family : ''} ${id}`}
      title={title}
      description={() => describeRows(rowsOf(page, figures, unknown))}
      adapt={(svg) =>
        svg.replaceAll(/var\(--row-(\d+)\)/g, (_, index: string) =>
          here !== null && figures[Number(index)]?.id === here ? 'var(--chart-a)' : 'var(--chart-quiet)',
        )
      }
      draw={(frame) => intervalBars(rowsOf(page, figures, unknown), frame, { maximum: scaleOf(whole, unknown) })}
    />
  );
}

// Which bar the page is about is filled in afterwards, so that one drawing serves every page of the composition.
function rowsOf(page: Page, figures: readonly Figure[], unknown: number | null): readonly Drawn[] {
  const rows: Drawn[] = figures.map((figure, index) => ({ ...drawnFigure(page, figure), fill: `var(--row-${index})` }));
  if (unknown === null) return rows;
  const label = page.words.text('chart.unknown');
  const text = page.format.share(unknown);
  return [...rows, { key: 'unknown', label, value: unknown, low: unknown, high: unknown, text, tone: 'unknown' }];
}

function scaleOf(figures: readonly Figure[], unknown: number | null): number {
  const highs = figures.map(({ value, interval }) => (value === null ? 0 : (interval?.[1] ?? 0)));
  const maximum = Math.min(1, Math.max(0.1, unknown ?? 0, ...highs));
  return maximum > 0.5 ? 1 : maximum * 1.04;
}
