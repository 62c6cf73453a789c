import type { SiteIdentity } from '../site/site-file.ts';
import { headlineFamilies } from './figure-names.ts';
import { findFigure, type ReleaseView } from './release-view.ts';

interface Reported {
  readonly view: ReleaseView;
  readonly site: Pick<SiteIdentity, 'reportYear'>;
}

/**
 * The year whose report and figures lead: the site file's, where the release has it. Else the newest year that was over when
 * the release was made, in which a contributor declares to have worked and every headline figure that was asked has a number.
 * Where there is none, those conditions give way, the last one first; the newest year is left.
 */
export function reportYear({ view, site }: Reported): string {
  const { periods, created } = view.bundle.manifest;
  if (site.reportYear !== undefined && periods.includes(site.reportYear)) return site.reportYear;
  const { contributors } = view.bundle.coverage;
  const whole = periods.filter(
    (year) =>
      `${year}-12-31` < created.slice(0, 10) &&
      contributors.some(({ activeYears }) => activeYears.includes(Number(year))),
  );
  return (
    whole.findLast((year) => headlinesOf(view, year).every(({ value }) => value !== null)) ??
    whole.findLast((year) => (findFigure(view.citable, 'victims', year, null)?.value ?? null) !== null) ??
    view.newest
  );
}

function headlinesOf(view: ReleaseView, year: string) {
  return headlineFamilies
    .flatMap((family) => findFigure(view.citable, family, year, null) ?? [])
    .filter(({ withheld }) => withheld !== 'not_collected');
}
