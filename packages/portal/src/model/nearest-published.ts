import type { Figure } from '@casebridge/figures/types';
import { findFigure, type ReleaseView } from './release-view.ts';

const atMost = 6;

/**
 * The published figures nearest to one that is withheld, nearest first: the same of all contributors, of all places, of other
 * years, then the other answers to the question. Which are listed depends on published figures alone.
 */
export function nearestPublished(view: ReleaseView, figure: Figure): readonly Figure[] {
  const distance = ({ period }: Figure) => Math.abs(Number(period) - Number(figure.period));
  const years = [...view.series(figure)].sort((a, b) => distance(a) - distance(b) || (a.period < b.period ? 1 : -1));
  const candidates = [
    figure.group === null ? undefined : findFigure(view.citable, figure.family, figure.period, null),
    figure.place === null ? undefined : findFigure(view.citable, figure.family, figure.period, figure.group),
    ...years.slice(0, 4),
    ...view.composition(figure),
  ];
  const published = candidates.filter((each): each is Figure => !!each && each.id !== figure.id && each.value !== null);
  return [...new Set(published)].slice(0, atMost);
}
