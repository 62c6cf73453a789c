import { openingPeriod } from '../map/map-layers.ts';
import { type CountryPlace, workAt } from '../model/country-places.ts';
import { absences } from './country-records.tsx';
import { Mark } from './marks.tsx';
import { usePage } from './page.ts';

/** A country's numbers of the newest year that its table is fit for, each with its interval, and how many contributors work there. */
export function CountryFacts({ country }: { readonly country: CountryPlace }) {
  const { words, view, format } = usePage();
  const period = view.newest;
  const release = words.text('release.short', { sequence: view.bundle.manifest.sequence });
  const atWork = workAt(view, [country.iso3]).filter(({ years }) =>
    years.some((year) => year.period === period && year.countries.length > 0),
  ).length;
  return (
    <dl class="place-facts">
      {country.layers.map(({ layer, years }) => {
        const shown = openingPeriod(view, layer);
        const year = years.find((each) => each.period === shown);
        const absent = year === undefined || year.state === 'number' ? 'not_collected' : absences[year.state];
        return (
          <div key={layer.key} data-table={layer.variable}>
            <dt>{words.text(`country.facts.${layer.question}`, { period: shown })}</dt>
            <dd>
              {year?.state === 'number' ? (
                <>
                  <b>{format.about(year.value)}</b>{' '}
                  <span>{format.range(Math.max(0, year.low), year.high, 'records')}</span>
                </>
              ) : (
                <Mark absence={absent} />
              )}
            </dd>
            <dd class="note">
              {year?.state !== 'number' && <span aria-hidden="true">{words.text(`mark.${absent}`)}</span>}
              <span>{release}</span>
            </dd>
          </div>
        );
      })}
      <div>
        <dt>{words.text('place.facts.at-work', { period })}</dt>
        <dd>{atWork === 0 ? <Mark absence="no_contributor" /> : <b>{format.count(atWork)}</b>}</dd>
        <dd class="note">{words.text(atWork === 0 ? 'mark.no_contributor' : 'contributor.caveats.short')}</dd>
      </div>
    </dl>
  );
}
