import type { Bundle } from '@casebridge/bundle';
import { Refusal } from '@casebridge/refusal';
import type { ReleaseView } from '../model/release-view.ts';
import type { Format } from '../text/format.ts';
import { type NamedKind, numbersOf, readPage } from './printed-numbers.ts';
import { openRecentMemo, ownCopy } from './recent-memo.ts';
import { type CellReader, openCellReader, saidByCell } from './said-by-cell.ts';
import { readComparison, saidByComparison } from './said-by-comparison.ts';
import { firstSaidByFigure, saidByFigure, sentencesOfFigure } from './said-by-figure.ts';

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
 * The check of pages in one language. Elements that print numbers say of what: `data-figure="purpose.labour.2015
 * purpose.sexual.2015"` of figures, `data-cell="2015 …"` of a named cell, `data-compared="2015 …;2016 …"` of the difference or
 * ratio of two, `data-table="region_of_origin sex_or_gender"` of cells of a published table, `data-part="coverage"` of another
 * part of a release. Every figure that a page names as the source of its numbers is in a
 * release, every table whose cells it prints, and every part that a table repeats; every number beside a named figure or cell is
 * one that the figure or cell says; and no cell of numbers is without a source. Refusal naming the page and the figure, table,
 * cell, part or number.
 */
export function openNumberCheck(
  releases: readonly ReleaseView[],
  format: Format,
  read: CellReader = openCellReader(releases),
): NumberCheck {
  const said = sayings(releases, format, read);
  const named = nameCheck(releases);
  // What is longer than a number of the figure, and may stand on many pages.
  const passed = openRecentMemo<Set<string>>(mostRemembered);
  return (html, path) => {
    const page = `Page ${path || '/'}`;
    readPage(html, {
      named: (kind, names) => named(kind, names, page),
      printed: (text, source, names) => {
        if (source === 'figure' && said.word(names).has(text)) return;
        const own = passed.get(`${source} ${names}`, () => new Set());
        if (own.has(text)) return;
        const strange = strangeTo(said, text, said[source](names, page));
        if (strange !== undefined) {
          throw new Refusal(
            'site-number-not-the-cells',
            `${page}: prints ${strange} in '${text.slice(0, 60)}', which '${names.slice(0, 80)}' does not say. Correct the page or what it names.`,
            { exit: 3 },
          );
        }
        own.add(ownCopy(text));
      },
      orphan: (text) => {
        throw new Refusal(
          'site-number-without-source',
          `${page}: the table cell '${text}' does not say where its number comes from. Give the cell, its row or its table data-figure, data-cell, data-compared or data-part.`,
          { exit: 3 },
        );
      },
    });
  };
}

// Of so many figures and cells, what was last worked out is kept: those of a page and of the pages around it.
const mostRemembered = 5000;

type Sayings = ReturnType<typeof sayings>;

// The first number of a text that nothing says.
function strangeTo(said: Sayings, text: string, known: { has(token: string): boolean }): string | undefined {
  const strange = (each: string) => numbersOf(each).find((token) => !known.has(token) && !said.anywhere.has(token));
  // Names of answers have numbers of their own, such as ages.
  return strange(text) === undefined ? undefined : strange(said.withoutLabels(text));
}

// The numbers that figures and cells say, each worked out once a language while it is of use.
function sayings(releases: readonly ReleaseView[], format: Format, read: CellReader) {
  const tokens = (texts: readonly string[]) => new Set(texts.flatMap(numbersOf));
  const newestFirst = [...releases].reverse();
  const figuresIn = (view: ReleaseView, names: string) => names.split(' ').flatMap((id) => view.figure(id) ?? []);
  const first = openRecentMemo<ReadonlySet<string>>(mostRemembered);
  // What most places say of the figures, word for word, of the newest release that has them.
  const word = (names: string) =>
    first.get(names, () => {
      const [view] = newestFirst.filter((each) => figuresIn(each, names).length > 0);
      return new Set(view ? figuresIn(view, names).flatMap((figure) => firstSaidByFigure(figure, format)) : []);
    });
  // First what most places say, then everything else, newest release first: that is seldom needed.
  const ofWords = openRecentMemo<ReadonlySet<string>>(mostRemembered);
  const stages = [
    (names: string) => ofWords.get(names, () => tokens([...word(names)])),
    ...newestFirst.flatMap((view) =>
      [saidByFigure, firstSaidByFigure, sentencesOfFigure].map((say) => {
        const known = openRecentMemo<ReadonlySet<string>>(mostRemembered);
        return (names: string) =>
          known.get(names, () => tokens(figuresIn(view, names).flatMap((figure) => say(figure, format))));
      }),
    ),
  ];
  const ofCells = openRecentMemo<ReadonlySet<string>>(mostRemembered);
  const cell = (names: string, page: string) =>
    ofCells.get(names, () =>
      tokens([
        ...releases.map(({ bundle }) => String(bundle.manifest.sequence)),
        ...read(names).flatMap((readings, at) => {
          if (readings.length > 0) return readings.flatMap((reading) => saidByCell(reading, format));
          throw noCell(page, names.split(';')[at] ?? '');
        }),
      ]),
    );
  const ofComparisons = openRecentMemo<ReadonlySet<string>>(mostRemembered);
  const compared = (names: string, page: string) =>
    ofComparisons.get(names, () => {
      const readings = readComparison(releases, names);
      if (readings.length === 0) throw noCell(page, names);
      return tokens(readings.flatMap((reading) => saidByComparison(reading, format)));
    });
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
    word,
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

// Holds the names on a page to the releases: each is looked up once.
function nameCheck(releases: readonly ReleaseView[]) {
  const tables = new Set<string>();
  const repeated = new Set<string>();
  return (kind: NamedKind, names: string, page: string): void => {
    if (kind === 'figure') {
      for (const id of names.split(' ')) {
        if (releases.some((view) => view.figure(id))) continue;
        throw new Refusal(
          'site-number-without-figure',
          `${page}: prints a number of figure '${id}', which no release has. Correct the page or the figure's name.`,
          { exit: 3 },
        );
      }
    }
    if (kind === 'table' && !tables.has(names)) {
      const variables = names.split(' ');
      const isPublished = ({ answers }: ReleaseView) =>
        answers.tables.some((table) => variables.every((variable) => table.includes(variable)));
      if (!releases.some(isPublished)) {
        throw new Refusal(
          'site-number-without-table',
          `${page}: prints cells of a table of '${names}', which no release publishes. Correct the page or the table's variables.`,
          { exit: 3 },
        );
      }
      tables.add(ownCopy(names));
    }
    if (kind === 'part' && !repeated.has(names)) {
      const has = parts.get(names);
      if (!has || !releases.some(({ bundle }) => has(bundle))) {
        throw new Refusal(
          'site-number-without-part',
          `${page}: repeats '${names}', which no release has. Name one of: ${[...parts.keys()].join(', ')}.`,
          { exit: 3 },
        );
      }
      repeated.add(ownCopy(names));
    }
  };
}
