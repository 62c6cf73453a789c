import { Refusal } from '@casebridge/refusal';
import type { ReleaseView } from '../model/release-view.ts';

/** Elements that print numbers of figures name them: `data-figure="purpose.labour.2015 purpose.sexual.2015"`. */
const named = /\sdata-figure="([^"]*)"/g;

/**
 * Holds a baked page to its releases: every figure that the page names as the source of its numbers is in one of them.
 * Refusal naming the page and the figure.
 */
export function checkNumbers(html: string, releases: readonly ReleaseView[], path: string): void {
  for (const [, ids = ''] of html.matchAll(named)) {
    for (const id of ids.split(' ')) {
      if (releases.some((view) => view.figure(id))) continue;
      throw new Refusal(
        'site-number-without-figure',
        `Page ${path || '/'}: prints a number of figure '${id}', which no release has. Correct the page or the figure's name.`,
        { exit: 3 },
      );
    }
  }
}
