import { history, type Moment } from '../charts/history.ts';
import { countCell, type MapLayer, type PlaceState } from '../map/map-layers.ts';
import { cellNames } from '../model/cell-name.ts';
import { type CountryPlace, workAt } from '../model/country-places.ts';
import { knownBreaks } from '../model/known-breaks.ts';
import { BreakNote } from './break-note.tsx';
import { Chart } from './chart.tsx';
import { type Absence, Mark, MarkLegend } from './marks.tsx';
import { usePage } from './page.ts';
import { Scroll } from './scroll.tsx';
import { columnName } from './variable-text.ts';

/** The mark of a country without a number. */
export const absences: Readonly<Record<Exclude<PlaceState, 'number'>, Absence>> = {
  low: 'low',
  withheld: 'interval_too_wide',
  no_contributor: 'no_contributor',
  not_collected: 'not_collected',
};

/** Records that name a country, by role and year: points with intervals and series-break marks, and their table. */
export function CountryRecords({ country, name }: { readonly country: CountryPlace; readonly name: string }) {
  const page = usePage();
  const { words, view, format } = page;
  const { manifest, coverage } = view.bundle;
  const { periods } = manifest;
  const breaks = knownBreaks(coverage, periods, [country.iso3]);
  const series = country.layers.map(({ layer }) => ({
    key: layer.key,
    label: columnName(page, layer.variable),
    layer,
  }));
  const moments = country.layers.flatMap(({ layer, years }) =>
    years.map(({ period, state, value, low, high }): Moment => {
      return { period, series: layer.key, value: state === 'number' ? value : null, low: Math.max(0, low), high };
    }),
  );
  const said = moments.flatMap(({ series: key, period, value, low, high }) =>
    value === null
      ? []
      : `${series.find((each) => each.key === key)?.label ?? ''}, ${words.text('chart.year', {
          period,
          value: format.about(value),
          interval: format.range(low, high, 'records'),
        })}`,
  );
  const cellOf = (layer: MapLayer, period: string) => countCell(view, layer, period, { code: country.iso3 });
  const drawn = country.layers.flatMap(({ layer, years }) => years.map(({ period }) => cellOf(layer, period)));
  const used = country.layers.flatMap(({ years }) =>
    years.flatMap(({ state }): Absence[] => (state === 'number' ? [] : [absences[state]])),
  );
  const title = words.text('country.records.table', { name });
  return (
    <div class="pair">
      {said.length > 0 && (
        <div data-table={country.layers[0]?.layer.variable} data-cell={cellNames(drawn)}>
          <Chart
            id="records-by-year"
            memo={`records of ${country.iso3}`}
            title={title}
            description={said.join('; ')}
            draw={(frame) =>
              history(moments, frame, {
                periods,
                // A question without any number has no line to name.
                series: series.filter(({ key }) => moments.some((each) => each.series === key && each.value !== null)),
                write: format.count,
                unit: 'other',
                gap: '',
                legend: true,
                breaks: breaks.map(({ period }) => period),
              })
            }
          />
        </div>
      )}
      <div>
        <Scroll label={title}>
          <table class="figures multiples">
            <caption>
              {title} {manifest.example && <span class="not-real">{words.text('example')}</span>}
            </caption>
            <thead>
              <tr>
                <th scope="col">{words.text('table.year')}</th>
                {series.map(({ key, label }) => (
                  <th key={key} scope="col" class="num">
                    {label}
                  </th>
                ))}
                <th scope="col" class="num">
                  {words.text('country.at-work')}
                </th>
              </tr>
            </thead>
            <tbody>
              {periods.map((period) => (
                <tr key={period}>
                  <th scope="row">{period}</th>
                  {country.layers.map(({ layer, years }) => {
                    const year = years.find((each) => each.period === period);
                    return (
                      <td key={layer.key} class="num" data-table={layer.variable} data-cell={cellOf(layer, period)}>
                        {year === undefined ? (
                          <Mark absence="not_collected" />
                        ) : year.state === 'number' ? (
                          <>
                            <b>{format.about(year.value)}</b>
                            <small>{format.range(Math.max(0, year.low), year.high, 'records')}</small>
                          </>
                        ) : (
                          <Mark absence={absences[year.state]} />
                        )}
                      </td>
                    );
                  })}
                  <td class="num" data-part="coverage">
                    <AtWork iso3={country.iso3} period={period} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <MarkLegend used={[...new Set(used)]} />
        <p class="note">
          {words.text('country.records.note')} {words.text('release.short', { sequence: manifest.sequence })}
        </p>
        {breaks.length > 0 && <BreakNote breaks={breaks} />}
      </div>
    </div>
  );
}

function AtWork({ iso3, period }: { readonly iso3: string; readonly period: string }) {
  const { view, format } = usePage();
  const count = workAt(view, [iso3]).filter(({ years }) =>
    years.some((year) => year.period === period && year.countries.length > 0),
  ).length;
  return count === 0 ? <Mark absence="no_contributor" /> : <span>{format.count(count)}</span>;
}
