import { coverageRibbon } from '../charts/coverage-ribbon.ts';
import { workAt } from '../model/country-places.ts';
import { missableGroups } from '../model/missingness.ts';
import { howAsked } from '../model/variable-groups.ts';
import { Chart } from './chart.tsx';
import { contributorName, sourceKindName } from './coverage-strip.tsx';
import { Mark, MarkLegend } from './marks.tsx';
import { usePage } from './page.ts';
import { Scroll } from './scroll.tsx';
import { columnName } from './variable-text.ts';
import { YearsTable } from './years-table.tsx';

interface PlaceCoverageProps {
  readonly name: string;
  /** ISO alpha-3 codes of the place's countries. */
  readonly countries: readonly string[];
}

/** Who worked in a place when, by their own statements, and how completely they ask: the picture and its tables. */
export function PlaceCoverage({ name, countries }: PlaceCoverageProps) {
  const page = usePage();
  const { words, view, format } = page;
  const { periods } = view.bundle.manifest;
  const work = workAt(view, countries);
  if (work.length === 0) {
    return (
      <p class="empty">
        <Mark absence="no_contributor" /> {words.text('place.coverage.nobody', { name })}
      </p>
    );
  }
  const single = countries.length === 1;
  const title = words.text(single ? 'place.coverage.chart.one' : 'place.coverage.chart', { name });
  const caption = words.text(single ? 'place.coverage.table.one' : 'place.coverage.table', { name });
  const rows = work.map(({ statement, years }) => ({
    key: statement.id,
    label: contributorName(page, statement),
    years: years.flatMap(({ period, countries: at }) => (at.length > 0 ? [{ period, countries: at.length }] : [])),
  }));
  const reached = periods.map((period, at) => ({
    period,
    countries: new Set(work.flatMap(({ years }) => years[at]?.countries ?? [])).size,
  }));
  const gaps = work.some(({ years }) => years.some((year) => year.countries.length === 0));
  return (
    <>
      <div class="pair">
        <Chart
          id="place-coverage"
          title={title}
          description={rows
            .map(({ label, years }) => `${label}: ${years.map(({ period }) => period).join(', ')}`)
            .join('; ')}
          memo={`coverage of ${countries.join(' ')}`}
          draw={(frame) => coverageRibbon(rows, frame, { periods, write: single ? () => '' : format.count })}
        />
        <div>
          <YearsTable
            caption={caption}
            first={words.text('coverage.contributor')}
            class="figures counts"
            part="coverage"
          >
            {work.map(({ statement, years }) => (
              <tr key={statement.id}>
                <th scope="row">
                  <a href={page.to(`contributors/${statement.id}/`)}>{contributorName(page, statement)}</a>{' '}
                  <small>{sourceKindName(statement.sourceKind, words.language)}</small>
                </th>
                {years.map(({ period, countries: at }) => (
                  <td key={period}>
                    {at.length === 0 ? (
                      <Mark absence="no_contributor" />
                    ) : single ? (
                      words.text('place.coverage.yes')
                    ) : (
                      format.count(at.length)
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {countries.length > 1 && (
              <tr>
                <th scope="row">{words.text('place.coverage.reached', { count: countries.length })}</th>
                {reached.map(({ period, countries: count }) => (
                  <td key={period} class="strong">
                    {count === 0 ? <Mark absence="no_contributor" /> : format.count(count)}
                  </td>
                ))}
              </tr>
            )}
          </YearsTable>
          <MarkLegend used={gaps ? ['no_contributor'] : []} />
          <p class="note">{words.text('place.coverage.note')}</p>
        </div>
      </div>
      <Completeness name={name} countries={countries} />
    </>
  );
}

const answers = ['always', 'sometimes', 'never', 'silent'] as const;

// How many of those at work ask each question: always, sometimes, never, not declared.
function Completeness({ name, countries }: PlaceCoverageProps) {
  const page = usePage();
  const { words, view, format } = page;
  const { newest } = view;
  const present = workAt(view, countries).filter(({ years }) => (years.at(-1)?.countries.length ?? 0) > 0);
  const groups = missableGroups(view);
  if (present.length === 0 || groups.length === 0) return null;
  const caption = words.text('place.complete', { name, period: newest, count: present.length });
  return (
    <details class="more">
      <summary>{words.text('place.complete.open')}</summary>
      <Scroll label={caption}>
        <table class="slim complete counts" data-part="coverage">
          <caption>
            {caption} {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.text('contributor.question')}</th>
              {answers.map((answer) => (
                <th key={answer} scope="col">
                  {words.text(`asks.${answer}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ id }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={page.to(`data/codebook/${id}/`)}>{columnName(page, id)}</a>
                </th>
                {answers.map((answer) => {
                  const count = present.filter(
                    ({ statement }) => (howAsked(statement, id) ?? 'silent') === answer,
                  ).length;
                  return (
                    <td key={answer} {...(count === 0 && { class: 'none' })}>
                      {format.count(count)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="note">{words.text('place.complete.note')}</p>
    </details>
  );
}
