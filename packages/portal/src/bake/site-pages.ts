import { render } from 'preact-render-to-string';
import { drawingDocument } from '../charts/studio.ts';
import { type Assets, type Edition, openPage, type Page, type Room } from '../components/page.ts';
import { Shell } from '../components/shell.tsx';
import { exploreTables } from '../explore/explore-tables.ts';
import type { ExploreTable } from '../explore/types.ts';
import { releaseFolder } from '../model/release-folder.ts';
import { type ReleaseView, regionsOf } from '../model/release-view.ts';
import { changes } from '../rooms/changes.tsx';
import { codebook } from '../rooms/codebook.tsx';
import { archivedRelease, data } from '../rooms/data.tsx';
import { explore, exploreIndex, exploreIndexPath } from '../rooms/explore.tsx';
import { figureIndex } from '../rooms/figure-index.tsx';
import { figurePage } from '../rooms/figure-page.tsx';
import { home } from '../rooms/home.tsx';
import { made } from '../rooms/made.tsx';
import { methods } from '../rooms/methods.tsx';
import { placeIndex, placePage } from '../rooms/places.tsx';
import { report } from '../rooms/report.tsx';
import { notFound, smallPage, smallRooms } from '../rooms/small-pages.tsx';
import type { SiteIdentity } from '../site/site-file.ts';
import { openCatalogue } from '../text/catalogue.ts';
import { figureWordsIn } from '../text/figure-words.ts';
import { formatIn } from '../text/format.ts';

/** What a site is made from. */
export interface SiteInput {
  readonly site: SiteIdentity;
  readonly assets: Assets;
  /** Oldest first; the last is current. */
  readonly releases: readonly ReleaseView[];
}

/** One file of the site: its path and a function that makes its text, so that no site is held in memory whole. */
export interface SiteFile {
  readonly path: string;
  readonly text: () => string;
}

interface Plan {
  /** Address without language. */
  readonly path: string;
  readonly room: (page: Page) => Room;
  /** The release it shows, where it is not the current one. */
  readonly view?: ReleaseView;
}

/** Every page of the site and every data file made for it, in a fixed order. */
export function siteFiles(input: SiteInput): SiteFile[] {
  const { site, releases } = input;
  const current = releases.at(-1);
  if (!current) throw new RangeError('a site needs at least one release');
  const tables = exploreTables(current);
  const plans = [...plansOf(current, tables), ...releases.map(archivePlan)];
  const files: SiteFile[] = [];
  for (const language of site.languages) {
    const edition = openEdition(input, current, language);
    for (const { path, room, view } of plans) {
      files.push({
        path: `${language}/${path}index.html`,
        text: () => {
          const own = view && view !== current ? { ...edition, view, drawings: new Map() } : edition;
          return renderPage(openPage(own, path, depthOf(path)), room);
        },
      });
    }
    files.push({
      path: exploreIndexPath(edition, language),
      text: () => JSON.stringify(exploreIndex(edition, tables)),
    });
    files.push({ path: `${language}/404.html`, text: () => renderPage(openPage(edition, '', null), notFound) });
    if (language === site.defaultLanguage) {
      files.push({ path: 'index.html', text: () => renderPage(openPage(edition, '', 0), home) });
      files.push({ path: '404.html', text: () => renderPage(openPage(edition, '', null), notFound) });
    }
  }
  for (const [key, table] of tables) {
    files.push({
      path: `${releaseFolder(current.bundle.manifest)}/explore/${key}.json`,
      text: () => JSON.stringify(table),
    });
  }
  return files;
}

function plansOf(view: ReleaseView, tables: ReadonlyMap<string, ExploreTable>): Plan[] {
  const { periods } = view.bundle.manifest;
  const older = periods.filter((period) => period !== view.newest);
  return [
    { path: '', room: home },
    { path: 'figures/', room: (page) => figureIndex(page, view.newest) },
    ...older.map((period) => ({ path: `figures/year/${period}/`, room: (page: Page) => figureIndex(page, period) })),
    ...view.citable.map((figure) => ({
      path: `figures/${figure.id}/`,
      room: (page: Page) => figurePage(page, figure),
    })),
    { path: 'places/', room: placeIndex },
    ...regionsOf(view).flatMap((region) => [
      { path: `places/${region}/`, room: (page: Page) => placePage(page, region, view.newest) },
      ...periods.map((period) => ({
        path: `places/${region}/${period}/`,
        room: (page: Page) => placePage(page, region, period),
      })),
    ]),
    { path: 'explore/', room: (page) => explore(page, tables) },
    ...periods.map((period) => ({ path: `report/${period}/`, room: (page: Page) => report(page, period) })),
    { path: 'changes/', room: changes },
    { path: 'data/', room: data },
    { path: 'data/codebook/', room: codebook },
    { path: 'methods/', room: methods },
    { path: 'how-this-was-made/', room: made },
    ...smallRooms.map((room) => ({ path: `${room}/`, room: (page: Page) => smallPage(page, room) })),
  ];
}

function archivePlan(view: ReleaseView): Plan {
  return { path: `releases/${view.bundle.manifest.release}/`, room: archivedRelease, view };
}

/** What all pages of one language share. */
export function openEdition({ site, assets, releases }: SiteInput, view: ReleaseView, language: string): Edition {
  const words = openCatalogue(language, site.numerals[language]);
  const directions = new Map(site.languages.map((other) => [other, openCatalogue(other).direction]));
  return {
    words,
    format: formatIn(words),
    figureWords: figureWordsIn(language),
    site,
    languages: site.languages,
    directionOf: (other) => directions.get(other) ?? openCatalogue(other).direction,
    view,
    previous: releases.at(-2) ?? null,
    releases,
    assets,
    drawings: new Map(),
    document: drawingDocument(),
  };
}

function renderPage(page: Page, room: (page: Page) => Room): string {
  return `<!doctype html>\n${render(Shell({ page, room: room(page) }))}\n`;
}

// Folders below the site's root: the language and those of the address.
function depthOf(path: string): number {
  return path.split('/').length;
}
