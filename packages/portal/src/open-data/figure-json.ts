import { exampleNote } from '@casebridge/bundle';
import type { Figure } from '@casebridge/figures/types';
import type { ReleaseView } from '../model/release-view.ts';
import type { SiteIdentity } from '../site/site-file.ts';
import { webAddress } from './addresses.ts';
import { type FigureStatus, statusOf } from './figure-rows.ts';

/** A figure's JSON file: all of the figure, and where else to look. */
export interface FigureFile {
  readonly status: FigureStatus;
  readonly title: string;
  readonly licence: string;
  readonly figure: Figure;
  /** The same figure in every year of the release, by identifier. */
  readonly series: readonly string[];
  /** The other answers to the same question, by identifier; empty where there are none. */
  readonly composition: readonly string[];
  readonly links: Readonly<Record<'page' | 'csv' | 'svg' | 'markdown' | 'bibtex' | 'ris' | 'citation', string>>;
  readonly note?: string;
}

export function figureFile(
  view: ReleaseView,
  site: SiteIdentity,
  language: string,
  figure: Figure,
  title: string,
): FigureFile {
  const { manifest } = view.bundle;
  const link = (ending: string) => webAddress(site, `${language}/figures/${figure.id}${ending}`);
  return {
    status: statusOf(figure),
    title,
    licence: manifest.licence,
    figure,
    series: view.series(figure).map(({ id }) => id),
    composition: view.composition(figure).map(({ id }) => id),
    links: {
      page: link('/'),
      csv: link('.csv'),
      svg: link('.svg'),
      markdown: link('.md'),
      bibtex: link('.bib'),
      ris: link('.ris'),
      citation: link('.cff'),
    },
    ...(manifest.example && { note: exampleNote }),
  };
}
