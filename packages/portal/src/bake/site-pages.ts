import { Refusal } from '@casebridge/refusal';
import { render } from 'preact-render-to-string';
import { openDrawings } from '../charts/drawings.ts';
import { drawingDocument } from '../charts/studio.ts';
import { type Assets, type Edition, openPage, type Page, type Room } from '../components/page.ts';
import { Shell } from '../components/shell.tsx';
import type { ReleaseView } from '../model/release-view.ts';
import { allRooms, roomsOfReleases } from '../rooms/all-rooms.ts';
import { galleryRoom } from '../rooms/gallery.tsx';
import { home } from '../rooms/home.tsx';
import { notFound } from '../rooms/small-pages.tsx';
import { tombstones } from '../rooms/tombstones.tsx';
import type { SiteIdentity } from '../site/site-file.ts';
import { directionOf, openCatalogue } from '../text/catalogue.ts';
import { figureWordsIn } from '../text/figure-words.ts';
import { type Format, formatIn } from '../text/format.ts';
import { type NumberCheck, openNumberCheck, withoutCheckMarks } from './check-numbers.ts';
import { checkedDocument } from './checked-document.ts';
import { type Navigation, navigationOf } from './navigation.ts';
import type { SiteFile } from './room-set.ts';
import { openCellReader } from './said-by-cell.ts';

/** What a site is made from. */
export interface SiteInput {
  readonly site: SiteIdentity;
  readonly assets: Assets;
  /** Oldest first; the last is current. */
  readonly releases: readonly ReleaseView[];
  /** Also the pages of all components and charts, for those who work on the portal. */
  readonly gallery?: boolean | undefined;
}

/** Every page of the site and every data file made for it, in a fixed order. */
export function siteFiles(input: SiteInput): SiteFile[] {
  const { site, releases } = input;
  const view = releases.at(-1);
  if (!view) throw new RangeError('a site needs at least one release');
  const { periods } = view.bundle.manifest;
  if (site.reportYear !== undefined && !periods.includes(site.reportYear)) {
    throw new Refusal(
      'site-report-year',
      `site file: reportYear ${site.reportYear}: the release has no figures for it; it has ${periods.join(', ')}. Choose one of them, or take the entry out.`,
    );
  }
  const rooms = [...allRooms, ...(input.gallery ? [galleryRoom] : [])].map((open) => open({ site, releases, view }));
  const navigation = navigationOf(rooms);
  const living = rooms.flatMap(({ pages }) => pages);
  const house = { site, releases, view };
  const pages = [...living, ...tombstones(house, roomsOfReleases, new Set(living.map(({ path }) => path)))];
  const files: SiteFile[] = [];
  const read = openCellReader(releases);
  for (const language of site.languages) {
    const edition = openEdition(input, view, language, navigation);
    // Some documents hold all languages. What is worked out for this language's files is let go with the last of them.
    const checks = new Map<string, NumberCheck>();
    const checkIn = (each: string): NumberCheck => {
      const known = checks.get(each) ?? openNumberCheck(releases, formatOf(input, view, each), read);
      checks.set(each, known);
      return known;
    };
    const baked = (page: Page, room: (page: Page) => Room, specimens = false) => {
      const html = renderPage(page, room);
      if (!specimens) checkIn(language)(html, page.path);
      return withoutCheckMarks(html);
    };
    for (const { path, room, view: shown, specimens } of pages) {
      files.push({
        path: `${language}/${path}index.html`,
        content: () => {
          const own = shown && shown !== view ? { ...edition, view: shown, drawings: openDrawings() } : edition;
          return baked(openPage(own, path, depthOf(path)), room, specimens);
        },
      });
    }
    for (const { filesIn } of rooms)
      files.push(...(filesIn?.(edition) ?? []).map((file) => checkedDocument(file, language, checkIn)));
    files.push({ path: `${language}/404.html`, content: () => baked(openPage(edition, '', null), notFound) });
    if (language === site.defaultLanguage) {
      files.push({ path: 'index.html', content: () => baked(openPage(edition, '', 0), home) });
      files.push({ path: '404.html', content: () => baked(openPage(edition, '', null), notFound) });
    }
  }
  for (const { files: shared } of rooms) files.push(...(shared ?? []));
  return files;
}

/** What all pages of one language share. */
export function openEdition(
  { site, assets, releases }: SiteInput,
  view: ReleaseView,
  language: string,
  navigation: Navigation = [],
): Edition {
  const counted = view.bundle.privacy.unit;
  const words = openCatalogue(language, site.numerals[language], counted);
  const directions = new Map(site.languages.map((other) => [other, directionOf(other)]));
  return {
    words,
    format: formatIn(words),
    figureWords: figureWordsIn(language, counted),
    site,
    languages: site.languages,
    directionOf: (other) => directions.get(other) ?? directionOf(other),
    view,
    previous: releases.at(-2) ?? null,
    releases,
    assets,
    navigation,
    drawings: openDrawings(),
    document: drawingDocument(),
  };
}

function renderPage(page: Page, room: (page: Page) => Room): string {
  return `<!doctype html>\n${render(Shell({ page, room: room(page) }))}\n`;
}

function formatOf({ site }: SiteInput, view: ReleaseView, language: string): Format {
  return formatIn(openCatalogue(language, site.numerals[language], view.bundle.privacy.unit));
}

// Folders below the site's root: the language and those of the address.
function depthOf(path: string): number {
  return path.split('/').length;
}
