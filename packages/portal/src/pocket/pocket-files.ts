import { render } from 'preact-render-to-string';
import type { SiteFile } from '../bake/room-set.ts';
import { openDrawings } from '../charts/drawings.ts';
import { type Edition, openPage, type Page } from '../components/page.ts';
import type { CountryPlace } from '../model/country-places.ts';
import { regionsOf } from '../model/release-view.ts';
import { documentStyle } from '../report/document-style.ts';
import { pageMarks } from '../report/page-marks.ts';
import { PocketCountry } from './pocket-country.tsx';
import { PocketDocument } from './pocket-document.tsx';
import { pocketPath } from './pocket-path.ts';

const sheets = ['frame', 'rooms/places', 'rooms/topics', 'rooms/records', 'pocket'];

/** The pocket editions in one language: a file for each region, for each country that has a page, and one for all places. */
export function pocketFiles(edition: Edition, countries: readonly CountryPlace[]): readonly SiteFile[] {
  let style: Promise<string> | undefined;
  const file = (
    place: string | null,
    write: (page: Page, style: string) => preact.JSX.Element,
    drawings: Edition['drawings'] = openDrawings(),
  ): SiteFile => {
    const path = pocketPath(edition.words.language, place);
    return {
      path,
      content: async () => {
        style ??= documentStyle(sheets);
        const page = { ...openPage({ ...edition, drawings }, path, null), alone: true };
        return `<!doctype html>\n${withoutLinks(render(write(page, `${await style}\n${pageMarks(page)}`)))}\n`;
      },
    };
  };
  return [
    ...[null, ...regionsOf(edition.view)].map((region) =>
      file(region, (page, own) => PocketDocument({ page, region, style: own })),
    ),
    // A country's pictures are those of its page.
    ...countries.map((country) =>
      file(country.iso3, (page, own) => PocketCountry({ page, country, style: own }), edition.drawings),
    ),
  ];
}

const link = /<a href="(?!#|tel:)[^"]*"[^>]*>([\s\S]*?)<\/a>/g;

// What leads to the site's other pages stays as text: there is no site around the file.
function withoutLinks(html: string): string {
  return html.replaceAll(link, (_, text: string) => text);
}
