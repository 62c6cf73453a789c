import { type PublishedTable, publishedTables } from '@casebridge/bundle';
import { sourceText } from '../components/chart.tsx';
import type { Page } from '../components/page.ts';
import { codeName, columnName } from '../components/variable-text.ts';
import { openFolder, siteAddress, tableKey } from '../open-data/addresses.ts';
import { wrapped } from '../open-data/figure-picture.tsx';
import { publishedSet } from '../open-data/table-rows.ts';
import { footTopOf, framedPicture, pictureMargin as margin, type PictureLine, placedLines } from './picture-frame.tsx';
import { type Axis, type DrawnCell, drawnBars, drawnGrid, drawnTiles } from './table-drawings.tsx';

/** Width and height of a table's picture, in units and pixels alike. */
export const tablePictureSize = { width: 960, height: 540 } as const;

// Up to so many codes are bars; longer lists, such as countries, are tiles.
const mostBars = 12;
const mostRows = 16;

/** A table as a picture, and what it says in words. */
export interface TablePicture {
  readonly svg: string;
  readonly title: string;
  readonly description: string;
}

/**
 * A published table in its newest year: bars of one variable, tiles of a long list in its own order, or a shaded grid of two and more.
 * Cells that cannot be told from zero say so. The foot has base, unknown share, release and address.
 */
export function tablePicture(page: Page, set: readonly string[]): TablePicture {
  const { view, words } = page;
  const { axes, cells, title, said, base } = newestTable(page, set);
  const heading: readonly PictureLine[] = [
    ...wrapped(title, 62).map((text) => ({ text, size: 25, step: 32, bold: true, ink: 'ink' })),
    ...wrapped(said, 110).map((text) => ({ text, size: 15, step: 23, ink: 'ink' })),
  ];
  const foot = [base, sourceText(page), `${siteAddress(page.site)}${openFolder(view)}/tables/${tableKey(set)}.csv`];
  const top = placedLines(heading).end + 16;
  const box = {
    left: margin,
    top,
    width: tablePictureSize.width - 2 * margin,
    height: footTopOf(tablePictureSize, foot) - 32 - top,
    rtl: words.direction === 'rtl',
  };
  const [first, ...others] = axes;
  if (!first) throw new RangeError('a table without a variable');
  const drawing =
    others.length > 0
      ? drawnGrid(...gridOf(axes, cells), box)
      : first.codes.length > mostBars
        ? drawnTiles(first, cells, box)
        : drawnBars(first, cells, box);
  return {
    svg: framedPicture(page, tablePictureSize, { title, heading, foot }, drawing),
    title,
    description: `${title}. ${said} ${base}. ${words.text('chart.spoken')} ${sourceText(page)}.`,
  };
}

/** A published table in its newest year, with names in the page's language. */
export interface NewestTable {
  readonly axes: readonly Axis[];
  /** Row-major: the last axis runs fastest. */
  readonly cells: readonly DrawnCell[];
  readonly title: string;
  /** Its year, and how sure its estimates are. */
  readonly said: string;
  /** Records with an answer to all of its variables, and the share of those without. */
  readonly base: string;
}

/** Reads what pictures and texts of a table say. */
export function newestTable(page: Page, set: readonly string[]): NewestTable {
  const { view, words, format } = page;
  const tables = [...publishedTables({ ...view.answers, tables: [set] }, view.bundle.measurements.structuralZeros)];
  const table = tables.find(({ period }) => period === view.newest) ?? tables.at(-1);
  if (!table) throw new RangeError(`no table of ${set.join(' × ')}`);
  const axes = publishedSet(view, set).map((id): Axis => {
    const codes = view.answers.domains[id] ?? [];
    return { title: columnName(page, id), codes, labels: codes.map((code) => codeName(page, id, code)) };
  });
  const base = baseOf(table, axes);
  return {
    axes,
    cells: [...table.estimate.keys()].map((at) => drawnCell(page, table, at)),
    title: axes.map((axis) => axis.title).join(' × '),
    said: words.text('picture.table', { period: table.period, half: format.count(Math.ceil(halfWidth(table))) }),
    base: [
      words.text('figure.of', { base: format.about(base.known) }),
      words.text('figure.unknown.is', { share: format.share(base.unknown) }),
    ].join(' · '),
  };
}

function drawnCell({ format, words }: Page, { display, lower, upper, flags }: PublishedTable, at: number): DrawnCell {
  const value = display[at] ?? 0;
  const [low, high] = [Math.max(0, lower[at] ?? 0), Math.max(0, upper[at] ?? 0)];
  const declared = flags[at] === 'declared';
  const text = declared ? format.count(0) : low === 0 ? '\u200e≈0\u200e' : format.about(value);
  const interval = declared ? words.text('table.none') : format.range(low, high, 'records');
  return {
    value,
    low,
    high,
    firm: flags[at] === 'ok',
    text,
    interval,
    long: declared || low === 0 ? text : words.text('chart.value', { value: text, interval }),
  };
}

// Half an interval that no zero cuts off; where there is none, the widest.
function halfWidth({ estimate, lower, upper }: PublishedTable): number {
  const halves = (whole: boolean) =>
    [...estimate.keys()]
      .filter((at) => !whole || (lower[at] ?? 0) > 0)
      .map((at) => (upper[at] ?? 0) - (estimate[at] ?? 0));
  const whole = halves(true);
  return Math.max(0, ...(whole.length > 0 ? whole : halves(false)));
}

/** Records with an answer to every variable of the table, and the share without one. */
function baseOf(
  { estimate }: PublishedTable,
  axes: readonly Axis[],
): { readonly known: number; readonly unknown: number } {
  let known = 0;
  let all = 0;
  for (const [at, value] of estimate.entries()) {
    all += value;
    if (codesAt(axes, at).every((code) => !code.startsWith('?'))) known += value;
  }
  const shown = Math.max(0, known);
  return { known: shown, unknown: all > 0 ? Math.min(1, Math.max(0, 1 - shown / all)) : 0 };
}

function codesAt(axes: readonly Axis[], at: number): readonly string[] {
  let rest = at;
  return axes
    .toReversed()
    .map(({ codes }) => {
      const code = codes[rest % codes.length] ?? '';
      rest = Math.floor(rest / codes.length);
      return code;
    })
    .reverse();
}

// The longest variable that fits runs down; the others, one inside the other, run across.
function gridOf(axes: readonly Axis[], cells: readonly DrawnCell[]): readonly [Axis, Axis, readonly DrawnCell[]] {
  const fitting = axes.filter(({ codes }) => codes.length <= mostRows);
  const rows = (fitting.length > 0 ? fitting : axes).reduce((best, axis) =>
    axis.codes.length > best.codes.length ? axis : best,
  );
  const across = axes.filter((axis) => axis !== rows).reduce(crossed);
  const down = axes.indexOf(rows);
  const inner = axes.slice(down + 1).reduce((product, { codes }) => product * codes.length, 1);
  const sorted = rows.codes.flatMap((_, row) =>
    cells.filter((_cell, at) => Math.floor(at / inner) % rows.codes.length === row),
  );
  return [rows, across, sorted];
}

function crossed(one: Axis, other: Axis): Axis {
  return {
    title: `${one.title} × ${other.title}`,
    codes: one.codes.flatMap((code) => other.codes.map((inner) => `${code} ${inner}`)),
    labels: one.labels.flatMap((label) => other.labels.map((inner) => `${label} · ${inner}`)),
  };
}
