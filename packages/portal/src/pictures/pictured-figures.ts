import type { Figure } from '@casebridge/figures/types';
import type { SiteFile } from '../bake/room-set.ts';
import { openDrawings } from '../charts/drawings.ts';
import { figureTitle, spokenFigure } from '../components/figure-text.ts';
import { type Edition, openPage, type Page } from '../components/page.ts';
import { headlineFamilies } from '../model/figure-names.ts';
import type { ReleaseView } from '../model/release-view.ts';
import { reportYear } from '../model/report-year.ts';
import { licenceAddress, openFolder, siteAddress, tableKey } from '../open-data/addresses.ts';
import { csvTable } from '../open-data/csv-table.ts';
import { figureColumns } from '../open-data/figure-rows.ts';
import { tableCells, tableFileColumns } from '../open-data/table-rows.ts';
import { readMessages } from '../text/catalogue.ts';
import { drawPng } from './draw-png.ts';
import { openLetters } from './letters.ts';
import type { PictureText } from './png.ts';
import { type PictureShape, shapedPicture } from './shaped-picture.tsx';
import { tablePicture, tablePictureSize } from './table-picture.tsx';

/** Keyword of the text that holds a picture's table: the same bytes as the file beside it that ends with `.csv`. */
export const tableKeyword = 'Table (CSV)';

// Four inks and paper, each with a few shades; a table has a tone for each class besides.
const figureColours = 16;
const tableColours = 64;

const shapes: readonly (readonly [ending: string, shape: PictureShape])[] = [
  ['png', 'wide'],
  ['square.png', 'square'],
];

const written = new Map<string, boolean>();

/** Whether the portal's font has the letters of a language: without them there are no PNG pictures in it. */
export function isPictured(language: string): boolean {
  const known = written.get(language) ?? openLetters().canWrite(Object.values(readMessages(language)).join(' '));
  written.set(language, known);
  return known;
}

/** The figures that have a square picture besides the wide one: the leading ones of each release's leading year and newest. */
export function leadingFigures({
  view,
  releases,
  site,
}: Pick<Edition, 'view' | 'releases' | 'site'>): readonly Figure[] {
  const years = releases.flatMap((each) => [reportYear({ view: each, site }), each.newest]);
  return view.citable.filter(
    ({ family, group, period }) =>
      group === null && years.includes(period) && (headlineFamilies as readonly string[]).includes(family),
  );
}

const squares = new WeakMap<ReleaseView, ReadonlySet<string>>();

// Every page of a figure asks.
function squaresOf(edition: Pick<Edition, 'view' | 'releases' | 'site'>): ReadonlySet<string> {
  const known = squares.get(edition.view) ?? new Set(leadingFigures(edition).map(({ id }) => id));
  squares.set(edition.view, known);
  return known;
}

/** Ends of the addresses of a figure's pictures. */
export function pictureEndings(
  edition: Pick<Edition, 'view' | 'releases' | 'site' | 'words'>,
  { id }: Figure,
): readonly string[] {
  if (!isPictured(edition.words.language)) return [];
  const square = squaresOf(edition).has(id);
  return shapes.filter(([, shape]) => square || shape === 'wide').map(([ending]) => ending);
}

/** The pictures of an edition's figures: `figures/<id>.png` for each with a page, and `figures/<id>.square.png` for leading ones. */
export function pictureFiles(edition: Edition): SiteFile[] {
  const { view, words } = edition;
  const { language } = words;
  if (!isPictured(language)) return [];
  const squared = squaresOf(edition);
  return view.citable.flatMap((figure) => {
    const path = `figures/${figure.id}`;
    const order = (shape: PictureShape) => {
      const page = openPage(edition, `${path}/`, path.split('/').length + 1);
      const title = figureTitle(page, figure);
      const table = csvTable(figureColumns(view, language), [figure]);
      const address = `${language}/${path}/`;
      return {
        ...shapedPicture(page, figure, shape),
        colours: figureColours,
        texts: textsOf(page, { title, description: spokenFigure(page, figure), address, table }),
      };
    };
    return shapes
      .filter(([, shape]) => shape === 'wide' || squared.has(figure.id))
      .map(
        ([ending, shape]): SiteFile => ({
          path: `${language}/${path}.${ending}`,
          content: (draw = drawPng) => draw(order(shape)),
        }),
      );
  });
}

/**
 * The pictures of every published table of every release, beside the tables' other files. Those are in no language; the pictures are
 * in the site's own, else in its first that can be written, and no other edition has any. Where none can be, there is the SVG alone.
 */
export function tablePictureFiles(edition: Edition): SiteFile[] {
  const { languages, defaultLanguage } = edition.site;
  const written = [defaultLanguage, ...languages].find(isPictured);
  if (edition.words.language !== (written ?? defaultLanguage)) return [];
  return edition.releases.flatMap((view) => {
    const own = { ...edition, view, drawings: openDrawings() };
    return view.answers.tables.flatMap((set): SiteFile[] => {
      const path = `${openFolder(view)}/tables/${tableKey(set)}`;
      const page = openPage(own, '', 0);
      const svg: SiteFile = {
        path: `${path}.svg`,
        content: () => `<?xml version="1.0" encoding="UTF-8"?>\n${tablePicture(page, set).svg}\n`,
      };
      const png: SiteFile = {
        path: `${path}.png`,
        content: (draw = drawPng) => {
          const { svg, title, description } = tablePicture(page, set);
          const table = csvTable(tableFileColumns(view, set), tableCells(view, set));
          const texts = textsOf(page, { title, description, address: `${path}.csv`, table });
          return draw({ svg, pixels: tablePictureSize.width, colours: tableColours, texts });
        },
      };
      return written === undefined ? [svg] : [svg, png];
    });
  });
}

// The keywords are those that the PNG specification names, and one for the table.
function textsOf(
  { words, site, view }: Pick<Page, 'words' | 'site'> & { readonly view: ReleaseView },
  { title, description, address, table }: { title: string; description: string; address: string; table: string },
): readonly PictureText[] {
  const { language } = words;
  return [
    { keyword: 'Title', language, text: title },
    { keyword: 'Description', language, text: description },
    { keyword: 'Source', language: '', text: `${siteAddress(site)}${address}` },
    { keyword: 'Copyright', language: '', text: licenceAddress(view.bundle.manifest.licence) },
    { keyword: tableKeyword, language: '', text: table },
  ];
}
