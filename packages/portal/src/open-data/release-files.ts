import { exampleNote } from '@casebridge/bundle';
import type { SiteFile } from '../bake/room-set.ts';
import type { ReleaseView } from '../model/release-view.ts';
import type { SiteIdentity } from '../site/site-file.ts';
import { openFolder, tableKey, webAddress } from './addresses.ts';
import { type Citation, citationFiles, contributorCitation, partCitation, releaseCitation } from './citation.ts';
import { declaredColumns, declaredRows } from './coverage-rows.ts';
import { type Column, csvTable, jsonRows } from './csv-table.ts';
import { figureColumns } from './figure-rows.ts';
import { cohortCells, publishedKey, tableCells, tableFileColumns, tableTitle } from './table-rows.ts';

/** A data file of rows in JSON. */
export interface RowsFile {
  readonly title: string;
  readonly release: string;
  readonly licence: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly meaning: string }[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
  readonly note?: string;
}

/**
 * The files made from a release for re-use, under `data/<release>/`: every published table, all figures and what
 * contributors declare, each as CSV, CSV with HXL tags and JSON, with references to cite each.
 */
export function releaseFiles(view: ReleaseView, site: SiteIdentity): SiteFile[] {
  const folder = openFolder(view);
  const { bundle, answers } = view;
  const whole = releaseCitation(view, site, 'en');
  const figures = figureColumns(view, 'en');
  return [
    ...rowFiles(view, `${folder}/figures`, bundle.manifest.title, figures, () => bundle.figures),
    ...rowFiles(view, `${folder}/coverage`, 'What contributors declare', declaredColumns(view), () =>
      declaredRows(view),
    ),
    ...answers.tables.flatMap((set) => {
      const path = `${folder}/tables/${tableKey(set)}`;
      const title = tableTitle(view, set);
      return [
        ...rowFiles(view, path, title, tableFileColumns(view, set), () => tableCells(view, set)),
        ...references(path, partCitation(whole, { key: tableKey(set), title, url: webAddress(site, `${path}.csv`) })),
      ];
    }),
    ...cohortTables(view).flatMap((set) =>
      rowFiles(
        view,
        `${folder}/cohorts/${tableKey(set)}`,
        tableTitle(view, set),
        tableFileColumns(view, set, 'cohort'),
        () => cohortCells(view, set),
      ),
    ),
    { path: `${folder}/tables.json`, content: () => `${JSON.stringify(tableIndex(view, site))}\n` },
    { path: `${folder}/CITATION.cff`, content: () => citationFiles.cff(whole) },
    ...references(`${folder}/release`, whole),
    ...bundle.coverage.contributors.flatMap((contributor) =>
      references(`${folder}/contributors/${contributor.id}`, contributorCitation(view, site, 'en', contributor)),
    ),
  ];
}

/** Tables that a change compares by cohort. */
function cohortTables(view: ReleaseView): readonly (readonly string[])[] {
  const keys = new Set(
    view.bundle.figures.flatMap(({ source }) => (source?.earlierCohorts ? [publishedKey(view, source.table)] : [])),
  );
  return view.answers.tables.filter((set) => keys.has(tableKey(set)));
}

function rowFiles<Row>(
  view: ReleaseView,
  path: string,
  title: string,
  columns: readonly Column<Row>[],
  rows: () => readonly Row[],
): SiteFile[] {
  const { manifest } = view.bundle;
  return [
    { path: `${path}.csv`, content: () => longCsv(columns, rows(), false) },
    { path: `${path}.hxl.csv`, content: () => longCsv(columns, rows(), true) },
    {
      path: `${path}.json`,
      content: () => {
        const file: RowsFile = {
          title,
          release: manifest.release,
          licence: manifest.licence,
          columns: columns.map(({ name, type, meaning }) => ({ name, type, meaning })),
          rows: [],
          ...(manifest.example && { note: exampleNote }),
        };
        const [head = '', foot = ''] = JSON.stringify(file).split('"rows":[]');
        return inBlocks(
          rows(),
          (block, at) =>
            `${at === 0 ? `${head}"rows":[` : ','}${JSON.stringify(jsonRows(columns, block)).slice(1, -1)}`,
          `]${foot}\n`,
        );
      },
    },
  ];
}

function longCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[], hxl: boolean): string | Uint8Array {
  const header = csvTable(columns, [], hxl).length;
  return inBlocks(rows, (block, at) => {
    const text = csvTable(columns, block, hxl);
    return at === 0 ? text : text.slice(header);
  });
}

const blockRows = 2000;

// Very many rows as bytes, some rows at a time: as one text, they would take several times the memory of their file.
function inBlocks<Row>(
  rows: readonly Row[],
  write: (block: readonly Row[], at: number) => string,
  end = '',
): string | Uint8Array {
  if (rows.length <= blockRows) return write(rows, 0) + end;
  const bytes: Uint8Array[] = [];
  for (let at = 0; at < rows.length; at += blockRows)
    bytes.push(Buffer.from(write(rows.slice(at, at + blockRows), at)));
  return Buffer.concat([...bytes, Buffer.from(end)]);
}

function references(path: string, citation: Citation): SiteFile[] {
  return Object.entries(citationFiles).map(([ending, write]) => ({
    path: `${path}.${ending}`,
    content: () => write(citation),
  }));
}

/** The tables of a release and where they are. */
export interface TableIndex {
  readonly release: string;
  readonly tables: readonly {
    readonly key: string;
    readonly title: string;
    readonly variables: readonly string[];
    readonly csv: string;
    readonly json: string;
  }[];
  readonly note?: string;
}

function tableIndex(view: ReleaseView, site: SiteIdentity): TableIndex {
  const { manifest } = view.bundle;
  const at = (set: readonly string[], ending: string) =>
    webAddress(site, `${openFolder(view)}/tables/${tableKey(set)}.${ending}`);
  return {
    release: manifest.release,
    tables: view.answers.tables.map((set) => ({
      key: tableKey(set),
      title: tableTitle(view, set),
      variables: set,
      csv: at(set, 'csv'),
      json: at(set, 'json'),
    })),
    ...(manifest.example && { note: exampleNote }),
  };
}
