import type { Figure } from '@casebridge/figures/types';
import { findFigure, type ReleaseView } from './release-view.ts';

/** One thing an annual report says, with the families of figures that answer it. */
export interface ReportPart {
  /** Names the messages `report.<key>.title`, `.published` and `.missing`. */
  readonly key: string;
  readonly families: readonly string[];
  /** Family whose composition is drawn beside it. */
  readonly picture?: string;
}

/** The statements of the announcement of 2016, in its order of subjects; every year's report follows it. */
export const reportParts: readonly ReportPart[] = [
  { key: 'victims', families: ['victims'] },
  { key: 'change', families: ['change'] },
  { key: 'countries', families: ['countries'] },
  { key: 'labour', families: ['purpose.labour'], picture: 'purpose.labour' },
  { key: 'sexual', families: ['purpose.sexual'] },
  { key: 'both', families: ['purpose.both', 'purpose.other'] },
  { key: 'sectors', families: ['sector.construction', 'sector.domestic_work', 'sector.fishing'] },
  { key: 'sex', families: ['sex.male'] },
  { key: 'children', families: ['children'] },
  { key: 'children-purpose', families: ['children.sexual', 'children.labour'] },
  { key: 'duration', families: ['duration.mean'] },
  { key: 'scope', families: ['scope.cross_border'] },
  { key: 'identified', families: ['identified.EUR'] },
  { key: 'origin', families: ['origin.ESEA', 'origin.SCA'] },
  { key: 'since', families: ['assisted_since'] },
];

/** A family's figure for all contributors and, where one is set apart, for it alone. */
export interface ReportFigure {
  readonly pool: Figure | undefined;
  readonly own: Figure | undefined;
}

export interface ReportSection {
  readonly key: string;
  readonly figures: readonly ReportFigure[];
  readonly picture: readonly Figure[];
}

/** The year whose announcement the report is set beside. */
export const announcedYear = '2015';

/** A year's report: each part with the figures the release has for it; parts without any are left out. */
export function reportOf(view: ReleaseView, year: string): readonly ReportSection[] {
  const setApart = view.bundle.manifest.setApart?.code ?? null;
  return reportParts.flatMap(({ key, families, picture }) => {
    const figures = families.flatMap((family): ReportFigure[] => {
      const pool = findFigure(view.citable, family, year, null);
      const own = setApart === null ? undefined : findFigure(view.citable, family, year, setApart);
      return pool || own ? [{ pool, own }] : [];
    });
    if (figures.length === 0) return [];
    const drawn = picture === undefined ? undefined : findFigure(view.citable, picture, year, setApart);
    return [{ key, figures, picture: drawn ? view.composition(drawn) : [] }];
  });
}

/** Every figure of the sections once, in their order. */
export function figuresOf(sections: readonly ReportSection[]): readonly Figure[] {
  const all = sections.flatMap(({ figures, picture }) => [
    ...figures.flatMap(({ own, pool }) => [own, pool]),
    ...picture,
  ]);
  return [...new Map(all.flatMap((figure) => (figure ? [[figure.id, figure] as const] : []))).values()];
}
