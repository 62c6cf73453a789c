import { type Answers, countInterval, type Query, shareInterval } from '@casebridge/privacy/results';
import { type NamedCell, readCellNames } from '../model/cell-name.ts';
import type { ReleaseView } from '../model/release-view.ts';
import { cohortsIn, smallestTable, type Where } from '../model/table-share.ts';
import type { Format } from '../text/format.ts';

/** A cell's number as the published tables give it, read anew and not taken from what a page was made with. */
export type CellReading = {
  readonly value: number;
  /** Ends of the 95 % interval. */
  readonly interval: readonly [low: number, high: number];
  /** Records (estimated) that a share is of; null for a count. */
  readonly base: number | null;
  /** A share before it is held between the ends of its interval. */
  readonly raw: number;
  /** Records by which a page may be off: files of the comparison carry each cell to a hundredth of a record. */
  readonly rounding: number;
};

// Half of a hundredth of a record, a little more for the arithmetic.
const cellStep = 0.0051;

/** The readings of each cell that an element names, in the releases that publish it. */
export type CellReader = (names: string) => readonly (readonly CellReading[])[];

/** Reads cells of releases, each once for all languages. */
export function openCellReader(releases: readonly Pick<ReleaseView, 'answers'>[]): CellReader {
  const known = new Map<string, readonly (readonly CellReading[])[]>();
  return (names) => {
    const own =
      known.get(names) ??
      readCellNames(names).map((cell) => releases.flatMap(({ answers }) => readCell(answers, cell) ?? []));
    known.set(names, own);
    return own;
  };
}

/** Reads a named cell; null where no published table holds it, or there is no such year. */
export function readCell(answers: Answers, { period, of, base }: NamedCell): CellReading | null {
  const table = smallestTable(answers, [...new Set([...Object.keys(of), ...Object.keys(base ?? {})])]);
  const cohorts = cohortsIn(answers, period);
  if (table === null || cohorts.length === 0 || !areKnown(answers, of) || !areKnown(answers, base ?? {})) return null;
  const query = (where: Where): Query => ({ cohorts, selections: [{ table, where }] });
  if (base === null) {
    const count = answers.combine(query(of));
    return { value: count.value, interval: countInterval(count), base: null, raw: count.value, rounding: cellStep };
  }
  const [asked, within] = [query({ ...base, ...of }), query(base)];
  const [x, n] = [answers.combine(asked), answers.combine(within)];
  const ends = shareInterval(x, n, answers.covariance(asked, within));
  if (ends === null) return null;
  const raw = x.value / n.value;
  return {
    value: Math.min(ends.high, Math.max(ends.low, raw)),
    interval: [ends.low, ends.high],
    base: n.value,
    raw,
    rounding: cellStep * Object.values(base).reduce((cells, codes) => cells * codes.length, 1),
  };
}

/**
 * Everything that a cell lets a page say in one language: its value, its interval and, of a share, its base. Counts to the
 * nearest five with ends outwards, as pages write them, and whole, as the explorer does.
 */
export function saidByCell({ value, interval, base, raw, rounding }: CellReading, format: Format): readonly string[] {
  const [low, high] = interval;
  if (base !== null) {
    const off = offBy((2 * rounding) / base);
    return [
      ...[value, Math.min(1, Math.max(0, raw))].flatMap((share) =>
        off.map((by) => format.share(Math.min(1, Math.max(0, share + by)))),
      ),
      ...off.flatMap((below) => off.map((above) => format.range(low + below, high + above, 'share'))),
      ...[low, high].map(format.fineShare),
      ...offBy(rounding).map((by) => format.about(base + by)),
    ];
  }
  const off = offBy(rounding);
  const shown = Math.max(0, value);
  return [
    ...off.map((by) => format.about(Math.max(0, shown + by))),
    ...off.flatMap((below) =>
      off.flatMap((above) => [
        format.range(low + below, high + above, 'records'),
        format.range(Math.max(0, low + below), high + above, 'records'),
      ]),
    ),
    ...[shown, low, high].flatMap((each) => off.map((by) => format.count(Math.round(each + by)))),
  ];
}

function offBy(slack: number): readonly number[] {
  return [-slack, 0, slack];
}

function areKnown({ domains }: Pick<Answers, 'domains'>, where: Where): boolean {
  return Object.entries(where).every(([column, codes]) => codes.every((code) => domains[column]?.includes(code)));
}
