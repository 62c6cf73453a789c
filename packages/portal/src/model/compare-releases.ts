import { distanceMoved, type FigureMove } from '@casebridge/figures';
import type { Figure } from '@casebridge/figures/types';
import type { ReleaseView } from './release-view.ts';

/** Two releases figure by figure. */
export interface ReleaseComparison {
  readonly newPeriods: readonly string[];
  readonly added: readonly Figure[];
  readonly gone: readonly Figure[];
  readonly unchanged: number;
  /** Largest moves first, measured in widths of the newer interval. */
  readonly moved: readonly FigureMove[];
  /** How many moved so far that the two intervals have nothing in common. */
  readonly beyond: number;
  /** Cohorts of years that the earlier release had already published. */
  readonly addedCohorts: readonly string[];
  readonly sameMethod: boolean;
}

/** Compares a release with the one before it: which figures are new, which moved, which are gone. */
export function compareReleases(before: ReleaseView, after: ReleaseView): ReleaseComparison {
  const earlier = new Set(before.bundle.manifest.periods);
  const moved: FigureMove[] = [];
  const added: Figure[] = [];
  let unchanged = 0;
  for (const figure of after.citable) {
    const old = before.figure(figure.id);
    if (!old) added.push(figure);
    else if (old.value === figure.value && old.withheld === figure.withheld) unchanged++;
    else if (old.value !== null && figure.value !== null) moved.push({ before: old, after: figure });
    else if (figure.value !== null) added.push(figure);
  }
  moved.sort((a, b) => distanceMoved(b) - distanceMoved(a) || (a.after.id < b.after.id ? -1 : 1));
  const oldCohorts = new Set(before.bundle.measurements.cohorts.map(({ id }) => id));
  return {
    newPeriods: after.bundle.manifest.periods.filter((period) => !earlier.has(period)),
    added,
    gone: before.citable.filter(({ id }) => !after.figure(id)),
    unchanged,
    moved,
    beyond: moved.filter(apart).length,
    addedCohorts: after.bundle.measurements.cohorts
      .filter(({ id, period }) => earlier.has(period) && !oldCohorts.has(id))
      .map(({ id }) => id),
    sameMethod: before.bundle.manifest.policy === after.bundle.manifest.policy,
  };
}

function apart({ before, after }: FigureMove): boolean {
  if (!before.interval || !after.interval) return false;
  return before.interval[1] < after.interval[0] || after.interval[1] < before.interval[0];
}
