import type { Bundle } from '@casebridge/bundle';
import { Refusal } from '@casebridge/refusal';
import type { ReleaseView } from '../model/release-view.ts';

/** Elements that print cells name the variables of their table: `data-table="region_of_origin sex_or_gender"`. */
const tabled = /\sdata-table="([^"]*)"/g;

/** Elements that print numbers of figures name them: `data-figure="purpose.labour.2015 purpose.sexual.2015"`. */
const named = /\sdata-figure="([^"]*)"/g;

/** Tables that repeat another part of a release name it: `data-part="coverage"`. */
const parted = /\sdata-part="([^"]*)"/g;

/** The parts that a table of a page may repeat, and whether a bundle has them. */
const parts = new Map<string, (bundle: Bundle) => boolean>([
  ['audit', ({ audit }) => audit !== null],
  ['coverage', ({ coverage }) => coverage.contributors.length > 0],
  ['ledger', ({ ledger }) => ledger.length > 0],
  ['manifest', ({ manifest }) => manifest.files.length > 0],
  ['prevalence', ({ prevalence }) => prevalence !== null],
  // Arithmetic on numbers that the table itself states, about no data.
  ['worked', () => true],
]);

/**
 * Holds a baked page to its releases: every figure that the page names as the source of its numbers is in one of them, every
 * table whose cells it prints, and every part that a table repeats; and no cell of numbers is without a source.
 * Refusal naming the page and the figure, table, part or number.
 */
export function checkNumbers(html: string, releases: readonly ReleaseView[], path: string): void {
  const page = `Page ${path || '/'}`;
  for (const id of namesIn(html, named).flatMap((ids) => ids.split(' '))) {
    if (releases.some((view) => view.figure(id))) continue;
    throw new Refusal(
      'site-number-without-figure',
      `${page}: prints a number of figure '${id}', which no release has. Correct the page or the figure's name.`,
      { exit: 3 },
    );
  }
  for (const names of namesIn(html, tabled)) {
    const variables = names.split(' ');
    const isPublished = ({ answers }: ReleaseView) =>
      answers.tables.some((table) => variables.every((variable) => table.includes(variable)));
    if (releases.some(isPublished)) continue;
    throw new Refusal(
      'site-number-without-table',
      `${page}: prints cells of a table of '${names}', which no release publishes. Correct the page or the table's variables.`,
      { exit: 3 },
    );
  }
  for (const part of namesIn(html, parted)) {
    const has = parts.get(part);
    if (has && releases.some(({ bundle }) => has(bundle))) continue;
    throw new Refusal(
      'site-number-without-part',
      `${page}: repeats '${part}', which no release has. Name one of: ${[...parts.keys()].join(', ')}.`,
      { exit: 3 },
    );
  }
  const [orphan] = orphansIn(html);
  if (orphan === undefined) return;
  throw new Refusal(
    'site-number-without-source',
    `${page}: the table cell '${orphan}' does not say where its number comes from. Give the cell, its row or its table data-figure, data-table or data-part.`,
    { exit: 3 },
  );
}

// Every distinct value of an attribute.
function namesIn(html: string, attribute: RegExp): readonly string[] {
  return [...new Set([...html.matchAll(attribute)].map(([, value = '']) => value))];
}

const tags = /<(table|tr|td)\b((?:[^>"]|"[^"]*")*)>/g;
const source = /\sdata-(?:figure|table|part)="/;
const numeric = /\sclass="(?:[^"]* )?(?:num|heat-\d|s\d)[ "]/;

// Texts of cells of numbers whose cell, row and table name no source.
function* orphansIn(html: string): Generator<string> {
  let table = false;
  let row = false;
  for (const { 0: tag, 1: name, 2: attributes = '', index } of html.matchAll(tags)) {
    if (name === 'table') [table, row] = [source.test(attributes), false];
    else if (name === 'tr') row = source.test(attributes);
    else if (!table && !row && numeric.test(attributes) && !source.test(attributes)) {
      const start = index + tag.length;
      const text = html
        .slice(start, html.indexOf('</td>', start))
        .replace(/<[^>]*>/g, ' ')
        .trim();
      if (/\p{Nd}/u.test(text)) yield text.slice(0, 40);
    }
  }
}
