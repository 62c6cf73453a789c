import type { Bundle } from '@casebridge/bundle';
import { Refusal } from '@casebridge/refusal';
import type { ReleaseView } from '../model/release-view.ts';
import type { Format } from '../text/format.ts';
import { numbersOf, printedTexts } from './printed-numbers.ts';
import { type CellReader, openCellReader, saidByCell } from './said-by-cell.ts';
import { readComparison, saidByComparison } from './said-by-comparison.ts';
import { firstSaidByFigure, saidByFigure } from './said-by-figure.ts';

/**
 * Elements that print numbers say of what: `data-figure="purpose.labour.2015 purpose.sexual.2015"` of figures,
 * `data-cell="2015 …"` of a named cell, `data-compared="2015 …;2016 …"` of the difference or ratio of two, `data-table="region_of_origin
 * sex_or_gender"` of cells of a published table, `data-part="coverage"` of another part of a release.
 */
const attribute = /\sdata-(figure|table|part)="([^"]*)"/g;

/** The parts that a table of a page may repeat, and whether a bundle has them. */
const parts = new Map<string, (bundle: Bundle) => boolean>([
  ['audit', ({ audit }) => audit !== null],
  ['coverage', ({ coverage }) => coverage.contributors.length > 0],
  ['ledger', ({ ledger }) => ledger.length > 0],
  ['manifest', ({ manifest }) => manifest.files.length > 0],
  ['prevalence', ({ prevalence }) => prevalence !== null],
  // Arithmetic on invented numbers that the table itself states: the two lists that explain an estimate.
  ['worked', () => true],
]);

/** Holds a baked page to the releases of its site. */
export type NumberCheck = (html: string, path: string) => void;

/**
 * The check of pages in one language: every figure that a page names as the source of its numbers is in a release, every table
 * whose cells it prints, and every part that a table repeats; every number beside a named figure or cell is one that the figure
 * or cell says; and no cell of numbers is without a source. Refusal naming the page and the figure, table, cell, part or number.
 */
export function openNumberCheck(
  releases: readonly ReleaseView[],
  format: Format,
  read: CellReader = openCellReader(releases),
): NumberCheck {
  const said = sayings(releases, format, read);
  // The same row stands on many pages.
  const passed = new Map<string, Set<string>>();
  return (html, path) => {
    const page = `Page ${path || '/'}`;
    checkNames(html, releases, page);
    for (const { text, source, names } of printedTexts(html)) {
      const key = `${source} ${names}`;
      const own = passed.get(key) ?? new Set();
      passed.set(key, own);
      if (own.has(text)) continue;
      const known = said[source](names, page);
      const strange = (each: string) => numbersOf(each).find((token) => !known.has(token) && !said.anywhere.has(token));
      // Names of answers have numbers of their own, such as ages.
      const token = strange(text) === undefined ? undefined : strange(said.withoutLabels(text));
      if (token !== undefined) {
        throw new Refusal(
          'site-number-not-the-cells',
          `${page}: prints ${token} in '${text.slice(0, 60)}', which '${names.slice(0, 80)}' does not say. Correct the page or what it names.`,
          { exit: 3 },
        );
      }
      own.add(text);
    }
  };
}

// The numbers that figures and cells say, each worked out once a language.
function sayings(releases: readonly ReleaseView[], format: Format, read: CellReader) {
  const ofCells = new Map<string, ReadonlySet<string>>();
  const tokens = (texts: readonly string[]) => new Set(texts.flatMap(numbersOf));
  // Newest release first, and first what most places say: the rest is seldom needed.
  const stages = [...releases].reverse().flatMap((view) =>
    [firstSaidByFigure, saidByFigure].map((say) => {
      const known = new Map<string, ReadonlySet<string>>();
      return (names: string): ReadonlySet<string> => {
        const ids = () => names.split(' ').flatMap((id) => view.figure(id) ?? []);
        const own = known.get(names) ?? tokens(ids().flatMap((figure) => say(figure, format)));
        known.set(names, own);
        return own;
      };
    }),
  );
  const cell = (names: string, page: string) => {
    const own =
      ofCells.get(names) ??
      tokens([
        ...releases.map(({ bundle }) => String(bundle.manifest.sequence)),
        ...read(names).flatMap((readings, at) => {
          if (readings.length > 0) return readings.flatMap((reading) => saidByCell(reading, format));
          throw noCell(page, names.split(';')[at] ?? '');
        }),
      ]);
    ofCells.set(names, own);
    return own;
  };
  const ofComparisons = new Map<string, ReadonlySet<string>>();
  const compared = (names: string, page: string) => {
    const known = ofComparisons.get(names);
    if (known) return known;
    const readings = readComparison(releases, names);
    if (readings.length === 0) throw noCell(page, names);
    const own = tokens(readings.flatMap((reading) => saidByComparison(reading, format)));
    ofComparisons.set(names, own);
    return own;
  };
  const labels = new Set(
    releases
      .flatMap(({ bundle }) => bundle.codebook.variables)
      .flatMap(({ codes }) => codes.flatMap((code) => Object.values(code.labels)))
      .filter((label) => /[^\p{Nd}]/u.test(label) && numbersOf(label).length > 0)
      .map((label) => label.toLowerCase()),
  );
  const longestFirst = [...labels].sort((a, b) => b.length - a.length);
  return {
    withoutLabels: (text: string) =>
      longestFirst.reduce((rest, label) => rest.replaceAll(label, ' '), text.toLowerCase()),
    figure: (names: string): { has(token: string): boolean } => ({
      has: (token) => stages.some((saidBy) => saidBy(names).has(token)),
    }),
    cell,
    compared,
    // 95 of 100 cases is the level of every interval; 0 and 100 are the ends of every scale; a page says when its data were released.
    anywhere: new Set([...tokens(releases.map(({ bundle }) => format.day(bundle.manifest.created))), '95', '100', '0']),
  };
}

function noCell(page: string, name: string): Refusal {
  return new Refusal(
    'site-number-without-cell',
    `${page}: prints a number of the cell '${name.slice(0, 120)}', which no release publishes. Correct the page or the cell's name.`,
    { exit: 3 },
  );
}

const forTheCheck = /\s(?:data-(?:cell|compared)="[^"]*"|class="scale")/g;

/** A checked page without what only the check needs: the names of its cells, and which labels are those of scales. */
export function withoutCheckMarks(html: string): string {
  return html.replace(forTheCheck, '');
}

function checkNames(html: string, releases: readonly ReleaseView[], page: string): void {
  const { figure, table, part: repeated } = namesIn(html);
  for (const id of [...figure].flatMap((ids) => ids.split(' '))) {
    if (releases.some((view) => view.figure(id))) continue;
    throw new Refusal(
      'site-number-without-figure',
      `${page}: prints a number of figure '${id}', which no release has. Correct the page or the figure's name.`,
      { exit: 3 },
    );
  }
  for (const names of table) {
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
  for (const part of repeated) {
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
    `${page}: the table cell '${orphan}' does not say where its number comes from. Give the cell, its row or its table data-figure, data-cell, data-compared or data-part.`,
    { exit: 3 },
  );
}

// Every distinct value of the three attributes.
function namesIn(html: string) {
  const names = { figure: new Set<string>(), table: new Set<string>(), part: new Set<string>() };
  for (const [, kind, value = ''] of html.matchAll(attribute)) names[kind as keyof typeof names].add(value);
  return names;
}

const tags = /<(table|tr|td)\b((?:[^>"]|"[^"]*")*)>/g;
const source = /\sdata-(?:figure|cell|compared|part)="/;
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
