import { countryName } from '../geography/country-name.ts';
import { countriesOf } from '../map/map-layers.ts';
import { presenceIn } from '../map/presence.ts';
import type { CountryPlace } from '../model/country-places.ts';
import { findFigure } from '../model/release-view.ts';
import { baseText } from './figure-text.ts';
import { absenceOf, Mark } from './marks.tsx';
import { usePage } from './page.ts';
import { PlaceCounts } from './place-counts.tsx';
import { PlaceCoverage } from './place-coverage.tsx';
import { PlaceTrend } from './place-trend.tsx';
import { PlaceUnknowns } from './place-unknowns.tsx';
import { Wide } from './wide.tsx';

interface RegionProps {
  readonly region: string;
  readonly name: string;
}

/** What a region's profile rests on, in four lines: its figures of the newest year, who works there, what is not known. */
export function RegionFacts({ region, period }: { readonly region: string; readonly period: string }) {
  const page = usePage();
  const { words, view, format } = page;
  const { grouping } = view.bundle.manifest;
  const countries = countriesOf(region, grouping);
  const reached = [...presenceIn(view, period).keys()].filter((iso3) => countries.includes(iso3));
  const atWork = view.bundle.coverage.contributors.filter(({ countries: where }) =>
    (where[period] ?? []).some((iso3) => countries.includes(iso3)),
  );
  return (
    <dl class="place-facts">
      {(['identified', 'origin'] as const).map((kind) => {
        const figure = findFigure(view.citable, `${kind}.${region}`, period, null);
        if (!figure) return null;
        return (
          <div key={kind} data-figure={figure.id}>
            <dt>{words.text(kind === 'identified' ? 'place.facts.here' : 'place.facts.from', { period })}</dt>
            <dd>
              {figure.value === null ? (
                <Mark absence={absenceOf(figure)} />
              ) : (
                <>
                  <b>{format.figure(figure)}</b> <span>{format.interval(figure)}</span>
                </>
              )}
            </dd>
            <dd class="note">
              {[
                baseText(page, figure),
                figure.unknown === null ? '' : words.text('figure.unknown.is', { share: format.share(figure.unknown) }),
                words.text('release.short', { sequence: figure.release.sequence }),
              ]
                .filter((text) => text !== '')
                .map((text) => (
                  <span key={text}>{text}</span>
                ))}
            </dd>
          </div>
        );
      })}
      <div>
        <dt>{words.text('place.facts.at-work', { period })}</dt>
        <dd>{atWork.length === 0 ? <Mark absence="no_contributor" /> : <b>{format.count(atWork.length)}</b>}</dd>
        <dd class="note">
          {atWork.length === 0
            ? words.text('mark.no_contributor')
            : words.text('place.facts.in', { count: reached.length, of: countries.length })}
        </dd>
      </div>
    </dl>
  );
}

/** A region over all years: trend with its breaks, what is not known, coverage, and the countries that have a page. */
export function RegionProfile({
  region,
  name,
  countries,
}: RegionProps & { readonly countries: readonly CountryPlace[] }) {
  const page = usePage();
  const { words, view, site } = page;
  const own = countries.filter((country) => country.region === region);
  const { compare } = new Intl.Collator(words.language);
  const named = own
    .map(({ iso3 }) => ({ iso3, name: countryName(iso3, words.language, site) }))
    .sort((a, b) => compare(a.name, b.name));
  return (
    <>
      <Wide id="years" title={words.text('place.years')}>
        <p class="intro">{words.text('place.years.text')}</p>
        <PlaceTrend region={region} />
      </Wide>
      <Wide id="unknown" title={words.text('place.unknown')}>
        <p class="intro">{words.text('place.unknown.text')}</p>
        <PlaceUnknowns
          name={name}
          at={[
            { variable: 'region_of_identification', code: region, kind: 'identified' },
            { variable: 'region_of_origin', code: region, kind: 'origin' },
          ]}
        />
      </Wide>
      <Wide id="coverage" title={words.text('place.coverage')}>
        <p class="intro">{words.text('place.coverage.text')}</p>
        <PlaceCoverage name={name} countries={countriesOf(region, view.bundle.manifest.grouping)} />
      </Wide>
      {named.length > 0 && (
        <Wide id="countries" title={words.text('place.countries')}>
          <p class="intro">{words.text('places.countries.text')}</p>
          <ul class="chips">
            {named.map(({ iso3, name: label }) => (
              <li key={iso3}>
                <a href={page.to(`places/${iso3}/`)}>{label}</a>
              </li>
            ))}
          </ul>
        </Wide>
      )}
      <PlaceCounts name={name} />
    </>
  );
}
