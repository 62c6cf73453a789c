import { country } from '@casebridge/standard';
import { inLanguage, type SiteIdentity } from '../site/site-file.ts';

/** A country's name in a language: the site's own where it has one, else the standard's. */
export function countryName(iso3: string, language: string, site: Pick<SiteIdentity, 'ownCountryNames'>): string {
  const own = site.ownCountryNames?.[iso3];
  if (own !== undefined) return inLanguage(own, language);
  const labels: Readonly<Record<string, string>> | undefined = country(iso3)?.labels;
  return labels?.[language] ?? labels?.en ?? iso3;
}
