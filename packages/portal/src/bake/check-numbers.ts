import { Refusal } from '@casebridge/refusal';
import type { ReleaseView } from '../model/release-view.ts';

/** Elements that print cells name the variables of their table: `data-table="region_of_origin sex_or_gender"`. */
const tabled = /\sdata-table="([^"]*)"/g;

/** Elements that print numbers of figures name them: `data-figure="purpose.labour.2015 purpose.sexual.2015"`. */
const named = /\sdata-figure="([^"]*)"/g;

/**
 * Holds a baked page to its releases: every figure that the page names as the source of its numbers is in one of them, and
 * every table whose cells it prints.
 * Refusal naming the page and the figure or table.
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
  for (const [, names = ''] of html.matchAll(tabled)) {
    const variables = names.split(' ');
    const isPublished = ({ answers }: ReleaseView) =>
      answers.tables.some((table) => variables.every((variable) => table.includes(variable)));
    if (releases.some(isPublished)) continue;
    throw new Refusal(
      'site-number-without-table',
      `Page ${path || '/'}: prints cells of a table of '${names}', which no release publishes. Correct the page or the table's variables.`,
      { exit: 3 },
    );
  }
}
