import type { Figure } from '@casebridge/figures/types';
import { history, type Moment } from '../charts/history.ts';
import { findFigure } from '../model/release-view.ts';
import { Chart } from './chart.tsx';
import { figurePath, groupName } from './figure-text.ts';
import { usePage } from './page.ts';
import { Scroll } from './scroll.tsx';

/** Where the series of constant contributors stands on a page. */
export const constantContributors = 'same-contributors';

const partKeys = ['same', 'joined', 'left'] as const;

/** Figures of change with a number, a year each, for a group of contributors: what the series of constant contributors is read from. */
export function changesOverYears({ view }: ReturnType<typeof usePage>, group: string | null): readonly Figure[] {
  return view.bundle.manifest.periods.flatMap((period) => {
    const change = findFigure(view.citable, 'change', period, group);
    return change === undefined || change.value === null ? [] : [change];
  });
}

/**
 * How records grew from year to year, and how much of it comes from contributors active in both years: a step that the second
 * series does not make is one of sources.
 */
export function ConstantContributors({ group }: { readonly group: string | null }) {
  const page = usePage();
  const { words, view, format } = page;
  const changes = changesOverYears(page, group);
  if (changes.length === 0) return null;
  const { periods, example } = view.bundle.manifest;
  const moments: readonly Moment[] = changes.flatMap((change) => {
    const same = partOf(change, 'same');
    return [
      ...(change.value === null ? [] : [momentOf(change.period, 'all', change.value, change.interval)]),
      ...(same === undefined ? [] : [momentOf(change.period, 'same', same.value, same.interval)]),
    ];
  });
  const title = words.text('constant.title');
  const series = [
    { key: 'all', label: words.text('constant.all') },
    { key: 'same', label: page.figureWords.part('same') },
  ];
  return (
    <>
      <div class="pair" id={constantContributors}>
        <Chart
          id="constant-series"
          memo={`constant contributors ${group}`}
          figures={changes.map(({ id }) => id)}
          title={`${title} · ${groupName(page, group)}`}
          description={() =>
            moments
              .map(({ period, series: key, value, low, high }) => {
                const label = series.find((each) => each.key === key)?.label ?? '';
                return `${period}, ${label}: ${format.value(value ?? 0, 'change')} (${format.range(low, high, 'change')})`;
              })
              .join('; ')
          }
          draw={(frame) =>
            history(moments, frame, {
              periods,
              series,
              write: (value) => format.value(value, 'change'),
              unit: 'change',
              gap: words.text('chart.withheld'),
              legend: true,
            })
          }
        />
        <p class="note">{words.text('constant.note')}</p>
      </div>
      <div class="pair">
        <Scroll label={title}>
          <table class="figures">
            <caption>
              {title} {example && <span class="not-real">{words.text('example')}</span>}
            </caption>
            <thead>
              <tr>
                <th scope="col">{words.text('table.year')}</th>
                <th scope="col" class="num">
                  {words.text('constant.all')}
                </th>
                {partKeys.map((key) => (
                  <th scope="col" class="num" key={key}>
                    {page.figureWords.part(key)}
                  </th>
                ))}
                <th scope="col" class="num">
                  {words.text('table.release')}
                </th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.id} data-figure={change.id}>
                  <th scope="row">
                    <a href={page.to(figurePath(change))}>{change.period}</a>
                  </th>
                  <Cell value={change.value} interval={change.interval} />
                  {partKeys.map((key) => {
                    const part = partOf(change, key);
                    return <Cell key={key} value={part?.value ?? null} interval={part?.interval ?? null} />;
                  })}
                  <td class="num">{change.release.sequence}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </>
  );
}

function Cell({ value, interval }: { readonly value: number | null; readonly interval: Figure['interval'] }) {
  const { words, format } = usePage();
  if (value === null) return <td class="num">{words.text('breaks.nobody')}</td>;
  return (
    <td class="num">
      <b>{format.value(value, 'change')}</b>
      {interval && (
        <>
          <br />
          {format.range(interval[0], interval[1], 'change')}
        </>
      )}
    </td>
  );
}

function partOf({ parts }: Figure, key: string): Figure['parts'][number] | undefined {
  return parts.find((part) => part.key === key);
}

function momentOf(period: string, series: string, value: number, interval: Figure['interval']): Moment {
  return { period, series, value, low: interval?.[0] ?? value, high: interval?.[1] ?? value };
}
