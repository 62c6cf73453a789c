import { CountryFacts } from '../components/country-facts.tsx';
import type { Page } from '../components/page.ts';
import { countryName } from '../geography/country-name.ts';
import type { CountryPlace } from '../model/country-places.ts';
import { CountryParts, CountrySaid } from '../rooms/countries.tsx';
import { PocketFrame } from './pocket-frame.tsx';

interface PocketCountryProps {
  readonly page: Page;
  readonly country: CountryPlace;
  readonly style: string;
}

/** All that the release tells of a country, pictures with their tables, in one document. */
export function PocketCountry({ page, country, style }: PocketCountryProps) {
  const name = countryName(country.iso3, page.words.language, page.site);
  return (
    <PocketFrame
      page={page}
      name={name}
      style={style}
      caveats={['not_prevalence', 'where_contributors_work']}
      opening={
        <>
          <CountrySaid country={country} name={name} />
          <CountryFacts country={country} />
        </>
      }
    >
      <CountryParts country={country} name={name} />
    </PocketFrame>
  );
}
