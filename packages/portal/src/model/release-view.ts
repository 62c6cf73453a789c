import type { Bundle } from '@casebridge/bundle';
import type { Figure } from '@casebridge/figures/types';
import type { Answers } from '@casebridge/privacy/results';
import { compositionOf } from './figure-names.ts';

/** A bundle as the pages read it: its figures by id, by series and by composition. */
export interface ReleaseView {
  readonly bundle: Bundle;
  readonly answers: Answers;
  /** The newest registration year with figures. */
  readonly newest: string;
  /** Figures of all places together: those that have a page of their own. */
  readonly citable: readonly Figure[];
  figure(id: string): Figure | undefined;
  /** The same figure over the years, ascending. */
  series(figure: Figure): readonly Figure[];
  /** The figures that answer the same question for the same year, group and place; empty where there is only one. */
  composition(figure: Figure): readonly Figure[];
  /** Figures restricted to a region, of one year. */
  ofPlace(kind: 'identified' | 'origin', region: string, period: string): readonly Figure[];
}

/** The view of a verified bundle. */
export function viewRelease(bundle: Bundle, answers: Answers): ReleaseView {
  const byId = new Map(bundle.figures.map((figure) => [figure.id, figure]));
  const bySeries = groupBy(bundle.figures, seriesKey);
  const byComposition = groupBy(
    bundle.figures.filter(({ family }) => compositionOf(family) !== null),
    compositionKey,
  );
  const byPlace = groupBy(
    bundle.figures.filter(({ place }) => place !== null),
    ({ place, period }) => `${place?.kind}.${place?.region.toLowerCase()}.${period}`,
  );
  for (const list of bySeries.values()) list.sort((a, b) => (a.period < b.period ? -1 : 1));
  return {
    bundle,
    answers,
    newest: bundle.manifest.periods.at(-1) ?? '',
    citable: bundle.figures.filter(({ place }) => place === null),
    figure: (id) => byId.get(id),
    series: (figure) => bySeries.get(seriesKey(figure)) ?? [],
    composition: (figure) => (compositionOf(figure.family) ? (byComposition.get(compositionKey(figure)) ?? []) : []),
    ofPlace: (kind, region, period) => byPlace.get(`${kind}.${region.toLowerCase()}.${period}`) ?? [],
  };
}

/** The regions of a view's grouping that any figure names, in the order they first appear. */
export function regionsOf(view: ReleaseView): readonly string[] {
  const regions = view.citable.flatMap(({ family }) => {
    const [first, second] = family.split('.');
    return (first === 'identified' || first === 'origin') && second !== undefined ? [second] : [];
  });
  return [...new Set(regions)];
}

/** The figure of a family in a year for a group, whatever case its region code is written in. */
export function findFigure(
  figures: readonly Figure[],
  family: string,
  period: string,
  group: string | null,
): Figure | undefined {
  let index = families.get(figures);
  if (!index) {
    index = new Map();
    for (const figure of figures) {
      const key = familyKey(figure.family, figure.period, figure.group);
      if (figure.place === null && !index.has(key)) index.set(key, figure);
    }
    families.set(figures, index);
  }
  return index.get(familyKey(family, period, group));
}

// Lists of figures never change, and some are asked on every page.
const families = new WeakMap<readonly Figure[], Map<string, Figure>>();

function familyKey(family: string, period: string, group: string | null): string {
  return `${family.toLowerCase()}.${period}@${group ?? ''}`;
}

function seriesKey({ family, group, place }: Figure): string {
  return `${family}@${group ?? ''}#${place ? `${place.kind}.${place.region}` : ''}`;
}

function compositionKey(figure: Figure): string {
  return `${compositionOf(figure.family)}.${figure.period}@${figure.group ?? ''}#${figure.place ? `${figure.place.kind}.${figure.place.region}` : ''}`;
}

function groupBy(figures: readonly Figure[], keyOf: (figure: Figure) => string): Map<string, Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = keyOf(figure);
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return groups;
}
