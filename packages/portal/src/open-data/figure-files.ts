import type { Figure } from '@casebridge/figures/types';
import type { SiteFile } from '../bake/room-set.ts';
import { figureTitle } from '../components/figure-text.ts';
import { type Edition, openPage } from '../components/page.ts';
import { figuresOf, reportOf } from '../model/report.ts';
import { webAddress } from './addresses.ts';
import { citationFiles, partCitation, releaseCitation } from './citation.ts';
import { csvTable, jsonRows } from './csv-table.ts';
import { figureFile } from './figure-json.ts';
import { figureMarkdown } from './figure-markdown.ts';
import { figurePicture } from './figure-picture.tsx';
import { figureColumns } from './figure-rows.ts';

/** What the address of a figure's page may end with in place of its slash. */
export const figureEndings = ['csv', 'json', 'svg', 'md', 'bib', 'ris', 'cff'] as const;

/**
 * The files beside the pages of figures, in one language: `figures/<id>.<ending>` for each figure with a page, all figures
 * together as `figures.csv` and `figures.json`, those of a place in a year as `places/<region>/<year>.csv` and `.json`, and those
 * of a year's report as `report/<year>.csv` and `.json`.
 */
export function figureFiles(edition: Edition): SiteFile[] {
  const { view, words } = edition;
  const { language } = words;
  const lists = [
    { path: `${language}/figures`, figures: view.citable },
    ...placeLists(view.bundle.figures).map(({ place, figures }) => ({ path: `${language}/places/${place}`, figures })),
    ...view.bundle.manifest.periods.map((year) => ({
      path: `${language}/report/${year}`,
      figures: figuresOf(reportOf(view, year)),
    })),
  ];
  return [
    ...lists.flatMap(({ path, figures }) => listFiles(edition, path, figures)),
    ...view.citable.flatMap((figure) => filesOf(edition, figure)),
  ];
}

/** The data forms of a figure's page, for its head. */
export function figureAlternates(
  language: string,
  { id }: Figure,
): readonly { readonly type: string; readonly path: string }[] {
  const types = { csv: 'text/csv', json: 'application/json', md: 'text/markdown' };
  return Object.entries(types).map(([ending, type]) => ({ type, path: `${language}/figures/${id}.${ending}` }));
}

function listFiles({ view, words }: Edition, path: string, figures: readonly Figure[]): SiteFile[] {
  const columns = figureColumns(view, words.language);
  return [
    { path: `${path}.csv`, content: () => csvTable(columns, figures) },
    { path: `${path}.json`, content: () => `${JSON.stringify(jsonRows(columns, figures))}\n` },
  ];
}

/** Figures restricted to a region, by `<region>/<year>`. */
function placeLists(
  all: readonly Figure[],
): readonly { readonly place: string; readonly figures: readonly Figure[] }[] {
  const lists = new Map<string, Figure[]>();
  for (const figure of all) {
    if (!figure.place) continue;
    const key = `${figure.place.region}/${figure.period}`;
    const list = lists.get(key);
    if (list) list.push(figure);
    else lists.set(key, [figure]);
  }
  return [...lists].map(([place, figures]) => ({ place, figures }));
}

function filesOf(edition: Edition, figure: Figure): SiteFile[] {
  const { view, site, words } = edition;
  const { language } = words;
  const path = `figures/${figure.id}/`;
  const page = () => openPage(edition, path, path.split('/').length);
  const citation = () =>
    partCitation(releaseCitation(view, site, language), {
      key: figure.id,
      title: figureTitle(page(), figure),
      url: webAddress(site, `${language}/${path}`),
    });
  const content: Readonly<Record<(typeof figureEndings)[number], () => string>> = {
    csv: () => csvTable(figureColumns(view, language), [figure]),
    json: () => `${JSON.stringify(figureFile(view, site, language, figure, figureTitle(page(), figure)), null, 1)}\n`,
    svg: () => figurePicture(page(), figure),
    md: () => figureMarkdown(page(), figure, citation()),
    bib: () => citationFiles.bib(citation()),
    ris: () => citationFiles.ris(citation()),
    cff: () => citationFiles.cff(citation()),
  };
  return figureEndings.map((ending) => ({
    path: `${language}/figures/${figure.id}.${ending}`,
    content: content[ending],
  }));
}
