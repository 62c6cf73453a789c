import type { Figure } from '@casebridge/figures/types';
import type { Drawn } from '../charts/frame.ts';
import { intervalBars } from '../charts/interval-bars.ts';
import { compositionOf } from '../model/figure-names.ts';
import { Chart, describeRows } from './chart.tsx';
import { drawnFigure, groupName, placeName } from './figure-text.ts';
import { usePage } from './page.ts';

/** The answers to one question side by side, with intervals; the unknown share apart, as what it is. Nothing where no answer has a number. */
export function CompositionChart({
  figures,
  here,
  id,
}: {
  readonly figures: readonly Figure[];
  readonly here: string | null;
  readonly id: string;
}) {
  const page = usePage();
  const [first] = figures;
  if (!first || figures.every(({ value }) => value === null)) return null;
  const topic = compositionOf(first.family) ?? '';
  // Which bar the page is about is filled in afterwards, so that one drawing serves every page of the composition.
  const rows: Drawn[] = figures.map((figure, index) => ({ ...drawnFigure(page, figure), fill: `var(--row-${index})` }));
  const unknown = topic === 'children' ? null : (figures.find((figure) => figure.unknown !== null)?.unknown ?? null);
  if (unknown !== null) {
    rows.push({
      key: 'unknown',
      label: page.words.text('chart.unknown'),
      value: unknown,
      low: unknown,
      high: unknown,
      text: page.format.share(unknown),
      tone: 'unknown',
    });
  }
  const maximum = Math.min(1, Math.max(0.1, ...rows.map(({ high, value }) => (value === null ? 0 : high))));
  const title = page.words.text('figure.composition', {
    question: page.words.text(`topic.${topic}`),
    period: first.period,
    group: [groupName(page, first.group), placeName(page, first)].filter((text) => text !== '').join(' · '),
  });
  return (
    <Chart
      id={id}
      figures={figures.map((figure) => figure.id)}
      memo={`composition ${topic} ${first.period} ${first.group} ${first.place?.kind}.${first.place?.region} ${id}`}
      title={title}
      description={describeRows(rows)}
      adapt={(svg) =>
        svg.replaceAll(/var\(--row-(\d+)\)/g, (_, index: string) =>
          here !== null && figures[Number(index)]?.id === here ? 'var(--chart-a)' : 'var(--chart-quiet)',
        )
      }
      draw={(frame) => intervalBars(rows, frame, { maximum: maximum > 0.5 ? 1 : maximum * 1.04 })}
    />
  );
}
