import type { Moment } from '../charts/history.ts';
import { smallMultiples } from '../charts/small-multiples.ts';
import { countriesOf } from '../map/map-layers.ts';
import { kindVariable } from '../model/missingness.ts';
import { breaksOf, type Measure, measureIn, type Reading } from '../model/table-answers.ts';
import { knownCodes } from '../model/table-share.ts';
import { absencesIn, ReadingTable, sourceOf, sourceOfAll } from './answer-shares.tsx';
import { BreakNote } from './break-note.tsx';
import { Chart } from './chart.tsx';
import { Mark, MarkLegend } from './marks.tsx';
import { usePage } from './page.ts';
import { codeName, columnName } from './variable-text.ts';
import { YearsTable } from './years-table.tsx';

interface ComparedPartsProps {
  readonly id: string;
  /** What is compared, as it stands in a title. */
  readonly name: string;
  readonly measure: Measure;
  readonly by: string;
}

/** One measure over the years in each part of the records: small multiples on shared axes, and their tables. Never sorted by size. */
export function ComparedParts({ id, name, measure, by }: ComparedPartsProps) {
  const page = usePage();
  const { words, view, format } = page;
  const { periods, grouping } = view.bundle.manifest;
  const unit = measure.codes === undefined ? 'years' : 'share';
  const parts = knownCodes(view.answers, by)
    .map((code) => ({
      code,
      label: codeName(page, by, code),
      breaks: breaksOf(view, by, code, (region) => countriesOf(region, grouping)),
      readings: periods.map((period) => ({ period, reading: measureIn(view, measure, by, code, period) })),
    }))
    .filter(({ readings }) => readings.some(({ reading }) => reading !== 'no_contributor'));
  const title = words.text('topics.by', { name, by: columnName(page, by) });
  const moments = parts.flatMap(({ code, readings }) =>
    readings.map(({ period, reading }): Moment => {
      if (typeof reading === 'string') return { period, series: code, value: null, low: 0, high: 0 };
      const [low, high] = reading.interval;
      return { period, series: code, value: reading.value, low, high };
    }),
  );
  const newest = parts.map(({ code, label, readings }) => ({
    key: code,
    name: label,
    reading: readings.at(-1)?.reading ?? 'not_collected',
  }));
  const spoken = (reading: Reading) =>
    typeof reading === 'string'
      ? words.text(`mark.${reading}`)
      : words.text('chart.value', {
          value: format.value(reading.value, unit),
          interval: format.range(...reading.interval, unit),
        });
  const drawn = parts.flatMap(({ readings }) => readings.map(({ reading }) => reading));
  const figures = drawn.flatMap((reading) => sourceOf(reading)['data-figure'] ?? []);
  return (
    <>
      <div class="pair">
        <div {...sourceOfAll(drawn)}>
          <Chart
            id={id}
            title={title}
            {...(figures.length > 0 && { figures })}
            memo={`multiples ${id} ${measure.variable} ${measure.codes?.join(' ')} ${by}`}
            description={newest
              .map(
                ({ name, reading }) =>
                  `${words.text('figure.title', { name, period: view.newest })}: ${spoken(reading)}`,
              )
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
        </div>
        <div>
          <ReadingTable
            caption={words.text('figure.title', { name: title, period: view.newest })}
            first={columnName(page, by)}
            unit={unit}
            rows={newest}
          />
          <p class="note">
            {words.text(noteOf(by, view.bundle.manifest.setApart?.variable))}{' '}
            {words.text('release.short', { sequence: view.bundle.manifest.sequence })}
          </p>
          {parts.some(({ breaks }) => breaks.length > 0) && <BreakNote />}
        </div>
      </div>
      <details class="more">
        <summary>{words.text('topics.by.years')}</summary>
        <Values caption={title} first={columnName(page, by)} unit={unit} rows={parts} />
      </details>
    </>
  );
}

function noteOf(by: string, setApart: string | undefined): string {
  if (by === kindVariable) return 'topics.by.kinds';
  return by === setApart ? 'topics.by.contributors' : 'topics.by.places';
}

interface ValuesProps {
  readonly caption: string;
  readonly first: string;
  readonly unit: 'share' | 'years';
  readonly rows: readonly {
    readonly code: string;
    readonly label: string;
    readonly readings: readonly { readonly period: string; readonly reading: Reading }[];
  }[];
}

// Every value with its interval: a row for each part, a column for each year.
function Values({ caption, first, unit, rows }: ValuesProps) {
  const { format } = usePage();
  const all = rows.flatMap(({ readings }) => readings.map(({ reading }) => reading));
  return (
    <>
      <YearsTable caption={caption} first={first} class="figures multiples" numbers>
        {rows.map(({ code, label, readings }) => (
          <tr key={code}>
            <th scope="row">{label}</th>
            {readings.map(({ period, reading }) => (
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
          </tr>
        ))}
      </YearsTable>
      <MarkLegend used={absencesIn(all)} />
    </>
  );
}
