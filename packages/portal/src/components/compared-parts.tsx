import type { Moment } from '../charts/history.ts';
import { smallMultiples } from '../charts/small-multiples.ts';
import { countriesOf } from '../map/map-layers.ts';
import { kindVariable } from '../model/missingness.ts';
import { breaksOf, type Measure, measureIn, type Reading } from '../model/table-answers.ts';
import { knownCodes } from '../model/table-share.ts';
import { absencesIn, sourceOf } from './answer-shares.tsx';
import { BreakNote } from './break-note.tsx';
import { Chart } from './chart.tsx';
import { Mark, MarkLegend } from './marks.tsx';
import { usePage } from './page.ts';
import { Scroll } from './scroll.tsx';
import { codeName, columnName } from './variable-text.ts';

interface ComparedPartsProps {
  readonly id: string;
  /** What is compared, as it stands in a title. */
  readonly name: string;
  readonly measure: Measure;
  readonly by: string;
}

/** One measure over the years in each part of the records: small multiples on shared axes, and their table. Never sorted by size. */
export function ComparedParts({ id, name, measure, by }: ComparedPartsProps) {
  const page = usePage();
  const { words, view, format } = page;
  const { periods, example, grouping } = view.bundle.manifest;
  const unit = measure.codes === undefined ? 'years' : 'share';
  const parts = knownCodes(view.answers, by)
    .map((code) => ({
      code,
      label: codeName(page, by, code),
      breaks: breaksOf(view, by, code, (region) => countriesOf(region, grouping)),
      readings: periods.map((period) => [period, measureIn(view, measure, by, code, period)] as const),
    }))
    .filter(({ readings }) => readings.some(([, reading]) => reading !== 'no_contributor'));
  const title = words.text('topics.by', { name, by: columnName(page, by) });
  const moments = parts.flatMap(({ code, readings }) =>
    readings.map(([period, reading]): Moment => {
      if (typeof reading === 'string') return { period, series: code, value: null, low: 0, high: 0 };
      const [low, high] = reading.interval;
      return { period, series: code, value: reading.value, low, high };
    }),
  );
  const all = parts.flatMap(({ readings }) => readings.map(([, reading]) => reading));
  const figures = all.flatMap((reading) => sourceOf(reading)['data-figure'] ?? []);
  const spoken = (reading: Reading) =>
    typeof reading === 'string'
      ? words.text(`mark.${reading}`)
      : words.text('chart.value', {
          value: format.value(reading.value, unit),
          interval: format.range(...reading.interval, unit),
        });
  return (
    <>
      <div class="pair">
        <Chart
          id={id}
          title={title}
          {...(figures.length > 0 && { figures })}
          memo={`multiples ${id} ${measure.variable} ${measure.codes?.join(' ')} ${by}`}
          description={parts
            .map(({ label, readings }) => {
              const newest = readings.at(-1);
              return newest ? `${label}, ${newest[0]}: ${spoken(newest[1])}` : label;
            })
            .join('; ')}
          draw={(frame) =>
            smallMultiples(moments, frame, {
              periods,
              panels: parts.map(({ code, label, breaks }) => ({ key: code, label, breaks })),
              write: (value) => (unit === 'years' ? format.count(value) : format.share(value)),
              ...(unit === 'share' && { most: 1 }),
              empty: words.text('topics.panel.empty'),
            })
          }
        />
        <div>
          <MarkLegend used={absencesIn(all)} />
          <p class="note">
            {words.text(by === kindVariable ? 'topics.by.kinds' : 'topics.by.places')}{' '}
            {words.text('release.short', { sequence: view.bundle.manifest.sequence })}
          </p>
          {parts.some(({ breaks }) => breaks.length > 0) && <BreakNote />}
        </div>
      </div>
      <Scroll label={title}>
        <table class="figures multiples">
          <caption>
            {title} {example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{columnName(page, by)}</th>
              {periods.map((period) => (
                <th key={period} scope="col" class="num">
                  {period}
                </th>
              ))}
              <th scope="col" class="num">
                {words.text('topics.base', { period: view.newest })}
              </th>
              <th scope="col" class="num">
                {words.text('topics.unknown', { period: view.newest })}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ code, label, readings }) => {
              const newest = readings.at(-1)?.[1] ?? 'not_collected';
              const told = typeof newest === 'string' ? null : newest;
              return (
                <tr key={code}>
                  <th scope="row">{label}</th>
                  {readings.map(([period, reading]) => (
                    <td key={period} class="num" {...sourceOf(reading)}>
                      {typeof reading === 'string' ? (
                        <Mark absence={reading} />
                      ) : (
                        <>
                          <b>{format.value(reading.value, unit)}</b>
                          <small>{format.range(...reading.interval, unit)}</small>
                        </>
                      )}
                    </td>
                  ))}
                  <td class="num" {...sourceOf(newest)}>
                    {told?.base == null ? words.text('table.none') : format.about(told.base)}
                  </td>
                  <td class="num" {...sourceOf(newest)}>
                    {told?.unknown == null ? words.text('table.none') : format.share(told.unknown)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
